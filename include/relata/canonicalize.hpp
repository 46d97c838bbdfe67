// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>

#include "relata/evidence.hpp"
#include "relata/extract.hpp"
#include "relata/schema.hpp"

namespace relata {

/// Turns clauses into statements of the schema, with status, source and time; makes entities of common nouns
/// (letters, talks, offices) where a statement takes them. A Canonicalizer is read-only after construction
/// and may be used by many threads.
class Canonicalizer {
 public:
  /// Keeps references to both for its lifetime.
  Canonicalizer(const Schema& schema, const KnowledgeBase& kb);
  ~Canonicalizer();
  Canonicalizer(const Canonicalizer&) = delete;
  Canonicalizer& operator=(const Canonicalizer&) = delete;

  ArticleEvidence canonicalize(const Article& article, const Document& doc, const Resolution& resolution,
                               std::span<const Clause> clauses, Tracing tracing = Tracing::off) const;

 private:
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

}  // namespace relata
