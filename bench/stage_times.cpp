// SPDX-License-Identifier: MIT
// Times each stage alone, on one thread: annotates the articles, then runs the stages behind on the documents
// held in memory. Prints one JSON object; times are CPU seconds for all articles, the median of the rounds.
//   stage_times MODEL ROUNDS ARTICLE_OR_FOLDER...

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bench/cpu_seconds.hpp"
#include "relata/pipeline.hpp"
#include "relata/resources.hpp"

namespace {

using namespace relata;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// The median of the rounds; a first one, not counted, warms caches.
double timed(int rounds, const std::function<void()>& work) {
  work();
  std::vector<double> seconds;
  for (int i = 0; i < rounds; ++i) {
    const double before = cpu_seconds();
    work();
    seconds.push_back(cpu_seconds() - before);
  }
  return median(seconds);
}

void report(const Diagnostic& diagnostic) {
  std::cerr << "stage_times: " << to_string(diagnostic) << '\n';
}

int run(const std::string& model_name, int rounds, const std::vector<std::string>& words) {
  std::vector<Article> articles;
  for (const Source& source : find_sources(words, {}, report))
    for (Article& article : read_source(source, {})) articles.push_back(std::move(article));
  const LanguageModel model(find_model(model_name));
  const Tables tables = load_tables({}, report);
  const Canonicalizer canonicalizer(tables.schema, tables.kb);
  Annotator annotator(model);

  std::vector<Document> docs(articles.size());
  std::vector<Resolution> resolutions(articles.size());
  std::vector<std::vector<Clause>> clause_lists(articles.size());
  const auto each = [&](const auto& stage) {
    return timed(rounds, [&] {
      for (std::size_t i = 0; i < articles.size(); ++i) stage(i);
    });
  };
  const double annotate = each([&](std::size_t i) { docs[i] = annotator.annotate(articles[i]); });
  const double resolve_time =
      each([&](std::size_t i) { resolutions[i] = resolve(articles[i], docs[i], tables.kb); });
  const double clauses_time = each([&](std::size_t i) { clause_lists[i] = clauses(docs[i]); });
  std::size_t stated = 0, told = 0;
  const double propositions_time =
      each([&](std::size_t i) { stated += propositions(docs[i], clause_lists[i]).size(); });
  const double canonicalize = each([&](std::size_t i) {
    told +=
        canonicalizer.canonicalize(articles[i], docs[i], resolutions[i], clause_lists[i]).statements.size();
  });

  std::size_t sentences = 0, tokens = 0;
  for (const Document& doc : docs) sentences += doc.sentences().size(), tokens += doc.size();
  const double after = resolve_time + clauses_time + canonicalize;
  const auto runs = static_cast<std::size_t>(rounds) + 1;
  std::cout << nlohmann::ordered_json{{"articles", articles.size()},
                                      {"sentences", sentences},
                                      {"tokens", tokens},
                                      {"kernel", model.info().kernel},
                                      {"propositions", stated / runs},
                                      {"statements", told / runs},
                                      {"seconds",
                                       {{"annotate", annotate},
                                        {"resolve", resolve_time},
                                        {"clauses", clauses_time},
                                        {"propositions", propositions_time},
                                        {"canonicalize", canonicalize}}},
                                      {"sentences_per_second_propositions",
                                       static_cast<double>(sentences) / (clauses_time + propositions_time)},
                                      {"share_after_annotation", after / annotate}}
                   .dump(1)
            << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 3 ? std::atoi(argv[2]) : 0;
  if (rounds < 1) {
    std::cerr << "usage: stage_times MODEL ROUNDS ARTICLE_OR_FOLDER...\n";
    return 2;
  }
  try {
    return run(argv[1], rounds, {argv + 3, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "stage_times: " << error.what() << '\n';
    return 1;
  }
}
