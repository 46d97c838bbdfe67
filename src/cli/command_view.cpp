// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/stores.hpp"
#include "cli/whole_file.hpp"
#include "relata/resources.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string store;
  std::string output;
  std::string schema;
  GraphOptions graph;
  ViewerOptions page;
};

int run(const Options& options) {
  // Before the graph is made: it may take a while.
  if (!has_viewer()) throw Error(viewer_missing);
  Failures failures;
  const StoreContent content = load_content(options.store, failures.sink());
  const Schema schema = load_schema(schema_file(options.schema), failures.sink());
  const KnowledgeGraph graph = assemble(content.evidence, options.graph.assemble_options(content.decisions));
  const GraphExport output{content.evidence, content.decisions, graph, schema, options.graph.serialize};
  if (options.output == "-") {
    StdoutStream out;
    write_page(out, output, options.page);
    flush_stdout();
  } else {
    write_whole_file(options.output, [&](std::ostream& out) { write_page(out, output, options.page); });
  }
  return failures.exit_code();
}

}  // namespace

Run setup_view(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->store, store_help)->required()->type_name("STORE");
  app.add_option("-o,--output", options->output, "File to write, or -")->required()->type_name("FILE.html");
  app.add_option("--title", options->page.title, "What the page is called")
      ->type_name("TEXT")
      ->capture_default_str();
  app.add_option(
         "--max-edges", options->page.max_edges,
         "Of a graph with more edges the page holds the highest ranked nodes that have so many among them")
      ->type_name("N")
      ->capture_default_str();
  app.add_option("--schema", options->schema, "Schema of classes and relations, instead of the default one")
      ->type_name("FILE");
  options->graph.declare_selection(app);
  app.footer("Example:\n  relata view out -o graph.html && xdg-open graph.html");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
