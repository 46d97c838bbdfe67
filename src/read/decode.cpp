// SPDX-License-Identifier: MIT
#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "relata/error.hpp"
#include "text/utf8.hpp"

namespace relata::detail {
namespace {

/// windows-1252 from 0x80 to 0x9F; 0 where it is undefined.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
  if (byte < 0x80 || byte > 0x9F) return byte;
  const char32_t c = windows_1252[byte - 0x80];
  return c == 0 ? utf8::replacement : c;
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) utf8::append(out, from_windows_1252(static_cast<unsigned char>(byte)));
  return out;
}

enum class Order { little, big };

std::string decode_utf16(std::string_view bytes, Order order) {
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return order == Order::little ? static_cast<char32_t>(second << 8 | first)
                                  : static_cast<char32_t>(first << 8 | second);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    utf8::append(out, c);
  }
  return out;
}

/// Mostly zero at the odd places: little-endian UTF-16 of a Latin script; at the even ones: big-endian.
bool looks_utf16(std::string_view bytes, Order& order) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  const std::size_t half = bytes.size() / 2;
  order = zeros[1] > zeros[0] ? Order::little : Order::big;
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return half > 0 && many * 10 > half * 7 && few * 20 < half;
}

bool is_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v') ||
         byte == 0x7F;
}

std::string lower_ascii(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return out;
}

bool is_latin(const std::string& encoding) {
  constexpr std::array<std::string_view, 10> names{"windows-1252", "cp1252",  "iso-8859-1", "iso8859-1",
                                                   "latin1",       "latin-1", "ascii",      "us-ascii",
                                                   "iso-8859-15",  "x-cp1252"};
  return std::find(names.begin(), names.end(), encoding) != names.end();
}

/// UTF-8 with single bad bytes in it.
std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    const char32_t c = utf8::next(bytes, i);
    const auto byte = static_cast<unsigned char>(bytes[begin]);
    const bool bad = c == utf8::replacement && bytes.substr(begin, i - begin) != "\xEF\xBF\xBD";
    utf8::append(out, bad && byte < 0xA0 ? from_windows_1252(byte) : c);
  }
  return out;
}

std::string decode_unmarked(std::string_view bytes, const std::string& declared, const std::string& name) {
  Order order{};
  if (looks_utf16(bytes, order)) return decode_utf16(bytes, order);
  if (bytes.find('\0') != std::string_view::npos) throw Error(name + ": binary data, not text");
  const auto controls = static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return is_control(static_cast<unsigned char>(c)); }));
  if (controls * 50 > bytes.size()) throw Error(name + ": binary data, not text");
  if (utf8::find_invalid(bytes) == std::string_view::npos) return std::string(bytes);

  std::size_t bad = 0, sound = 0;  // bytes beyond ASCII in ill-formed and in well-formed sequences
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t begin = i;
    const bool is_bad = utf8::next(bytes, i) == utf8::replacement;
    if (is_bad)
      bad += i - begin;
    else if (i - begin > 1)
      sound += i - begin;
  }
  if (bad <= sound) return repair_utf8(bytes);
  if (!declared.empty() && declared != "utf-8" && declared != "utf8" && !is_latin(declared))
    throw Error(name + ": encoding '" + declared + "' is not supported; convert the file to UTF-8");
  // Latin-script text is mostly ASCII; other scripts' old encodings and compressed data are not.
  if (bad * 10 > bytes.size() * 3) throw Error(name + ": neither UTF-8 nor Latin text");
  return decode_windows_1252(bytes);
}

}  // namespace

std::string decode(std::string_view bytes, std::string_view declared, const std::string& name) {
  std::string text;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    text = decode_unmarked(bytes.substr(3), "utf-8", name);
  } else if (bytes.starts_with("\xFF\xFE")) {
    text = decode_utf16(bytes.substr(2), Order::little);
  } else if (bytes.starts_with("\xFE\xFF")) {
    text = decode_utf16(bytes.substr(2), Order::big);
  } else {
    text = decode_unmarked(bytes, lower_ascii(declared), name);
  }
  if (text.find_first_not_of(" \t\r\n\f\v") == std::string::npos) throw Error(name + ": empty");
  return text;
}

std::string clean_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = utf8::next(text, i);
    const bool direction =
        c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    // A joiner after an emoji makes one sign of two; between letters of English it is a typesetter's
    // leftover.
    const bool joiner = c == 0x200C || (c == 0x200D && before < 0x2190);
    if (c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || direction || joiner) continue;
    before = c;
    if (c == '\r') {
      if (i >= text.size() || text[i] != '\n') out += '\n';
    } else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v') {
      out += '\n';
    } else if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0)) {
      out += ' ';
    } else {
      out.append(text, begin, i - begin);
    }
  }
  return out;
}

std::string model_form(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = utf8::next(text, i);
    switch (c) {
      case 0x2018:
      case 0x2019:
      case 0x201A:
      case 0x201B:
      case 0x02BC:
      case 0x2032:
      case 0x00B4:
        out += '\'';
        break;
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x201F:
      case 0x2033:
      case 0x00AB:
      case 0x00BB:
        out += '"';
        break;
      case 0x2010:
      case 0x2011:
        out += '-';
        break;
      case '\t':
      case 0x00A0:
      case 0x1680:
      case 0x202F:
      case 0x205F:
      case 0x3000:
        out += ' ';
        break;
      default:
        if (c >= 0x2000 && c <= 0x200A)
          out += ' ';
        else
          out.append(text, begin, i - begin);
    }
  }
  if (out == text) out.clear();
  return out;
}

}  // namespace relata::detail
