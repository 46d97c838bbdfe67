// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "annotate/kernels.hpp"
#include "annotate/string_id.hpp"
#include "installed_model.hpp"

namespace {

using namespace relata;

std::string line_of(const Document& doc, TokenId t) {
  const Token& token = doc.tokens[t];
  const auto quoted = [](std::string_view s) { return nlohmann::json(s).dump(-1, ' ', true); };
  const std::string tab = "\t";
  constexpr const char* iob[] = {"O", "B", "I"};
  return quoted(doc.word(t)) + tab + std::to_string(token.char_begin) + tab + std::string(token.tag.str()) +
         tab + std::string(token.pos.str()) + tab + std::string(token.morph.str()) + tab +
         quoted(doc.lemma(t)) + tab + std::to_string(token.head) + tab + std::string(token.dep.str()) + tab +
         (token.sent_start ? "1" : "0") + tab + iob[static_cast<std::size_t>(token.ent_iob)] + tab +
         std::string(token.ent_type.str());
}

}  // namespace

TEST_CASE("strings have the numbers that spaCy gives them", "[annotate]") {
  using annotate::string_id;
  CHECK(string_id("") == 0);
  CHECK(string_id("X") == 101);
  CHECK(string_id("mark") == 423);
  CHECK(string_id("apple") == 8566208034543834098U);
  CHECK(string_id("\u65e5\u672c") == 2324319125191504834U);
}

TEST_CASE("analyses are spaCy's, token for token, by every set of kernels", "[annotate]") {
  const std::string folder = RELATA_SOURCE_DIR "/tests/annotate/golden/";
  samples::installed_model();  // or skip
  const annotate::Kernels* const kernels = GENERATE(from_range(annotate::usable_kernels()));
  setenv("RELATA_KERNEL", kernels->name, 1);
  const LanguageModel loaded(find_model(""));
  unsetenv("RELATA_KERNEL");
  REQUIRE(loaded.info().kernel == kernels->name);
  std::ifstream texts(folder + "texts.jsonl"), expected(folder + "expected.tsv");
  Annotator annotator(loaded);
  for (std::string text, line; std::getline(texts, text);) {
    const Document doc = annotator.annotate(nlohmann::json::parse(text).get<std::string>());
    for (TokenId t = 0; t < doc.size(); ++t) {
      std::getline(expected, line);
      CHECK(line_of(doc, t) == line);
    }
    REQUIRE(std::getline(expected, line));
    CHECK(line.empty());
  }
}

TEST_CASE("blocks of an article are read apart, and offsets are those of its own text", "[annotate]") {
  Annotator annotator(samples::installed_model());
  Article article;
  article.text = "Ana didn\u2019t go.\n\nBo stayed.";
  article.model_text = "Ana didn't go.\n\nBo stayed.";
  const auto second = static_cast<std::uint32_t>(article.text.find("Bo"));
  article.blocks = {{Block::Kind::paragraph, 0, second - 2},
                    {Block::Kind::paragraph, second, static_cast<std::uint32_t>(article.text.size())}};
  const Document doc = annotator.annotate(article);
  REQUIRE(doc.size() == 8);
  CHECK(doc.word(2) == "n\u2019t");
  CHECK(doc.lemma(2) == "not");
  CHECK(doc.word(5) == "Bo");
  CHECK(doc.sentences().size() == 2);
}

TEST_CASE("given tokens are one sentence", "[annotate]") {
  Annotator annotator(samples::installed_model());
  const Document doc = annotator.annotate_tokens("He left . She stayed .");
  CHECK(doc.size() == 6);
  CHECK(doc.sentences().size() == 1);
}

TEST_CASE("a dateline is not analysed, and what follows keeps its offsets", "[annotate]") {
  Annotator annotator(samples::installed_model());
  Article article;
  article.text = "TROMSØ (Reuters) - Bo left.";
  const auto begin = static_cast<std::uint32_t>(article.text.find("Bo"));
  article.blocks = {{Block::Kind::dateline, 0, begin},
                    {Block::Kind::paragraph, begin, static_cast<std::uint32_t>(article.text.size())}};
  const Document doc = annotator.annotate(article);
  REQUIRE(doc.size() == 3);
  CHECK(doc.word(0) == "Bo");
  CHECK(doc.tokens[0].char_begin == 19);
}
