// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace relata::detail {

/// The family name in a normalised full name: its last word, without a `Jr` after it.
std::string family_name(const std::string& key);

/// Whether two normalised full names of one family name can be one person's:
///   donald j trump, donald trump            yes
///   seyed karim azad, karim azad            yes
///   george w bush, george h w bush          no
///   john doe, john doe jr                   no
///   bill clinton, hillary clinton           no
bool same_person(const std::string& a, const std::string& b);

}  // namespace relata::detail
