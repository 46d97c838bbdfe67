// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace relata::annotate {

/// MurmurHash64A with seed 1.
std::uint64_t murmur64(std::string_view s);

/// spaCy's number of a string: 0 for "", a small number for a reserved symbol, else its hash.
std::uint64_t string_id(std::string_view s);

/// The norm of a symbol that all languages share; a null view where there is none.
std::string_view base_norm(std::string_view s);

/// spaCy's word shape: `Xxxxx` for "Apple", `d.d` for "3.5"; valid UTF-8 in and out.
std::string word_shape(std::string_view s);

}  // namespace relata::annotate
