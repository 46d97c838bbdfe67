// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "relata/records.hpp"

namespace relata::cli {

/// How an article becomes a document.
enum class Tokenization : std::uint8_t { model, blanks };

/// One article with its analysis.
struct Analysed {
  Article article;
  Document doc;
};

/// What one unit of work (a file, a stretch of sentences) gave: the product of each article in order, and
/// what failed.
template <class Product>
struct Outcome {
  std::vector<Product> products;
  std::vector<Diagnostic> failed;
};

/// The units of work behind the command line's sources. Files are opened when their turn comes; sentences and
/// doc records are read at once and cut into stretches.
class Work {
 public:
  Work(const SourceOptions& sources, Failures& failures);

  std::size_t size() const { return units_.size(); }
  /// The documents are in the sources already: no model is needed.
  bool analysed() const { return analysed_; }

  /// Whether an article is worth analysing; empty: each is.
  using Wanted = std::function<bool(const Article&)>;
  /// Calls `use` for each article of unit `i` that is wanted, analysed. `annotator` is null where analysed().
  void each(std::size_t i, Annotator* annotator, Tokenization tokenization, std::vector<Diagnostic>& failed,
            const std::function<void(Analysed&&)>& use, const Wanted& wanted = {}) const;
  /// Calls `use` for each article of unit `i`, as read.
  void each_article(std::size_t i, std::vector<Diagnostic>& failed,
                    const std::function<void(Article&&)>& use) const;

 private:
  struct Unit {
    Source source;  ///< read when its turn comes, unless one of the others is filled
    std::vector<Article> articles;
    std::vector<Analysed> documents;
  };
  ReadOptions options_;
  std::vector<Unit> units_;
  bool analysed_ = false;
};

}  // namespace relata::cli
