// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata::cli {

/// The known word nearest to a mistyped one, by Levenshtein distance; empty when none is near (distance over
/// 2, or as long as the word).
///   suggest("buidl", {"build", "read"}) -> "build"
///   suggest("zzz", {"build", "read"})   -> ""
std::string suggest(std::string_view word, const std::vector<std::string>& known);

}  // namespace relata::cli
