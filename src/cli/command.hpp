// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

#include "relata/error.hpp"
#include "relata/pipeline.hpp"

namespace relata::cli {

/// What the shell sees.
enum ExitCode : int { exit_done = 0, exit_some_failed = 1, exit_usage = 2, exit_interrupted = 130 };

/// A command: `setup` declares its options on a CLI11 subcommand and opens nothing; the returned function
/// does the work and gives the exit code.
using Run = std::function<int()>;

Run setup_build(CLI::App& app);
Run setup_communities(CLI::App& app);
Run setup_completion(CLI::App& app);
Run setup_components(CLI::App& app);
Run setup_confirm(CLI::App& app);
Run setup_conflicts(CLI::App& app);
Run setup_diff(CLI::App& app);
Run setup_different(CLI::App& app);
Run setup_eval(CLI::App& app);
Run setup_export(CLI::App& app);
Run setup_extract(CLI::App& app);
Run setup_import(CLI::App& app);
Run setup_load(CLI::App& app);
Run setup_man(CLI::App& app);
Run setup_merge(CLI::App& app);
Run setup_model(CLI::App& app);
Run setup_neighbors(CLI::App& app);
Run setup_path(CLI::App& app);
Run setup_query(CLI::App& app);
Run setup_rank(CLI::App& app);
Run setup_read(CLI::App& app);
Run setup_reject(CLI::App& app);
Run setup_remove(CLI::App& app);
Run setup_same(CLI::App& app);
Run setup_schema_check(CLI::App& app);
Run setup_search(CLI::App& app);
Run setup_serve(CLI::App& app);
Run setup_stats(CLI::App& app);
Run setup_timeline(CLI::App& app);
Run setup_view(CLI::App& app);
Run setup_why(CLI::App& app);

/// Options of every command that reads articles.
struct SourceOptions {
  std::vector<std::string> words;  ///< files, folders, `-`
  std::string input_format = "auto";
  std::string uri_base;
  bool verbatim = false;
  bool strict = false;

  void declare(CLI::App& app);
  ReadOptions read_options() const;
};

/// Options of every command that runs the language model and the tables.
struct EngineOptions {
  std::string model;
  TableOptions tables;
  unsigned jobs = 0;  ///< 0: one per processor

  void declare_model(CLI::App& app);
  void declare_tables(CLI::App& app);
  void declare_jobs(CLI::App& app);
  unsigned thread_count() const;
};

/// Counts failed inputs and prints each on standard error, `relata: file:line: cause`.
class Failures {
 public:
  void report(const Diagnostic& diagnostic);
  DiagnosticSink sink();
  std::size_t count() const { return count_; }
  int exit_code() const { return count_ == 0 ? exit_done : exit_some_failed; }

 private:
  std::size_t count_ = 0;
};

/// Writes to standard output and throws ClosedPipe when nobody reads any more, Error when it fails otherwise.
void write_stdout(std::string_view bytes);
/// Pushes what is buffered out, with the same exceptions.
void flush_stdout();
struct ClosedPipe {};

/// Standard output as a stream that fails with the same exceptions.
class StdoutStream : private std::streambuf, public std::ostream {
 public:
  StdoutStream() : std::ostream(this) { exceptions(std::ios::badbit); }

 private:
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int overflow(int byte) override;
};

}  // namespace relata::cli
