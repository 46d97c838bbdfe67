// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

namespace {
namespace fs = std::filesystem;
}

TEST_CASE("a stage includes the seam headers and the rooms open to all, never another stage", "[layout]") {
  const std::set<std::string> open_to_all = {"text", "rdf", "knowledge"};
  const std::set<std::string> know_them_all = {"pipeline", "cli"};
  const std::regex include_line("#include \"([a-z]+)/[^\"]+\"");
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(fs::path(RELATA_SOURCE_DIR) / "src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    const std::string room =
        fs::relative(entry.path(), fs::path(RELATA_SOURCE_DIR) / "src").begin()->string();
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, include_line)) continue;
      const std::string used = match[1];
      INFO(entry.path().string() << ": " << line);
      // The query engine has no seam header: it needs Rust, and so is no part of the installed library.
      const bool front = room == "serve" && used == "sparql";
      CHECK((used == room || used == "relata" || open_to_all.contains(used) || front ||
             (know_them_all.contains(room) && used != "cli")));
    }
  }
}
