// SPDX-License-Identifier: MIT
// Annotates texts exactly as given: reads one JSON string a line, prints one doc record each. Used by
// bench/agreement and bench/speed. With --time, prints tokens and CPU seconds instead.

#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bench/cpu_seconds.hpp"
#include "relata/annotate.hpp"
#include "relata/error.hpp"
#include "relata/records.hpp"

namespace {

/// The kernel's own count: getrusage's includes the program that started us.
long peak_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: annotate_texts MODEL TEXTS.jsonl [--time]\n";
    return 2;
  }
  const bool timed = argc > 3 && std::string_view(argv[3]) == "--time";
  try {
    const auto start = std::chrono::steady_clock::now();
    const relata::LanguageModel model(argv[1]);
    relata::Annotator annotator(model);
    annotator.annotate("A first sentence.");
    const std::chrono::duration<double, std::milli> ready = std::chrono::steady_clock::now() - start;
    std::vector<std::string> texts;
    std::ifstream in(argv[2]);
    const long memory = peak_kilobytes();
    for (std::string line; std::getline(in, line);)
      texts.push_back(nlohmann::json::parse(line).get<std::string>());
    if (timed) {
      const double before = cpu_seconds();
      std::size_t tokens = 0;
      for (const std::string& text : texts) tokens += annotator.annotate(text).size();
      const double used = cpu_seconds() - before;
      std::cout << nlohmann::json{{"tokens", tokens},
                                  {"seconds", used},
                                  {"ready_ms", ready.count()},
                                  {"ready_kb", memory},
                                  {"peak_kb", peak_kilobytes()},
                                  {"kernel", model.info().kernel}}
                << '\n';
      return 0;
    }
    std::string out;
    for (const std::string& text : texts) {
      relata::Article article;
      article.text = text;
      out.clear();
      write_document(out, article, annotator.annotate(text));
      std::cout << out;
    }
  } catch (const std::exception& e) {
    std::cerr << "annotate_texts: " << e.what() << '\n';
    return 1;
  }
}
