// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/command.hpp"
#include "cli/stores.hpp"
#include "cli/triples.hpp"
#include "relata/serialize.hpp"
#include "serve/server.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string store;
  serve::ServerOptions server;
  double timeout = 60;
  std::size_t query_kilobytes = 1024, answer_megabytes = 1024, memory_megabytes = 4096;
};

/// Tells whether a store's files have been written since.
std::string stamp_of(const std::optional<fs::path>& file) {
  std::string stamp;
  if (!file) return stamp;
  for (const char* const part : {"", "-wal", "-journal"}) {
    std::error_code absent;
    const fs::path each = file->string() + part;
    const auto size = fs::file_size(each, absent);
    if (absent) continue;
    const auto time = fs::last_write_time(each, absent).time_since_epoch().count();
    stamp += fmt::format("{}:{}:{} ", part, size, time);
  }
  return stamp;
}

/// The triples mapped from their file, where they can be kept in one: so they take no memory of this process.
sparql::TripleIndex triples_of(const std::string& store, const serve::TripleSource& source,
                               const std::string& base, Failures& failures) {
  if (std::optional<sparql::TripleIndex> kept = source.open()) return std::move(*kept);
  if (store_file(store) && serve::done_apart(source.prepare))
    if (std::optional<sparql::TripleIndex> kept = source.open()) return std::move(*kept);
  return load_triples(store, base, failures.sink());
}

int run(Options& options) {
  serve::ServerOptions& server = options.server;
  server.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000));
  server.query_size = options.query_kilobytes << 10;
  server.answer_size = options.answer_megabytes << 20;
  server.memory = options.memory_megabytes << 20;
  Failures failures;
  const std::optional<fs::path> file = store_file(options.store);
  const serve::TripleSource source = {
      [&] { return stamp_of(file); },
      [&] { load_triples(options.store, server.base, [](const Diagnostic&) {}); },
      [&] { return kept_triples(options.store, server.base); }};
  sparql::TripleIndex index = triples_of(options.store, source, server.base, failures);
  const std::size_t triples = index.size();
  serve::serve(
      std::move(index), source, server,
      [&](const std::string& url) {
        write_stdout(fmt::format("{} serves {} triples at {}\n", options.store, triples, url));
        flush_stdout();
      },
      [](const std::string& note) { std::cerr << "relata: " << note << std::endl; });
  return failures.exit_code();
}

}  // namespace

Run setup_serve(CLI::App& app) {
  auto options = std::make_shared<Options>();
  serve::ServerOptions& server = options->server;
  server.base = SerializeOptions{}.base;
  server.processes = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("store", options->store, store_help)->required()->type_name("STORE");
  app.add_option("--host", server.host,
                 "IP address to listen at; others than the loopback's serve the network")
      ->type_name("ADDRESS")
      ->capture_default_str();
  app.add_option("--port", server.port, "Port; 0: a free one")->type_name("N")->capture_default_str();
  app.add_option("--timeout", options->timeout, "End a query after so many seconds, waiting included")
      ->type_name("S")
      ->check(CLI::Range(0.001, 1e6))
      ->capture_default_str();
  app.add_option("--jobs", server.processes, "Queries at a time [number of processors]")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_option("--max-connections", server.connections, "Refuse more connections than this")
      ->type_name("N")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  app.add_option("--max-query", options->query_kilobytes, "Longest query, in KiB")
      ->type_name("N")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  app.add_option("--max-answer", options->answer_megabytes, "Break off longer answers, in MiB")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  app.add_option("--memory", options->memory_megabytes, "Memory that a query may take, in MiB")
      ->type_name("N")
      ->check(CLI::Range(64, 1'000'000))
      ->capture_default_str();
  app.add_option("--base", server.base, "Base of minted IRIs, as for `export`")
      ->type_name("IRI")
      ->capture_default_str();
  app.add_option("--allow-origin", server.allow_origin, "Let pages of this origin read answers (* for all)")
      ->type_name("ORIGIN");
  app.footer(
      "Speaks the SPARQL 1.1 Protocol at /sparql, read-only, until Ctrl-C.\n\nExample:\n  relata serve out "
      "--port 3030\n"
      "  curl -s http://127.0.0.1:3030/sparql --data-urlencode 'query=SELECT * { ?s rel:accused ?o }'");
  return [options] { return run(*options); };
}

}  // namespace relata::cli
