// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace relata::detail {

/// The first word of a normalised name.
inline std::string first_word(const std::string& key) {
  return key.substr(0, key.find(' '));
}

inline bool one_word(const std::string& key) {
  return key.find(' ') == std::string::npos;
}

}  // namespace relata::detail
