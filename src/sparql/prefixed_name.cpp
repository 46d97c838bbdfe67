// SPDX-License-Identifier: MIT
#include "sparql/prefixed_name.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.hpp"

namespace relata::sparql {
namespace {

struct Range {
  char32_t first, last;
};

bool is_in(const auto& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

// SPARQL 1.1, section 19.8, PN_CHARS_BASE beyond ASCII.
constexpr std::array<Range, 12> base_characters = {{{0xC0, 0xD6},
                                                    {0xD8, 0xF6},
                                                    {0xF8, 0x2FF},
                                                    {0x370, 0x37D},
                                                    {0x37F, 0x1FFF},
                                                    {0x200C, 0x200D},
                                                    {0x2070, 0x218F},
                                                    {0x2C00, 0x2FEF},
                                                    {0x3001, 0xD7FF},
                                                    {0xF900, 0xFDCF},
                                                    {0xFDF0, 0xFFFD},
                                                    {0x10000, 0xEFFFF}}};
// PN_CHARS, of which no name begins with these.
constexpr std::array<Range, 3> further_characters = {{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

bool is_letter_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// PN_LOCAL, with what may be escaped escaped; nothing where the name cannot be one.
std::optional<std::string> local_name(std::string_view name) {
  std::string local;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t start = i;
    const char32_t c = utf8::next(name, i);
    if (is_letter_or_digit(c) || c == '_' || c == ':' || is_in(base_characters, c)) {
      local.append(name, start, i - start);
    } else if (start > 0 && (c == '-' || is_in(further_characters, c))) {
      local.append(name, start, i - start);
    } else if (c == '.' && start > 0 && i < name.size()) {
      local += '.';
    } else if (c == '%' && i + 2 <= name.size() && is_hex(name[i]) && is_hex(name[i + 1])) {
      local += '%';
    } else if (c < 0x80 &&
               std::string_view("-.!$&'()*+,;=@~").find(static_cast<char>(c)) != std::string_view::npos) {
      local += '\\';
      local += static_cast<char>(c);
    } else {
      return std::nullopt;
    }
  }
  return local;
}

}  // namespace

std::string prefixed_name(std::string_view iri,
                          const std::vector<std::pair<std::string, std::string>>& prefixes) {
  const std::pair<std::string, std::string>* longest = nullptr;
  for (const auto& prefix : prefixes)
    if (iri.size() > prefix.second.size() && iri.starts_with(prefix.second) &&
        (!longest || prefix.second.size() > longest->second.size()))
      longest = &prefix;
  if (longest)
    if (const auto local = local_name(iri.substr(longest->second.size())))
      return longest->first + ':' + *local;
  return '<' + std::string(iri) + '>';
}

}  // namespace relata::sparql
