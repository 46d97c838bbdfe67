// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata {

/// Numbers texts in the order in which they come, from 0. All lie side by side in one string, and a look-up
/// reads few other places: for hundreds of thousands of texts that are asked for again and again.
class TextNumbers {
 public:
  TextNumbers() : slots_(1024, Slot{0, none}) {}

  /// The text's number, and whether it is new.
  std::pair<std::uint32_t, bool> add(std::string_view text) {
    const std::size_t hash = std::hash<std::string_view>()(text), mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t slot = hash & mask;
    for (; slots_[slot].number != none; slot = (slot + 1) & mask)
      if (slots_[slot].tag == tag && (*this)[slots_[slot].number] == text)
        return {slots_[slot].number, false};
    const auto number = static_cast<std::uint32_t>(ends_.size());
    slots_[slot] = {tag, number};
    all_ += text;
    ends_.push_back(all_.size());
    hashes_.push_back(hash);
    if (ends_.size() * 2 > slots_.size()) grow();
    return {number, true};
  }

  /// Lives until the next is added.
  std::string_view operator[](std::uint32_t number) const {
    const std::size_t start = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(all_).substr(start, ends_[number] - start);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// The upper half of a text's hash: few other texts are looked at.
  struct Slot {
    std::uint32_t tag, number;
  };

  void grow() {
    slots_.assign(slots_.size() * 2, Slot{0, none});
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < hashes_.size(); ++number) {
      std::size_t slot = hashes_[number] & mask;
      while (slots_[slot].number != none) slot = (slot + 1) & mask;
      slots_[slot] = {static_cast<std::uint32_t>(hashes_[number] >> 32), number};
    }
  }

  std::string all_;
  std::vector<std::size_t> ends_, hashes_;
  std::vector<Slot> slots_;
};

}  // namespace relata
