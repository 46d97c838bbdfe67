// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::detail {

/// Bytes of unknown encoding → valid UTF-8 without byte order mark: UTF-8, UTF-16, or windows-1252 where the
/// bytes are no UTF-8; single bad bytes in UTF-8 become their windows-1252 punctuation or U+FFFD. `declared`
/// is the encoding the file itself names, empty where it names none. Throws Error, opening with `name`, for
/// binary or empty input and for encodings that cannot be read.
std::string decode(std::string_view bytes, std::string_view declared, const std::string& name);

/// Valid UTF-8 → the same with plain line feeds and without invisible characters: byte order marks,
/// zero-width spaces, soft hyphens, direction marks; other control characters become blanks.
std::string clean_characters(std::string_view text);

/// What the language model reads in place of `text`: typographic quotes as ASCII, every blank a plain one,
/// code point by code point. Empty where that is `text` itself.
std::string model_form(std::string_view text);

}  // namespace relata::detail
