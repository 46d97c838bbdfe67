// SPDX-License-Identifier: MIT
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace relata::utf8 {
namespace {

/// Length of the well-formed sequence at `i`, or 0; `bad` is then the length of the maximal ill-formed one.
/// Unicode 15, table 3-7.
std::size_t sequence(std::string_view s, std::size_t i, std::size_t& bad) {
  const auto byte = [&](std::size_t k) -> unsigned { return static_cast<unsigned char>(s[k]); };
  const unsigned lead = byte(i);
  if (lead < 0x80) return 1;
  bad = 1;
  unsigned low = 0x80, high = 0xBF;
  std::size_t size = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (std::size_t k = 1; k < size; ++k) {
    if (i + k >= s.size() || byte(i + k) < low || byte(i + k) > high) return 0;
    low = 0x80;
    high = 0xBF;
    bad = k + 1;
  }
  return size;
}

/// Some bytes of ASCII from `i` on, where one stands.
std::size_t ascii_run(std::string_view s, std::size_t i) {
  const std::size_t begin = i;
  for (std::uint64_t eight = 0; i + sizeof eight <= s.size(); i += sizeof eight) {
    std::memcpy(&eight, s.data() + i, sizeof eight);
    if ((eight & 0x8080808080808080) != 0) break;
  }
  return std::max<std::size_t>(i - begin, 1);
}

}  // namespace

char32_t next(std::string_view s, std::size_t& i) {
  std::size_t bad = 0;
  const std::size_t size = sequence(s, i, bad);
  if (size == 0) {
    i += bad;
    return replacement;
  }
  const auto byte = [&](std::size_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(s[i + k]));
  };
  char32_t c = 0;
  switch (size) {
    case 1:
      c = byte(0);
      break;
    case 2:
      c = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
      break;
    case 3:
      c = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
      break;
    default:
      c = (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
      break;
  }
  i += size;
  return c;
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  const auto put = [&out](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t length(std::string_view s) {
  std::size_t n = 0;
  for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

std::size_t find_invalid(std::string_view s) {
  std::size_t bad = 0;
  for (std::size_t i = 0; i < s.size();) {
    if (static_cast<unsigned char>(s[i]) < 0x80) {  // most are
      i += ascii_run(s, i);
      continue;
    }
    const std::size_t size = sequence(s, i, bad);
    if (size == 0) return i;
    i += size;
  }
  return std::string_view::npos;
}

std::u32string decode(std::string_view s) {
  std::u32string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) out.push_back(next(s, i));
  return out;
}

std::string encode(std::u32string_view s) {
  std::string out;
  out.reserve(s.size());
  for (const char32_t c : s) append(out, c);
  return out;
}

}  // namespace relata::utf8
