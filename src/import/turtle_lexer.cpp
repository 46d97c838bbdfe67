// SPDX-License-Identifier: MIT
#include "import/turtle_lexer.hpp"

#include <algorithm>

namespace relata::importing {

std::size_t past_string(std::string_view bytes, std::size_t at) {
  const char quote = bytes[at];
  const std::string_view three = bytes.substr(at, 3);
  const bool is_long = three.size() == 3 && three[1] == quote && three[2] == quote;
  std::size_t i = at + (is_long ? 3 : 1);
  for (; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '\\') {
      ++i;
    } else if (c == quote) {
      if (!is_long) return i + 1;
      if (bytes.substr(i, 3) == three) return i + 3;
    } else if (!is_long && c == '\n') {
      return i;  // no string: serd says so
    }
  }
  return bytes.size();
}

std::size_t past_iri(std::string_view bytes, std::size_t at) {
  for (std::size_t i = at + 1; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '>') return i + 1;
    if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '"') return at + 1;  // none
  }
  return bytes.size();
}

std::size_t past_quoted(std::string_view bytes, std::size_t at) {
  switch (bytes[at]) {
    case '"':
    case '\'':
      return past_string(bytes, at);
    case '<':
      return past_iri(bytes, at);
    case '#':
      return std::min(bytes.find('\n', at), bytes.size());
    case '\\':  // of a prefixed name
      return std::min(at + 2, bytes.size());
    default:
      return at;
  }
}

}  // namespace relata::importing
