// SPDX-License-Identifier: MIT
#include "canonicalize/schema_tables.hpp"

#include <bit>

#include "relata/error.hpp"

namespace relata::detail {

SchemaTables::SchemaTables(const Schema& schema) : schema_(schema) {
  if (schema.classes.size() > 64)
    throw Error("a schema may have 64 classes, not " + std::to_string(schema.classes.size()));
  Classes bit = 1;
  for (const EntityClass& c : schema.classes) {
    bits_[c.name.id()] = bit;
    if (!c.literal) things_ |= bit;
    for (const std::string& noun : c.nouns) nouns_[noun] |= bit;
    bit <<= 1;
  }
  const auto number = [this](const std::string& name) {
    return name.empty() ? no_slot
                        : slots_.try_emplace(name, static_cast<SlotName>(slots_.size() + 1)).first->second;
  };
  for (std::uint32_t r = 0; r < schema.relations.size(); ++r) {
    const Relation& relation = schema.relations[r];
    const Classes domain = relation.domain.empty() ? things_ : classes(relation.domain);
    const Classes range = relation.range.empty() ? things_ : classes(relation.range);
    for (const Frame& frame : relation.frames) {
      FrameRow row{&frame, r,    number(frame.subject_slot), number(frame.object_slot), domain, range,
                   false,  false};
      if (!frame.subject_classes.empty()) row.subject_classes &= classes(frame.subject_classes);
      if (!frame.object_classes.empty()) row.object_classes &= classes(frame.object_classes);
      row.narrow_subject = row.subject_classes != things_;
      row.narrow_object = row.object_classes != things_;
      kinds_[static_cast<std::size_t>(frame.kind)][frame.trigger].push_back(row);
    }
  }
}

std::span<const FrameRow> SchemaTables::frames(Frame::Kind kind, std::string_view trigger) const {
  const Index& index = kinds_[static_cast<std::size_t>(kind)];
  const auto it = index.find(trigger);
  if (it == index.end()) return {};
  return it->second;
}

SlotName SchemaTables::slot(std::string_view name) const {
  const auto it = slots_.find(name);
  return it == slots_.end() ? no_slot : it->second;
}

Classes SchemaTables::class_bit(Label cls) const {
  const auto it = bits_.find(cls.id());
  return it == bits_.end() ? 0 : it->second;
}

Classes SchemaTables::noun_classes(std::string_view lemma) const {
  const auto it = nouns_.find(lemma);
  return it == nouns_.end() ? 0 : it->second;
}

Label SchemaTables::class_of(Classes one_bit) const {
  return schema_.classes[static_cast<std::size_t>(std::countr_zero(one_bit))].name;
}

Classes SchemaTables::classes(std::span<const Label> labels) const {
  Classes set = 0;
  for (const Label label : labels) set |= class_bit(label);
  return set;
}

}  // namespace relata::detail
