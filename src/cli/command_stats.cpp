// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/stores.hpp"
#include "relata/assemble.hpp"

namespace relata::cli {
namespace {

using Counts = std::map<std::string, std::size_t>;

struct Options {
  std::string store;
  bool json = false;
};

struct Stats {
  std::size_t articles = 0, sentences = 0, mentions = 0, statements = 0, entities = 0, literals = 0,
              edges = 0;
  std::string first, last;  ///< published
  Counts classes, relations, statuses;
};

void count(Stats& stats, const ArticleEvidence& article) {
  ++stats.articles;
  const std::string& date = article.published;
  if (!date.empty() && (stats.first.empty() || date < stats.first)) stats.first = date;
  stats.last = std::max(stats.last, date);
  stats.statements += article.statements.size();
  for (std::size_t i = 0; i < article.statements.size(); ++i) {
    const Statement& s = article.statements[i];
    ++stats.relations[s.relation];
    ++stats.statuses[std::string(to_string(s.status))];
    // Statements are in order of their sentences.
    if (i == 0 || article.statements[i - 1].sentence_span != s.sentence_span) ++stats.sentences;
  }
}

void count(Stats& stats, const KnowledgeGraph& graph) {
  stats.edges = boost::num_edges(graph.graph);
  for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph))) {
    const NodeProperties& node = graph.graph[v];
    ++(node.is_literal() ? stats.literals : stats.entities);
    ++stats.classes[std::string(node.cls.str())];
    stats.mentions += node.mentions;
  }
}

Stats stats_of(const std::string& store, const DiagnosticSink& sink) {
  Stats stats;
  if (store_file(store)) {
    // The graph may be kept, and the rest is counted article by article.
    count(stats, load_graph(store, sink));
    each_article(
        store, [&](ArticleEvidence&& article) { count(stats, article); }, sink);
    return stats;
  }
  StoreContent content = load_content(store, sink);
  for (const ArticleEvidence& article : content.evidence) count(stats, article);
  AssembleOptions assembling;
  assembling.decisions = std::move(content.decisions);
  count(stats, assemble(std::move(content.evidence), assembling));
  return stats;
}

void print_counts(std::string& out, const char* title, const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  out += fmt::format("\n{}\n", title);
  for (const auto& [name, count] : sorted) out += fmt::format("  {:<28} {:>10}\n", name, count);
}

std::string table_of(const Stats& stats) {
  std::string out;
  const auto row = [&](const char* name, std::size_t count) {
    out += fmt::format("{:<30} {:>10}\n", name, count);
  };
  row("articles", stats.articles);
  if (!stats.first.empty()) out += fmt::format("  published {} to {}\n", stats.first, stats.last);
  row("statements", stats.statements);
  row("sentences with statements", stats.sentences);
  row("entities", stats.entities);
  row("mentions", stats.mentions);
  row("literals", stats.literals);
  row("edges", stats.edges);
  print_counts(out, "statements by status", stats.statuses);
  print_counts(out, "statements by relation", stats.relations);
  print_counts(out, "nodes by class", stats.classes);
  return out;
}

std::string json_of(const Stats& stats) {
  const auto date = [](const std::string& s) {
    return s.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(s);
  };
  const nlohmann::ordered_json json = {{"type", "stats"},
                                       {"articles", stats.articles},
                                       {"first", date(stats.first)},
                                       {"last", date(stats.last)},
                                       {"statements", stats.statements},
                                       {"sentences", stats.sentences},
                                       {"entities", stats.entities},
                                       {"mentions", stats.mentions},
                                       {"literals", stats.literals},
                                       {"edges", stats.edges},
                                       {"statuses", stats.statuses},
                                       {"relations", stats.relations},
                                       {"classes", stats.classes}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

int run(const Options& options) {
  Failures failures;
  const Stats stats = stats_of(options.store, failures.sink());
  write_stdout(options.json ? json_of(stats) : table_of(stats));
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_stats(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->store, store_help)->required()->type_name("STORE");
  app.add_flag("--json", options->json, "One JSON object instead of tables");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
