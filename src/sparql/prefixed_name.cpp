// SPDX-License-Identifier: MIT
#include "sparql/prefixed_name.hpp"

#include <optional>

#include "text/name_characters.hpp"
#include "text/utf8.hpp"

namespace relata::sparql {
namespace {

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
    if (is_letter_or_digit(c) || c == '_' || c == ':' || begins_name(c)) {
      local.append(name, start, i - start);
    } else if (start > 0 && (c == '-' || goes_on_name(c))) {
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
