// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/schema.hpp"

namespace relata::detail {

/// A set of classes of the schema: bit i stands for its i-th class.
using Classes = std::uint64_t;
/// The name of a slot as a small number.
using SlotName = std::uint16_t;
inline constexpr SlotName no_slot = 0;

/// A frame ready for matching.
struct FrameRow {
  const Frame* frame = nullptr;
  std::uint32_t relation = 0;  ///< index in Schema::relations
  SlotName subject = no_slot;
  SlotName object = no_slot;
  Classes subject_classes = 0;
  Classes object_classes = 0;
  bool narrow_object = false;  ///< its classes of objects are fewer than all: common nouns may fill it
  bool narrow_subject = false;
};

/// The schema hashed for look-up by trigger, slot and noun.
class SchemaTables {
 public:
  explicit SchemaTables(const Schema& schema);

  const Schema& schema() const { return schema_; }
  /// Frames of a trigger, in the order of the schema.
  std::span<const FrameRow> frames(Frame::Kind kind, std::string_view trigger) const;
  /// Number of a slot's name; no_slot where no frame uses it.
  SlotName slot(std::string_view name) const;
  Classes class_bit(Label cls) const;
  /// Classes that a common noun names, or 0.
  Classes noun_classes(std::string_view lemma) const;
  Label class_of(Classes one_bit) const;
  Classes things() const { return things_; }

 private:
  using Index = std::unordered_map<std::string_view, std::vector<FrameRow>>;

  Classes classes(std::span<const Label> labels) const;

  const Schema& schema_;
  Index kinds_[5];
  std::unordered_map<std::string_view, SlotName> slots_;
  std::unordered_map<std::string_view, Classes> nouns_;
  std::unordered_map<std::uint16_t, Classes> bits_;
  Classes things_ = 0;
};

}  // namespace relata::detail
