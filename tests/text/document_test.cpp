// SPDX-License-Identifier: MIT
#include "relata/document.hpp"

#include <catch2/catch.hpp>

using namespace relata;

namespace {

/// A document of one-letter tokens with these heads; sentences start at the tokens named.
Document letters(const std::vector<TokenId>& heads, const std::vector<TokenId>& starts) {
  Document doc;
  for (TokenId t = 0; t < heads.size(); ++t) {
    doc.text += static_cast<char>('a' + t);
    Token token;
    token.begin = token.char_begin = t;
    token.end = token.char_end = t + 1;
    token.head = heads[t];
    doc.tokens.push_back(token);
  }
  for (const TokenId t : starts) doc.tokens[t].sent_start = true;
  doc.index();
  return doc;
}

}  // namespace

TEST_CASE("sentences, children and subtrees follow from starts and heads", "[text]") {
  const Document doc = letters({1, 1, 1, 4, 4}, {0, 3});
  REQUIRE(doc.sentences() == std::vector<TokenSpan>{{0, 3}, {3, 5}});
  CHECK(doc.sentence_of(4) == 1);
  REQUIRE(doc.children(1).size() == 2);
  CHECK(doc.children(1)[0] == 0);
  CHECK(doc.children(1)[1] == 2);
  CHECK(doc.subtree(1) == TokenSpan{0, 3});
  CHECK(doc.children(0).empty());
  CHECK(doc.is_root(4));
  CHECK(doc.span_text({3, 5}) == "de");
}

TEST_CASE("heads that run in a circle, as a forged record may have them, end", "[text]") {
  const Document doc = letters({1, 2, 0}, {0});
  CHECK(doc.size() == 3);
  CHECK(doc.subtree(0) == TokenSpan{0, 3});
}

TEST_CASE("an empty document has no sentences", "[text]") {
  CHECK(letters({}, {}).sentences().empty());
}
