// SPDX-License-Identifier: MIT
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/work.hpp"
#include "pipeline/ordered_map.hpp"
#include "relata/resources.hpp"

namespace relata::cli {
namespace {

enum class Layer : std::uint8_t { statements, propositions, clauses, doc };

struct Options {
  SourceOptions sources;
  EngineOptions engine;
  std::string layer = "statements";
  std::string format = "jsonl";
  bool pretokenized = false;
  bool trace = false;
};

/// The writer of a layer in a format; throws for a pair that does not exist.
using Write = std::function<void(std::string&, const Analysed&)>;

Write writer_for(const Options& options, const Tables* tables, const Canonicalizer* canonicalizer) {
  const auto& [layer, format] = std::pair(options.layer, options.format);
  if (layer == "doc" && format == "jsonl")
    return [](std::string& out, const Analysed& a) { write_document(out, a.article, a.doc); };
  if (layer == "doc" && format == "conllu")
    return [](std::string& out, const Analysed& a) { write_conllu(out, a.article, a.doc); };
  if (layer == "clauses" && format == "jsonl")
    return [](std::string& out, const Analysed& a) { write_clauses(out, a.article, a.doc, clauses(a.doc)); };
  if (layer == "propositions" && format == "jsonl")
    return [](std::string& out, const Analysed& a) {
      write_propositions(out, a.article, a.doc, propositions(a.doc, clauses(a.doc)));
    };
  if (layer == "propositions" && format == "tsv") {
    // Where each article is one sentence, the output repeats it as it was read.
    const bool as_read = options.sources.input_format == "sentences";
    return [as_read](std::string& out, const Analysed& a) {
      write_propositions_tsv(out, a.doc, propositions(a.doc, clauses(a.doc)),
                             as_read ? a.article.text : std::string());
    };
  }
  const Tracing tracing = options.trace ? Tracing::on : Tracing::off;
  if (layer == "statements" && format == "jsonl")
    return [=](std::string& out, const Analysed& a) {
      write_evidence(out, extract_evidence(a.article, a.doc, *canonicalizer, tables->kb, tracing));
    };
  if (layer == "statements" && format == "tsv")
    return [=](std::string& out, const Analysed& a) {
      write_statements_tsv(out, extract_evidence(a.article, a.doc, *canonicalizer, tables->kb, tracing));
    };
  throw Error("--layer " + layer + " has no --format " + format +
              " (statements: jsonl, tsv; propositions: jsonl, tsv; clauses: jsonl; doc: jsonl, conllu)");
}

int run(const Options& options) {
  Failures failures;
  std::optional<Tables> tables;
  std::optional<Canonicalizer> canonicalizer;
  if (options.layer == "statements") {
    tables.emplace(load_tables(options.engine.tables, failures.sink()));
    canonicalizer.emplace(tables->schema, tables->kb);
  }
  const Write write =
      writer_for(options, tables ? &*tables : nullptr, canonicalizer ? &*canonicalizer : nullptr);
  const Work work(options.sources, failures);
  std::optional<LanguageModel> model;
  if (!work.analysed()) model.emplace(find_model(options.engine.model));
  const auto tokenization = options.pretokenized ? Tokenization::blanks : Tokenization::model;

  Progress progress(work.size());
  struct Stop {};
  try {
    ordered_map(
        work.size(), options.engine.thread_count(),
        [&] {
          auto annotator = model ? std::make_shared<Annotator>(*model) : nullptr;
          return [&, annotator](std::size_t i) {
            Outcome<std::string> outcome;
            std::string& out = outcome.products.emplace_back();
            work.each(i, annotator.get(), tokenization, outcome.failed,
                      [&](Analysed&& analysed) { write(out, analysed); });
            return outcome;
          };
        },
        [&](std::size_t, Outcome<std::string>&& outcome) {
          for (const Diagnostic& diagnostic : outcome.failed) failures.report(diagnostic);
          write_stdout(outcome.products.front());
          progress.advance();
          if (options.sources.strict && failures.count() > 0) throw Stop{};
        });
  } catch (const Stop&) {
    // --strict: the failure is reported; nothing after it is read.
  }
  flush_stdout();
  return failures.exit_code();
}

}  // namespace

Run setup_extract(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->sources.declare(app);
  app.add_option("--layer", options->layer, "What to print")
      ->check(CLI::IsMember({"statements", "propositions", "clauses", "doc"}))
      ->capture_default_str();
  app.add_option("-f,--format", options->format, "How to print it")
      ->check(CLI::IsMember({"jsonl", "tsv", "conllu"}))
      ->capture_default_str();
  app.add_flag("--pretokenized", options->pretokenized, "With -F sentences: blanks are the token borders");
  app.add_flag("--trace", options->trace,
               "Say of each statement which frame, which coreference and which word for its status made it");
  app.add_flag("--verbatim", options->sources.verbatim,
               "Take each file as one text, byte for byte; clean and normalise nothing");
  options->engine.declare_model(app);
  options->engine.declare_tables(app);
  options->engine.declare_jobs(app);
  app.footer(
      "Examples:\n"
      "  relata extract article.txt                             statements as JSON Lines\n"
      "  relata extract article.txt -f tsv --trace              where each statement comes from\n"
      "  relata extract news/ --layer doc -f conllu             tokens, tags and heads, for reading\n"
      "  relata extract -F sentences - --layer propositions -f tsv < sentences.txt");
  return [options] {
    if (options->pretokenized && options->sources.input_format != "sentences")
      throw Error("--pretokenized goes with --input-format sentences");
    if (options->trace && options->layer != "statements") throw Error("--trace goes with --layer statements");
    return run(*options);
  };
}

}  // namespace relata::cli
