// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/command.hpp"
#include "cli/deadline.hpp"
#include "cli/solution_table.hpp"
#include "cli/stores.hpp"
#include "cli/triples.hpp"
#include "relata/serialize.hpp"

namespace relata::cli {
namespace {

struct Options {
  std::string store, query, file, results;
  std::string base = SerializeOptions{}.base;
  double timeout = 0;
};

std::string query_text(const Options& options) {
  if (options.file.empty()) return options.query;
  std::ifstream opened;
  if (options.file != "-") {
    opened.open(options.file, std::ios::binary);
    if (!opened) throw Error(options.file + ": cannot be opened");
  }
  std::istream& in = options.file == "-" ? std::cin : opened;
  return {std::istreambuf_iterator<char>(in), {}};
}

int run(const Options& options) {
  if (options.query.empty() == options.file.empty())
    throw Error("say one query, as 'SELECT …' or with -f FILE; see relata query --help");
  const std::string query = query_text(options);
  Failures failures;
  const sparql::TripleIndex triples = load_triples(options.store, options.base, failures.sink());
  PrintedAnswer answer(options.results, sparql::known_prefixes(options.base));
  const sparql::Canceller canceller;
  try {
    const Deadline deadline(canceller, std::chrono::duration<double>(options.timeout));
    sparql::ask(triples, query, options.base, canceller, answer);
  } catch (const sparql::QueryError& error) {
    throw Error((options.file.empty() ? "query" : options.file) + ": " + error.what());
  } catch (const sparql::Cancelled&) {
    if (Deadline::interrupted()) return exit_interrupted;
    std::cerr << fmt::format("relata: the query was ended: it took more than {} s (--timeout)\n",
                             options.timeout);
    return exit_some_failed;
  }
  answer.finish();
  return failures.exit_code();
}

}  // namespace

Run setup_query(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("store", options->store, store_help)->required()->type_name("STORE");
  app.add_option("query", options->query, "Query in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE")
      ->type_name("SPARQL");
  app.add_option("-f,--file", options->file, "Read the query from a file, or - for standard input")
      ->type_name("FILE");
  app.add_option("--results", options->results, "Form of the answer [table; turtle for graphs]")
      ->check(CLI::IsMember({"table", "json", "csv", "tsv", "xml", "turtle", "ntriples"}));
  app.add_option("--timeout", options->timeout, "End the query after so many seconds; 0: never")
      ->type_name("S")
      ->check(CLI::Range(0.0, 1e9));
  app.add_option("--base", options->base, "Base of minted IRIs, as for `export`")
      ->type_name("IRI")
      ->capture_default_str();
  app.footer(
      "The RDF is that of `relata export --format ttl`. Its prefixes need no declaration (rel:, planned:, "
      "class:, entity:, rv:, rdfs:, prov:, ...).\n\nExample:\n  relata query out 'SELECT ?who ?whom WHERE { "
      "?s "
      "rel:accused ?o . ?s rdfs:label ?who . ?o rdfs:label ?whom }'");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
