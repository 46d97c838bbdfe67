// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <thread>

namespace relata::cli {

void SourceOptions::declare(CLI::App& app) {
  app.add_option("source", words, "Articles: files (.txt, .html), folders, or - for standard input")
      ->required()
      ->type_name("SOURCE");
  app.add_option("-F,--input-format", input_format,
                 "What the sources hold; `doc` takes records of --layer doc")
      ->check(CLI::IsMember({"auto", "text", "html", "sentences", "doc"}))
      ->capture_default_str();
  app.add_option("--uri-base", uri_base, "Put this before the address of every article")->type_name("IRI");
  app.add_flag("--strict", strict, "Stop at the first article that fails");
}

ReadOptions SourceOptions::read_options() const {
  static const std::map<std::string, InputFormat> formats = {{"auto", InputFormat::automatic},
                                                             {"text", InputFormat::text},
                                                             {"html", InputFormat::html},
                                                             {"sentences", InputFormat::sentences},
                                                             {"doc", InputFormat::automatic}};
  ReadOptions options;
  options.format = formats.at(input_format);
  options.verbatim = verbatim;
  options.uri_base = uri_base;
  return options;
}

void EngineOptions::declare_model(CLI::App& app) {
  app.add_option("--model", model, "Language model: sm, md, or the folder of a spaCy 3 pipeline [sm]")
      ->type_name("MODEL");
}

void EngineOptions::declare_tables(CLI::App& app) {
  app.add_option("--schema", tables.schema, "Schema of classes and relations, instead of the default one")
      ->type_name("FILE");
  app.add_option("--kb", tables.kb, "Further known entities, CSV or JSON Lines; may be repeated")
      ->type_name("FILE");
}

void EngineOptions::declare_jobs(CLI::App& app) {
  app.add_option("-j,--jobs", jobs, "Threads [one per processor]")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

unsigned EngineOptions::thread_count() const {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

void Failures::report(const Diagnostic& diagnostic) {
  if (diagnostic.severity == Diagnostic::Severity::error) ++count_;
  std::cerr << "relata: " << to_string(diagnostic) << '\n';
}

DiagnosticSink Failures::sink() {
  return [this](const Diagnostic& diagnostic) { report(diagnostic); };
}

namespace {
void check_stdout(bool good) {
  if (good) return;
  if (errno == EPIPE) throw ClosedPipe{};
  throw Error(std::string("standard output: ") + std::strerror(errno));
}
}  // namespace

void write_stdout(std::string_view bytes) {
  check_stdout(std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size());
}

void flush_stdout() {
  check_stdout(std::fflush(stdout) == 0);
}

std::streamsize StdoutStream::xsputn(const char* bytes, std::streamsize count) {
  write_stdout({bytes, static_cast<std::size_t>(count)});
  return count;
}

int StdoutStream::overflow(int byte) {
  if (byte == EOF) return 0;
  const char one = static_cast<char>(byte);
  write_stdout({&one, 1});
  return byte;
}

}  // namespace relata::cli
