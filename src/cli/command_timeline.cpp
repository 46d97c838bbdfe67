// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/question.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string name;
};

int run(Options& options) {
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const NodeIndex node = named(graph, options.name);
  Table table({"time", "known from", "statement", "sentence"});
  for (const EvidenceAt& event : timeline(graph, node, options.question.filter)) {
    const Evidence& evidence = graph.graph[event.edge].evidence[event.index];
    const TimeSpan time = time_of(graph, evidence);
    const char* const known_from = time.start.empty() ? "" : time.stated ? "text" : "published";
    if (options.question.json) {
      Json record = {{"type", "event"},
                     {"start", time.start.empty() ? Json(nullptr) : Json(time.start)},
                     {"end", time.end.empty() ? Json(nullptr) : Json(time.end)},
                     {"stated", time.stated}};
      Json edge = edge_json(graph, event.edge, Sentences::surest);
      edge["evidence"] = evidence_json(graph, evidence);
      record.update(edge);
      write_json(record);
      continue;
    }
    std::string span = time.start;
    if (time.end != time.start) span += " to " + time.end;
    table.add({std::move(span), known_from, words_of(graph, event.edge), one_line(evidence.sentence)});
  }
  if (!options.question.json) write_stdout(table.text());
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_timeline(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("name", options->name, "Name or id")->required()->type_name("X");
  options->question.declare_filter(app);
  app.footer("A statement without a time of its own stands at the day its article was published.");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
