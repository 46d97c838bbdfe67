// SPDX-License-Identifier: MIT
#include <sys/stat.h>

#include "cli/graph_cache.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/serialize.hpp"

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
  CHECK(text_of(kept->graph()) == text_of(graph));
  CHECK_FALSE(KeptGraph::find(file, "abd"));
  std::filesystem::remove(file);
  CHECK_FALSE(KeptGraph::find(file, "abc"));
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
