// SPDX-License-Identifier: MIT
// Times what a store adds to the annotation of articles: store_times RECORDS [ROUNDS], with the records of
// `relata extract`. Puts each article into a new store as `relata build` does, reads them back, and writes
// the store afresh.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cpu_seconds.hpp"
#include "relata/records.hpp"
#include "relata/store.hpp"

int main(int argc, char** argv) {
  using namespace relata;
  if (argc < 2) return 2;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
  std::vector<ArticleEvidence> articles;
  std::ifstream in(argv[1], std::ios::binary);
  stream_evidence(
      in, argv[1], [&](ArticleEvidence&& article) { articles.push_back(std::move(article)); },
      [](const Diagnostic& d) { std::fprintf(stderr, "%s\n", d.message.c_str()); });
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "relata-store-times";
  double put = 0, read = 0, afresh = 0;
  for (int round = 0; round < rounds; ++round) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::vector<ArticleEvidence> copies = articles;
    double from = cpu_seconds();
    const auto lap = [&from](double& sum) {
      const double now = cpu_seconds();
      sum += now - from;
      from = now;
    };
    Store store(folder / "graph.relata", Store::Mode::write);
    for (ArticleEvidence& article : copies) {
      if (!store.holds(address_of(article), article.published, article.article_id))
        store.put(std::move(article));
    }
    store.commit();
    lap(put);
    copies.clear();
    from = cpu_seconds();
    store.each([&](ArticleEvidence&& article) { copies.push_back(std::move(article)); });
    lap(read);
    store.write_afresh(folder / "graph.relata");
    lap(afresh);
  }
  std::filesystem::remove_all(folder);
  std::printf("%zu articles, CPU seconds: put %.3f, read back %.3f, write afresh %.3f\n", articles.size(),
              put / rounds, read / rounds, afresh / rounds);
}
