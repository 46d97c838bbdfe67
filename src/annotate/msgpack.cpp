// SPDX-License-Identifier: MIT
#include "annotate/msgpack.hpp"

#include <bit>

#include "relata/error.hpp"
#include "text/utf8.hpp"

namespace relata::annotate {
namespace {
constexpr unsigned max_depth = 32;
}

const PackValue* PackValue::find(std::string_view key) const {
  if (kind != Kind::map) return nullptr;
  for (std::uint32_t i = 0; i < size; ++i)
    if (items[2 * i].is_bytes() && items[2 * i].str() == key) return &items[2 * i + 1];
  return nullptr;
}

void PackReader::fail(const std::string& what) const {
  throw Error(name_ + ": " + what);
}

unsigned PackReader::byte() {
  if (at_ >= bytes_.size()) fail("ends early, at byte " + std::to_string(at_));
  return static_cast<unsigned char>(bytes_[at_++]);
}

std::uint64_t PackReader::big_endian(unsigned size) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < size; ++i) value = value << 8 | byte();
  return value;
}

std::string_view PackReader::take(std::uint64_t size) {
  if (size > bytes_.size() - at_)
    fail("ends early: " + std::to_string(size) + " bytes wanted at byte " + std::to_string(at_));
  const std::string_view taken = bytes_.substr(at_, size);
  at_ += size;
  return taken;
}

void PackReader::container(PackValue& out, PackValue::Kind kind, std::uint64_t size, unsigned depth) {
  const std::uint64_t count = kind == PackValue::Kind::map ? 2 * size : size;
  // Each value takes a byte at least, which bounds what forged counts can make us allocate.
  if (count > bytes_.size() - values_) fail("count too large at byte " + std::to_string(at_));
  values_ += count;
  if (depth >= max_depth) fail("nested too deeply at byte " + std::to_string(at_));
  std::vector<PackValue>& items = pool_.emplace_back(count);
  out.kind = kind;
  out.size = static_cast<std::uint32_t>(size);
  out.items = items.data();
  for (PackValue& item : items) value(item, depth + 1);
}

void PackReader::value(PackValue& out, unsigned depth) {
  using Kind = PackValue::Kind;
  const auto text = [&](Kind kind, std::uint64_t size) {
    const std::string_view taken = take(size);
    if (kind == Kind::string && utf8::find_invalid(taken) != std::string_view::npos)
      fail("a string before byte " + std::to_string(at_) + " is not UTF-8");
    out.kind = kind;
    out.size = static_cast<std::uint32_t>(taken.size());
    out.text = taken.data();
  };
  const auto integer = [&](std::uint64_t value, bool negative) {
    out.kind = negative ? Kind::negative_integer : Kind::unsigned_integer;
    out.number = value;
  };
  const auto signed_integer = [&](unsigned size) {
    std::uint64_t value = big_endian(size);
    const bool negative = (value >> (8 * size - 1) & 1) != 0;
    if (negative && size < 8) value |= ~std::uint64_t{0} << (8 * size);
    integer(value, negative);
  };
  const unsigned head = byte();
  if (head <= 0x7F) return integer(head, false);
  if (head <= 0x8F) return container(out, Kind::map, head & 0x0F, depth);
  if (head <= 0x9F) return container(out, Kind::array, head & 0x0F, depth);
  if (head <= 0xBF) return text(Kind::string, head & 0x1F);
  if (head >= 0xE0) return integer(~std::uint64_t{0xFF} | head, true);
  switch (head) {
    case 0xC0:
      out.kind = Kind::nil;
      return;
    case 0xC2:
    case 0xC3:
      out.kind = Kind::boolean;
      out.boolean = head == 0xC3;
      return;
    case 0xC4:
      return text(Kind::binary, big_endian(1));
    case 0xC5:
      return text(Kind::binary, big_endian(2));
    case 0xC6:
      return text(Kind::binary, big_endian(4));
    case 0xCA:
      out.kind = Kind::real;
      out.real = static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(big_endian(4))));
      return;
    case 0xCB:
      out.kind = Kind::real;
      out.real = std::bit_cast<double>(big_endian(8));
      return;
    case 0xCC:
      return integer(big_endian(1), false);
    case 0xCD:
      return integer(big_endian(2), false);
    case 0xCE:
      return integer(big_endian(4), false);
    case 0xCF:
      return integer(big_endian(8), false);
    case 0xD0:
      return signed_integer(1);
    case 0xD1:
      return signed_integer(2);
    case 0xD2:
      return signed_integer(4);
    case 0xD3:
      return signed_integer(8);
    case 0xD9:
      return text(Kind::string, big_endian(1));
    case 0xDA:
      return text(Kind::string, big_endian(2));
    case 0xDB:
      return text(Kind::string, big_endian(4));
    case 0xDC:
      return container(out, Kind::array, big_endian(2), depth);
    case 0xDD:
      return container(out, Kind::array, big_endian(4), depth);
    case 0xDE:
      return container(out, Kind::map, big_endian(2), depth);
    case 0xDF:
      return container(out, Kind::map, big_endian(4), depth);
    default:
      fail("unknown type at byte " + std::to_string(at_ - 1));
  }
}

const PackValue& PackReader::document() {
  value(root_, 0);
  if (at_ != bytes_.size()) fail("unread bytes after byte " + std::to_string(at_));
  return root_;
}

std::uint32_t PackReader::map_head() {
  const unsigned head = byte();
  std::uint64_t count = 0;
  if (head >= 0x80 && head <= 0x8F) {
    count = head & 0x0F;
  } else if (head == 0xDE || head == 0xDF) {
    count = big_endian(head == 0xDE ? 2 : 4);
  } else {
    fail("not a map");
  }
  if (2 * count > bytes_.size() - at_) fail("count too large");
  return static_cast<std::uint32_t>(count);
}

std::uint64_t PackReader::next_unsigned() {
  PackValue number;
  value(number, max_depth);
  if (number.kind != PackValue::Kind::unsigned_integer)
    fail("unsigned number expected before byte " + std::to_string(at_));
  return number.number;
}

}  // namespace relata::annotate
