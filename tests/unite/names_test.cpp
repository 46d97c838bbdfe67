// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <map>

#include "relata/unite.hpp"
#include "unite/name_pairs.hpp"

using namespace relata;
using namespace relata::samples;

namespace {

struct Score {
  std::size_t one = 0, missed = 0, two = 0, wrongly_merged = 0;
  std::vector<std::string> faults;
};

Score score(const std::string& file) {
  Score score;
  for (const NamePair& pair : read_name_pairs(std::string(RELATA_SOURCE_DIR) + "/tests/unite/" + file)) {
    const Unification united = unite(pair.articles);
    const bool merged = united.nodes[0][0] == united.nodes[1][0];
    if (pair.verdict == "one") {
      ++score.one;
      if (!merged) ++score.missed;
    } else {
      ++score.two;
      if (merged) ++score.wrongly_merged;
    }
    if (merged != (pair.verdict == "one")) score.faults.push_back(pair.line);
  }
  return score;
}

void require(const std::string& file, const std::string& name, bool show, std::size_t least = 150) {
  const Score s = score(file);
  std::cout << name << ": " << s.wrongly_merged << " of " << s.two << " pairs that are two merged, "
            << s.missed << " of " << s.one << " that are one missed\n";
  if (show)
    for (const std::string& fault : s.faults) std::cout << "  " << fault << '\n';
  CHECK(s.one >= least);
  CHECK(s.two >= least);
  CHECK(s.wrongly_merged * 100 <= s.two);
  CHECK(s.missed * 10 <= s.one);
}

}  // namespace

TEST_CASE("names are united and kept apart: the halves that the rules were made on", "[unite]") {
  const bool show = std::getenv("RELATA_SHOW") != nullptr;
  require("names_developed.tsv", "first set, developed on", show);
  require("names_second_developed.tsv", "second set, developed on", show);
}

TEST_CASE("names are kept apart: pairs written to try the rules", "[unite]") {
  const Score s = score("names_probes.tsv");
  CHECK(s.two >= 150);
  for (const std::string& fault : s.faults) FAIL_CHECK(fault);
}

TEST_CASE("names are united and kept apart: the halves that were only scored", "[unite]") {
  require("names_held_out.tsv", "first set, held out", false);
  require("names_second_held_out.tsv", "second set, held out", false);
}

TEST_CASE("names are united and kept apart: sets measured once before rules were made on them", "[unite]") {
  const bool show = std::getenv("RELATA_SHOW") != nullptr;
  require("names_third.tsv", "third set", show, 60);
  require("names_fourth.tsv", "fourth set", show, 40);
}
