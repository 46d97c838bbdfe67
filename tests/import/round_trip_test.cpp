// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/import_graph.hpp"
#include "relata/serialize.hpp"
#include "relata/store.hpp"

using namespace relata;

namespace {

using Write = std::function<void(std::ostream&, const KnowledgeGraph&)>;

struct Form {
  const char* name;
  GraphSyntax syntax;
  Write write;
};

std::vector<Form> forms() {
  static const Schema schema;
  const auto rdf = [](auto writer, Provenance provenance, std::string base = "http://relata.example/") {
    return [=](std::ostream& out, const KnowledgeGraph& graph) {
      writer(out, graph, schema, {.base = base, .ontology = false, .provenance = provenance});
    };
  };
  return {{"graphml", GraphSyntax::graphml,
           [](std::ostream& out, const KnowledgeGraph& g) { write_graphml(out, g); }},
          {"ttl", GraphSyntax::turtle, rdf(write_turtle, Provenance::nodes)},
          {"nt", GraphSyntax::ntriples, rdf(write_ntriples, Provenance::nodes)},
          {"nq", GraphSyntax::nquads, rdf(write_nquads, Provenance::graphs)},
          {"trig", GraphSyntax::trig, rdf(write_trig, Provenance::graphs)},
          {"ttl of RDF 1.2", GraphSyntax::turtle, rdf(write_turtle, Provenance::rdf12)},
          {"nt of RDF 1.2", GraphSyntax::ntriples, rdf(write_ntriples, Provenance::rdf12)},
          {"trig of RDF 1.2", GraphSyntax::trig, rdf(write_trig, Provenance::rdf12)},
          {"ttl with a base", GraphSyntax::turtle,
           rdf(write_turtle, Provenance::nodes, "https://ex.example/a b/")}};
}

std::string written(const Form& form, const KnowledgeGraph& graph) {
  std::ostringstream out;
  form.write(out, graph);
  return out.str();
}

KnowledgeGraph read_back(const Form& form, const std::string& bytes) {
  const Schema schema;
  ImportedGraph imported =
      import_graph(bytes, "graph", form.syntax, schema, {}, [](const Diagnostic& d) { FAIL(to_string(d)); });
  EvidenceSet set;  // as a store keeps it
  for (ArticleEvidence& article : imported.articles) set.put(std::move(article));
  AssembleOptions options;
  options.decisions = std::move(imported.decisions);
  return assemble(set.take(), options);
}

const std::vector<std::string>& hard_names() {
  static const std::vector<std::string> names = {"Plain Name",
                                                 "quo'te \"double\"",
                                                 "<b>&amp; ]]>",
                                                 "back\\slash\\",
                                                 "%41 #hash?query",
                                                 "tab\there",
                                                 "line\nbreak",
                                                 "return\rhere",
                                                 "\u05E9\u05DC\u05D5\u05DD \u202Eright to left\u202C",
                                                 "\U0001F600 emoji",
                                                 "e\u0301 combining",
                                                 std::string(10'000, 'x'),
                                                 " leading and trailing ",
                                                 "   ",
                                                 "a:b",
                                                 "@x",
                                                 "_:b",
                                                 "open:close",
                                                 "{{ braces }}",
                                                 "\u2028separator",
                                                 "<!-- x -->"};
  return names;
}

/// Articles of random statements about things with hard names. `more` are further names.
std::vector<ArticleEvidence> hostile(std::uint32_t seed, std::vector<std::string> more = {}) {
  std::mt19937 random(seed);
  std::vector<std::string> names = hard_names();
  names.insert(names.end(), more.begin(), more.end());
  const auto pick = [&] { return names[random() % names.size()]; };
  std::vector<ArticleEvidence> articles;
  for (int a = 0; a < 4; ++a) {
    ArticleEvidence article;
    article.article_id = "a" + std::to_string(seed) + std::to_string(a);
    article.uri = pick() + std::to_string(a);
    article.title = pick();
    article.published = random() % 2 == 0 ? "2020-02-0" + std::to_string(1 + a) : "";
    for (std::size_t e = 0; e < 6; ++e) {
      const std::size_t name = random() % names.size();
      LocalEntity thing = samples::thing("Person:" + std::to_string(name) + names[name].substr(0, 20),
                                         names[name], cls::Person, "", {pick(), ""}, {});
      for (std::uint32_t m = 0; m < random() % 4; ++m) thing.mentions.push_back({m * 10, m * 10 + 3});
      article.entities.push_back(std::move(thing));
    }
    article.entities.push_back(samples::literal(pick(), "xsd:string", Label(), ""));
    article.entities.push_back(samples::literal("2018-10-20", "xsd:date", cls::Date, ""));
    std::vector<std::string> sentences;
    for (int i = 0; i < 7; ++i) sentences.push_back(pick() + std::to_string(i));
    for (std::uint32_t i = 0; i < 12; ++i) {
      Statement s = samples::states(
          static_cast<EntityId>(random() % 6), random() % 2 == 0 ? "wrote_to" : "open:see",
          static_cast<EntityId>(random() % 8), static_cast<Status>(random() % 5),
          static_cast<double>(random() % 101) / 100, sentences[i % 7], {i % 7 * 100, i % 7 * 100 + 50});
      if (random() % 3 == 0) s.source_label = pick();
      if (random() % 3 == 0) s.source = static_cast<EntityId>(random() % 6);
      if (random() % 3 == 0) s.time = StatementTime{"2018", "2019", pick()};
      article.statements.push_back(std::move(s));
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace

TEST_CASE("what relata wrote is read back and written again as the same bytes", "[import]") {
  for (const Form& form : forms()) {
    INFO(form.name);
    const std::string once = written(form, assemble(samples::two_articles()));
    CHECK(written(form, read_back(form, once)) == once);
  }
}

TEST_CASE("names that are hard to write change nothing in that", "[import]") {
  for (std::uint32_t seed = 0; seed < 40; ++seed)
    for (const Form& form : forms()) {
      const std::string once = written(form, assemble(hostile(seed)));
      const std::string twice = written(form, read_back(form, once));
      INFO(form.name << ", seed " << seed);
      REQUIRE(twice == once);
    }
}

TEST_CASE("text of blanks alone comes back", "[import]") {
  for (const char* blanks : {" ", "\t", "\n", "  \n "}) {
    std::vector<ArticleEvidence> articles = samples::two_articles();
    for (ArticleEvidence& article : articles)
      for (Statement& s : article.statements) s.sentence = blanks;
    for (const Form& form : forms()) {
      INFO(form.name);
      const std::string once = written(form, assemble(articles));
      CHECK(written(form, read_back(form, once)) == once);
    }
  }
}

TEST_CASE("characters that a form cannot hold are replaced once", "[import]") {
  for (std::uint32_t seed = 0; seed < 10; ++seed)
    for (const Form& form : forms()) {
      const std::vector<std::string> more = {"control \x01\x1F", "nonchar \uFFFE",
                                             std::string("nul \0 byte", 10), "ill-formed \xC3("};
      const std::string once = written(form, read_back(form, written(form, assemble(hostile(seed, more)))));
      INFO(form.name << ", seed " << seed);
      REQUIRE(written(form, read_back(form, once)) == once);
    }
}

TEST_CASE("a statement comes back with status, source, time, sentence and confidence", "[import]") {
  const KnowledgeGraph graph = assemble(samples::two_articles());
  for (const Form& form : forms()) {
    INFO(form.name);
    const KnowledgeGraph back = read_back(form, written(form, graph));
    REQUIRE(boost::num_edges(back.graph) == boost::num_edges(graph.graph));
    auto other = boost::edges(back.graph).first;
    for (const auto e : boost::make_iterator_range(boost::edges(graph.graph))) {
      const EdgeProperties &was = graph.graph[e], &is = back.graph[*other++];
      CHECK(is.id == was.id);
      CHECK(is.relation == was.relation);
      CHECK(is.open == was.open);
      CHECK(is.status == was.status);
      CHECK(is.confidence == was.confidence);
      CHECK(is.evidence.size() == was.evidence.size());
      CHECK(is.evidence.front().sentence == was.evidence.front().sentence);
      CHECK(is.evidence.front().source_label == was.evidence.front().source_label);
    }
  }
}

TEST_CASE("what a user confirmed is confirmed when it is read back", "[import]") {
  AssembleOptions options;
  Verdict verdict;
  const KnowledgeGraph plain = assemble(samples::two_articles());
  const auto e = *boost::edges(plain.graph).first;
  verdict.id = plain.graph[e].id;
  verdict.judgement = Judgement::confirmed;
  verdict.subject = plain.graph[boost::source(e, plain.graph)].id;
  verdict.object = plain.graph[boost::target(e, plain.graph)].id;
  verdict.relation = plain.graph[e].relation;
  verdict.status = to_string(plain.graph[e].status);
  options.decisions.add(verdict);
  for (const Form& form : forms()) {
    INFO(form.name);
    const std::string once = written(form, assemble(samples::two_articles(), options));
    CHECK(once.find("confirmed") != std::string::npos);
    CHECK(written(form, read_back(form, once)) == once);
  }
}

TEST_CASE("articles read out of GraphML yield to the articles themselves", "[import]") {
  const Form graphml = forms().front();
  std::vector<ArticleEvidence> articles = samples::two_articles();
  for (ArticleEvidence& article : articles) {
    article.published.clear();
    article.article_id = std::string(32, '0');
  }
  const std::string once = written(graphml, assemble(articles));
  EvidenceSet set;
  for (ArticleEvidence& article : articles) set.put(std::move(article));
  ImportedGraph imported =
      import_graph(once, "graph", graphml.syntax, Schema{}, {}, [](const Diagnostic&) {});
  for (ArticleEvidence& article : imported.articles)
    if (!imported.graphs.contains(article.uri)) CHECK(set.put(std::move(article)) == Put::older);
  CHECK(written(graphml, assemble(set.take())) == once);
}

TEST_CASE("two nodes of one name stay two", "[import]") {
  std::vector<ArticleEvidence> articles = samples::two_articles();
  // Each alone would be taken for the other.
  articles[0].entities.push_back(samples::thing("Person:bo the elder", "Bo Smith", cls::Person));
  articles[1].entities.push_back(samples::thing("Person:bo the younger", "Bo Smith", cls::Person));
  AssembleOptions options;
  NameRule rule;
  rule.a = "Person:bo the elder";
  rule.b = "Person:bo the younger";
  rule.sameness = Sameness::different;
  options.decisions.add(rule);
  const KnowledgeGraph graph = assemble(articles, options);
  REQUIRE(boost::num_vertices(assemble(articles).graph) < boost::num_vertices(graph.graph));
  for (const Form& form : forms()) {
    INFO(form.name);
    const std::string once = written(form, graph);
    CHECK(written(form, read_back(form, once)) == once);
  }
}
