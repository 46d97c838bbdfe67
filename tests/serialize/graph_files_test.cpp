// SPDX-License-Identifier: MIT
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/error.hpp"
#include "relata/serialize.hpp"

using namespace relata;
namespace fs = std::filesystem;

namespace {

/// A file that goes with the test.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& bytes)
      : path(fs::temp_directory_path() / ("relata-" + std::to_string(getpid()) + ".graphml")) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~ScratchFile() { fs::remove(path); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  fs::path path;
};

std::string graphml(const KnowledgeGraph& graph) {
  std::ostringstream out;
  write_graphml(out, graph);
  return out.str();
}

std::vector<ArticleEvidence> nasty() {
  std::vector<ArticleEvidence> articles = samples::two_articles();
  const std::string hard = "a<b>&\"c\" ]]> 'd'\ttab\nline\rreturn \x01 \xEF\xBF\xBE \U0001F600 =1+1";
  for (ArticleEvidence& article : articles) {
    article.entities.front().entity.label = hard;
    article.entities.front().entity.aliases.push_back("bar|bar");
    for (Statement& s : article.statements) s.sentence = hard;
  }
  return articles;
}

}  // namespace

TEST_CASE("GraphML read back equals what was written, hard strings included", "[serialize]") {
  for (const auto& evidence : {samples::two_articles(), nasty()}) {
    const KnowledgeGraph graph = assemble(evidence);
    const ScratchFile file(graphml(graph));
    CHECK(read_graphml(file.path) == graphml_content(graph));
  }
}

TEST_CASE("text of blanks alone is read back", "[serialize]") {
  for (const char* blanks : {" ", "\t", "\n", "  \n "}) {
    std::vector<ArticleEvidence> articles = samples::two_articles();
    for (ArticleEvidence& article : articles)
      for (Statement& s : article.statements) s.sentence = blanks;
    const KnowledgeGraph graph = assemble(articles);
    const ScratchFile file(graphml(graph));
    CHECK(read_graphml(file.path) == graphml_content(graph));
  }
}

TEST_CASE("an element that another's tag closes is refused", "[serialize]") {
  std::string bytes = graphml(assemble(samples::two_articles()));
  bytes.replace(bytes.find("</data>"), 7, "</date>");
  const ScratchFile file(bytes);
  CHECK_THROWS_WITH(read_graphml(file.path), Catch::Contains("not well-formed"));
}

TEST_CASE("every truncation of a GraphML file ends in a graph or an error that names the file",
          "[serialize]") {
  const std::string whole = graphml(assemble(samples::two_articles()));
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    const ScratchFile file(whole.substr(0, size));
    CHECK_THROWS_WITH(read_graphml(file.path), Catch::Contains(file.path.string()));
  }
}

TEST_CASE("faults of a GraphML file are named", "[serialize]") {
  const auto fault = [](const std::string& body, const std::string& says) {
    const ScratchFile file("<graphml><key id='k' attr.name='mentions'/><graph>" + body +
                           "</graph></graphml>");
    CHECK_THROWS_WITH(read_graphml(file.path), Catch::Contains(says));
  };
  fault("<node/>", "'id'");
  fault("<node id='a'/><node id='a'/>", "stands twice");
  fault("<node id='a'><data key='x'>1</data></node>", "undeclared key");
  fault("<node id='a'><data key='k'>many</data></node>", "is no number");
  fault("<node id='a'/><edge id='e' source='a' target='b' label='r'/>", "missing node");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  fault(deep, "nested");
}

TEST_CASE("Turtle asserts facts plainly and everything else under its status", "[serialize]") {
  std::ostringstream out;
  write_turtle(out, assemble(samples::two_articles()), Schema{});
  const std::string turtle = out.str();
  CHECK(turtle.find("planned:withdrew_from <http://relata.example/entity/treaty:inf>") != std::string::npos);
  CHECK(turtle.find("rel:withdrew_from <http") == std::string::npos);
  CHECK(turtle.find("rdf:predicate rel:withdrew_from") != std::string::npos);
  CHECK(turtle.find("owl:sameAs wd:Q30") != std::string::npos);
}

TEST_CASE("a stream that fails is an error", "[serialize]") {
  std::ofstream full("/dev/full");
  const KnowledgeGraph graph = assemble(samples::two_articles());
  const auto write_all = [&] {
    for (int i = 0; i < 10; ++i) {
      write_graphml(full, graph);
      full.flush();
    }
  };
  CHECK_THROWS_AS(write_all(), Error);
}

TEST_CASE("a cell of a table holds no formula and no backslash", "[serialize]") {
  std::vector<ArticleEvidence> evidence = samples::two_articles();
  for (ArticleEvidence& article : evidence) article.entities.front().entity.label = "=SUM(\"a\\b\")";
  std::ostringstream out;
  write_nodes_csv(out, assemble(evidence));
  CHECK(out.str().find("\"'=SUM(\"\"a/b\"\")\"") != std::string::npos);
}
