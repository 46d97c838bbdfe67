// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::detail {

/// The first full date in `line` in ISO 8601, with its time where it is ISO itself; empty where there is
/// none.
///   Wednesday, January 23, 2019 → 2019-01-23
///   23 Jan. 2019                → 2019-01-23
///   01/23/2019                  → 2019-01-23; 01/02/2019, which two countries read differently, gives
///   nothing
std::string find_date(std::string_view line);

/// A line that only says when: a date with at most weekday, time, time zone and `Published:` beside it.
bool is_date_line(std::string_view line);

/// A day without a year, as pages show the day of the visit: `Tuesday / March 19.`
bool is_bare_day(std::string_view line);

/// `Last updated …` and the like, which tell of the page and not of the news.
bool is_update_line(std::string_view line);

}  // namespace relata::detail
