// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "evidence_samples.hpp"
#include "relata/records.hpp"
#include "relata/store.hpp"

namespace relata::samples {

/// An empty folder that goes when the test ends.
class Folder {
 public:
  Folder() {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("relata-store-" + std::to_string(::getpid()) + '-' + std::to_string(++number));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// Article `n` of an invented news cycle: entities shared with others, literals, open relations, every
/// status.
inline ArticleEvidence invented_article(unsigned n) {
  std::mt19937 random(n);
  const auto upto = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  const std::string number = std::to_string(n);
  ArticleEvidence article;
  article.article_id = "id" + number;
  article.uri = "cycle/" + number + ".txt";
  if (n % 3 != 0) article.title = "Report no. " + number;
  article.published = "2020-0" + std::to_string(1 + upto(9)) + "-1" + std::to_string(upto(10));
  for (unsigned i = 0; i < 6; ++i) {
    const unsigned k = 6 * upto(7) + i;
    article.entities.push_back(thing("Person:envoy " + std::to_string(k), "Envoy " + std::to_string(k),
                                     cls::Person, k % 4 == 0 ? "Q9" + std::to_string(k) : "",
                                     {"E. " + std::to_string(k), "the envoy"},
                                     {{i, i + 4}, {50 + i, 60 + i}}));
  }
  article.entities.push_back(
      literal("2019-12-0" + std::to_string(1 + upto(9)), "xsd:date", cls::Date, "in December"));
  for (unsigned i = 0; i < 9; ++i) {
    const std::string relation = i % 4 == 3 ? "open:wave_at" : i % 2 == 0 ? "met" : "accused";
    Statement s =
        states(upto(6), relation, i == 8 ? 6 : upto(6), static_cast<Status>(upto(5)), upto(101) / 100.0,
               "Sentence " + std::to_string(i / 2) + " of report " + number + ".",
               {100 * (i / 2), 100 * (i / 2) + 30});
    if (i % 3 == 0) s.source = upto(6);
    if (i % 3 == 1) s.source_label = "officials";
    if (i % 2 == 0) s.time = StatementTime{"2020", "", "this year"};
    article.statements.push_back(std::move(s));
  }
  return article;
}

inline std::string records(const ArticleEvidence& article) {
  std::string text;
  write_evidence(text, article);
  return text;
}

/// All that a store holds, as records.
inline std::string records(Store& store) {
  std::string text;
  store.each([&](ArticleEvidence&& article) { write_evidence(text, article); });
  return text;
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace relata::samples
