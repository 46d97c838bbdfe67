// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::detail {

/// The form in which names of gold and system are compared. `name` is valid UTF-8.
///   The U.S.               → us
///   Mr. Lindqvist’s        → lindqvist
///   Al-Fayhaa Erdoğan      → al fayhaa erdogan
std::string comparable_name(std::string_view name);

/// The article behind an address: its last part without `.txt`, `.json`, `.htm` or `.html`.
std::string article_name(std::string_view address);

/// The name of a relation as schemas spell it: `Wrote to` → `wrote_to`.
std::string relation_name(std::string_view label);

/// The name with every run of white space as one blank, none at the ends.
std::string one_line(std::string_view name);

}  // namespace relata::detail
