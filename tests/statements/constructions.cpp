// SPDX-License-Identifier: MIT
// The whole line on the default model: each block of constructions.txt is an article of its own.

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "relata/pipeline.hpp"
#include "relata/resources.hpp"

namespace relata {
namespace {

struct Construction {
  std::string text;
  std::vector<std::string> stated, absent;
  std::size_t line = 0;
};

/// `> text`, then `= argument | relation | argument …` for a proposition, `@ name: class` for an entity and
/// `subject | relation | object [| status [| start/end]]` for what must come out and `- …` for what must not.
std::vector<Construction> constructions() {
  std::ifstream file(RELATA_SOURCE_DIR "/tests/statements/constructions.txt");
  REQUIRE(file);
  std::vector<Construction> all;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with("#")) continue;
    if (line.starts_with("> ")) {
      all.push_back({line.substr(2), {}, {}, number});
    } else if (line.starts_with("- ")) {
      all.back().absent.push_back(line.substr(2));
    } else {
      all.back().stated.push_back(line);
    }
  }
  return all;
}

std::vector<std::string> statements(const Construction& construction, Annotator& annotator,
                                    const Tables& tables, const Canonicalizer& canonicalizer) {
  Article article;
  article.id = std::to_string(construction.line);
  article.uri = article.id;
  article.published = "2019-05-15";
  article.text = construction.text;
  const Document doc = annotator.annotate(article);
  std::vector<std::string> lines;
  for (const Proposition& p : propositions(doc, clauses(doc))) {
    std::string line = "= " + p.arguments[0].text + " | " + p.relation;
    for (std::size_t i = 1; i < p.arguments.size(); ++i) line += " | " + p.arguments[i].text;
    lines.push_back(std::move(line));
  }
  const ArticleEvidence evidence = extract_evidence(article, doc, canonicalizer, tables.kb);
  for (const auto& e : evidence.entities)
    lines.push_back("@ " + e.entity.label + ": " + std::string(e.entity.cls.str()));
  for (const Statement& s : evidence.statements) {
    std::string line = evidence.entities[s.subject].entity.label + " | " + s.relation + " | " +
                       evidence.entities[s.object].entity.label;
    lines.push_back(line + " | " + std::string(to_string(s.status)));
    if (s.time) lines.push_back(lines.back() + " | " + s.time->start + "/" + s.time->end);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

TEST_CASE("constructions of English state what they state", "[statements]") {
  const LanguageModel model(find_model("sm"));
  Annotator annotator(model);
  const Tables tables = load_tables({}, [](const Diagnostic& d) { FAIL(d.message); });
  const Canonicalizer canonicalizer(tables.schema, tables.kb);
  for (const Construction& construction : constructions()) {
    const std::vector<std::string> lines = statements(construction, annotator, tables, canonicalizer);
    INFO("constructions.txt:" << construction.line << ": " << construction.text);
    CAPTURE(lines);
    for (const std::string& line : construction.stated) {
      CAPTURE(line);
      CHECK(std::ranges::find(lines, line) != lines.end());
    }
    for (const std::string& line : construction.absent) {
      CAPTURE(line);
      CHECK(std::ranges::find(lines, line) == lines.end());
    }
  }
}

}  // namespace relata
