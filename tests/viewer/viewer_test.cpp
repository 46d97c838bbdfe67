// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/error.hpp"
#include "relata/viewer.hpp"
#include "viewer/mention_spans.hpp"
#include "viewer/ranked_part.hpp"

using namespace relata;
using namespace relata::detail;

TEST_CASE("mentions are counted from their sentence's begin", "[viewer]") {
  const std::vector<ArticleEvidence> evidence = samples::two_articles();
  const MentionSpans spans(evidence);
  CHECK(spans.inside("a1", "Q30", {0, 38}) == std::vector<CharSpan>{{4, 17}});
  CHECK(spans.inside("a1", "Q30", {10, 60}) == std::vector<CharSpan>{{30, 40}});
  CHECK(spans.inside("a1", "nobody", {0, 38}).empty());
  CHECK(spans.inside("none", "Q30", {0, 38}).empty());
}

TEST_CASE("a page of a part holds the highest ranked nodes with the edges among them", "[viewer]") {
  const KnowledgeGraph graph = assemble(samples::two_articles());
  const RankedPart whole = ranked_part(graph, 100);
  CHECK(whole.nodes.size() == boost::num_vertices(graph.graph));
  CHECK(whole.edges.size() == boost::num_edges(graph.graph));
  CHECK(std::is_sorted(whole.ranks.rbegin(), whole.ranks.rend()));
  CHECK(graph.graph[whole.nodes.front()].id == "Person:jane doe");
  const RankedPart part = ranked_part(graph, 1);
  CHECK(part.edges.size() <= 1);
  CHECK(part.nodes.size() < whole.nodes.size());
  for (std::size_t i = 0; i < part.nodes.size(); ++i) CHECK(part.nodes[i] == whole.nodes[i]);
}

TEST_CASE("a page is the same every time and names what it leaves out", "[viewer]") {
  const std::vector<ArticleEvidence> evidence = samples::two_articles();
  const KnowledgeGraph graph = assemble(evidence);
  std::ostringstream first, second, part;
  if (!has_viewer()) {
    CHECK_THROWS_WITH(write_viewer(first, graph, evidence, Schema{}), Catch::Contains("without the viewer"));
    return;
  }
  CHECK(write_viewer(first, graph, evidence, Schema{}).whole);
  write_viewer(second, graph, evidence, Schema{});
  CHECK(first.str() == second.str());
  const ViewerPart cut = write_viewer(part, graph, evidence, Schema{}, {.title = "T", .max_edges = 1});
  CHECK_FALSE(cut.whole);
  CHECK(cut.edges <= 1);
  CHECK(part.str().find("\"totals\":{\"nodes\":5,\"edges\":4,\"articles\":2}") != std::string::npos);
}

TEST_CASE("an empty graph has a page", "[viewer]") {
  if (!has_viewer()) return;
  std::ostringstream out;
  CHECK(write_viewer(out, KnowledgeGraph{}, {}, Schema{}).whole);
  CHECK(out.str().find("\"nodes\":[]") != std::string::npos);
}

TEST_CASE("a stream that takes no more is an error", "[viewer]") {
  if (!has_viewer()) return;
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(write_viewer(out, KnowledgeGraph{}, {}, Schema{}), Error);
}
