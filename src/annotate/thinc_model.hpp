// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/mapped_file.hpp"
#include "annotate/msgpack.hpp"

namespace relata::annotate {

/// An array of 32-bit floats in a model file; the data may lie unaligned.
struct Tensor {
  std::vector<std::size_t> shape;
  std::string_view data;

  std::size_t size() const { return data.size() / sizeof(float); }
  std::vector<float> values() const;
};

/// A serialized thinc model: its layers in breadth-first order with their parameters.
/// All accessors throw Error naming file and layer where something is missing or has another shape.
class ThincModel {
 public:
  explicit ThincModel(const std::filesystem::path& path);

  std::size_t size() const { return nodes_.size(); }
  std::string_view node_name(std::size_t node) const { return nodes_[node].name; }
  /// Layers of that very name, in order.
  std::vector<std::size_t> nodes_named(std::string_view name) const;
  /// The one layer of that name.
  std::size_t only_node(std::string_view name) const;
  /// The first layer whose name begins so.
  std::optional<std::size_t> node_starting(std::string_view prefix) const;
  /// The layer a reference leads to.
  std::size_t reference(std::size_t node, std::string_view name) const;

  /// A parameter; `shape` holds 0 where any size goes.
  Tensor parameter(std::size_t node, std::string_view name, std::initializer_list<std::size_t> shape) const;
  bool has_parameter(std::size_t node, std::string_view name) const;

  /// An integer attribute, at most `limit`.
  std::size_t number(std::size_t node, std::string_view name, std::size_t limit) const;
  /// A flag, `missing` where there is none.
  bool flag(std::size_t node, std::string_view name, bool missing) const;
  /// An attribute that is a list of strings.
  std::vector<std::string> strings(std::size_t node, std::string_view name) const;

  [[noreturn]] void fail(std::size_t node, const std::string& what) const;
  const std::string& file() const { return bytes_.name(); }

 private:
  struct Node {
    std::string_view name;
    const PackValue* refs = nullptr;
    const PackValue* attrs = nullptr;
    const PackValue* params = nullptr;
  };
  /// The attribute's bytes, themselves MessagePack.
  std::optional<std::string_view> attribute(std::size_t node, std::string_view name) const;

  MappedFile bytes_;
  PackReader reader_;
  std::vector<Node> nodes_;
};

}  // namespace relata::annotate
