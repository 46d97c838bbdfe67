// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <memory>

#include "cli/command.hpp"

namespace relata::cli {

Run setup_schema_check(CLI::App& app) {
  auto file = std::make_shared<std::string>();
  app.add_option("file", *file, "Schema file")->required()->type_name("FILE");
  app.footer("Example:\n  relata schema check graph_schemas/news.xml");
  return [file] {
    Failures failures;
    const Schema schema = load_schema(*file, failures.sink());
    if (failures.count() > 0) return static_cast<int>(exit_usage);
    std::size_t frames = 0;
    for (const Relation& relation : schema.relations) frames += relation.frames.size();
    write_stdout(fmt::format("{}: sound: {} classes, {} relations, {} frames\n", *file, schema.classes.size(),
                             schema.relations.size(), frames));
    flush_stdout();
    return static_cast<int>(exit_done);
  };
}

}  // namespace relata::cli
