// SPDX-License-Identifier: MIT
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <rapidxml/rapidxml.hpp>
#include <unordered_set>

#include "relata/error.hpp"
#include "relata/serialize.hpp"
#include "serialize/edge_summary.hpp"
#include "serialize/xml_text.hpp"

namespace relata {
namespace {

using XmlNode = rapidxml::xml_node<char>;

/// RapidXML and its in-situ strings live as long as the bytes.
class GraphmlReader {
 public:
  GraphmlReader(std::string name, std::string& bytes) : name_(std::move(name)), bytes_(bytes) {
    check_depth();
  }

  GraphmlContent read() {
    rapidxml::xml_document<char> document;
    try {
      document.parse<rapidxml::parse_no_data_nodes | rapidxml::parse_validate_closing_tags>(bytes_.data());
    } catch (const rapidxml::parse_error& fault) {
      const auto* const where = fault.where<char>();
      fail("not well-formed at byte " + std::to_string(where - bytes_.data()) + ": " + fault.what());
    }
    const XmlNode* const root = document.first_node("graphml");
    if (root == nullptr) fail("no <graphml> element");
    for (const XmlNode* key = root->first_node("key"); key != nullptr; key = key->next_sibling("key"))
      keys_.emplace(attribute(*key, "id"), attribute(*key, "attr.name"));
    const XmlNode* const graph = root->first_node("graph");
    if (graph == nullptr) fail("no <graph> element");
    GraphmlContent content;
    std::unordered_set<std::string> ids;
    for (const XmlNode* n = graph->first_node("node"); n != nullptr; n = n->next_sibling("node")) {
      content.nodes.push_back(read_node(*n));
      if (!ids.insert(content.nodes.back().id).second)
        fail("node '" + content.nodes.back().id + "' stands twice");
    }
    for (const XmlNode* e = graph->first_node("edge"); e != nullptr; e = e->next_sibling("edge")) {
      content.edges.push_back(read_edge(*e));
      for (const std::string* end : {&content.edges.back().source, &content.edges.back().target})
        if (!ids.contains(*end))
          fail("edge '" + content.edges.back().id + "' names the missing node '" + *end + "'");
    }
    return content;
  }

 private:
  /// RapidXML parses and frees recursively: nesting that no GraphML has must not reach it.
  void check_depth() const {
    constexpr int most = 64;
    int depth = 0;
    for (std::size_t i = 0; i + 1 < bytes_.size(); ++i) {
      if (bytes_[i] != '<') continue;
      const char next = bytes_[i + 1];
      if (next == '/') {
        --depth;
      } else if (next != '!' && next != '?') {
        const std::size_t close = bytes_.find('>', i);
        if (close == std::string::npos) break;
        if (bytes_[close - 1] != '/' && ++depth > most) fail("elements nested more than 64 deep");
      }
    }
  }

  [[noreturn]] void fail(const std::string& fault) const { throw Error(name_ + ": " + fault); }

  std::string attribute(const XmlNode& element, const char* name) const {
    const auto* const found = element.first_attribute(name);
    if (found == nullptr) fail(std::string("<") + element.name() + "> without the attribute '" + name + "'");
    return {found->value(), found->value_size()};
  }

  /// The data of an element by the names that its keys declare.
  std::map<std::string, std::string> data(const XmlNode& element) const {
    std::map<std::string, std::string> values;
    for (const XmlNode* d = element.first_node("data"); d != nullptr; d = d->next_sibling("data")) {
      const std::string key = attribute(*d, "key");
      const auto declared = keys_.find(key);
      if (declared == keys_.end()) fail("<data> with the undeclared key '" + key + "'");
      values[declared->second] = std::string(d->value(), d->value_size());
    }
    return values;
  }

  template <class Number>
  Number number(const std::map<std::string, std::string>& values, const char* name) const {
    Number value{};
    const auto found = values.find(name);
    if (found == values.end()) return value;
    const std::string& s = found->second;
    const auto [end, code] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (code != std::errc() || end != s.data() + s.size())
      fail(std::string(name) + " '" + s + "' is no number");
    return value;
  }

  GraphmlContent::Node read_node(const XmlNode& element) const {
    auto values = data(element);
    return {.id = attribute(element, "id"),
            .label = values["label"],
            .cls = values["class"],
            .wikidata = values["wikidata"],
            .aliases = values["aliases"],
            .mentions = number<std::uint64_t>(values, "mentions")};
  }

  GraphmlContent::Edge read_edge(const XmlNode& element) const {
    auto values = data(element);
    return {.id = attribute(element, "id"),
            .source = attribute(element, "source"),
            .target = attribute(element, "target"),
            .kind = attribute(element, "label"),
            .relation = values["relation"],
            .status = values["status"],
            .weight = number<std::uint64_t>(values, "weight"),
            .confidence = number<double>(values, "confidence"),
            .first = values["first"],
            .last = values["last"],
            .articles = values["articles"],
            .said_by = values["source"],
            .sentence = values["sentence"]};
  }

  std::string name_;
  std::string& bytes_;
  std::map<std::string, std::string> keys_;
};

}  // namespace

GraphmlContent read_graphml(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be opened");
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  return GraphmlReader(file.string(), bytes).read();
}

GraphmlContent graphml_content(const KnowledgeGraph& graph) {
  const KnowledgeGraph::Graph& g = graph.graph;
  GraphmlContent content;
  for (const auto v : boost::make_iterator_range(boost::vertices(g)))
    content.nodes.push_back({xml_clean(g[v].id), xml_clean(g[v].label), xml_clean(g[v].cls.str()),
                             xml_clean(g[v].wikidata), xml_clean(join_names(g[v].aliases)), g[v].mentions});
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    const EdgeProperties& edge = g[e];
    const EdgeSummary summary = summarize(graph, edge);
    content.edges.push_back({xml_clean(edge.id), xml_clean(g[boost::source(e, g)].id),
                             xml_clean(g[boost::target(e, g)].id), xml_clean(edge_kind(edge)),
                             xml_clean(edge.relation), std::string(to_string(edge.status)),
                             std::max<std::size_t>(1, edge.evidence.size()), edge.confidence,
                             xml_clean(summary.first), xml_clean(summary.last), xml_clean(summary.articles),
                             xml_clean(summary.source), xml_clean(summary.sentence)});
  }
  return content;
}

}  // namespace relata
