// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace relata::detail {

/// How a proposition came about.
enum class Construction : unsigned char {
  own_subject,
  copula,
  clause_complement,
  coordinated,
  relative,
  participle,
  adverbial_participle,
  infinitive,
  gerund,
  existential,
  apposition_name,
  apposition,
  title,
  place_name,
  name_in_place,
  possessive,
  noun_of,
  noun_in,
};

/// The copula of what a participle, an apposition or a place says without a verb. Its tense is not in the
/// text (`the wall built by X`: is or was?), so it is given as the lemma.
inline constexpr std::string_view inserted_copula = "be";

/// How sure a construction is, as a rank among the others; the levels are set by hand, not fitted.
double confidence_of(Construction construction);

/// Constructions below this are not stated: on the CaRB development set F1 is .57 with them and .61
/// without.
inline constexpr double least_printed = 0.51;

}  // namespace relata::detail
