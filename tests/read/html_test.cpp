// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "relata/read.hpp"

using namespace relata;

namespace {

std::string html_page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head>" + head +
         "</head><body><nav><ul><li><a href='/'>Home</a></li></ul></nav>" +
         "<div class='cookie-banner'>We use cookies to improve your visit to this site "
         "today.</div><main><article>" +
         body +
         "</article><aside><h2>Related stories</h2><p>Markets open higher in London after a long week of "
         "losses.</p></aside>" +
         "</main><footer><p>Copyright 2019 The Ledger. All rights reserved.</p></footer></body></html>";
}

const std::string story =
    "<h1>Bank cuts rates</h1><p>The central bank cut its main rate on Thursday, its governor said in "
    "Ankara.</p>"
    "<p>&ldquo;We act alone,&rdquo; he told journalists. The <a href='/x'>opposition</a> criticised the "
    "decision.</p>";

}  // namespace

TEST_CASE("a page gives its story, title and date, and nothing else", "[read]") {
  const Article article = read_html(
      html_page("<title>Bank cuts rates | The Ledger</title><meta property='article:published_time' "
                "content='2019-07-25T14:00:00+03:00'><script>var x = '<p>no text</p>';</script>",
                story),
      "a.html", {});
  CHECK(article.title == "Bank cuts rates");
  CHECK(article.published.substr(0, 10) == "2019-07-25");
  CHECK(article.text ==
        "Bank cuts rates\n\nThe central bank cut its main rate on Thursday, its governor said in Ankara.\n\n"
        "“We act alone,” he told journalists. The opposition criticised the decision.");
}

TEST_CASE("the date may stand in linked data or in a time element", "[read]") {
  CHECK(read_html(html_page("<script type='application/ld+json'>{\"datePublished\": \"2019-11-26\"}</script>",
                            story),
                  "a.html", {})
            .published == "2019-11-26");
  CHECK(read_html(html_page("", "<time datetime='2019-09-12'>Thursday</time>" + story), "a.html", {})
            .published == "2019-09-12");
}

TEST_CASE("the encoding that a page declares is honoured", "[read]") {
  const Article article = read_html(
      html_page(
          "<meta charset='iso-8859-1'>",
          "<h1>Rates</h1><p>The president Erdo\xF0 visited D\xFCsseldorf on Monday for long talks.</p>"),
      "a.html", {});
  CHECK(article.text.find("Düsseldorf") != std::string::npos);
}

TEST_CASE("a page nested without end is refused, a deep one is read", "[read]") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK_THROWS_WITH(read_html(deep + "text", "deep.html", {}),
                    Catch::Contains("deep.html") && Catch::Contains("nested more than 4096 deep"));
  deep.resize(3'000 * 5);
  deep += "<p>The story stands at the very bottom of the page, as it should.</p>";
  const Article article = read_html(deep, "deep.html", {});
  CHECK(article.text.find("very bottom") != std::string::npos);
}

TEST_CASE("a page without a story is refused by name", "[read]") {
  CHECK_THROWS_WITH(read_html("<html><body></body></html>", "none.html", {}), Catch::Contains("none.html"));
}
