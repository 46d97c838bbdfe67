// SPDX-License-Identifier: MIT
#include "cli/work.hpp"

#include <fstream>
#include <iostream>

namespace relata::cli {
namespace {

/// Sentences or records a thread takes at a time: enough to make hand-over cheap, few enough to share out.
constexpr std::size_t stretch = 64;

}  // namespace

Work::Work(const SourceOptions& sources, Failures& failures)
    : options_(sources.read_options()), analysed_(sources.input_format == "doc") {
  for (Source& source : find_sources(sources.words, options_, failures.sink())) {
    if (analysed_) {
      const auto take = [this](Article&& article, Document&& doc) {
        if (units_.empty() || units_.back().documents.size() == stretch) units_.emplace_back();
        units_.back().documents.push_back({std::move(article), std::move(doc)});
      };
      if (source.path.empty()) {
        read_documents(std::cin, source.uri, take, failures.sink());
      } else {
        std::ifstream in(source.path);
        if (!in) failures.report({.file = source.uri, .message = "cannot be opened"});
        read_documents(in, source.uri, take, failures.sink());
      }
    } else if (options_.format == InputFormat::sentences) {
      try {
        for (Article& article : read_source(source, options_)) {
          if (units_.empty() || units_.back().articles.size() == stretch) units_.emplace_back();
          units_.back().articles.push_back(std::move(article));
        }
      } catch (const Error& error) {
        failures.report({.message = error.what()});
      }
    } else {
      units_.push_back({std::move(source), {}, {}});
    }
  }
}

void Work::each_article(std::size_t i, std::vector<Diagnostic>& failed,
                        const std::function<void(Article&&)>& use) const {
  const Unit& unit = units_[i];
  try {
    if (!unit.articles.empty()) {
      for (const Article& article : unit.articles) use(Article(article));
      return;
    }
    for (Article& article : read_source(unit.source, options_)) use(std::move(article));
  } catch (const Error& error) {
    failed.push_back({.message = error.what()});
  }
}

void Work::each(std::size_t i, Annotator* annotator, Tokenization tokenization,
                std::vector<Diagnostic>& failed, const std::function<void(Analysed&&)>& use,
                const Wanted& wanted) const {
  if (analysed_) {
    for (const Analysed& analysed : units_[i].documents)
      if (!wanted || wanted(analysed.article)) use(Analysed(analysed));
    return;
  }
  each_article(i, failed, [&](Article&& article) {
    if (wanted && !wanted(article)) return;
    Document doc = tokenization == Tokenization::blanks ? annotator->annotate_tokens(article.text)
                   : options_.verbatim                  ? annotator->annotate(article.text)
                                                        : annotator->annotate(article);
    use({std::move(article), std::move(doc)});
  });
}

}  // namespace relata::cli
