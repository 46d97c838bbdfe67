// SPDX-License-Identifier: MIT
#include "cli/graph_cache.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <ostream>
#include <span>
#include <vector>

#include "assemble/judgements.hpp"
#include "cli/whole_file.hpp"
#include "text/checksum.hpp"
#include "text/share_out.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

// Another version may assemble another graph of the same evidence.
constexpr std::string_view magic = "relata " RELATA_VERSION " graph 4\n";

class Writer {
 public:
  template <class Number>
  void number(Number value) {
    text.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void string(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    text += value;
  }
  std::string text;
};

/// Reads what Writer wrote. What does not fit is reported by `whole` turning false, and reads as nothing.
class Reader {
 public:
  Reader(const char* at, std::size_t size) : at_(at), end_(at + size) {}
  template <class Number>
  Number number() {
    Number value{};
    if (!has(sizeof value)) return value;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string string() {
    const std::size_t size = number<std::uint32_t>();
    if (!has(size)) return {};
    std::string value(at_, size);
    at_ += size;
    return value;
  }
  /// A number of things that take at least so many bytes each: what memory they get is bounded by the file.
  std::size_t count(std::size_t least) {
    const std::size_t size = number<std::uint32_t>();
    return has(size * least) ? size : 0;
  }
  /// What stands here, past which it goes.
  const char* skip(std::size_t size) {
    const char* const here = at_;
    at_ += size;
    return here;
  }
  bool has(std::size_t size) {
    whole = whole && static_cast<std::size_t>(end_ - at_) >= size;
    return whole;
  }
  bool at_end() const { return at_ == end_; }
  bool whole = true;

 private:
  const char* at_;
  const char* end_;
};

void require(bool fits) {
  if (!fits) throw Error("a kept graph is not whole");
}

// What the empty ones take: sizes of texts and lists, numbers.
constexpr std::size_t least_node = 7 * sizeof(std::uint32_t) + sizeof(std::uint64_t);
constexpr std::size_t least_evidence = 7 * sizeof(std::uint32_t) + sizeof(double) + 1;

void write_node(Writer& out, const NodeProperties& node) {
  for (const std::string_view text :
       {std::string_view(node.id), std::string_view(node.label), node.cls.str(),
        std::string_view(node.wikidata), std::string_view(node.datatype), std::string_view(node.value)})
    out.string(text);
  out.number(node.mentions);
  out.number(static_cast<std::uint32_t>(node.aliases.size()));
  for (const std::string& alias : node.aliases) out.string(alias);
}

NodeProperties read_node(Reader& in) {
  NodeProperties node;
  node.id = in.string();
  node.label = in.string();
  node.cls = Label::intern(in.string());
  node.wikidata = in.string();
  node.datatype = in.string();
  node.value = in.string();
  node.mentions = in.number<std::uint64_t>();
  node.aliases.resize(in.count(sizeof(std::uint32_t)));
  for (std::string& alias : node.aliases) alias = in.string();
  return node;
}

void write_evidence(Writer& out, const Evidence& e) {
  out.number(e.article);
  out.number(e.span.begin);
  out.number(e.span.end);
  out.number(e.confidence);
  for (const std::string* text : {&e.sentence, &e.source_id, &e.source_label, &e.frame}) out.string(*text);
  out.number(static_cast<std::uint8_t>(e.time.has_value()));
  if (e.time)
    for (const std::string* text : {&e.time->start, &e.time->end, &e.time->text}) out.string(*text);
}

void read_evidence(Reader& in, Evidence& e) {
  e.article = in.number<std::uint32_t>();
  e.span.begin = in.number<std::uint32_t>();
  e.span.end = in.number<std::uint32_t>();
  e.confidence = in.number<double>();
  for (std::string* text : {&e.sentence, &e.source_id, &e.source_label, &e.frame}) *text = in.string();
  if (in.number<std::uint8_t>() != 0) {
    e.time.emplace();
    for (std::string* text : {&e.time->start, &e.time->end, &e.time->text}) *text = in.string();
  }
}

void write_edge(Writer& out, const EdgeProperties& edge) {
  out.number(static_cast<std::uint8_t>(edge.open));
  out.number(static_cast<std::uint8_t>(edge.confirmed));
  out.number(static_cast<std::uint8_t>(edge.status));
  out.number(edge.confidence);
  out.string(edge.id);
  out.string(edge.relation);
  out.number(static_cast<std::uint32_t>(edge.evidence.size()));
  for (const Evidence& each : edge.evidence) write_evidence(out, each);
}

void read_edge(Reader& in, std::size_t articles, EdgeProperties& edge) {
  edge.open = in.number<std::uint8_t>() != 0;
  edge.confirmed = in.number<std::uint8_t>() != 0;
  const auto status = in.number<std::uint8_t>();
  require(status <= static_cast<std::uint8_t>(Status::denied));
  edge.status = static_cast<Status>(status);
  edge.confidence = in.number<double>();
  edge.id = in.string();
  edge.relation = in.string();
  edge.evidence.resize(in.count(least_evidence));
  for (Evidence& each : edge.evidence) {
    read_evidence(in, each);
    require(in.whole && each.article < articles);
  }
}

/// Where an edge leads, and the bytes that its properties take. A table of them follows all properties, so
/// that these can be read from several places at once.
struct EdgePlace {
  std::uint32_t source, target, size;
};

/// An edge's bytes, and what becomes of it.
struct Part {
  const char* at;
  EdgePlace place;
  Judgement judgement;
  EdgeProperties* edge;  ///< none of a rejected one
};

void read_part(const Part& part, std::size_t articles, EdgeProperties& edge) {
  Reader properties(part.at, part.place.size);
  read_edge(properties, articles, edge);
  require(properties.whole && properties.at_end());
  if (part.judgement != Judgement::confirmed) return;
  edge.confirmed = true;
  edge.confidence = 1;
}

/// Finds what users said of the edges.
void judge(std::vector<Part>& parts, const Decisions& decisions, const std::vector<NodeProperties>& nodes,
           const KnowledgeGraph& graph) {
  const auto node_of = [&](std::string_view id) -> std::optional<std::size_t> {
    const auto node =
        std::lower_bound(nodes.begin(), nodes.end(), id,
                         [](const NodeProperties& n, std::string_view sought) { return n.id < sought; });
    if (node != nodes.end() && node->id == id) return static_cast<std::size_t>(node - nodes.begin());
    const auto before =
        std::lower_bound(graph.former.begin(), graph.former.end(), id,
                         [](const auto& entry, std::string_view sought) { return entry.first < sought; });
    if (before != graph.former.end() && before->first == id) return before->second;
    return std::nullopt;
  };
  const Judgements judgements(decisions, node_of);
  if (judgements.empty()) return;
  for (Part& part : parts) {
    const auto& [source, target, size] = part.place;
    if (!judgements.touch(source, target)) continue;
    EdgeProperties edge;
    read_part(part, graph.articles.size(), edge);
    part.judgement = judgements.on(source, target, edge.relation, edge.status);
  }
}

/// Makes the nodes vertices, but for literals that only rejected edges take, and gives the vertex of each.
std::vector<std::uint32_t> place_nodes(std::vector<NodeProperties>&& nodes, const std::vector<Part>& parts,
                                       KnowledgeGraph& graph) {
  std::vector<bool> is_end(nodes.size(), false);
  for (const Part& part : parts)
    if (part.judgement != Judgement::rejected) is_end[part.place.source] = is_end[part.place.target] = true;
  const auto stays = [&](std::size_t node) { return !nodes[node].is_literal() || is_end[node]; };
  std::vector<std::uint32_t> vertices(nodes.size());
  std::uint32_t count = 0;
  for (std::size_t node = 0; node < nodes.size(); ++node)
    if (stays(node)) vertices[node] = count++;
  std::erase_if(graph.former, [&](const auto& entry) { return !stays(entry.second); });
  for (auto& [id, node] : graph.former) node = vertices[node];
  graph.graph = KnowledgeGraph::Graph(count);
  for (std::size_t node = 0; node < nodes.size(); ++node)
    if (stays(node)) graph.graph[vertices[node]] = std::move(nodes[node]);
  return vertices;
}

void write_graph(Writer& out, const KnowledgeGraph& graph) {
  const auto& g = graph.graph;
  constexpr std::size_t usual_edge = 256;  // memory that is not needed is not touched
  out.text.reserve(boost::num_edges(g) * usual_edge);
  out.number(static_cast<std::uint32_t>(graph.articles.size()));
  for (const SourceArticle& article : graph.articles)
    for (const std::string* text : {&article.id, &article.uri, &article.title, &article.published})
      out.string(*text);
  out.number(static_cast<std::uint32_t>(boost::num_vertices(g)));
  for (const auto v : boost::make_iterator_range(boost::vertices(g))) write_node(out, g[v]);
  out.number(static_cast<std::uint32_t>(graph.former.size()));
  for (const auto& [id, node] : graph.former) {
    out.string(id);
    out.number(node);
  }
  std::vector<EdgePlace> places;
  places.reserve(boost::num_edges(g));
  for (const auto e : boost::make_iterator_range(boost::edges(g))) {
    const std::size_t begin = out.text.size();
    write_edge(out, g[e]);
    places.push_back({static_cast<std::uint32_t>(boost::source(e, g)),
                      static_cast<std::uint32_t>(boost::target(e, g)),
                      static_cast<std::uint32_t>(out.text.size() - begin)});
  }
  out.text.append(reinterpret_cast<const char*>(places.data()), places.size() * sizeof(EdgePlace));
  out.number(static_cast<std::uint32_t>(places.size()));
}

}  // namespace

fs::path graph_cache_of(const fs::path& store) {
  return store.string() + "-graph";
}

std::optional<KeptGraph> KeptGraph::find(const fs::path& file, const std::string& key) {
  KeptGraph kept;
  try {
    kept.file_ = std::make_unique<const MappedFile>(file);
  } catch (const Error&) {
    return std::nullopt;
  }
  const std::string head = std::string(magic) + key + '\n';
  const std::string_view all = kept.file_->bytes();
  std::uint64_t expected = 0;
  if (!all.starts_with(head) || all.size() < head.size() + sizeof expected) return std::nullopt;
  kept.bytes_ = all.substr(head.size(), all.size() - head.size() - sizeof expected);
  std::memcpy(&expected, kept.bytes_.data() + kept.bytes_.size(), sizeof expected);
  if (checksum(kept.bytes_.data(), kept.bytes_.size()) != expected) return std::nullopt;
  return kept;
}

KnowledgeGraph KeptGraph::graph(const Decisions& decisions) const {
  // The table at the end.
  std::uint32_t edges = 0;
  require(bytes_.size() >= sizeof edges);
  std::size_t left = bytes_.size() - sizeof edges;
  std::memcpy(&edges, bytes_.data() + left, sizeof edges);
  require(left / sizeof(EdgePlace) >= edges);
  left -= edges * sizeof(EdgePlace);
  std::vector<EdgePlace> places(edges);
  if (edges > 0) std::memcpy(places.data(), bytes_.data() + left, edges * sizeof(EdgePlace));

  Reader in(bytes_.data(), left);
  KnowledgeGraph graph;
  graph.articles.resize(in.count(4 * sizeof(std::uint32_t)));
  for (SourceArticle& article : graph.articles)
    for (std::string* text : {&article.id, &article.uri, &article.title, &article.published})
      *text = in.string();
  std::vector<NodeProperties> nodes(in.count(least_node));
  for (NodeProperties& node : nodes) node = read_node(in);
  graph.former.resize(in.count(2 * sizeof(std::uint32_t)));
  for (auto& [id, node] : graph.former) {
    id = in.string();
    node = in.number<std::uint32_t>();
    require(node < nodes.size());
  }
  require(in.whole);

  std::vector<Part> parts;
  parts.reserve(edges);
  for (const EdgePlace& place : places) {
    require(place.source < nodes.size() && place.target < nodes.size() && in.has(place.size));
    parts.push_back({in.skip(place.size), place, Judgement::withdrawn, nullptr});
  }
  require(in.at_end());
  judge(parts, decisions, nodes, graph);
  const std::vector<std::uint32_t> vertices = place_nodes(std::move(nodes), parts, graph);
  for (Part& part : parts)
    if (part.judgement != Judgement::rejected)
      part.edge =
          &graph.graph[boost::add_edge(vertices[part.place.source], vertices[part.place.target], graph.graph)
                           .first];
  share_out(parts.size(), [&](std::size_t begin, std::size_t end) {
    for (const Part& part : std::span(parts).subspan(begin, end - begin))
      if (part.edge != nullptr) read_part(part, graph.articles.size(), *part.edge);
  });
  return graph;
}

void write_graph_cache(const fs::path& file, const std::string& key, const KnowledgeGraph& graph) {
  Writer out;
  write_graph(out, graph);
  const std::uint64_t sum = checksum(out.text.data(), out.text.size());
  // A name of this process: two that keep a graph at once must not write into one file, which a third may
  // have mapped by then.
  const fs::path own = file.string() + '.' + std::to_string(::getpid());
  std::error_code failed;
  try {
    write_whole_file(own, [&](std::ostream& stream) {
      stream << magic << key << '\n' << out.text;
      stream.write(reinterpret_cast<const char*>(&sum), sizeof sum);
    });
    fs::rename(own, file, failed);
    if (failed) fs::remove(own, failed);
  } catch (const Error&) {  // the next question assembles again
  }
}

}  // namespace relata::cli
