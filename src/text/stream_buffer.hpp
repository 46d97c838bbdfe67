// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>

namespace relata {

/// Buffers text for a stream in pieces of a megabyte. Throws Error when the stream fails.
class StreamBuffer {
 public:
  explicit StreamBuffer(std::ostream& out) : out_(out) { text.reserve(capacity + (capacity >> 2)); }
  /// To be called between elements; writes when enough has gathered.
  void step() {
    if (text.size() >= capacity) flush();
  }
  void flush();

  std::string text;

 private:
  static constexpr std::size_t capacity = std::size_t{1} << 20;
  std::ostream& out_;
};

}  // namespace relata
