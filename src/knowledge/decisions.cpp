// SPDX-License-Identifier: MIT
#include "relata/decisions.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "knowledge/max_revision.hpp"
#include "relata/error.hpp"
#include "relata/knowledge_base.hpp"

namespace relata {
namespace {

constexpr std::array<std::string_view, 3> judgements = {"withdrawn", "confirmed", "rejected"};
constexpr std::array<std::string_view, 3> samenesses = {"withdrawn", "same", "different"};

template <class Word>
bool parse_word(const std::array<std::string_view, 3>& names, std::string_view name, Word& word) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return false;
  word = static_cast<Word>(at - names.begin());
  return true;
}

auto weight(const Verdict& v) {
  return std::tie(v.revision, v.judgement, v.subject, v.relation, v.object, v.status, v.words);
}

auto weight(const NameRule& r) {
  return std::tie(r.revision, r.sameness, r.a, r.b);
}

/// The names as key, and in the key's order.
std::pair<std::string, std::string> in_order(NameRule& rule) {
  std::pair<std::string, std::string> key(normalized_name(rule.a), normalized_name(rule.b));
  if (key.second < key.first) {
    std::swap(key.first, key.second);
    std::swap(rule.a, rule.b);
  }
  return key;
}

std::uint64_t after(std::uint64_t revision) {
  if (revision >= max_revision)
    throw Error("a word was given on this " + std::to_string(revision) +
                " times already: no later one can be kept");
  return revision + 1;
}

}  // namespace

std::string_view to_string(Judgement judgement) {
  return judgements[static_cast<std::size_t>(judgement)];
}

std::string_view to_string(Sameness sameness) {
  return samenesses[static_cast<std::size_t>(sameness)];
}

bool parse(std::string_view name, Judgement& judgement) {
  return parse_word(judgements, name, judgement);
}

bool parse(std::string_view name, Sameness& sameness) {
  return parse_word(samenesses, name, sameness);
}

void Decisions::add(Verdict verdict) {
  Verdict& kept = verdicts_.try_emplace(verdict.id, verdict).first->second;
  if (weight(kept) < weight(verdict)) kept = std::move(verdict);
}

void Decisions::add(NameRule rule) {
  std::pair<std::string, std::string> key = in_order(rule);
  if (key.first == key.second) return;
  NameRule& kept = rules_.try_emplace(std::move(key), rule).first->second;
  if (weight(kept) < weight(rule)) kept = std::move(rule);
}

void Decisions::add(const Decisions& others) {
  for (const auto& [id, verdict] : others.verdicts_) add(verdict);
  for (const auto& [names, rule] : others.rules_) add(rule);
}

Decisions Decisions::without_verdicts() const {
  Decisions rules;
  rules.rules_ = rules_;
  return rules;
}

bool Decisions::decide(Verdict verdict) {
  const auto known = verdicts_.find(verdict.id);
  if (known == verdicts_.end() && verdict.judgement == Judgement::withdrawn) return false;
  if (known != verdicts_.end()) {
    if (known->second.judgement == verdict.judgement) return false;
    verdict.revision = after(known->second.revision);
  }
  verdicts_.insert_or_assign(verdict.id, std::move(verdict));
  return true;
}

bool Decisions::decide(NameRule rule) {
  std::pair<std::string, std::string> key = in_order(rule);
  const auto known = rules_.find(key);
  if (known == rules_.end() && rule.sameness == Sameness::withdrawn) return false;
  if (known != rules_.end()) {
    if (known->second.sameness == rule.sameness) return false;
    rule.revision = after(known->second.revision);
  }
  rules_.insert_or_assign(std::move(key), std::move(rule));
  return true;
}

NameRules Decisions::name_rules(const std::function<void(const std::string&)>& fault) const {
  NameRules made;
  const auto take = [&](Sameness wanted) {
    for (const auto& [names, rule] : rules_) {
      if (rule.sameness != wanted) continue;
      const std::string what =
          wanted == Sameness::different ? made.keep_apart(rule.a, rule.b) : made.unite({rule.a, rule.b});
      if (!what.empty() && fault) fault(what);
    }
  };
  take(Sameness::different);
  take(Sameness::same);
  return made;
}

}  // namespace relata
