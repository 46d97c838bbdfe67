// SPDX-License-Identifier: MIT
#pragma once

#include "relata/document.hpp"

namespace relata::detail {

/// Whether a score begins at the token: `3-0`, `21–19`
bool is_score(const Document& doc, TokenId t);

/// Where a name ends before a score or an amount that the model took for a part of it: `Everton | 2-0`, `Meta
/// | 1.2 billion`.
TokenId end_before_figure(const Document& doc, TokenSpan name);

/// Whether the sentence says that the name is a team's, as only teams have captains and strikers, sign
/// players or are played for:
///   Northport captain Ann Holm    joined Northport from Southport    Northport have signed the striker
bool is_team(const Document& doc, TokenSpan name, TokenId head);

/// Whether the name of a place or somebody plays for a score: `Northport beat Southport 2-0`. People play so
/// too.
bool plays_for_score(const Document& doc, TokenId head);

}  // namespace relata::detail
