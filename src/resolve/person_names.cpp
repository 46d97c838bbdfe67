// SPDX-License-Identifier: MIT
#include "resolve/person_names.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

namespace relata::detail {
namespace {

bool is_generation(std::string_view word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

/// The words of a name, and what tells the generations of a family apart.
struct Parts {
  explicit Parts(const std::string& key) {
    std::istringstream in(key);
    for (std::string word; in >> word;) words.push_back(word);
    if (words.size() > 1 && is_generation(words.back())) {
      generation = words.back();
      words.pop_back();
    }
  }
  std::vector<std::string> words;
  std::string generation;
};

/// Middle names agree where one of them is silent, or word for word, an initial for the whole.
bool middles_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto count = [](const std::vector<std::string>& w) { return w.size() < 2 ? 0 : w.size() - 2; };
  if (count(a) == 0 || count(b) == 0) return true;
  if (count(a) != count(b)) return false;
  for (std::size_t i = 1; i + 1 < a.size(); ++i)
    if (!a[i].starts_with(b[i]) && !b[i].starts_with(a[i])) return false;
  return true;
}

bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& end) {
  return end.size() < whole.size() && std::equal(end.rbegin(), end.rend(), whole.rbegin());
}

/// `Gabriel García` of `Gabriel García Márquez`
bool begins_with(const std::vector<std::string>& whole, const std::vector<std::string>& start) {
  return start.size() >= 2 && start.size() < whole.size() &&
         std::equal(start.begin(), start.end(), whole.begin());
}

}  // namespace

std::string family_name(const std::string& key) {
  const Parts parts(key);
  return parts.words.empty() ? key : parts.words.back();
}

bool same_person(const std::string& a, const std::string& b) {
  const Parts one(a), other(b);
  if (one.generation != other.generation || one.words.empty() || other.words.empty()) return false;
  if (ends_with(one.words, other.words) || ends_with(other.words, one.words)) return true;
  if (begins_with(one.words, other.words) || begins_with(other.words, one.words)) return true;
  return one.words.front() == other.words.front() && one.words.back() == other.words.back() &&
         middles_agree(one.words, other.words);
}

}  // namespace relata::detail
