// SPDX-License-Identifier: MIT
#include "read/dateline.hpp"

#include <catch2/catch.hpp>

#include "relata/read.hpp"

using namespace relata;

namespace {

std::string dateline(std::string_view paragraph) {
  return std::string(paragraph.substr(0, detail::dateline_size(paragraph)));
}

}  // namespace

TEST_CASE("a dateline is place, day and agency in the agencies' forms", "[read]") {
  for (const std::string start :
       {"OSLO (Reuters) - ", "Oslo (AFP) - ", "OSLO — ", "OSLO -- ", "OSLO, Norway (AP) — ",
        "OSLO, Oct. 20 (UPI) -- ", "Oslo, 3 May 2019 (Xinhua) – ", "ST. ANDREWS, Scotland, July 8 (dpa) - ",
        "OSLO/BERGEN (Reuters) - ", "(Reuters) - ", "UNITED NATIONS (Inter Press Service) - ",
        "Oslo (VOA): ", "OSLO (AP)—  "})
    CHECK(dateline(start + "The harbour was closed on Monday.") == start);
  CHECK(dateline("OSLO — “The harbour is closed,” the mayor said.") == "OSLO — ");
}

TEST_CASE("a sentence that begins with a name or a bracket is no dateline", "[read]") {
  for (const char* sentence :
       {"OSLO — a city of ships — has a new harbour.", "Harland (HLD) - The yard was sold on Monday.",
        "Oslo - The harbour was closed on Monday.", "The agency (AP) - Its rivals were slower.",
        "NATO-led troops left the island.", "OSLO (Reuters) said the mayor had left.", "A - B.", ""})
    CHECK(dateline(sentence).empty());
}

TEST_CASE("a dateline stays in the text and is a block of its own", "[read]") {
  const Article article = read_text(
      "Harbour closed after storm\n\nTROMSØ, Norway (Reuters) - The harbour of Tromsø was closed on "
      "Monday.\n\n"
      "BERGEN (Reuters) - Ships were sent to Bergen, where the port stayed open all day.\n",
      "a.txt", {});
  REQUIRE(article.blocks.size() == 5);
  const auto words = [&](std::size_t block) {
    const Block& b = article.blocks[block];
    return article.text.substr(b.begin, b.end - b.begin);
  };
  CHECK(article.blocks[1].kind == Block::Kind::dateline);
  CHECK(words(1) == "TROMSØ, Norway (Reuters) - ");
  CHECK(article.blocks[2].kind == Block::Kind::paragraph);
  CHECK(words(2) == "The harbour of Tromsø was closed on Monday.");
  CHECK(words(3) == "BERGEN (Reuters) - ");
}
