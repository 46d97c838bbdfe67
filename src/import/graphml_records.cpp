// SPDX-License-Identifier: MIT
#include "import/graphml_records.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "import/attribute_roles.hpp"
#include "import/class_names.hpp"
#include "import/evidence_builder.hpp"
#include "import/graphml.hpp"
#include "import/joint_confidence.hpp"
#include "rdf/literal.hpp"
#include "text/stable_id.hpp"
#include "text/text_map.hpp"
#include "text/text_numbers.hpp"

namespace relata::importing {
namespace {

/// Lists as GraphML holds them: joined with bars.
template <typename Text>
void split_names(std::string_view joined, std::vector<Text>& names) {
  names.clear();
  while (!joined.empty()) {
    const std::size_t bar = joined.find('|');
    if (bar != 0) names.emplace_back(joined.substr(0, bar));
    if (bar == std::string_view::npos) break;
    joined.remove_prefix(bar + 1);
  }
}

/// An edge's values by what they are to relata.
struct EdgeValues {
  std::array<std::string_view, static_cast<std::size_t>(Role::layout) + 1> told;
  std::string rest;  ///< `name: value; …` of those that relata has no place for

  std::string_view& operator[](Role role) { return told[static_cast<std::size_t>(role)]; }
  std::string_view operator[](Role role) const { return told[static_cast<std::size_t>(role)]; }
};

/// Turns nodes and edges into entities and statements.
class GraphmlRecords : public GraphmlSink {
 public:
  GraphmlRecords(const InputText& input, const Schema& schema, const ImportOptions& options)
      : input_(input),
        options_(options),
        chars_(input.bytes),
        classes_(input),
        relations_(schema),
        room_((std::uint64_t{1} << 20) + input.bytes.size() / 64) {}

  void keys(const std::deque<GraphmlKey>& keys) override {
    bool own[4] = {};
    for (const GraphmlKey& key : keys) {
      roles_.push_back({key.of_nodes ? node_role(key.name) : Role::other,
                        key.of_edges ? edge_role(key.name) : Role::other});
      if (!key.of_edges) continue;
      own[0] = own[0] || key.name == "relation";
      own[1] = own[1] || key.name == "status";
      own[2] = own[2] || key.name == "confidence";
      own[3] = own[3] || key.name == "articles";
    }
    own_ = std::all_of(std::begin(own), std::end(own), [](bool has) { return has; });
  }

  void node(const GraphmlElement& node) override {
    const std::uint32_t number = number_of(node.id, node.offset);
    Node& known = nodes_[number];
    if (known.declared) input_.fail(node.offset, "the node " + in_quotes(node.id) + " stands twice");
    known.declared = true;
    fill(number, node);
    if (!node.parent.empty()) {
      Statement inside = foreign_statement(node);
      inside.subject = number;
      inside.object = number_of(node.parent, node.offset);
      relations_.name(inside, "in_group");
      builder_.state(file(), std::move(inside));
    }
  }

  void edge(const GraphmlElement& edge) override {
    if (nodes_.empty() ||
        edge.source != names_[nodes_[last_subject_].name])  // edges of a node mostly stand together
      last_subject_ = number_of(edge.source, edge.offset);
    const std::uint32_t subject = last_subject_, object = number_of(edge.target, edge.offset);
    const EdgeValues values = values_of(edge);
    if (own_) {
      own_edge(edge, values, subject, object);
    } else {
      foreign_edge(edge, values, subject, object);
    }
  }

  void hyperedge() override { ++hyperedges_; }

  ImportedGraph finish(const DiagnosticSink& sink) {
    for (const Node& node : nodes_)
      if (!node.declared)
        input_.fail(node.offset, "an edge names the missing node " + in_quotes(names_[node.name]));
    for (const std::uint32_t entity : builder_.unstated_entities()) builder_.mention(file(), entity);
    if (hyperedges_ > 0)
      sink({Diagnostic::Severity::warning, input_.name, 0, 0,
            std::to_string(hyperedges_) +
                " hyperedges are left out: a statement has one subject and one object"});
    ImportedGraph graph;
    for (Confirmed& each : confirmed_)  // a program that rewrote the file may have left ids out
      graph.decisions.add(confirmed(std::move(each.id), builder_.entity(each.subject).entity, each.relation,
                                    builder_.entity(each.object).entity, each.status));
    builder_.finish(graph);
    return graph;
  }

 private:
  struct Node {
    std::uint32_t name = 0;  ///< in `names_`
    bool declared = false;
    std::size_t offset = 0;  ///< where it was first named
  };
  struct Roles {
    Role of_node, of_edge;
  };

  /// The number of a node, which an edge may name before it is declared.
  std::uint32_t number_of(std::string_view id, std::size_t offset) {
    const auto [name, is_new] = names_.add(id);
    if (is_new) {
      of_name_.push_back(builder_.add_entity());
      nodes_.push_back({name, false, offset});
    }
    return of_name_[name];
  }

  std::uint32_t file() {
    if (!file_) file_ = builder_.add_graph(input_.name);
    return *file_;
  }

  std::uint32_t article(std::string_view name) {
    const auto [place, is_new] = article_names_.add(name);
    if (!is_new) return of_article_name_[place];
    ArticleEvidence made;
    made.uri = name;
    // Less than any hash: where a store has the article itself, dated or not, that is the version that
    // counts.
    made.article_id = '-' + stable_id({"article", made.uri});
    return of_article_name_.emplace_back(builder_.add_article(std::move(made)));
  }

  /// A number that stands for mentions or sentences.
  std::uint64_t count(std::string_view text, std::size_t offset, const char* what) const {
    std::uint64_t value = 0;
    const std::string_view digits = text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;  // Gephi's
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (code != std::errc() || end != digits.data() + digits.size())
      input_.fail(offset, std::string(what) + " " + in_quotes(text) + " is no whole number");
    return value;
  }

  /// Takes as many out of `room`: what is told by a number or a default alone takes memory, but none of the
  /// file.
  void take(std::uint64_t number, std::uint64_t& room, std::size_t offset, const char* what) const {
    if (number > room) input_.fail(offset, std::string(what) + " than a file of this size may stand for");
    room -= number;
  }

  void fill(std::uint32_t number, const GraphmlElement& node) {
    std::string_view label, name, id;
    bool has_label = false;
    Entity entity;
    std::uint64_t mentions = 0;
    for (std::size_t i = 0; i < node.values.size(); ++i) {
      const auto& [key, value] = node.values[i];
      switch (roles_[key->number].of_node) {
        case Role::label:
          label = value;
          has_label = true;
          break;
        case Role::name:
          if (name.empty()) name = value;
          break;
        case Role::id:
          id = value;
          break;
        case Role::cls:
          entity.cls = classes_.label(value, node.offset);
          break;
        case Role::wikidata:
          entity.wikidata = value;
          break;
        case Role::aliases:
          split_names(value, entity.aliases);
          break;
        case Role::mentions:
          if (own_) mentions = count(value, node.offset, "mentions");
          take(mentions, mentions_room_, node.offset, "more mentions");
          break;
        case Role::layout:
          break;
        default:
          if (own_ || options_.node_values == NodeValues::leave_out || value.empty()) break;
          if (i >= node.given) take(1, room_, node.offset, "more values by default");
          state_value(number, node, key->name, value);
      }
    }
    if (id.empty()) id = node.id;
    if (own_ && id.starts_with("literal:") && has_label && fill_literal(number, id, label, entity)) return;
    if (own_) {
      entity.id = id;
    } else {
      entity.id.append(input_.name).append("#").append(node.id);
    }
    if (label.empty()) label = !node.label.empty() ? node.label : !name.empty() ? name : id;
    entity.label = label;
    LocalEntity& local = builder_.entity(number);
    local.entity = std::move(entity);
    // Where it is mentioned is not told: empty places stand for the number.
    for (std::uint32_t i = 0; i < mentions; ++i) local.mentions.push_back({i, i});
  }

  /// A literal goes by `literal:xsd:date:2018-10-20`; its label is the value, in which the id may have
  /// replaced characters.
  bool fill_literal(std::uint32_t number, std::string_view id, std::string_view value, Entity& named) {
    id.remove_prefix(8);
    const std::size_t colon = id.find(':', 4);
    if (!id.starts_with("xsd:") || colon == std::string_view::npos) return false;
    LocalEntity& local = builder_.entity(number);
    local = literal_entity(value, id.substr(0, colon));
    local.entity.cls = named.cls;
    local.entity.aliases = std::move(named.aliases);
    return true;
  }

  /// A value of a node that relata has no place for: a statement with a literal object.
  void state_value(std::uint32_t subject, const GraphmlElement& node, std::string_view name,
                   std::string_view value) {
    auto known = literals_.find(value);
    if (known == literals_.end()) {
      // A node's number, though no node: literals are not declared.
      known = literals_.emplace(value, builder_.add_entity()).first;
      nodes_.push_back({0, true, 0});
      builder_.entity(known->second) = literal_entity(value, guessed_datatype(value));
    }
    Statement s = foreign_statement(node);
    s.subject = subject;
    s.object = known->second;
    relations_.name(s, name);
    builder_.state(file(), std::move(s));
  }

  EdgeValues values_of(const GraphmlElement& edge) const {
    EdgeValues values;
    values[Role::label] = edge.label;
    for (const auto& [key, value] : edge.values) {
      const Role role = roles_[key->number].of_edge;
      if (role == Role::id || role == Role::layout) continue;
      if (role != Role::other && values[role].empty()) values[role] = value;
      if (own_ || value.empty() || role == Role::relation || role == Role::label || role == Role::sentence)
        continue;
      if (!values.rest.empty()) values.rest += "; ";
      values.rest.append(key->name).append(": ").append(value);
    }
    return values;
  }

  /// Its place is that of the element in the file.
  Statement foreign_statement(const GraphmlElement& element) {
    Statement s;
    s.confidence = 0.99;  // the most that a graph has
    s.sentence_span.begin = chars_.before(element.offset);
    s.sentence_span.end = chars_.before(element.end);
    s.frame = "import";
    return s;
  }

  void foreign_edge(const GraphmlElement& edge, const EdgeValues& values, std::uint32_t subject,
                    std::uint32_t object) {
    Statement s = foreign_statement(edge);
    s.subject = subject;
    s.object = object;
    const std::string_view name = !values[Role::relation].empty() ? values[Role::relation]
                                  : !values[Role::label].empty()  ? values[Role::label]
                                  : !values[Role::name].empty()   ? values[Role::name]
                                                                  : std::string_view("linked_to");
    relations_.name(s, name);
    if (const auto status = parse_status(values[Role::status])) s.status = *status;
    if (!values[Role::confidence].empty()) s.confidence = fraction(values[Role::confidence], s.confidence);
    if (!rdf::date_datatype(values[Role::first]).empty())
      s.time = StatementTime{std::string(values[Role::first]), std::string(values[Role::last]),
                             std::string(values[Role::first])};
    s.sentence = !values[Role::sentence].empty() ? std::string(values[Role::sentence]) : values.rest;
    builder_.state(file(), std::move(s));
  }

  static double fraction(std::string_view text, double otherwise) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool fits = code == std::errc() && end == text.data() + text.size() && value >= 0 && value <= 1;
    return fits ? value : otherwise;
  }

  /// An edge that relata wrote: as many sentences as it weighs, of which the first is told.
  void own_edge(const GraphmlElement& edge, const EdgeValues& values, std::uint32_t subject,
                std::uint32_t object) {
    const auto status = parse_status(values[Role::status]);
    if (!status) input_.fail(edge.offset, "there is no status " + in_quotes(values[Role::status]));
    const double confidence = fraction(values[Role::confidence], -1);
    if (confidence < 0)
      input_.fail(edge.offset,
                  "the confidence " + in_quotes(values[Role::confidence]) + " is not from 0 to 1");
    std::vector<std::string_view>&articles = articles_here_, &sources = sources_here_;
    split_names(values[Role::articles], articles);
    split_names(values[Role::source], sources);
    // Sorted as the graph sorts its evidence: the first sentence is that of the first article.
    std::sort(articles.begin(), articles.end());
    const std::size_t told = std::max<std::size_t>({1, articles.size(), sources.size()});
    std::size_t sentences = told;
    if (!values[Role::weight].empty())
      sentences = std::max<std::size_t>(told, count(values[Role::weight], edge.offset, "weight"));
    take(sentences - told, room_, edge.offset, "more sentences");
    const std::vector<double> confidences = split_confidence(confidence, sentences);
    for (std::size_t i = 0; i < sentences; ++i) {
      Statement s;
      s.subject = subject;
      s.object = object;
      s.relation = values[Role::relation];
      s.open = values[Role::open].empty() ? s.relation.starts_with("open:")
                                          : values[Role::open] == "true" || values[Role::open] == "True";
      s.status = *status;
      s.confidence = confidences[i];
      s.sentence_span = {place_, place_};
      ++place_;
      s.frame = "import";
      if (i < sources.size()) s.source_label = sources[i];
      if (i == 0) {
        s.sentence = values[Role::sentence];
        if (!values[Role::first].empty())
          s.time = StatementTime{std::string(values[Role::first]), std::string(values[Role::last]), {}};
      } else {  // distinct, so that each counts
        s.sentence =
            "(sentence " + std::to_string(i + 1) + " of " + std::to_string(sentences) + ", not in the file)";
      }
      const std::uint32_t where =
          articles.empty() ? file() : article(articles[std::min(i, articles.size() - 1)]);
      builder_.state(where, std::move(s));
    }
    // Nodes may be told of later.
    if (values[Role::verdict] == "confirmed")
      confirmed_.push_back(
          {std::string(edge.id), std::string(values[Role::relation]), *status, subject, object});
  }

  struct Confirmed {
    std::string id, relation;
    Status status;
    std::uint32_t subject, object;
  };

  const InputText& input_;
  const ImportOptions& options_;
  CharCounter chars_;
  ClassNames classes_;
  RelationNames relations_;
  EvidenceBuilder builder_;
  std::vector<Confirmed> confirmed_;
  std::vector<Roles> roles_;  ///< by the keys' numbers
  bool own_ = false;          ///< its edges have all that relata writes
  std::vector<Node> nodes_;
  std::uint32_t last_subject_ = 0;
  TextNumbers names_, article_names_;                     ///< ids of nodes, addresses
  std::vector<std::uint32_t> of_name_, of_article_name_;  ///< the builder's numbers
  TextMap<std::uint32_t> literals_;
  std::vector<std::string_view> articles_here_, sources_here_;  ///< of the edge at hand
  std::optional<std::uint32_t> file_;
  std::uint64_t mentions_room_ = std::uint64_t{1} << 24;
  std::uint64_t room_;  ///< statements that take none of the file; an edge of relata's takes some 300 bytes
  std::uint32_t place_ = 0;  ///< sentences of relata's own edges so far: their order
  std::size_t hyperedges_ = 0;
};

}  // namespace

ImportedGraph graphml_records(const InputText& input, const Schema& schema, const ImportOptions& options,
                              const DiagnosticSink& sink) {
  GraphmlRecords records(input, schema, options);
  read_graphml(input, records);
  return records.finish(sink);
}

}  // namespace relata::importing
