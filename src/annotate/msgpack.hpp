// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace relata::annotate {

/// A value of a MessagePack text. Strings, which are valid UTF-8, and binaries point into the bytes that were
/// read.
struct PackValue {
  enum class Kind : std::uint8_t {
    nil,
    boolean,
    unsigned_integer,
    negative_integer,
    real,
    string,
    binary,
    array,
    map
  };
  Kind kind = Kind::nil;
  std::uint32_t size = 0;  ///< elements of an array, pairs of a map
  union {
    bool boolean;
    std::uint64_t number = 0;  ///< a negative integer as its two's complement
    double real;
    const char* text;
    const PackValue* items;  ///< a map's keys and values in turn
  };

  bool is_text() const { return kind == Kind::string; }
  bool is_bytes() const { return kind == Kind::string || kind == Kind::binary; }
  std::string_view str() const { return {text, size}; }
  /// The value of a text or binary key in a map; null where there is none.
  const PackValue* find(std::string_view key) const;
};

/// Reads MessagePack within bounds: no count is trusted beyond the bytes that are there, no nesting beyond a
/// limit, no string that is not UTF-8. Throws Error that names the file and the byte.
class PackReader {
 public:
  PackReader(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

  /// The whole text as one value, alive as long as the reader and the bytes.
  const PackValue& document();

  /// Throws Error: `name`: `what`.
  [[noreturn]] void fail(const std::string& what) const;

  const std::string& name() const { return name_; }
  std::string_view bytes() const { return bytes_; }

  /// Reads a map's head; its pairs then come by `next_key`. For maps too large to be held as values.
  std::uint32_t map_head();
  std::uint64_t next_unsigned();

 private:
  unsigned byte();
  std::uint64_t big_endian(unsigned size);
  std::string_view take(std::uint64_t size);
  void value(PackValue& out, unsigned depth);
  void container(PackValue& out, PackValue::Kind kind, std::uint64_t size, unsigned depth);

  std::string_view bytes_;
  std::string name_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;  ///< allocated so far
  std::deque<std::vector<PackValue>> pool_;
  PackValue root_;
};

}  // namespace relata::annotate
