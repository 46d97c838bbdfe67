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

/// How sure a construction is; measured on training articles where it occurs often enough.
namespace confidence {
inline constexpr double title = 0.9, apposition = 0.8, party = 0.85, list = 0.8;
inline constexpr double verb = 0.7, adjective = 0.65, noun = 0.6, inherited = 0.9;  // the last is a factor
inline constexpr double place = 0.65, comma_place = 0.7, date = 0.6, open = 0.35;
}  // namespace confidence

}  // namespace relata::detail
