// SPDX-License-Identifier: MIT
#include "import/input_text.hpp"

#include <algorithm>
#include <limits>

#include "relata/error.hpp"
#include "text/utf8.hpp"

namespace relata::importing {

void InputText::fail(std::size_t offset, const std::string& fault) const {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  Diagnostic diagnostic;
  diagnostic.file = name;
  diagnostic.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  diagnostic.column = utf8::length(before.substr(line_start)) + 1;
  diagnostic.message = fault;
  throw Error(to_string(diagnostic));
}

void InputText::require_utf8() const {
  const std::size_t bad = utf8::find_invalid(bytes);
  if (bad == std::string_view::npos) return;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    fail(0, "is in UTF-16; only UTF-8 is read");
  fail(bad, "is no UTF-8");
}

std::uint32_t CharCounter::before(std::size_t offset) {
  if (offset >= offset_) {
    count_ += utf8::length(bytes_.substr(offset_, offset - offset_));
  } else {
    count_ -= utf8::length(bytes_.substr(offset, offset_ - offset));
  }
  offset_ = offset;
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::min(count_, most));
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string out = "'";
  for (std::size_t i = 0; i < text.size();) {
    if (i >= most) {
      out += "…";
      break;
    }
    const char32_t c = utf8::next(text, i);
    utf8::append(out, c < 0x20 || c == 0x7F ? utf8::replacement : c);
  }
  out += '\'';
  return out;
}

}  // namespace relata::importing
