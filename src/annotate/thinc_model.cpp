// SPDX-License-Identifier: MIT
#include "annotate/thinc_model.hpp"

#include <cstring>

#include "relata/error.hpp"

namespace relata::annotate {

using Kind = PackValue::Kind;

std::vector<float> Tensor::values() const {
  std::vector<float> out(size());
  if (!out.empty()) std::memcpy(out.data(), data.data(), out.size() * sizeof(float));
  return out;
}

ThincModel::ThincModel(const std::filesystem::path& path)
    : bytes_(path), reader_(bytes_.bytes(), bytes_.name()) {
  const PackValue& root = reader_.document();
  const auto list = [&](const char* name) -> const PackValue& {
    const PackValue* const found = root.find(name);
    if (found == nullptr || found->kind != Kind::array) reader_.fail(std::string("no list '") + name + "'");
    return *found;
  };
  const PackValue &nodes = list("nodes"), &attrs = list("attrs"), &params = list("params");
  if (attrs.size != nodes.size || params.size != nodes.size)
    reader_.fail("nodes, attrs and params differ in number");
  for (std::uint32_t i = 0; i < nodes.size; ++i) {
    Node node;
    const PackValue* const name = nodes.items[i].find("name");
    if (name == nullptr || !name->is_text()) reader_.fail("layer " + std::to_string(i) + " has no name");
    node.name = name->str();
    node.refs = nodes.items[i].find("refs");
    node.attrs = &attrs.items[i];
    node.params = &params.items[i];
    nodes_.push_back(node);
  }
}

void ThincModel::fail(std::size_t node, const std::string& what) const {
  reader_.fail("layer " + std::to_string(node) + " (" + std::string(nodes_[node].name.substr(0, 40)) +
               "): " + what);
}

std::vector<std::size_t> ThincModel::nodes_named(std::string_view name) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].name == name) found.push_back(i);
  return found;
}

std::size_t ThincModel::only_node(std::string_view name) const {
  const std::vector<std::size_t> found = nodes_named(name);
  if (found.size() != 1)
    reader_.fail("has " + std::to_string(found.size()) + " layers '" + std::string(name) + "', not one");
  return found[0];
}

std::optional<std::size_t> ThincModel::node_starting(std::string_view prefix) const {
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    if (nodes_[i].name.starts_with(prefix)) return i;
  return std::nullopt;
}

std::size_t ThincModel::reference(std::size_t node, std::string_view name) const {
  const PackValue* const refs = nodes_[node].refs;
  const PackValue* const found = refs == nullptr ? nullptr : refs->find(name);
  if (found == nullptr || found->kind != Kind::unsigned_integer || found->number >= nodes_.size())
    fail(node, "no reference '" + std::string(name) + "'");
  return static_cast<std::size_t>(found->number);
}

bool ThincModel::has_parameter(std::size_t node, std::string_view name) const {
  const PackValue* const found = nodes_[node].params->find(name);
  return found != nullptr && found->kind == Kind::map;
}

Tensor ThincModel::parameter(std::size_t node, std::string_view name,
                             std::initializer_list<std::size_t> shape) const {
  const std::string what = "parameter '" + std::string(name) + "'";
  if (!has_parameter(node, name)) fail(node, "no " + what);
  const PackValue& array = *nodes_[node].params->find(name);
  const PackValue *const type = array.find("type"), *const sizes = array.find("shape"),
                         *const data = array.find("data");
  if (type == nullptr || !type->is_bytes() || type->str() != "<f4")
    fail(node, what + " is not of 32-bit floats");
  if (sizes == nullptr || sizes->kind != Kind::array || data == nullptr || !data->is_bytes())
    fail(node, what + " has no data");
  Tensor tensor;
  tensor.data = data->str();
  std::size_t total = 1;
  bool fits = sizes->size == shape.size();
  for (std::uint32_t i = 0; i < sizes->size && fits; ++i) {
    const PackValue& size = sizes->items[i];
    const std::size_t wanted = shape.begin()[i];
    fits = size.kind == Kind::unsigned_integer && size.number > 0 && size.number <= tensor.data.size() &&
           (wanted == 0 || size.number == wanted) && total <= tensor.data.size();
    total *= static_cast<std::size_t>(size.number);
    tensor.shape.push_back(static_cast<std::size_t>(size.number));
  }
  if (!fits) {
    std::string expected;
    for (const std::size_t s : shape)
      expected += (expected.empty() ? "" : ", ") + (s == 0 ? "*" : std::to_string(s));
    fail(node, what + " has not the shape (" + expected + ")");
  }
  if (tensor.data.size() % sizeof(float) != 0 || total != tensor.size())
    fail(node, what + ": its data have not the size of its shape");
  return tensor;
}

std::optional<std::string_view> ThincModel::attribute(std::size_t node, std::string_view name) const {
  const PackValue* const found = nodes_[node].attrs->find(name);
  if (found == nullptr || !found->is_bytes()) return std::nullopt;
  return found->str();
}

std::size_t ThincModel::number(std::size_t node, std::string_view name, std::size_t limit) const {
  const auto bytes = attribute(node, name);
  if (!bytes) fail(node, "no attribute '" + std::string(name) + "'");
  PackReader reader(*bytes, file() + ": attribute '" + std::string(name) + "'");
  const PackValue& value = reader.document();
  if (value.kind != Kind::unsigned_integer || value.number > limit)
    fail(node, "attribute '" + std::string(name) + "' is not a number up to " + std::to_string(limit));
  return static_cast<std::size_t>(value.number);
}

bool ThincModel::flag(std::size_t node, std::string_view name, bool missing) const {
  const auto bytes = attribute(node, name);
  if (!bytes) return missing;
  PackReader reader(*bytes, file() + ": attribute '" + std::string(name) + "'");
  const PackValue& value = reader.document();
  return value.kind == Kind::boolean ? value.boolean : missing;
}

std::vector<std::string> ThincModel::strings(std::size_t node, std::string_view name) const {
  const auto bytes = attribute(node, name);
  if (!bytes) fail(node, "no attribute '" + std::string(name) + "'");
  PackReader reader(*bytes, file() + ": attribute '" + std::string(name) + "'");
  const PackValue& value = reader.document();
  std::vector<std::string> out;
  if (value.kind != Kind::array) fail(node, "attribute '" + std::string(name) + "' is not a list");
  for (std::uint32_t i = 0; i < value.size; ++i) {
    if (!value.items[i].is_text()) fail(node, "attribute '" + std::string(name) + "' is not a list of names");
    out.emplace_back(value.items[i].str());
  }
  return out;
}

}  // namespace relata::annotate
