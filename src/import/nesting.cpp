// SPDX-License-Identifier: MIT
#include "import/nesting.hpp"

#include "import/turtle_lexer.hpp"

namespace relata::importing {
namespace {

constexpr std::size_t most_nested = 256;

}  // namespace

void require_shallow(const InputText& input) {
  const std::string_view bytes = input.bytes;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (const std::size_t past = past_quoted(bytes, i); past != i) {
      i = past;
      continue;
    }
    const char c = bytes[i];
    if (c == '[' || c == '(' || c == '{') {
      if (++depth > most_nested) input.fail(i, "brackets nested more than 256 deep");
    } else if ((c == ']' || c == ')' || c == '}') && depth > 0) {
      --depth;
    }
    ++i;
  }
}

}  // namespace relata::importing
