// SPDX-License-Identifier: MIT
#include "serialize/xml_text.hpp"

#include "text/utf8.hpp"

namespace relata {
namespace {

enum class Place : std::uint8_t { content, attribute, plain };

bool is_char(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         c >= 0x10000;
}

/// Readers may take text of blanks alone for layout: a reference as its first character keeps it.
bool is_all_blank(std::string_view text) {
  return !text.empty() && text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

void append(std::string& out, std::string_view text, Place place) {
  if (place == Place::content && is_all_blank(text)) {
    out += "&#" + std::to_string(int{text[0]}) + ';';
    text.remove_prefix(1);
  }
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x80) {
      const char c = text[i++];
      if (place != Place::plain && c == '&') {
        out += "&amp;";
      } else if (place != Place::plain && c == '<') {
        out += "&lt;";
      } else if (place != Place::plain && c == '>') {
        out += "&gt;";
      } else if (place == Place::attribute && c == '"') {
        out += "&quot;";
      } else {
        out += c;
      }
      continue;
    }
    const char32_t c = utf8::next(text, i);
    if (!is_char(c)) {
      utf8::append(out, utf8::replacement);
    } else if (c == 0xD && place != Place::plain) {
      out += "&#13;";  // a parser turns a bare one into a line feed
    } else if ((c == 0x85 || c == 0x2028) && place != Place::plain) {
      out += c == 0x85 ? "&#133;" : "&#8232;";  // XML 1.1 turns these as well, and xmldom does so in XML 1.0
    } else if (c < 0x20 && place == Place::attribute) {
      out += c == 0x9 ? "&#9;" : "&#10;";
    } else {
      utf8::append(out, c);
    }
  }
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
  append(out, text, Place::content);
}
void append_xml_attribute(std::string& out, std::string_view text) {
  append(out, text, Place::attribute);
}

std::string xml_clean(std::string_view text) {
  std::string out;
  append(out, text, Place::plain);
  return out;
}

}  // namespace relata
