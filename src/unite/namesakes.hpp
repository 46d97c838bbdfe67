// SPDX-License-Identifier: MIT
#pragma once

#include "unite/compare.hpp"

namespace relata::uniting {

/// One thing, as far as articles' own ids tell: the occurrences of an id, or those of one of its namesakes.
struct Referent {
  std::uint32_t thing = 0;
  std::string mark;  ///< tells namesakes apart: what the others lack; empty for the foremost
  std::vector<std::uint32_t> occurrences;
  std::vector<std::uint32_t> articles;  ///< sorted
  std::uint64_t mentions = 0;
  Context context;
};

/// Splits a thing's occurrences where their articles show namesakes: walks of life or countries that
/// contradict each other, and nothing and nobody in common. What tells too little goes with the foremost if
/// it is four times as often spoken of as all the others, else stands alone.
std::vector<Referent> tell_namesakes_apart(const Corpus& corpus, std::uint32_t thing);

}  // namespace relata::uniting
