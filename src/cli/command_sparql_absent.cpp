// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/keep_triples.hpp"

namespace relata::cli {
namespace {

/// In the place of a command that needs the query engine, in a program built without it.
Run setup_absent(CLI::App& app) {
  app.allow_extras();
  return [&app]() -> int {
    throw Error("this relata was built without SPARQL, which `" + app.get_name() +
                "` needs: build it with cargo 1.87 or later and -DRELATA_SPARQL=ON");
  };
}

}  // namespace

void keep_triples(const std::filesystem::path&, const std::string&, const KnowledgeGraph&,
                  const std::string&) {}

Run setup_query(CLI::App& app) {
  return setup_absent(app);
}

Run setup_serve(CLI::App& app) {
  return setup_absent(app);
}

}  // namespace relata::cli
