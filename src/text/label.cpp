// SPDX-License-Identifier: MIT
#include "relata/label.hpp"

#include <array>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "relata/error.hpp"

namespace relata {
namespace {

constexpr std::size_t well_known_count = std::size(detail::well_known_labels);
constexpr std::size_t capacity = 65'536;

/// Spellings by id are written once, before the id is handed out, so reading them needs no lock.
class LabelTable {
 public:
  LabelTable() {
    for (std::size_t i = 0; i < well_known_count; ++i) {
      spellings_[i] = detail::well_known_labels[i];
      ids_.try_emplace(spellings_[i], static_cast<std::uint16_t>(i));
    }
  }

  std::uint16_t intern(std::string_view name) {
    {
      const std::shared_lock lock(mutex_);
      if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
    }
    const std::unique_lock lock(mutex_);
    if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
    if (size_ == capacity) throw Error("more than 65,535 distinct labels; the model or schema is not sound");
    const std::string_view kept = storage_.emplace_back(name);
    spellings_[size_] = kept;
    ids_.emplace(kept, static_cast<std::uint16_t>(size_));
    return static_cast<std::uint16_t>(size_++);
  }

  std::string_view spelling(std::uint16_t id) const { return spellings_[id]; }

 private:
  std::shared_mutex mutex_;
  std::array<std::string_view, capacity> spellings_{};
  std::deque<std::string> storage_;
  std::unordered_map<std::string_view, std::uint16_t> ids_;
  std::size_t size_ = well_known_count;
};

LabelTable& table() {
  static LabelTable* const instance = new LabelTable;  // never destroyed: labels outlive static objects
  return *instance;
}

}  // namespace

Label Label::intern(std::string_view name) {
  return Label(table().intern(name));
}

std::string_view Label::str() const {
  return id_ < well_known_count ? detail::well_known_labels[id_] : table().spelling(id_);
}

}  // namespace relata
