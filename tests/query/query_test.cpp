// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <map>

#include "evidence_samples.hpp"
#include "relata/query.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

/// A graph of edges `from relation to`, one sentence each; nodes are named by single letters.
class Sketch {
 public:
  Sketch() {
    article_.article_id = "sketch";
    article_.uri = "sketch.txt";
    article_.published = "2020-05-05";
  }
  Statement& edge(const std::string& from, const std::string& relation, const std::string& to,
                  Status status = Status::factual, double confidence = 0.5) {
    const EntityId a = node(from), b = node(to);
    const auto begin = static_cast<std::uint32_t>(10 * article_.statements.size());
    const std::string sentence = std::to_string(begin) + from + relation + to;  // no two alike
    article_.statements.push_back(states(a, relation, b, status, confidence, sentence, {begin, begin + 5}));
    return article_.statements.back();
  }
  EntityId node(const std::string& id) {
    const auto [known, is_new] = ids_.try_emplace(id, static_cast<EntityId>(article_.entities.size()));
    if (is_new) article_.entities.push_back(thing(id, "Node " + id, cls::Person));
    return known->second;
  }
  void add(LocalEntity entity) {
    ids_.emplace(entity.entity.id, static_cast<EntityId>(article_.entities.size()));
    article_.entities.push_back(std::move(entity));
  }
  KnowledgeGraph graph() const { return assemble({article_}); }

 private:
  ArticleEvidence article_;
  std::map<std::string, EntityId> ids_;
};

NodeIndex at(const KnowledgeGraph& graph, const std::string& id) {
  for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph)))
    if (graph.graph[v].id == id) return v;
  FAIL("no node " << id);
  return 0;
}

std::string route(const KnowledgeGraph& graph, const Path& path) {
  std::string ids;
  for (const NodeIndex v : path.nodes) ids += graph.graph[v].id;
  return ids;
}

std::vector<std::string> routes(const KnowledgeGraph& graph, const std::string& from, const std::string& to,
                                const PathOptions& options) {
  std::vector<std::string> found;
  for (const Path& path : shortest_paths(graph, at(graph, from), at(graph, to), options))
    found.push_back(route(graph, path));
  return found;
}

/// a→b→d, a→c→d, a→e→f→d, and d→g.
KnowledgeGraph diamond() {
  Sketch sketch;
  sketch.edge("a", "met", "b");
  sketch.edge("b", "met", "d");
  sketch.edge("a", "met", "c");
  sketch.edge("c", "accused", "d", Status::denied);
  sketch.edge("a", "met", "e");
  sketch.edge("e", "met", "f");
  sketch.edge("f", "met", "d");
  sketch.edge("d", "met", "g");
  return sketch.graph();
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("shortest paths come by length, equally long ones by their nodes", "[query]") {
  const KnowledgeGraph graph = diamond();
  PathOptions options;
  options.count = 9;
  CHECK(routes(graph, "a", "d", options) == Names{"abd", "acd", "aefd"});
  CHECK(routes(graph, "g", "a", options) == Names{"gdba", "gdca", "gdfea"});
  options.count = 2;
  CHECK(routes(graph, "a", "g", options) == Names{"abdg", "acdg"});
  options.max_length = 2;
  CHECK(routes(graph, "a", "g", options).empty());
  CHECK(routes(graph, "a", "a", options).empty());
}

TEST_CASE("paths can be held to directions, relations, statuses and times", "[query]") {
  const KnowledgeGraph graph = diamond();
  PathOptions directed, met, factual, later;
  directed.directed = true;
  directed.count = met.count = factual.count = 9;
  CHECK(routes(graph, "g", "a", directed).empty());
  CHECK(routes(graph, "a", "g", directed) == Names{"abdg", "acdg", "aefdg"});
  met.filter.relations = {"met"};
  CHECK(routes(graph, "a", "d", met) == Names{"abd", "aefd"});
  factual.filter.statuses = {Status::factual};
  CHECK(routes(graph, "a", "d", factual) == Names{"abd", "aefd"});
  later.filter.since = "2020-06";
  CHECK(routes(graph, "a", "d", later).empty());
  later.filter.since = "2020-05";
  later.filter.until = "2020";
  CHECK(routes(graph, "a", "d", later) == Names{"abd"});
}

TEST_CASE("a literal is the end of a path, never a station", "[query]") {
  Sketch sketch;
  LocalEntity date = literal("2001-01-01", "xsd:date", cls::Date, "New Year");
  date.entity.id = "date";
  sketch.add(date);
  sketch.edge("a", "born_in", "date");
  sketch.edge("b", "born_in", "date");
  const KnowledgeGraph graph = sketch.graph();
  CHECK(routes(graph, "a", "b", {}).empty());
  CHECK(routes(graph, "a", "literal:xsd:date:2001-01-01", {}).size() == 1);
}

TEST_CASE("a step has the edges of both directions, surest first", "[query]") {
  Sketch sketch;
  sketch.edge("a", "met", "b", Status::factual, 0.4);
  sketch.edge("b", "accused", "a", Status::factual, 0.9);
  const KnowledgeGraph graph = sketch.graph();
  const std::vector<Path> paths = shortest_paths(graph, at(graph, "a"), at(graph, "b"), {});
  REQUIRE(paths.size() == 1);
  REQUIRE(paths[0].steps.size() == 1);
  REQUIRE(paths[0].steps[0].size() == 2);
  CHECK(graph.graph[paths[0].steps[0][0]].relation == "accused");
}

TEST_CASE("PageRank keeps the rank of nodes that lead nowhere", "[query]") {
  // a→b, a→c: with x for a and y for b and c, x = (1-d)/3 + d(2y)/3, y = x + d x/2, x + 2y = 1:
  // x = 1/(3+d), y = (1+d/2)/(3+d).
  Sketch sketch;
  sketch.edge("a", "met", "b");
  sketch.edge("a", "met", "c");
  const std::vector<double> rank = page_rank(sketch.graph());
  REQUIRE(rank.size() == 3);
  CHECK(rank[0] == Approx(1 / 3.85).epsilon(1e-9));
  CHECK(rank[1] == Approx(1.425 / 3.85).epsilon(1e-9));
  CHECK(rank[2] == Approx(1.425 / 3.85).epsilon(1e-9));
  CHECK(page_rank(KnowledgeGraph{}).empty());
}

TEST_CASE("PageRank counts parallel edges", "[query]") {
  // a→b twice, a→c once; b and c lead nowhere: b gets two thirds of what a gives.
  Sketch sketch;
  sketch.edge("a", "met", "b");
  sketch.edge("a", "accused", "b");
  sketch.edge("a", "met", "c");
  const std::vector<double> rank = page_rank(sketch.graph());
  const double everywhere = rank[0];
  CHECK((rank[1] - everywhere) / (rank[2] - everywhere) == Approx(2).epsilon(1e-9));
}

TEST_CASE("degrees and betweenness", "[query]") {
  const KnowledgeGraph graph = diamond();  // nodes a … g in this order
  CHECK(degrees(graph) == std::vector<double>{3, 2, 2, 4, 2, 2, 1});
  // b and c share a–d and a–g. d: all that reach g through it. e: a–f. f: e–d, e–g.
  const std::vector<double> between = betweenness(graph);
  const std::vector<double> expected = {0, 1, 1, 5, 1, 2, 0};
  REQUIRE(between.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(between[i] == Approx(expected[i]).margin(1e-9));
}

TEST_CASE("components by size, weak and strong", "[query]") {
  Sketch sketch;
  sketch.edge("a", "met", "b");
  sketch.edge("c", "met", "d");
  sketch.edge("d", "met", "c");
  sketch.edge("d", "met", "e");
  sketch.node("f");
  const KnowledgeGraph graph = sketch.graph();
  CHECK(components(graph, Connection::weak) == std::vector<std::size_t>{1, 1, 0, 0, 0, 2});
  CHECK(components(graph, Connection::strong) == std::vector<std::size_t>{1, 2, 0, 0, 3, 4});
}

TEST_CASE("communities are what hangs together, largest first, and the same on every run", "[query]") {
  Sketch sketch;
  const auto clique = [&sketch](const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i)
      for (std::size_t k = i + 1; k < names.size(); ++k) sketch.edge(names[i], "met", names[k]);
  };
  clique({"a", "b", "c"});
  clique({"d", "e", "f", "g"});
  sketch.edge("c", "met", "d");
  sketch.node("h");
  const KnowledgeGraph graph = sketch.graph();
  const Communities found = communities(graph);
  CHECK(found.of == std::vector<std::size_t>{1, 1, 1, 0, 0, 0, 0, 2});
  // 10 edges, one between the two: (3 + 6) / 10 - (7 / 20)² - (13 / 20)².
  CHECK(found.modularity == Approx(0.9 - 0.1225 - 0.4225));
  CHECK(communities(graph).of == found.of);
  // At a high resolution everybody is alone.
  CHECK(communities(graph, {}, 100).of == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("a graph without edges has as many communities as nodes", "[query]") {
  Sketch sketch;
  sketch.node("a");
  sketch.node("b");
  CHECK(communities(sketch.graph()).of == std::vector<std::size_t>{0, 1});
  CHECK(communities(KnowledgeGraph()).of.empty());
}

TEST_CASE("a name is found by id, label, alias, words and near spelling", "[query]") {
  Sketch sketch;
  sketch.add(thing("p1", "Dmitri Volkov", cls::Person, "Q1", {"Volkov"}, {{0, 1}, {2, 3}, {4, 5}}));
  sketch.add(thing("p2", "Anna Volkov", cls::Person, "", {"Volkov", "A. Volkov"}, {{0, 1}}));
  sketch.add(thing("p3", "Zürich Club", cls::Organization, "", {}, {{0, 1}}));
  sketch.add(thing("p4", "Volga", cls::Location, "", {}, {{0, 1}}));
  sketch.add(thing("p5", "Volga Club", cls::Organization, "", {"Volga"}, {{0, 1}, {2, 3}}));
  const KnowledgeGraph graph = sketch.graph();
  const auto found = [&](const char* name) {
    std::string ids;
    for (const FoundNode& f : search(graph, name, 10)) ids += graph.graph[f.node].id + ' ';
    return ids;
  };
  CHECK(found("Q1") == "p1 ");
  CHECK(found("volkov") == "p1 p2 ");
  CHECK(found("ANNA VOLKOV") == "p2 ");
  CHECK(found("zurich") == "p3 ");
  CHECK(found("club") == "p5 p3 ");
  CHECK(found("Dmitry Volkov") == "p1 ");
  CHECK(found("nobody of this name") == "");

  CHECK(find_node(graph, "p2").node == at(graph, "p2"));
  CHECK(find_node(graph, "Q1").node == at(graph, "p1"));
  CHECK(find_node(graph, "A. Volkov").node == at(graph, "p2"));
  const NamedNode ambiguous = find_node(graph, "Volkov");
  CHECK_FALSE(ambiguous.node);
  CHECK(ambiguous.candidates.size() == 2);
  // A club that is spoken of more often than the river may be meant as well.
  CHECK_FALSE(find_node(graph, "Volga").node);
  const NamedNode misspelled = find_node(graph, "Dmitry Volkov");
  CHECK_FALSE(misspelled.node);
  CHECK(misspelled.candidates.size() == 1);
}

TEST_CASE("a timeline goes by the time stated, else by the day of publishing", "[query]") {
  Sketch sketch;
  sketch.edge("a", "met", "b").time = StatementTime{"2021-01", "", "in January 2021"};
  sketch.edge("a", "met", "c");
  sketch.edge("d", "met", "a").time = StatementTime{"1999", "1999", "in 1999"};
  sketch.edge("e", "met", "a").time = StatementTime{"past", "", "once"};
  sketch.edge("b", "met", "c");
  const KnowledgeGraph graph = sketch.graph();
  std::string order;
  for (const EvidenceAt& event : timeline(graph, at(graph, "a"))) {
    const TimeSpan time = time_of(graph, graph.graph[event.edge].evidence[event.index]);
    order += time.start + (time.stated ? "! " : " ");
  }
  CHECK(order == "1999! 2020-05-05 2020-05-05 2021-01! ");
}

TEST_CASE("what one sentence denies and another asserts is a conflict", "[query]") {
  Sketch sketch;
  sketch.edge("a", "met", "b");
  sketch.edge("a", "met", "b", Status::denied);
  sketch.edge("a", "met", "b", Status::hypothetical);
  sketch.edge("b", "met", "a", Status::denied);
  sketch.edge("a", "accused", "b", Status::denied);
  sketch.edge("c", "met", "a", Status::denied);
  sketch.edge("c", "met", "a", Status::hypothetical);
  const KnowledgeGraph graph = sketch.graph();
  const std::vector<Conflict> found = conflicts(graph);
  REQUIRE(found.size() == 1);
  CHECK(graph.graph[found[0].denied].relation == "met");
  CHECK(found[0].asserted.size() == 1);
}

TEST_CASE("the difference of two graphs is in statements, not in evidence", "[query]") {
  Sketch one, two;
  one.edge("a", "met", "b");
  one.edge("a", "met", "c");
  two.edge("a", "met", "c");
  two.edge("a", "met", "c");
  two.edge("a", "met", "b", Status::planned);
  const KnowledgeGraph a = one.graph(), b = two.graph();
  const auto removed = only_in_first(a, b), added = only_in_first(b, a);
  REQUIRE(removed.size() == 1);
  CHECK(a.graph[boost::target(removed[0], a.graph)].id == "b");
  REQUIRE(added.size() == 1);
  CHECK(b.graph[added[0]].status == Status::planned);
}

TEST_CASE("the edges of a node, most sentences first, and those between two", "[query]") {
  Sketch sketch;
  sketch.edge("a", "met", "b");
  sketch.edge("c", "accused", "a");
  sketch.edge("c", "accused", "a");
  sketch.edge("a", "accused", "b", Status::denied);
  const KnowledgeGraph graph = sketch.graph();
  const auto edges = edges_at(graph, at(graph, "a"));
  REQUIRE(edges.size() == 3);
  CHECK(graph.graph[edges[0]].evidence.size() == 2);
  CHECK(edges_between(graph, at(graph, "a"), at(graph, "b")).size() == 2);
  CHECK(edges_between(graph, at(graph, "b"), at(graph, "a")).empty());
  EdgeFilter sure;
  sure.min_confidence = 0.7;
  CHECK(edges_at(graph, at(graph, "a"), sure).size() == 1);
}
