// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/readiness.hpp"
#include "cli/stores.hpp"
#include "relata/import_graph.hpp"
#include "relata/records.hpp"
#include "relata/resources.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> files;
  std::string output;
  std::string format;
  std::string schema;
  ImportOptions import;
  bool no_values = false;
  bool later = false;
};

const std::map<std::string, GraphSyntax>& syntaxes() {
  static const std::map<std::string, GraphSyntax> all = {{"graphml", GraphSyntax::graphml},
                                                         {"nq", GraphSyntax::nquads},
                                                         {"nt", GraphSyntax::ntriples},
                                                         {"trig", GraphSyntax::trig},
                                                         {"ttl", GraphSyntax::turtle}};
  return all;
}

std::string bytes_of(std::istream& in, const std::string& name) {
  std::string bytes;
  constexpr std::size_t piece = std::size_t{1} << 20;
  do {
    const std::size_t size = bytes.size();
    bytes.resize(size + piece);
    in.read(bytes.data() + size, piece);
    bytes.resize(size + static_cast<std::size_t>(in.gcount()));
  } while (in);
  if (in.bad()) throw Error(name + ": cannot be read");
  return bytes;
}

std::string bytes_of(const std::string& file) {
  if (file == "-") return bytes_of(std::cin, "standard input");
  if (fs::is_directory(file)) throw Error(file + ": is a folder, not a file");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file + ": cannot be opened");
  return bytes_of(in, file);
}

GraphSyntax syntax_of(const Options& options, const std::string& file) {
  if (!options.format.empty()) return syntaxes().at(options.format);
  const auto syntax = graph_syntax_of(file);
  if (!syntax) throw Error(file + ": its name tells no graph format that is read; say --input-format");
  return *syntax;
}

/// Takes what files say: a store, or standard output as records.
class Output {
 public:
  explicit Output(std::string file) : file_(std::move(file)) {
    if (file_ != "-") require_store_or_none(file_);
  }

  void take(ImportedGraph&& graph) {
    if (file_ == "-") {
      std::string lines;
      for (ArticleEvidence& article : graph.articles) {
        normalize(article);
        write_evidence(lines, article);
        write_stdout(lines);
        lines.clear();
      }
      write_decisions(lines, graph.decisions);
      write_stdout(lines);
      return;
    }
    // Made only when there is something to keep.
    if (!store_) store_.emplace(file_, Store::Mode::write);
    for (ArticleEvidence& article : graph.articles) {
      const bool is_graph = graph.graphs.contains(article.uri);
      tally_.count(is_graph ? store_->replace(std::move(article)) : store_->put(std::move(article)));
    }
    if (!graph.decisions.empty()) store_->keep(graph.decisions);
    store_->commit();
  }

  void finish(bool later) {
    if (file_ == "-") return flush_stdout();
    if (!store_) return;
    std::cerr << file_ << ": " << tally_.text() << '\n';
    store_.reset();
    if (!later) leave_ready(file_, tally_.changes());
  }

 private:
  std::string file_;
  std::optional<Store> store_;
  Tally tally_;
};

int run(const Options& options) {
  Failures failures;
  const Schema schema = load_schema(schema_file(options.schema), failures.sink());
  Output output(options.output);
  for (const std::string& file : options.files) {
    const std::string name = file == "-" ? "standard input" : file;
    ImportedGraph graph;
    try {
      const GraphSyntax syntax = syntax_of(options, file);
      graph = import_graph(bytes_of(file), name, syntax, schema, options.import, failures.sink());
    } catch (const Error& error) {  // the other files are read all the same
      failures.report({.message = error.what()});
      continue;
    }
    std::size_t statements = 0;
    for (const ArticleEvidence& article : graph.articles) statements += article.statements.size();
    std::cerr << fmt::format("{}: {} statement{} in {} article{}\n", name, statements,
                             statements == 1 ? "" : "s", graph.articles.size(),
                             graph.articles.size() == 1 ? "" : "s");
    output.take(std::move(graph));
  }
  output.finish(options.later);
  return failures.exit_code();
}

}  // namespace

Run setup_import(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("file", options->files, "Graphs: GraphML, Turtle, N-Triples, N-Quads, TriG; or -")
      ->required()
      ->type_name("FILE");
  app.add_option("-o,--output", options->output,
                 "Store; made where it is missing; - for records on standard output")
      ->required()
      ->type_name("STORE");
  std::vector<std::string> names;
  for (const auto& [name, syntax] : syntaxes()) names.push_back(name);
  app.add_option("-F,--input-format", options->format, "What the files hold [as their names say]")
      ->check(CLI::IsMember(names));
  app.add_option("--base", options->import.base,
                 "Base of the IRIs that relata minted [found in the file, else http://relata.example/]")
      ->type_name("IRI");
  app.add_option("--schema", options->schema, "Schema of classes and relations, instead of the default one")
      ->type_name("FILE");
  declare_later(app, options->later);
  app.add_flag("--no-values", options->no_values,
               "GraphML of other programs: leave out the values of nodes that are neither label nor class");
  app.footer(
      "Examples:\n  relata import out/graph.graphml -o read-back.relata\n  relata import out/graph.ttl "
      "out/graph.nq -o facts.relata");
  return [options] {
    options->import.node_values = options->no_values ? NodeValues::leave_out : NodeValues::keep;
    return run(*options);
  };
}

}  // namespace relata::cli
