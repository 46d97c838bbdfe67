// SPDX-License-Identifier: MIT
#include "import/graphml.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <unordered_map>

#include "import/xml_reader.hpp"

namespace relata::importing {
namespace {

using Event = XmlReader::Event;

class GraphmlReader {
 public:
  GraphmlReader(const InputText& input, GraphmlSink& sink) : xml_(input), sink_(sink) {}

  void read() {
    xml_.next();  // the root starts, or it fails
    if (xml_.name() != "graphml") xml_.fail("no GraphML: the root is <" + std::string(xml_.name()) + ">");
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event != Event::start) continue;
      if (xml_.name() == "key") {
        read_key();
      } else if (xml_.name() == "graph") {
        if (!keys_told_) tell_keys();
        read_graph({});
      } else {
        skip_element();
      }
    }
    while (xml_.next() != Event::finish) {
    }
    if (!keys_told_) xml_.fail("no <graph> element");
  }

 private:
  void tell_keys() {
    keys_told_ = true;
    sink_.keys(keys_);
  }

  void read_key() {
    if (keys_told_) xml_.fail("<key> after <graph>");
    const std::string_view id = xml_.required("id");
    if (find_key(id) != nullptr) xml_.fail("the key " + in_quotes(id) + " is declared twice");
    GraphmlKey& key = keys_.emplace_back();
    key.number = keys_.size() - 1;
    key.id = id;
    key_numbers_.emplace(key.id, key.number);
    const std::string_view* const name = xml_.attribute("attr.name");
    key.name = name != nullptr ? std::string(*name) : key.id;
    const std::string_view* const domain = xml_.attribute("for");
    const bool all = domain == nullptr || *domain == "all";
    key.of_nodes = all || *domain == "node";
    key.of_edges = all || *domain == "edge";
    key.graphics = xml_.attribute("yfiles.type") != nullptr;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event != Event::start) continue;
      if (xml_.name() == "default") {
        key.has_default = !key.graphics;
        key.default_value = element_text();
        if (key.has_default) defaults_.push_back(&key);
      } else {
        skip_element();
      }
    }
  }

  const GraphmlKey* find_key(std::string_view id) {
    // Values mostly come in the order of the keys.
    if (expected_ < keys_.size() && keys_[expected_].id == id) return &keys_[expected_++];
    const auto found = key_numbers_.find(id);
    if (found == key_numbers_.end()) return nullptr;
    expected_ = found->second + 1;
    return &keys_[found->second];
  }

  /// Up to the end of the element that just started.
  void skip_element() {
    for (std::size_t depth = 1; depth > 0;) {
      const Event event = xml_.next();
      if (event == Event::start) ++depth;
      if (event == Event::end) --depth;
    }
  }

  /// The text of the element that just started, that of elements inside it left out.
  std::string element_text() {
    std::string text;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event == Event::text) text += xml_.text();
      if (event == Event::start) skip_element();
    }
    return text;
  }

  // Nested graphs are read by recursion: the depth of elements is bounded by the XML reader.
  void read_graph(std::string_view parent) {
    for (;;) {
      // Inside a node, what it holds is still asked for.
      if (depth_ == 0) xml_.forget();
      const Event event = xml_.next();
      if (event == Event::end) break;
      if (event != Event::start) continue;
      if (xml_.name() == "node") {
        read_node(parent);
      } else if (xml_.name() == "edge") {
        read_edge();
      } else if (xml_.name() == "hyperedge") {
        sink_.hyperedge();
        skip_element();
      } else {
        skip_element();
      }
    }
  }

  void read_node(std::string_view parent) {
    if (depth_ == elements_.size()) elements_.emplace_back();
    GraphmlElement& node = elements_[depth_++];
    begin(node);
    node.id = xml_.required("id");
    node.parent = parent;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event != Event::start) continue;
      if (xml_.name() == "data") {
        read_data(node);
      } else if (xml_.name() == "graph") {
        read_graph(node.id);
      } else {
        skip_element();
      }
    }
    add_defaults(node, &GraphmlKey::of_nodes);
    node.end = xml_.next_offset();
    sink_.node(node);
    --depth_;
  }

  void read_edge() {
    if (depth_ == elements_.size()) elements_.emplace_back();
    GraphmlElement& edge = elements_[depth_];
    begin(edge);
    edge.source = xml_.required("source");
    edge.target = xml_.required("target");
    if (const std::string_view* const id = xml_.attribute("id")) edge.id = *id;
    if (const std::string_view* const label = xml_.attribute("label")) edge.label = *label;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event != Event::start) continue;
      if (xml_.name() == "data") {
        read_data(edge);
      } else {
        skip_element();
      }
    }
    add_defaults(edge, &GraphmlKey::of_edges);
    edge.end = xml_.next_offset();
    sink_.edge(edge);
  }

  void begin(GraphmlElement& element) {
    element.offset = xml_.offset();
    element.id = element.label = element.parent = {};
    element.values.clear();
  }

  void read_data(GraphmlElement& element) {
    const std::string_view id = xml_.required("key");
    const GraphmlKey* const key = find_key(id);
    if (key == nullptr) xml_.fail("<data> with the key " + in_quotes(id) + ", which is not declared");
    std::string_view text;  // in one piece, unless there are elements
    bool has_elements = false;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event == Event::text) text = xml_.text();
      if (event != Event::start) continue;
      has_elements = true;
      read_drawing(element);
    }
    if (has_elements || key->graphics) return;  // its text is layout
    element.values.emplace_back(key, text);
  }

  /// What yEd draws: the first label that is not empty is that of the node or edge.
  void read_drawing(GraphmlElement& element) {
    std::size_t depth = 1;
    bool in_label = xml_.name() == "NodeLabel" || xml_.name() == "EdgeLabel";
    std::size_t label_depth = depth;
    std::string label;
    while (depth > 0) {
      switch (xml_.next()) {
        case Event::start:
          ++depth;
          if (!in_label && (xml_.name() == "NodeLabel" || xml_.name() == "EdgeLabel")) {
            in_label = true;
            label_depth = depth;
            label.clear();
          }
          break;
        case Event::text:
          if (in_label && depth == label_depth) label += xml_.text();
          break;
        case Event::end:
          if (in_label && depth == label_depth) {
            in_label = false;
            if (element.label.empty()) element.label = xml_.keep(boost::trim_copy(label));
          }
          --depth;
          break;
        case Event::finish:
          return;
      }
    }
  }

  void add_defaults(GraphmlElement& element, bool GraphmlKey::*domain) {
    element.given = element.values.size();
    for (const GraphmlKey* const key : defaults_) {
      if (!(key->*domain)) continue;
      const auto own = element.values.begin() + static_cast<std::ptrdiff_t>(element.given);
      if (std::none_of(element.values.begin(), own, [key](const auto& value) { return value.first == key; }))
        element.values.emplace_back(key, key->default_value);
    }
  }

  XmlReader xml_;
  GraphmlSink& sink_;
  std::deque<GraphmlKey> keys_;
  std::unordered_map<std::string_view, std::size_t> key_numbers_;
  std::vector<const GraphmlKey*> defaults_;
  std::deque<GraphmlElement> elements_;  ///< one for each depth of nested nodes, used again and again
  std::size_t depth_ = 0, expected_ = 0;
  bool keys_told_ = false;
};

}  // namespace

void read_graphml(const InputText& input, GraphmlSink& sink) {
  GraphmlReader(input, sink).read();
}

}  // namespace relata::importing
