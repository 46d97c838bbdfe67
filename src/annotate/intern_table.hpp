// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "annotate/string_id.hpp"

namespace relata::annotate {

/// Numbers strings from 0 in order of first appearance. Views of the strings live until `clear`.
class InternTable {
 public:
  static constexpr std::uint32_t none = ~0U;

  InternTable() : slots_(1024, none) {}

  /// The number of `s`; `fresh` tells whether it was new.
  std::uint32_t intern(std::string_view s, bool& fresh) {
    const std::uint64_t hash = murmur64(s);
    std::size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot] != none; slot = (slot + 1) & (slots_.size() - 1)) {
      const Entry& e = entries_[slots_[slot]];
      if (e.hash == hash && e.text == s) {
        fresh = false;
        return slots_[slot];
      }
    }
    fresh = true;
    const auto id = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({hash, keep(s)});
    slots_[slot] = id;
    if (2 * entries_.size() > slots_.size()) grow();
    return id;
  }

  std::string_view text(std::uint32_t id) const { return entries_[id].text; }
  std::size_t size() const { return entries_.size(); }
  /// Bytes of text held.
  std::size_t bytes() const { return bytes_; }

  /// A copy of `s` that lives until `clear`.
  std::string_view keep(std::string_view s) {
    if (s.size() > room_) {
      const std::size_t size = s.size() > block_size ? s.size() : block_size;
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      free_ = blocks_.back().get();
      room_ = size;
    }
    if (!s.empty()) std::memcpy(free_, s.data(), s.size());
    const std::string_view kept(free_, s.size());
    free_ += s.size();
    room_ -= s.size();
    bytes_ += s.size();
    return kept;
  }

  void clear() {
    entries_.clear();
    blocks_.clear();
    slots_.assign(1024, none);
    free_ = nullptr;
    room_ = bytes_ = 0;
  }

 private:
  static constexpr std::size_t block_size = 64 * 1024;
  struct Entry {
    std::uint64_t hash;
    std::string_view text;
  };

  void grow() {
    slots_.assign(slots_.size() * 2, none);
    for (std::uint32_t id = 0; id < entries_.size(); ++id) {
      std::size_t slot = entries_[id].hash & (slots_.size() - 1);
      while (slots_[slot] != none) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = id;
    }
  }

  std::vector<std::uint32_t> slots_;  ///< open addressing, a power of two
  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t room_ = 0, bytes_ = 0;
};

}  // namespace relata::annotate
