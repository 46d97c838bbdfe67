// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "relata/document.hpp"

namespace relata::detail {

/// What a capital is named for.
enum class CapitalSense : std::uint8_t {
  state,    ///< it acts (`Moscow opposes`) or is dealt with (`talks with Moscow`, `pro-Beijing`)
  place,    ///< somebody is, goes or lies there
  unclear,  ///< what the article else means by it
};

/// Reads the words about a capital's name, whose syntactic head is `head`. `is_country` tells of a token
/// whether it names a country: `between Washington and Russia`.
CapitalSense capital_sense(const Document& doc, TokenSpan name, TokenId head,
                           const std::function<bool(TokenId)>& is_country);

}  // namespace relata::detail
