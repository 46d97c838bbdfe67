// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "relata/read.hpp"
#include "text/utf8.hpp"

using namespace relata;

namespace {

const std::string page = R"(Skip to content

Home / World / Europe

Ministers reach a deal on fishing

Wednesday, December 19, 2018

Norway and the Union reached an agreement on fishing on Wednesday after a week of talks in London.

Photo: Ledger Pictures

The minister signed the deal in the evening. “It wasn’t easy,” he told the paper on the steps of the house.

Iceland did not sign the agreement, and its government said that it would wait until the end of the year.

Share on Facebook

Copyright © 2018 The Ledger. All rights reserved.

Related: Ten recipes for autumn
)";

}  // namespace

TEST_CASE("a page as text keeps headline and paragraphs and loses its furniture", "[read]") {
  const Article article = read_text(page, "a.txt", {});
  CHECK(article.title == "Ministers reach a deal on fishing");
  CHECK(article.published == "2018-12-19");
  REQUIRE(article.blocks.size() == 4);
  CHECK(article.blocks[0].kind == Block::Kind::title);
  for (const char* gone : {"Skip", "Home /", "Photo", "Share", "Copyright", "recipes", "Wednesday, December"})
    CHECK(article.text.find(gone) == std::string::npos);
  const Block last = article.blocks.back();
  CHECK(article.text.substr(last.begin, 7) == "Iceland");
  CHECK(last.end == article.text.size());
}

TEST_CASE("the model reads plain quotes, as many characters as the text has", "[read]") {
  const Article article = read_text(page, "a.txt", {});
  CHECK(article.text.find("“It wasn’t easy,”") != std::string::npos);
  CHECK(article.model_text.find("\"It wasn't easy,\"") != std::string::npos);
  CHECK(utf8::length(article.model_text) == utf8::length(article.text));
}

TEST_CASE("a last-updated line is no date of the article", "[read]") {
  const Article article = read_text(
      ". Last Updated: 07/27/2016\n\nPutin writes to Bush on ties\n\nThe president wrote a letter to his "
      "colleague in spring.\n",
      "a.txt", {});
  CHECK(article.published.empty());
  CHECK(article.text.find("Updated") == std::string::npos);
}

TEST_CASE("a menu glued to a headline that then stands alone is dropped", "[read]") {
  const Article article = read_text(
      "HomeWorld Leaders meet for talks\n\nLeaders meet for talks\n\nThe leaders of both states met for "
      "talks on Monday.\n",
      "a.txt", {});
  CHECK(article.title == "Leaders meet for talks");
  CHECK(article.text.find("HomeWorld") == std::string::npos);
}

TEST_CASE("verbatim text is the bytes themselves", "[read]") {
  const std::string odd = "  odd   blanks ’ \r\n\n";
  ReadOptions options;
  options.verbatim = true;
  const Article article = read_text(odd, "a.txt", options);
  CHECK(article.text == odd);
  CHECK(article.model_text.empty());
  CHECK_THROWS_WITH(read_text("ab\xFF", "a.txt", options),
                    Catch::Contains("a.txt") && Catch::Contains("byte 2"));
}

TEST_CASE("empty and binary inputs are refused by name", "[read]") {
  CHECK_THROWS_WITH(read_text("", "e.txt", {}), Catch::Contains("e.txt"));
  CHECK_THROWS_WITH(read_text(std::string("\0\1\2\3bin\0\0", 9), "b.txt", {}), Catch::Contains("b.txt"));
  CHECK_THROWS_WITH(read_text("Share on Facebook\n\nCopyright 2018\n", "f.txt", {}),
                    Catch::Contains("f.txt"));
}

TEST_CASE("the id depends on address and text alone", "[read]") {
  const std::string text = "A sentence stands here and is long enough for a text.";
  CHECK(read_text(text, "./a.txt", {}).id == read_text(text, "a.txt", {}).id);
  CHECK(read_text(text, "b.txt", {}).id != read_text(text, "a.txt", {}).id);
  CHECK(read_text(text + " More.", "a.txt", {}).id != read_text(text, "a.txt", {}).id);
}

TEST_CASE("a sentence that begins like a prompt stays, a caption with its credit goes", "[read]") {
  const Article article = read_text(
      "Copyright law in Europe is to change next year, the commission said.\n\nFollow us, the general told "
      "the crowd in Cairo.\n\n"
      "Protesters at the march in the old town. Image: Jane Doe (own work).\n\nThe crowd followed him to the "
      "square on Friday.\n",
      "a.txt", {});
  CHECK(article.text.find("Copyright law") != std::string::npos);
  CHECK(article.text.find("Follow us, the general") != std::string::npos);
  CHECK(article.text.find("Jane Doe") == std::string::npos);
}
