// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/keep_triples.hpp"
#include "cli/progress.hpp"
#include "cli/readiness.hpp"
#include "cli/stores.hpp"
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
  std::string store;
  std::vector<std::string> formats;
  bool replace = false;
  bool dry_run = false;

  fs::path own_store() const { return fs::path(folder) / "graph.relata"; }
  fs::path store_file() const { return store.empty() ? own_store() : fs::path(store); }
  bool wants(const GraphFormat& format) const {
    if (!formats.empty()) return wants(format.name);
    return (format.of_graph || graph.serialize.ontology) && can_write(format);
  }
  bool wants(std::string_view format) const {
    return formats.empty() || std::find(formats.begin(), formats.end(), format) != formats.end();
  }
};

/// Extracts the articles that the store does not have in this version, and adds them.
Tally add_articles(Store& store, const Work& work, const Options& options, const Tables& tables,
                   Failures& failures) {
  std::optional<LanguageModel> model;
  if (!work.analysed()) model.emplace(find_model(options.engine.model));
  const Canonicalizer canonicalizer(tables.schema, tables.kb);
  std::mutex using_store;
  std::atomic<std::size_t> known = 0;
  const auto wanted = [&](const Article& article) {
    if (options.replace) return true;
    const std::string& address = article.uri.empty() ? article.id : article.uri;
    const std::lock_guard lock(using_store);
    if (!store.holds(address, article.published, article.id)) return true;
    ++known;
    return false;
  };
  Tally tally;
  Progress progress(work.size());
  ordered_map(
      work.size(), options.engine.thread_count(),
      [&] {
        auto annotator = model ? std::make_shared<Annotator>(*model) : nullptr;
        return [&, annotator](std::size_t i) {
          Outcome<ArticleEvidence> outcome;
          work.each(
              i, annotator.get(), Tokenization::model, outcome.failed,
              [&](Analysed&& analysed) {
                outcome.products.push_back(
                    extract_evidence(analysed.article, analysed.doc, canonicalizer, tables.kb));
              },
              wanted);
          return outcome;
        };
      },
      [&](std::size_t, Outcome<ArticleEvidence>&& outcome) {
        for (const Diagnostic& diagnostic : outcome.failed) failures.report(diagnostic);
        const std::lock_guard lock(using_store);
        if (options.sources.strict && failures.count() > 0) {
          store.commit();
          throw Error("stopped at the first failure (--strict): the articles before it are in " +
                      options.store_file().string() + ", no graph was written");
        }
        for (ArticleEvidence& article : outcome.products)
          tally.count(options.replace ? store.replace(std::move(article)) : store.put(std::move(article)));
        progress.advance();
      });
  store.commit();
  tally.count(Put::known, known);
  return tally;
}

void print_summary(const std::vector<ArticleEvidence>& evidence, const KnowledgeGraph& graph) {
  std::size_t statements = 0;
  for (const ArticleEvidence& article : evidence) statements += article.statements.size();
  std::cerr << fmt::format("{} articles, {} statements: a graph of {} nodes and {} edges\n", evidence.size(),
                           statements, boost::num_vertices(graph.graph), boost::num_edges(graph.graph));
}

void print_file(const fs::path& file, const std::string& description) {
  std::cerr << fmt::format("  {:<28} {}\n", file.string(), description);
}

int dry_run(const Options& options, const Work& work, const Failures& failures) {
  std::cerr << fmt::format("{} inputs would be read; would be written:\n", work.size());
  if (!options.store.empty()) std::cerr << "  " << options.store << '\n';
  for (const GraphFormat& format : graph_formats())
    if (options.wants(format)) std::cerr << "  " << (fs::path(options.folder) / format.file).string() << '\n';
  return failures.exit_code();
}

/// Keeps the rules on names of the user's knowledge bases in the store. False: it has them all.
bool take_rules(Decisions& decisions, const NameRules& rules) {
  bool changed = false;
  for (const auto& [a, b] : rules.same_pairs())
    changed = decisions.decide(NameRule{a, b, Sameness::same}) || changed;
  for (const auto& [a, b] : rules.different_pairs())
    changed = decisions.decide(NameRule{a, b, Sameness::different}) || changed;
  return changed;
}

/// All that a store holds, and its fingerprint.
struct Gathered {
  StoreContent content;
  std::string fingerprint;
};

/// The evidence of all articles of the store, the new ones added; empty where there is nothing to build on.
Gathered gather(const Work& work, const Options& options, const Tables& tables, Failures& failures) {
  const fs::path file = options.store_file();
  Store store(file, Store::Mode::write);
  const Tally tally = add_articles(store, work, options, tables, failures);
  Gathered gathered;
  StoreContent& content = gathered.content;
  if (tally.total() > 0) {
    content.decisions = store.decisions();
    if (take_rules(content.decisions, tables.kb.rules())) {
      store.keep(content.decisions);
      store.commit();
    }
    gathered.fingerprint = store.fingerprint();
    store.each([&](ArticleEvidence&& article) { content.evidence.push_back(std::move(article)); });
    std::cerr << file.string() << ": " << tally.text() << '\n';
    // While it is added to, a store's bytes follow from its history. In the folder it is one of the graph's
    // forms.
    if (options.store.empty() || options.wants("relata")) store.write_afresh(options.own_store());
  }
  return gathered;
}

/// Keeps beside the store what the first question would work out again, see keep_graph(); with the forms of
/// the graph, if all are written, its triples too: making those takes longer, yet little beside the forms.
/// A graph with verdicts is not what is kept: it is made without them.
void keep_for_questions(const Options& options, const Gathered& gathered, const KnowledgeGraph& graph) {
  const std::string& fingerprint = gathered.fingerprint;
  const std::string base = options.formats.empty() ? options.graph.serialize.base : std::string();
  if (!options.graph.whole()) return;
  if (!gathered.content.decisions.verdicts().empty()) return make_ready(options.store_file(), base);
  if (keep_graph(options.store_file(), fingerprint, graph) && !base.empty())
    keep_triples(options.store_file(), fingerprint, graph, base);
}

int run(const Options& options) {
  Failures failures;
  const Work work(options.sources, failures);
  if (options.dry_run) return dry_run(options, work, failures);
  if (work.size() == 0) throw Error("no articles found in the sources given");
  std::error_code failed;
  const fs::path folder = options.folder;
  fs::create_directories(folder, failed);
  if (failed) throw Error(options.folder + ": cannot be created: " + failed.message());

  const Tables tables = load_tables(options.engine.tables, failures.sink());
  const bool new_store = !fs::exists(options.store_file());
  const Gathered gathered = gather(work, options, tables, failures);
  const StoreContent& content = gathered.content;
  if (content.evidence.empty()) {
    if (new_store) fs::remove(options.store_file(), failed);
    throw Error("none of the inputs could be read; nothing written");
  }
  const KnowledgeGraph graph = assemble(content.evidence, options.graph.assemble_options(content.decisions));
  GraphExport output{content.evidence, content.decisions, graph, tables.schema, options.graph.serialize};
  output.options.ontology = false;  // it has files of its own
  print_summary(content.evidence, graph);
  for (const GraphFormat& format : graph_formats()) {
    const bool written = format.name == "relata" && (options.store.empty() || options.wants(format));
    if (!written && !options.wants(format)) continue;
    if (!written) write_graph_file(folder / format.file, output, format.name);
    print_file(folder / format.file, format.description);
  }
  keep_for_questions(options, gathered, graph);
  if (options.formats.empty()) note_left_out();
  return failures.exit_code();
}

}  // namespace

Run setup_build(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->sources.declare(app);
  app.add_option("-o,--output", options->folder, "Folder to write to; made where it is missing")
      ->required()
      ->type_name("DIR");
  app.add_option("--store", options->store, "Store to add the articles to, instead of DIR/graph.relata")
      ->type_name("FILE");
  app.add_flag(
      "--replace", options->replace,
      "Extract articles anew that the store has, and put them in the place of any version of theirs");
  app.add_option("--formats", options->formats, "Write these only")
      ->type_name("LIST")
      ->delimiter(',')
      ->check(CLI::IsMember(graph_format_names()));
  app.add_flag("--dry-run", options->dry_run, "Say what would be read and written, and stop");
  options->graph.declare(app);
  options->engine.declare_model(app);
  options->engine.declare_tables(app);
  options->engine.declare_jobs(app);
  app.footer(
      "The graph is that of all articles in the store: those given are added, known ones are not read "
      "again.\n"
      "Example:\n  relata build examples/articles -o out");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
