// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata::detail {

/// A normalised amount: a plain number (`2000000`, xsd:decimal) or a number with its unit (`2000000000 EUR`,
/// `5 %`; xsd:string).
struct Amount {
  std::string value;
  std::string_view datatype;
};

/// Reads `2 billion euros`, `US$6.16 million`, `about 350 thousand`, `71%`; nothing where no number stands.
std::optional<Amount> parse_amount(std::string_view text);

/// Whether the word is a unit that parse_amount knows.
bool is_unit(std::string_view word);

}  // namespace relata::detail
