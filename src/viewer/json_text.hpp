// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata::detail {

/// Appends a JSON string that is safe inside a script element of HTML: `<`, `>` and `&` are escaped, so that
/// no text ends the element or opens a comment in it; so are U+2028 and U+2029, line ends to JavaScript.
/// Ill-formed UTF-8 becomes U+FFFD.
///   </script>  →  "\u003c/script\u003e"
void append_json_string(std::string& out, std::string_view text);

/// Appends the shortest form that reads back the same; 0 for what is not finite.
void append_json_number(std::string& out, double value);

}  // namespace relata::detail
