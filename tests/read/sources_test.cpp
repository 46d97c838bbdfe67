// SPDX-License-Identifier: MIT
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "relata/read.hpp"

using namespace relata;
namespace fs = std::filesystem;

namespace {

/// An empty folder that goes with the test.
class Folder {
 public:
  Folder() : path(fs::temp_directory_path() / ("relata-read-" + std::to_string(getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
  }
  fs::path path;
};

}  // namespace

TEST_CASE("folders are walked in order of address, hidden and foreign files left out", "[read]") {
  const Folder folder;
  for (const char* name : {"b.txt", "a.html", "sub/c.txt", ".hidden.txt", "picture.png", ".git/d.txt"})
    folder.write(name, "x");
  std::vector<std::string> found, faults;
  for (const Source& source : find_sources({folder.path.string(), "missing.txt"}, {},
                                           [&](const Diagnostic& d) { faults.push_back(d.file); }))
    found.push_back(source.uri);
  CHECK(found == std::vector<std::string>{"a.html", "b.txt", "sub/c.txt"});
  CHECK(faults == std::vector<std::string>{"missing.txt"});
}

TEST_CASE("with sentences each line is an article whose id is its number", "[read]") {
  const Folder folder;
  folder.write("s.txt", "First one .\n\n  \nThird ’s here .\r\n");
  ReadOptions options;
  options.format = InputFormat::sentences;
  const std::vector<Article> articles = read_source({folder.path / "s.txt", "s.txt"}, options);
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].id == "1");
  CHECK(articles[1].id == "4");
  CHECK(articles[1].text == "Third ’s here .");
}

TEST_CASE("an input larger than allowed is refused by name", "[read]") {
  const Folder folder;
  folder.write("big.txt", std::string(3 << 20, 'x'));
  ReadOptions options;
  options.max_bytes = 1 << 20;
  CHECK_THROWS_WITH(read_source({folder.path / "big.txt", "big.txt"}, options), Catch::Contains("big.txt"));
  CHECK_THROWS_WITH(read_source({folder.path / "gone.txt", "gone.txt"}, options),
                    Catch::Contains("gone.txt"));
}

TEST_CASE("a base is put before each address", "[read]") {
  ReadOptions options;
  options.uri_base = "http://news.example";
  CHECK(read_text("A sentence stands here and is long enough for a text.", "a.txt", options).uri ==
        "http://news.example/a.txt");
}
