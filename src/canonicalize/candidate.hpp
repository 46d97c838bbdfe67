// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "canonicalize/article_state.hpp"

namespace relata::detail {

/// A statement before status, time and source are read.
struct Candidate {
  EntityId subject = no_entity;
  EntityId object = no_entity;
  std::uint32_t relation = 0;  ///< index in Schema::relations; not used by open ones
  std::string open;            ///< name of an open relation, or empty
  TokenId token = no_token;    ///< predicate: its path to the root is its status, its sentence the evidence
  double confidence = 0;
  bool also = false;           ///< stands beside other relations of its pair
  bool unconditional = false;  ///< a title or a place: asserted whatever the clause around it
  bool past = false;           ///< `former`
  std::string_view status;     ///< set by the frame, or empty
  std::string frame;
  const Frame* declared = nullptr;  ///< in the schema; none of open ones
  TokenId subject_at = no_token;    ///< head of the words that fill the subject, where they were looked for
  TokenId object_at = no_token;
};

/// How sure a construction is: the share of its statements that are right on the training articles, rounded
/// (titles .88, party .89, apposition .85, verb .80, inherited verb .66, noun .71, place .81).
namespace confidence {
inline constexpr double title = 0.9, apposition = 0.85, party = 0.9;
inline constexpr double verb = 0.8, adjective = 0.7, noun = 0.7, inherited = 0.85;  // the last is a factor
inline constexpr double place = 0.8, comma_place = 0.8, date = 0.65, open = 0.35;
}  // namespace confidence

}  // namespace relata::detail
