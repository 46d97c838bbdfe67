// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relata/knowledge_base.hpp"
#include "text/utf8.hpp"

namespace relata {
namespace {

// Latin-1 and Latin Extended-A (U+00C0 to U+017F) without their marks, in lower case; a blank stands for the
// signs × and ÷, letters of two are completed below.
constexpr std::string_view folded_latin =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
    "uuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(folded_latin.size() == 0x180 - 0xC0);

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : static_cast<char>(c);
  } else if (c >= 0xC0 && c < 0x180) {
    out += folded_latin[c - 0xC0];
    if (c == 0xC6 || c == 0xE6 || c == 0x152 || c == 0x153) out += 'e';
    if (c == 0xDE || c == 0xFE) out += 'h';
    if (c == 0xDF) out += 's';
  } else if (c >= 0x218 && c <= 0x21B) {
    out += c < 0x21A ? 's' : 't';
  } else if (c >= 0x1CD && c <= 0x1DC) {
    out += c < 0x1CF ? 'a' : c < 0x1D1 ? 'i' : c < 0x1D3 ? 'o' : 'u';
  } else if (c >= 0x391 && c <= 0x3A9) {
    utf8::append(out, c + 0x20);
  } else if (c >= 0x410 && c <= 0x42F) {
    utf8::append(out, c + 0x20);
  } else {
    utf8::append(out, c);
  }
}

bool is_separator(char32_t c) {
  if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
  return c == 0xA0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || c == 0x3000;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == '`';
}

}  // namespace

std::string normalized_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = utf8::next(name, i);
    if (c == '.' || c == 0xAD || (c >= 0x300 && c < 0x370)) continue;
    if (is_apostrophe(c)) {
      // A possessive: `'s` or a bare apostrophe before a blank or the end.
      if (i < name.size() && (name[i] == 's' || name[i] == 'S') &&
          (i + 1 == name.size() || name[i + 1] == ' '))
        ++i;
      continue;
    }
    if (is_separator(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    append_folded(out, c);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  if (out.starts_with("the ")) out.erase(0, 4);
  return out;
}

}  // namespace relata
