// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/records.hpp"

using namespace relata;

namespace {

std::string records(const std::vector<ArticleEvidence>& articles) {
  std::string out;
  for (const ArticleEvidence& article : articles) write_evidence(out, article);
  return out;
}

std::vector<ArticleEvidence> read_back(const std::string& lines, std::vector<Diagnostic>& faults) {
  std::istringstream in(lines);
  std::vector<ArticleEvidence> articles;
  read_evidence(
      in, "in.jsonl", [&](ArticleEvidence&& a) { articles.push_back(std::move(a)); },
      [&](const Diagnostic& d) { faults.push_back(d); });
  return articles;
}

}  // namespace

TEST_CASE("records read back and written again are the same bytes", "[serialize]") {
  std::vector<Diagnostic> faults;
  const std::string written = records(samples::two_articles());
  CHECK(records(read_back(written, faults)) == written);
  CHECK(faults.empty());
}

TEST_CASE("unknown types are skipped, faulty lines are reported with their number", "[serialize]") {
  std::vector<Diagnostic> faults;
  const std::string good = records(samples::two_articles());
  const auto articles = read_back("{\"type\":\"verdict\"}\n{not json\n[1]\n" + good, faults);
  CHECK(articles.size() == samples::two_articles().size());
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].line == 2);
  CHECK(faults[1].line == 3);
}

TEST_CASE("numbers that do not fit are refused, not wrapped", "[serialize]") {
  for (const char* bad : {"-1", "99999999999", "1.5"}) {
    std::vector<Diagnostic> faults;
    read_back(std::string("{\"type\":\"entity\",\"article\":{\"id\":\"a\",\"uri\":\"a\"},\"id\":\"x\","
                          "\"label\":\"X\",\"class\":\"Person\",\"mentions\":[[0,") +
                  bad + "]]}\n",
              faults);
    CHECK(faults.size() == 1);
  }
}

TEST_CASE("a faulty statement leaves nothing of itself behind", "[serialize]") {
  const std::string good = records(samples::two_articles());
  const std::string line = good.substr(0, good.find('\n') + 1);
  for (const char* field : {"\"object\"", "\"confidence\"", "\"evidence\"", "\"begin\""}) {
    std::string bad = line;
    bad.replace(bad.find(field), 2, "\"x");
    std::vector<Diagnostic> faults;
    CHECK(read_back(bad, faults).empty());
    CHECK(faults.size() == 1);
  }
}

TEST_CASE("what a caller throws is not reported as a fault of the line", "[serialize]") {
  Article article;
  article.id = article.uri = "a";
  std::string line;
  write_document(line, article, {});
  std::istringstream in(line);
  std::size_t faults = 0;
  CHECK_THROWS_WITH(read_documents(
                        in, "in.jsonl", [](Article&&, Document&&) { throw Error("the caller's own"); },
                        [&](const Diagnostic&) { ++faults; }),
                    "the caller's own");
  CHECK(faults == 0);
}

TEST_CASE("a stream hands each article on when the next begins", "[serialize]") {
  const auto articles = samples::two_articles();
  const std::string first = records({articles[0]}), second = records({articles[1]});
  const std::size_t middle = first.find('\n') + 1;
  std::istringstream in(first.substr(0, middle) + second + "{not json\n" + first.substr(middle));
  std::vector<std::string> taken;
  std::size_t faults = 0;
  stream_evidence(
      in, "in.jsonl", [&](ArticleEvidence&& a) { taken.push_back(a.article_id); },
      [&](const Diagnostic&) { ++faults; });
  CHECK(taken == std::vector<std::string>{"a1", "a2", "a1"});
  CHECK(faults == 1);
}
