// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "relata/evaluate.hpp"
#include "relata/resources.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Options {
  std::string gold, predicted, schema;
  bool relations = false, errors = false, json = false;
};

/// The relations that are judged: those of --schema, else those the annotators worked with (`schema.json`
/// beside the gold or up to two folders above), else the default ones.
fs::path judged_schema(const Options& options) {
  if (!options.schema.empty()) return options.schema;
  const fs::path gold(options.gold);
  const fs::path folder = fs::is_directory(gold) ? gold : gold.parent_path();
  for (const char* const up : {"", "..", "../.."})
    if (fs::path file = (folder / up / "schema.json").lexically_normal(); fs::exists(file)) return file;
  return relata::schema_file({});
}

Schema judged_relations(const fs::path& file, const DiagnosticSink& sink) {
  return file.extension() == ".json" ? read_annotation_schema(file) : load_schema(file, sink);
}

std::vector<Prediction> predictions(const std::string& file, const DiagnosticSink& sink) {
  if (file == "-") return read_predictions(std::cin, "standard input", sink);
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file)) throw Error(file + ": cannot be read");
  return read_predictions(in, file, sink);
}

/// Relations with the most gold first.
std::vector<std::pair<std::string, Evaluation::OfRelation>> by_gold(const Evaluation& e) {
  std::vector<std::pair<std::string, Evaluation::OfRelation>> rows(e.by_relation.begin(),
                                                                   e.by_relation.end());
  std::ranges::stable_sort(rows, std::greater<>(), [](const auto& row) { return row.second.gold; });
  return rows;
}

const char* kind_name(const Evaluation::Fault& fault) {
  return fault.kind == Evaluation::Fault::Kind::missed ? "missed" : "wrong";
}

Json tally_json(const Tally& t) {
  return {
      {"precision", t.precision()}, {"recall", t.recall()},     {"f1", t.f1()},     {"gold", t.gold},
      {"found", t.found},           {"predicted", t.predicted}, {"right", t.right}, {"neutral", t.neutral}};
}

std::string json_report(const Evaluation& e, const fs::path& schema, const Options& options) {
  Json out = {{"schema", schema.string()},
              {"pair", tally_json(e.pairs)},
              {"relation", tally_json(e.relations)},
              {"status", tally_json(e.statuses)},
              {"entity", tally_json(e.entities)},
              {"inside", e.required_entities},
              {"inside_found", e.required_entities_found},
              {"matched_names", e.matched_names},
              {"classed", e.classed},
              {"class_right", e.class_right},
              {"open", e.open},
              {"open_pairs_in_gold", e.open_pairs},
              {"leaks", e.leaks},
              {"without_gold", e.without_gold}};
  if (options.relations) {
    Json& rows = out["by_relation"] = Json::object();
    for (const auto& [name, of] : by_gold(e))
      rows[name] = {{"gold", of.gold}, {"found", of.found}, {"wrong", of.wrong}};
  }
  if (options.errors) {
    Json& rows = out["errors"] = Json::array();
    for (const Evaluation::Fault& f : e.faults)
      rows.push_back({{"article", f.article},
                      {"kind", kind_name(f)},
                      {"subject", f.subject},
                      {"relation", f.relation},
                      {"object", f.object}});
  }
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

double ratio(std::uint64_t part, std::uint64_t whole) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::uint64_t>(1, whole));
}

std::string text_report(const Evaluation& e, const fs::path& schema, const Options& options) {
  std::string out =
      fmt::format("relations of {}\n{:38}    P      R      F1   right/predicted  found/gold  neutral\n",
                  schema.string(), "");
  const auto row = [&out](const char* label, const Tally& t) {
    out += fmt::format("{:38} {:6.3f} {:6.3f} {:6.3f}   {:5}/{:<5}      {:5}/{:<5}  {:5}\n", label,
                       t.precision(), t.recall(), t.f1(), t.right, t.predicted, t.found, t.gold, t.neutral);
  };
  row("(a) pair linked at all", e.pairs);
  row("(b) pair + relation", e.relations);
  row("(c) pair + relation + status", e.statuses);
  row("entities", e.entities);
  out += fmt::format("entity recall, those in required triples {}/{} = {:.3f}\n", e.required_entities_found,
                     e.required_entities, ratio(e.required_entities_found, e.required_entities));
  out += fmt::format("names per gold entity found (1 is best)  {:.2f}\n",
                     ratio(e.matched_names, e.entities.found));
  if (e.classed > 0)
    out += fmt::format("class of matched entities right          {}/{} = {:.3f}\n", e.class_right, e.classed,
                       ratio(e.class_right, e.classed));
  out += fmt::format("open-relation triples                    {} (they alone link {} gold pairs)\n", e.open,
                     e.open_pairs);
  out += fmt::format("boilerplate leaks                        {}\n", e.leaks.size());
  for (const auto& [article, name] : e.leaks) out += fmt::format("    {}: {}\n", article, name);
  for (const auto& [article, count] : e.without_gold)
    out += fmt::format("no gold for {}: {} records left out\n", article, count);
  if (options.relations)
    for (const auto& [name, of] : by_gold(e))
      out += fmt::format("{:22} gold {:3}  found {:3}  wrong {:3}\n", name, of.gold, of.found, of.wrong);
  if (options.errors)
    for (const Evaluation::Fault& f : e.faults)
      out += fmt::format("{}\t{}\t{} | {} | {}\n", f.article, kind_name(f), f.subject, f.relation, f.object);
  return out;
}

int run(const Options& options) {
  Failures failures;
  const std::vector<GoldArticle> gold = read_gold(options.gold);
  const fs::path schema = judged_schema(options);
  const Schema relations = judged_relations(schema, failures.sink());
  const Evaluation e = evaluate(gold, predictions(options.predicted, failures.sink()), relations);
  write_stdout(options.json ? json_report(e, schema, options) : text_report(e, schema, options));
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_eval(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("gold", options->gold,
                 "What people took from the articles: a JSON file, or a folder of such files")
      ->required()
      ->type_name("GOLD");
  app.add_option("predicted", options->predicted, "Records of `relata extract`, or - for standard input")
      ->required()
      ->type_name("PREDICTED");
  app.add_flag("--relations", options->relations, "A line for each relation");
  app.add_flag("--errors", options->errors, "Each triple that is missed or wrong");
  app.add_flag("--json", options->json, "Print JSON");
  app.add_option("--schema", options->schema,
                 "Relations that are judged, XML or JSON [schema.json beside GOLD or above it, else the "
                 "default schema]")
      ->type_name("FILE");
  app.footer(
      "Example:\n"
      "  relata extract gold/articles | relata eval gold/triples - --relations\n"
      "docs/measuring.md has the form of gold files and says what is counted.");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
