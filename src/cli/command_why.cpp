// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "cli/question.hpp"
#include "cli/stores.hpp"
#include "relata/unite.hpp"

namespace relata::cli {
namespace {

struct Options {
  Question question;
  std::string subject, relation, object;
  std::vector<std::string> merge;  // two names
};

std::string edge_text(const KnowledgeGraph& graph, EdgeIndex index) {
  const EdgeProperties& edge = graph.graph[index];
  std::string text = fmt::format("{}  (confidence {:.2f}{}, {} sentence{}; id {})\n", words_of(graph, index),
                                 edge.confidence, edge.confirmed ? ", confirmed" : "", edge.evidence.size(),
                                 edge.evidence.size() == 1 ? "" : "s", edge.id);
  for (const Evidence& e : edge.evidence) {
    text += fmt::format("  {}\n      {}, characters {} to {}", one_line(e.sentence),
                        graph.articles[e.article].uri, e.span.begin, e.span.end);
    if (const std::string& date = graph.articles[e.article].published; !date.empty()) text += ", " + date;
    if (!e.source_label.empty()) text += "; says " + one_line(e.source_label);
    if (e.time) text += "; time: " + one_line(e.time->text);
    text += fmt::format("; confidence {:.2f}\n", e.confidence);
  }
  return text;
}

/// What is said of the two instead, for who asks after something that nobody says.
std::string alternatives(const KnowledgeGraph& graph, NodeIndex subject, NodeIndex object) {
  std::set<std::string> relations;
  for (const EdgeIndex edge : edges_between(graph, subject, object))
    relations.insert(graph.graph[edge].relation);
  std::string text;
  for (const std::string& relation : relations) text += (text.empty() ? "; it has: " : ", ") + relation;
  return text;
}

std::string list_of(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + one_line(id);
  return text;
}

std::string merge_text(const NameVerdict& verdict, const std::string& a, const std::string& b) {
  if (verdict.kind == NameVerdict::Kind::unknown) {
    std::string text;
    for (const std::string& reason : verdict.reasons) text += reason + '\n';
    return text;
  }
  std::string text = fmt::format("'{}' is {}\n'{}' is {}\n", a, list_of(verdict.a), b, list_of(verdict.b));
  if (verdict.kind == NameVerdict::Kind::two) {
    text += "not one node:\n";
    for (const std::string& reason : verdict.reasons) text += "  " + one_line(reason) + '\n';
    return text;
  }
  text += "one node:\n";
  for (const Union& step : verdict.steps)
    text +=
        fmt::format("  {} -> {}: {} ({}{})\n", one_line(step.name), one_line(step.other), step.rule,
                    one_line(step.because), step.times > 1 ? fmt::format(", {} articles", step.times) : "");
  if (verdict.steps.empty()) text += "  the articles themselves give both names one id\n";
  return text;
}

Json merge_json(const NameVerdict& verdict, const Options& options) {
  constexpr std::array kinds = {"one", "two", "unknown"};
  Json steps = Json::array();
  for (const Union& step : verdict.steps)
    steps.push_back({{"name", step.name},
                     {"other", step.other},
                     {"rule", step.rule},
                     {"because", step.because},
                     {"articles", step.times}});
  return {{"type", "merge"},
          {"names", options.merge},
          {"verdict", kinds[static_cast<std::size_t>(verdict.kind)]},
          {"nodes", {verdict.a, verdict.b}},
          {"steps", std::move(steps)},
          {"reasons", verdict.reasons}};
}

int run_merge(const Options& options) {
  Failures failures;
  const StoreContent content = load_content(options.question.store, failures.sink());
  const NameVerdict verdict =
      explain_names(content.evidence, content.decisions.name_rules(), options.merge[0], options.merge[1]);
  if (options.question.json) {
    write_json(merge_json(verdict, options));
  } else {
    write_stdout(merge_text(verdict, options.merge[0], options.merge[1]));
  }
  flush_stdout();
  return failures.exit_code();
}

int run(Options& options) {
  if (!options.merge.empty()) return run_merge(options);
  if (options.object.empty()) throw Error("why needs a subject, a relation and an object, or --merge A B");
  Failures failures;
  const KnowledgeGraph graph = options.question.load(failures);
  const NodeIndex subject = named(graph, options.subject), object = named(graph, options.object);
  EdgeFilter filter;
  filter.relations = {options.relation};
  const std::vector<EdgeIndex> edges = edges_between(graph, subject, object, filter);
  for (const EdgeIndex edge : edges) {
    if (options.question.json) {
      Json record = {{"type", "edge"}};
      record.update(edge_json(graph, edge, Sentences::all));
      write_json(record);
    } else {
      write_stdout(edge_text(graph, edge));
    }
  }
  if (edges.empty() && !options.question.json)
    write_stdout(fmt::format("no sentence says: {} {} {}{}\n", name_of(graph, subject), options.relation,
                             name_of(graph, object), alternatives(graph, subject, object)));
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_why(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->question.declare_store(app);
  app.add_option("subject", options->subject, "Name or id")->type_name("S");
  app.add_option("relation", options->relation, "Relation, as in the graph")->type_name("R");
  app.add_option("object", options->object, "Name, id or value")->type_name("O");
  app.add_option("--merge", options->merge, "Say why two names are one node, or why they are not")
      ->type_name("A B")
      ->expected(2);
  app.footer(
      "Examples:\n  relata why out \"United States\" withdrew_from \"INF Treaty\"\n"
      "  relata why out --merge Putin \"Vladimir Putin\"");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
