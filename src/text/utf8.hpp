// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace relata::utf8 {

/// U+FFFD, what invalid input becomes.
inline constexpr char32_t replacement = 0xFFFD;

/// Decodes the code point at `i` and moves `i` past it. Invalid bytes give U+FFFD, one per maximal ill-formed
/// sequence (Unicode 15, section 3.9, table 3-8). `i` must be less than `s.size()`.
char32_t next(std::string_view s, std::size_t& i);

/// Appends the UTF-8 form of `c`; surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& out, char32_t c);

/// Number of code points in valid UTF-8.
std::size_t length(std::string_view s);

/// Byte offset of the first ill-formed byte, or npos.
std::size_t find_invalid(std::string_view s);

std::u32string decode(std::string_view s);
std::string encode(std::u32string_view s);

}  // namespace relata::utf8
