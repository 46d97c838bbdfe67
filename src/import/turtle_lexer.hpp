// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace relata::importing {

/// Where the string of Turtle that begins at `at` ends: past its closing quotes, or at the end of the bytes.
std::size_t past_string(std::string_view bytes, std::size_t at);

/// Where the IRI that begins at `at` ends; `at + 1` where `<` begins none.
std::size_t past_iri(std::string_view bytes, std::size_t at);

/// Where the string, IRI, comment or escape that begins at `at` ends; `at` where another character stands
/// there.
std::size_t past_quoted(std::string_view bytes, std::size_t at);

}  // namespace relata::importing
