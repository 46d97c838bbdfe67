// SPDX-License-Identifier: MIT
#include <sys/stat.h>

#include "sparql/triple_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "evidence_samples.hpp"
#include "relata/serialize.hpp"
#include "sparql/index_layout.hpp"
#include "sparql/sparql.hpp"
#include "sparql/triple_orders.hpp"

namespace fs = std::filesystem;
using namespace relata;
using sparql::TripleIndex;

namespace {

constexpr const char* base = "http://relata.example/";
const std::string key(32, 'k');

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// An index that somebody changed and gave sums that agree.
std::string forged(std::string bytes) {
  sparql::IndexHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const sparql::IndexLayout layout = layout_of(header).value();
  sparql::Sections sections;
  for (std::size_t i = 0; i < sparql::section_count; ++i)
    sections[i] = {reinterpret_cast<const unsigned char*>(bytes.data()) + layout.starts[i], layout.sizes[i]};
  header.content_sum = sparql::content_sum_of(sections);
  header.check = check_of(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

struct Folder {
  Folder() : path(fs::temp_directory_path() / "relata-triple-index-test") {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

/// Takes any answer and forgets it.
struct Nobody : sparql::Answer {
  sparql::Format choose(sparql::Shape) override { return sparql::Format::cells; }
  void head(std::span<const std::string_view>) override {}
  void row(std::span<const sparql::Cell>) override {}
  void write(std::string_view) override {}
};

}  // namespace

TEST_CASE("an index is kept in a file under a key", "[sparql]") {
  const Folder folder;
  const fs::path file = folder.path / "news.relata-index";
  const TripleIndex index = TripleIndex::of(assemble(samples::two_articles()), base);
  REQUIRE(index.size() > 50);
  CHECK_FALSE(TripleIndex::open(file, key));
  REQUIRE(index.save(file, key));
  const auto opened = TripleIndex::open(file, key);
  REQUIRE(opened);
  CHECK(opened->size() == index.size());
  CHECK_FALSE(TripleIndex::open(file, std::string(32, 'x')));
  CHECK_FALSE(index.save(folder.path / "none" / "index", key));
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);

  const std::string first = bytes_of(file);
  REQUIRE(TripleIndex::of(assemble(samples::two_articles()), base).save(file, key));
  CHECK(bytes_of(file) == first);
}

TEST_CASE("a cut or foreign file is no index", "[sparql]") {
  const Folder folder;
  const fs::path file = folder.path / "index";
  REQUIRE(TripleIndex::of(assemble(samples::two_articles()), base).save(file, key));
  const std::string whole = bytes_of(file);
  for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 97) {
    write(file, whole.substr(0, size));
    CHECK_FALSE(TripleIndex::open(file, key));
  }
  write(file, whole + '\0');
  CHECK_FALSE(TripleIndex::open(file, key));
  for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 29) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    write(file, damaged);
    CHECK_FALSE(TripleIndex::open(file, key));
  }
  fs::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK_FALSE(TripleIndex::open(file, key));  // and is not waited for
}

TEST_CASE("an index lists its triples in each order, every triple once", "[sparql]") {
  const std::vector<sparql::Triple> given = {{5, 1, 2}, {0, 1, 4}, {5, 1, 2}, {3, 0, 4}, {0, 1, 2},
                                             {5, 0, 2}, {0, 2, 2}, {3, 0, 4}, {4, 1, 0}};
  const auto listed = [](const sparql::Order& order, std::array<std::size_t, 3> places) {
    std::vector<sparql::Triple> triples;
    std::uint32_t i = 0;
    for (std::uint32_t term = 0; term < order.ends.size(); ++term)
      for (; i < order.ends[term]; ++i) {
        sparql::Triple& t = triples.emplace_back();
        t[places[0]] = term;
        t[places[1]] = order.all()[i].first;
        t[places[2]] = order.all()[i].second;
      }
    CHECK(i == order.count);
    return triples;
  };
  const auto sorted = [&given](std::array<std::size_t, 3> places) {
    std::vector<sparql::Triple> triples = given;
    const auto key = [&places](const sparql::Triple& t) {
      return sparql::Triple{t[places[0]], t[places[1]], t[places[2]]};
    };
    std::sort(triples.begin(), triples.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
    return triples;
  };
  const sparql::Orders orders = sparql::orders_of(std::vector(given), 7);  // the last term is in none
  CHECK(listed(orders.spo, {0, 1, 2}) == sorted({0, 1, 2}));
  CHECK(listed(orders.pos, {1, 2, 0}) == sorted({1, 2, 0}));
  CHECK(listed(orders.ops, {2, 1, 0}) == sorted({2, 1, 0}));
  CHECK(sparql::orders_of({}, 0).spo.count == 0);
}

TEST_CASE("sentences of articles of one id are told as they are without numbers of their own", "[sparql]") {
  auto articles = samples::two_articles();
  for (ArticleEvidence& article : articles) article.article_id = "same";
  const KnowledgeGraph graph = assemble(std::move(articles));
  const TripleIndex index = TripleIndex::of(graph, base);
  std::ostringstream lines;
  write_ntriples(lines, graph, {}, {});
  std::set<std::string> each;
  std::istringstream in(lines.str());
  for (std::string line; std::getline(in, line);) each.insert(line);
  CHECK(index.size() == each.size());
}

TEST_CASE("whatever the arrays of an index say, a query ends in an answer or an error", "[sparql]") {
  const Folder folder;
  const fs::path file = folder.path / "index";
  REQUIRE(TripleIndex::of(assemble(samples::two_articles()), base).save(file, key));
  const std::string whole = bytes_of(file);
  const char* const queries[] = {"SELECT * { ?s ?p ?o }", "SELECT * { ?s rdfs:label ?o . ?s ?p ?x }",
                                 "SELECT * { ?s ?p \"Jane Doe\" . ?t ?q ?s }",
                                 "SELECT * { ?a rel:wrote_to+ ?b }",
                                 "SELECT * { ?s rv:status rv:planned ; rdf:subject ?x . ?x ?y ?s }"};
  std::size_t opened = 0;
  for (std::size_t at = sizeof(sparql::IndexHeader); at < whole.size(); at += 61) {
    std::string damaged = whole;
    for (std::size_t i = at; i < std::min(at + 8, damaged.size()); ++i)
      damaged[i] = static_cast<char>(0xFF - static_cast<unsigned char>(damaged[i]));
    write(file, forged(std::move(damaged)));
    const auto index = TripleIndex::open(file, key);
    if (!index) continue;  // what fills a section up is no longer zero
    ++opened;
    for (const char* const query : queries) {
      Nobody nobody;
      const sparql::Canceller canceller;
      try {
        sparql::ask(*index, query, base, canceller, nobody);
      } catch (const Error&) {
      }
    }
  }
  CHECK(opened > whole.size() / 100);
}
