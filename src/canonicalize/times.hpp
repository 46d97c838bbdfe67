// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "canonicalize/article_state.hpp"

namespace relata::detail {

/// A date of the text worked out against the day the article came out (`published`, ISO 8601, may be empty).
/// What cannot be worked out keeps its words alone.
///   October 20, 2018 -> 2018-10-20      last month (2018-10-20) -> 2018-09
///   the 1990s -> 1990 … 1999            Friday (2018-10-20) -> 2018-10-19
StatementTime parse_time(std::string_view words, std::string_view published, bool future);

/// The XSD type of a date that parse_time worked out.
std::string_view date_type(std::string_view iso);

/// The date that the text gives for the predicate at `t`, or nothing.
std::optional<StatementTime> time_of(const ArticleState& state, TokenId t, bool future);

}  // namespace relata::detail
