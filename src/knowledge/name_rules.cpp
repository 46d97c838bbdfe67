// SPDX-License-Identifier: MIT
#include "relata/name_rules.hpp"

#include <algorithm>

#include "relata/knowledge_base.hpp"

namespace relata {
namespace {

std::string of_both(std::string_view a, std::string_view b, std::string_view what) {
  std::string message(1, '\'');
  for (const std::string_view part : {a, std::string_view("' and '"), b, std::string_view("' are "), what})
    message += part;
  return message;
}

}  // namespace

std::string NameRules::root(std::string_view name) const {
  std::string key = normalized_name(name);
  const auto at = group_.find(key);
  return at == group_.end() ? key : at->second;
}

std::string NameRules::unite(const std::vector<std::string>& names) {
  if (names.size() < 2) return "a rule 'same' needs two names";
  for (const std::string& a : names)
    for (const std::string& b : names)
      if (kept_apart(a, b)) return of_both(a, b, "stated to be different");
  const std::string key = root(names.front());
  titles_.try_emplace(key, names.front());
  for (const std::string& name : names) {
    const std::string old = root(name);
    for (auto& [member, group] : group_)
      if (group == old) group = key;
    group_[normalized_name(name)] = key;
    if (old == key) continue;
    titles_.erase(old);
    std::set<std::pair<std::string, std::string>> moved;
    for (auto [a, b] : apart_) {
      if (a == old) a = key;
      if (b == old) b = key;
      moved.insert(std::minmax(a, b));
    }
    apart_ = std::move(moved);
  }
  return {};
}

std::string NameRules::keep_apart(std::string_view a, std::string_view b) {
  std::string first = root(a), second = root(b);
  if (first == second) return of_both(a, b, "one name, or stated to be the same");
  if (second < first) std::swap(first, second);
  apart_.emplace(std::move(first), std::move(second));
  return {};
}

std::string_view NameRules::same(std::string_view name) const {
  if (group_.empty()) return {};
  const auto at = group_.find(normalized_name(name));
  return at == group_.end() ? std::string_view() : std::string_view(titles_.at(at->second));
}

std::vector<std::pair<std::string, std::string>> NameRules::same_pairs() const {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& [member, group] : group_) {
    const std::string& title = titles_.at(group);
    if (normalized_name(title) != member) pairs.emplace_back(title, member);
  }
  return pairs;
}

std::vector<std::pair<std::string, std::string>> NameRules::different_pairs() const {
  const auto shown = [&](const std::string& key) {
    const auto title = titles_.find(key);
    return title == titles_.end() ? key : title->second;
  };
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& [a, b] : apart_) pairs.emplace_back(shown(a), shown(b));
  return pairs;
}

bool NameRules::kept_apart(std::string_view a, std::string_view b) const {
  if (apart_.empty()) return false;
  std::string first = root(a), second = root(b);
  if (second < first) std::swap(first, second);
  return apart_.contains({std::move(first), std::move(second)});
}

}  // namespace relata
