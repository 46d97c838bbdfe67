// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/stores.hpp"
#include "relata/resources.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string store;
  std::string output;
  std::string format;
  std::string schema;
  GraphOptions graph;
};

/// The format a file's name asks for; empty when it asks for none.
std::string format_of(const fs::path& file) {
  const std::string path = '/' + file.generic_string();
  const GraphFormat* found = nullptr;
  for (const GraphFormat& format : graph_formats())  // `neo4j/edges.csv` rather than `edges.csv`
    if (path.ends_with('/' + format.file) && (!found || format.file.size() > found->file.size()))
      found = &format;
  if (found) return found->name;
  for (const GraphFormat& format : graph_formats()) {
    const std::string_view name = format.file;
    if (name.starts_with("graph.") && path.ends_with(name.substr(5))) return format.name;
  }
  return {};
}

int run(const Options& options) {
  Failures failures;
  const StoreContent content = load_content(options.store, failures.sink());
  const Schema schema = load_schema(schema_file(options.schema), failures.sink());
  const KnowledgeGraph graph = assemble(content.evidence, options.graph.assemble_options(content.decisions));
  const GraphExport output{content.evidence, content.decisions, graph, schema, options.graph.serialize};

  if (options.output == "-") {
    if (options.format.empty()) throw Error("-o - needs --format");
    StdoutStream out;
    write_graph(out, output, options.format);
    flush_stdout();
    return failures.exit_code();
  }
  const fs::path target = options.output;
  const std::string format = options.format.empty() ? format_of(target) : options.format;
  if (fs::is_directory(target) || (format.empty() && target.extension().empty())) {
    std::error_code failed;
    fs::create_directories(target, failed);
    if (failed) throw Error(target.string() + ": cannot be created: " + failed.message());
    GraphExport apart = output;
    apart.options.ontology = false;  // it has files of its own
    for (const GraphFormat& each : graph_formats()) {
      const bool wanted = (each.of_graph || output.options.ontology) && can_write(each);
      if (options.format.empty() ? wanted : options.format == each.name)
        write_graph_file(target / each.file, apart, each.name);
    }
    if (options.format.empty()) note_left_out();
  } else if (format.empty()) {
    throw Error(target.string() + ": its name tells no graph format; say --format");
  } else {
    write_graph_file(target, output, format);
  }
  return failures.exit_code();
}

}  // namespace

Run setup_export(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->store, store_help)->required()->type_name("STORE");
  app.add_option("-o,--output", options->output,
                 "File (its name tells the format), folder (all formats), or -")
      ->required()
      ->type_name("FILE|DIR");
  app.add_option("-f,--format", options->format, "Format")->check(CLI::IsMember(graph_format_names()));
  app.add_option("--schema", options->schema, "Schema of classes and relations, instead of the default one")
      ->type_name("FILE");
  options->graph.declare(app);
  app.footer(
      "Examples:\n  relata export out/graph.jsonl -o facts.ttl --status factual\n  relata export out -o - "
      "--format graphml");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
