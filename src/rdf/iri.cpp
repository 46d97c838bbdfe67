// SPDX-License-Identifier: MIT
#include "rdf/iri.hpp"

namespace relata::rdf {

void append_iri(std::string& out, std::string_view s) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos) {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
}

}  // namespace relata::rdf
