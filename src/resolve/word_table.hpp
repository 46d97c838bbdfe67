// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>

#include "relata/label.hpp"

namespace relata::detail {

/// Words of one meaning, divided by blanks.
template <class Meaning>
struct MeantWords {
  Meaning meaning;
  std::string_view words;
};

/// What each word means; of a word in several rows, what the first says.
template <class Meaning>
std::unordered_map<std::string_view, Meaning> meanings(std::span<const MeantWords<Meaning>> rows) {
  std::unordered_map<std::string_view, Meaning> out;
  for (const auto& [meaning, words] : rows)
    for (std::string_view rest = words; !rest.empty();) {
      const std::size_t blank = rest.find(' ');
      out.try_emplace(rest.substr(0, blank), meaning);
      rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
    }
  return out;
}

/// What the word means; of a word in no row, the meaning that is the type's own nothing.
template <class Meaning>
Meaning meaning_of(const std::unordered_map<std::string_view, Meaning>& words, std::string_view word) {
  const auto at = words.find(word);
  return at == words.end() ? Meaning{} : at->second;
}

}  // namespace relata::detail
