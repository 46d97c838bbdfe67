// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <iostream>
#include <memory>

#include "cli/decision_options.hpp"
#include "cli/question.hpp"
#include "cli/stores.hpp"

namespace relata::cli {
namespace {

struct Options : DecisionOptions {
  Judgement judgement;
};

Json verdict_json(const Verdict& v) {
  return {{"type", "verdict"},
          {"id", v.id},
          {"verdict", to_string(v.judgement)},
          {"subject", v.subject},
          {"relation", v.relation},
          {"object", v.object},
          {"status", v.status},
          {"statement", v.words}};
}

int list(const Options& options) {
  Failures failures;
  const Decisions decisions = decisions_in(options.store, failures);
  Table table({"id", "statement"});
  std::size_t count = 0;
  for (const auto& [id, verdict] : decisions.verdicts()) {
    if (verdict.judgement != options.judgement) continue;
    ++count;
    if (options.json) write_json(verdict_json(verdict));
    table.add({verdict.id, one_line(verdict.words)});
  }
  if (!options.json && count > 0) write_stdout(table.text());
  flush_stdout();
  return failures.exit_code();
}

/// The word on an edge, or on what an earlier word was about; false where there is no such statement.
bool find(const KnowledgeGraph& graph, const Decisions& decisions, const std::string& id, Verdict& verdict) {
  for (const EdgeIndex e : boost::make_iterator_range(boost::edges(graph.graph))) {
    const EdgeProperties& edge = graph.graph[e];
    if (edge.id != id) continue;
    verdict.id = id;
    verdict.subject = graph.graph[boost::source(e, graph.graph)].id;
    verdict.relation = edge.relation;
    verdict.object = graph.graph[boost::target(e, graph.graph)].id;
    verdict.status = to_string(edge.status);
    verdict.words = words_of(graph, e);
    return true;
  }
  const auto known = decisions.verdicts().find(id);
  if (known == decisions.verdicts().end()) return false;
  verdict = known->second;
  return true;
}

int run(const Options& options) {
  if (options.about.empty()) return list(options);
  Failures failures;
  const std::filesystem::path file = store_to_amend(options.store);
  Store store(file, Store::Mode::amend);
  Decisions decisions = store.decisions();
  // Rejected statements too can be spoken of.
  const KnowledgeGraph graph = store.articles() == 0
                                   ? KnowledgeGraph()
                                   : load_graph(file.string(), failures.sink(), Store::Verdicts::ignored);
  std::size_t count = 0;
  for (const std::string& id : options.about) {
    Verdict verdict;
    if (!find(graph, decisions, id, verdict)) {
      failures.report({.file = file.string(),
                       .message = "has no statement of id '" + id + "'; `relata why` and exports give ids"});
      continue;
    }
    verdict.judgement = options.undo ? Judgement::withdrawn : options.judgement;
    const auto known = decisions.verdicts().find(id);
    if (options.undo &&
        (known == decisions.verdicts().end() || known->second.judgement != options.judgement)) {
      failures.report(
          {.file = file.string(),
           .message = "statement '" + id + "' was not " + std::string(to_string(options.judgement))});
      continue;
    }
    verdict.revision = 1;
    decisions.decide(std::move(verdict));
    ++count;
  }
  store.keep(decisions);
  store.commit();
  std::cerr << fmt::format("{}: {} statement{} {}\n", file.string(), count, count == 1 ? "" : "s",
                           options.undo ? "left to the evidence again" : to_string(options.judgement));
  return failures.exit_code();
}

Run setup(CLI::App& app, Judgement judgement, const char* footer) {
  auto options = std::make_shared<Options>();
  options->judgement = judgement;
  options->declare(app, "id", "ID", "Ids of statements, as `why` and exports give them; none: list",
                   "Take the word back");
  app.footer(footer);
  return [options] { return run(*options); };
}

}  // namespace

Run setup_confirm(CLI::App& app) {
  return setup(app, Judgement::confirmed,
               "A confirmed statement has the confidence 1 and is marked in exports.\n"
               "Example:\n  relata confirm out eecdf94ef22a55b4db3715961bbd4cce2");
}

Run setup_reject(CLI::App& app) {
  return setup(
      app, Judgement::rejected,
      "A rejected statement is not in the graph, whatever articles are added; it stays in the store.\n"
      "Example:\n  relata reject out eecdf94ef22a55b4db3715961bbd4cce2");
}

}  // namespace relata::cli
