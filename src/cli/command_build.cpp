// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <unordered_set>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/progress.hpp"
#include "cli/work.hpp"
#include "pipeline/ordered_map.hpp"
#include "relata/resources.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  SourceOptions sources;
  EngineOptions engine;
  GraphOptions graph;
  std::string folder;
  std::vector<std::string> formats;
  bool dry_run = false;
};

/// The evidence of all articles, in no particular order.
std::vector<ArticleEvidence> gather(const Work& work, const Options& options, const Tables& tables,
                                    Failures& failures) {
  std::optional<LanguageModel> model;
  if (!work.analysed()) model.emplace(find_model(options.engine.model));
  const Canonicalizer canonicalizer(tables.schema, tables.kb);
  std::vector<ArticleEvidence> gathered;
  Progress progress(work.size());
  ordered_map(
      work.size(), options.engine.thread_count(),
      [&] {
        auto annotator = model ? std::make_shared<Annotator>(*model) : nullptr;
        return [&, annotator](std::size_t i) {
          Outcome<ArticleEvidence> outcome;
          work.each(i, annotator.get(), Tokenization::model, outcome.failed, [&](Analysed&& analysed) {
            outcome.products.push_back(
                extract_evidence(analysed.article, analysed.doc, canonicalizer, tables.kb));
          });
          return outcome;
        };
      },
      [&](std::size_t, Outcome<ArticleEvidence>&& outcome) {
        for (const Diagnostic& diagnostic : outcome.failed) failures.report(diagnostic);
        if (options.sources.strict && failures.count() > 0)
          throw Error("stopped at the first failure, nothing written (--strict)");
        std::move(outcome.products.begin(), outcome.products.end(), std::back_inserter(gathered));
        progress.advance();
      });
  return gathered;
}

void print_summary(const std::vector<ArticleEvidence>& evidence, const KnowledgeGraph& graph) {
  std::size_t statements = 0;
  for (const ArticleEvidence& article : evidence) statements += article.statements.size();
  std::cerr << fmt::format("{} articles, {} statements: a graph of {} nodes and {} edges\n", evidence.size(),
                           statements, boost::num_vertices(graph.graph), boost::num_edges(graph.graph));
}

int run(const Options& options) {
  Failures failures;
  const Work work(options.sources, failures);
  const std::set<std::string> wanted(options.formats.begin(), options.formats.end());
  const auto is_wanted = [&](const GraphFormat& format) {
    return wanted.empty() || wanted.contains(format.name);
  };
  const fs::path folder = options.folder;

  if (options.dry_run) {
    std::cerr << fmt::format("{} inputs would be read; would be written:\n", work.size());
    for (const GraphFormat& format : graph_formats())
      if (is_wanted(format)) std::cerr << "  " << (folder / format.file).string() << '\n';
    return failures.exit_code();
  }
  if (work.size() == 0) throw Error("no articles found in the sources given");
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw Error(options.folder + ": cannot be created: " + failed.message());

  const Tables tables = load_tables(options.engine.tables, failures.sink());
  std::vector<ArticleEvidence> evidence = gather(work, options, tables, failures);
  if (evidence.empty()) throw Error("none of the inputs could be read; nothing written");
  sort_evidence(evidence);
  const KnowledgeGraph graph = assemble(evidence, options.graph.assemble_options());
  const GraphExport output{evidence, graph, tables.schema, options.graph.serialize};
  print_summary(evidence, graph);
  for (const GraphFormat& format : graph_formats()) {
    if (!is_wanted(format)) continue;
    write_graph_file(folder / format.file, output, format.name);
    std::cerr << fmt::format("  {:<28} {}\n", (folder / format.file).string(), format.description);
  }
  return failures.exit_code();
}

}  // namespace

Run setup_build(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->sources.declare(app);
  app.add_option("-o,--output", options->folder, "Folder to write to; made where it is missing")
      ->required()
      ->type_name("DIR");
  app.add_option("--formats", options->formats, "Write these only")
      ->type_name("LIST")
      ->delimiter(',')
      ->check(CLI::IsMember(graph_format_names()));
  app.add_flag("--dry-run", options->dry_run, "Say what would be read and written, and stop");
  options->graph.declare(app);
  options->engine.declare_model(app);
  options->engine.declare_tables(app);
  options->engine.declare_jobs(app);
  app.footer("Example:\n  relata build examples/articles -o out");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
