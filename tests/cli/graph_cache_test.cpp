// SPDX-License-Identifier: MIT
#include <sys/stat.h>

#include "cli/graph_cache.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/serialize.hpp"
#include "verdict_samples.hpp"

using namespace relata;
using namespace relata::cli;

namespace {

std::string text_of(const KnowledgeGraph& graph) {
  std::ostringstream out;
  write_graphml(out, graph);
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph)))
    for (const Evidence& each : graph.graph[e].evidence)
      out << each.sentence << each.source_id << each.source_label << each.frame << each.confidence
          << (each.time ? each.time->text : "") << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("a kept graph is the assembled one, and only for its own evidence", "[cache]") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "relata-graph-cache-test";
  const KnowledgeGraph graph = assemble(samples::two_articles());
  write_graph_cache(file, "abc", graph);
  const auto kept = KeptGraph::find(file, "abc");
  REQUIRE(kept);
  CHECK(text_of(kept->graph({})) == text_of(graph));
  CHECK_FALSE(KeptGraph::find(file, "abd"));
  std::filesystem::remove(file);
  CHECK_FALSE(KeptGraph::find(file, "abc"));
}

TEST_CASE("a kept graph under verdicts is the graph assembled with them", "[cache]") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "relata-graph-cache-verdicts";
  const auto articles = samples::two_articles();
  const KnowledgeGraph graph = assemble(articles);
  write_graph_cache(file, "abc", graph);
  const auto kept = KeptGraph::find(file, "abc");
  REQUIRE(kept);
  std::size_t literals = 0;
  for (const auto e : boost::make_iterator_range(boost::edges(graph.graph)))
    for (const Judgement judgement : {Judgement::rejected, Judgement::confirmed, Judgement::withdrawn}) {
      AssembleOptions options;
      options.decisions.add(samples::verdict_on(graph, e, judgement));
      const KnowledgeGraph judged = assemble(articles, options);
      const KnowledgeGraph read = kept->graph(options.decisions);
      CHECK(text_of(read) == text_of(judged));
      CHECK(read.former == judged.former);
      literals += boost::num_vertices(graph.graph) - boost::num_vertices(judged.graph);
    }
  CHECK(literals > 0);  // one that only a rejected edge takes goes with it
  std::filesystem::remove(file);
}

TEST_CASE("a verdict on a name that another has absorbed holds for a kept graph too", "[cache]") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "relata-graph-cache-former";
  using namespace samples;
  ArticleEvidence article;
  article.article_id = article.uri = "a";
  article.entities = {thing("Person:mira holt", "Mira Holt", cls::Person),
                      thing("Person:holt", "Holt", cls::Person),
                      thing("Organization:tern club", "Tern Club", cls::Organization)};
  article.statements = {states(0, "works_for", 2, Status::factual, 0.7, "Mira Holt works.", {0, 16}),
                        states(1, "accused", 2, Status::factual, 0.6, "Holt accused it.", {17, 33})};
  AssembleOptions options;
  options.decisions.add(NameRule{"Mira Holt", "Holt", Sameness::same, 1});
  const KnowledgeGraph graph = assemble({article}, options);
  REQUIRE_FALSE(graph.former.empty());
  write_graph_cache(file, "abc", graph);
  Verdict v;
  v.id = "e1";
  v.subject = graph.former.front().first;
  v.relation = v.subject == "Person:holt" ? "accused" : "works_for";
  v.object = "Organization:tern club";
  v.status = "factual";
  options.decisions.add(v);
  const KnowledgeGraph judged = assemble({article}, options);
  CHECK(boost::num_edges(judged.graph) == 1);
  CHECK(text_of(KeptGraph::find(file, "abc")->graph(options.decisions)) == text_of(judged));
  std::filesystem::remove(file);
}

TEST_CASE("a kept graph that is cut short or altered is not read", "[cache]") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "relata-graph-cache-fault";
  write_graph_cache(file, "abc", assemble(samples::two_articles()));
  std::ifstream in(file, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    std::ofstream(file, std::ios::binary) << whole.substr(0, size);
    CHECK_FALSE(KeptGraph::find(file, "abc"));
    std::string altered = whole;
    altered[size] = static_cast<char>(altered[size] ^ 0x11);
    std::ofstream(file, std::ios::binary) << altered;
    CHECK_FALSE(KeptGraph::find(file, "abc"));
  }
  std::filesystem::remove(file);
}

TEST_CASE("a pipe or a folder in the place of a kept graph is no kept graph", "[cache]") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "relata-graph-cache-pipe";
  std::filesystem::remove_all(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK_FALSE(KeptGraph::find(file, "abc"));  // and is not waited for
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  CHECK_FALSE(KeptGraph::find(file, "abc"));
  std::filesystem::remove(file);
}
