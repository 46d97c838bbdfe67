// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata {

/// A user's word on names: which are one thing, and which must never become one. It wins over everything that
/// is guessed from the text. Names are compared by `normalized_name`.
class NameRules {
 public:
  bool empty() const { return group_.empty() && apart_.empty(); }

  /// States that all these names are one thing, called by the first of them. Returns what forbids it, or
  /// nothing.
  std::string unite(const std::vector<std::string>& names);

  /// States that the things called `a` and `b` are two. Returns what forbids it, or nothing.
  std::string keep_apart(std::string_view a, std::string_view b);

  /// The name under which `name` was united with others, or empty.
  std::string_view same(std::string_view name) const;

  /// The rules as pairs of names, normalised unless a title is known.
  std::vector<std::pair<std::string, std::string>> same_pairs() const;
  std::vector<std::pair<std::string, std::string>> different_pairs() const;

  /// Whether `a` and `b`, or names united with them, are stated to be two things.
  bool kept_apart(std::string_view a, std::string_view b) const;

 private:
  /// The key that stands for all names united with this one.
  std::string root(std::string_view name) const;

  std::map<std::string, std::string, std::less<>> group_;  // normalised name → key of its group
  std::map<std::string, std::string> titles_;              // key of a group → the name to be shown
  std::set<std::pair<std::string, std::string>> apart_;    // keys, the lesser first
};

}  // namespace relata
