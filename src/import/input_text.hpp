// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace relata::importing {

/// The bytes of a file with its name for messages.
struct InputText {
  std::string_view bytes;
  std::string name;

  /// Throws Error: `name:line:column: fault`, the place being that of a byte.
  [[noreturn]] void fail(std::size_t offset, const std::string& fault) const;
  /// Throws Error where the bytes are no UTF-8, saying where.
  void require_utf8() const;
};

/// Places of a text in code points. Quick for places near the last one.
class CharCounter {
 public:
  explicit CharCounter(std::string_view bytes) : bytes_(bytes) {}
  /// The code points before a byte, at most 4,294,967,295.
  std::uint32_t before(std::size_t offset);

 private:
  std::string_view bytes_;
  std::size_t offset_ = 0, count_ = 0;
};

/// `'text'`, shortened where it is long: input in messages.
std::string in_quotes(std::string_view text);

}  // namespace relata::importing
