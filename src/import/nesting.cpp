// SPDX-License-Identifier: MIT
#include "import/nesting.hpp"

namespace relata::importing {
namespace {

constexpr std::size_t most_nested = 256;

/// Where the string that begins at `at` ends: past its closing quotes, or at the end of the bytes.
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

/// Where the IRI that may begin at `at` ends.
std::size_t past_iri(std::string_view bytes, std::size_t at) {
  for (std::size_t i = at + 1; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '>') return i + 1;
    if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '"') return at + 1;  // none
  }
  return bytes.size();
}

}  // namespace

void require_shallow(const InputText& input) {
  const std::string_view bytes = input.bytes;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    switch (bytes[i]) {
      case '"':
      case '\'':
        i = past_string(bytes, i);
        continue;
      case '<':
        i = past_iri(bytes, i);
        continue;
      case '#':
        i = bytes.find('\n', i);
        if (i == std::string_view::npos) return;
        continue;
      case '\\':  // of a prefixed name
        i += 2;
        continue;
      case '[':
      case '(':
      case '{':
        if (++depth > most_nested) input.fail(i, "brackets nested more than 256 deep");
        break;
      case ']':
      case ')':
      case '}':
        if (depth > 0) --depth;
        break;
      default:
        break;
    }
    ++i;
  }
}

}  // namespace relata::importing
