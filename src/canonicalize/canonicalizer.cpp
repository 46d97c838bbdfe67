// SPDX-License-Identifier: MIT
#include "relata/canonicalize.hpp"

namespace relata {
struct Canonicalizer::Tables {};
Canonicalizer::Canonicalizer(const Schema&, const KnowledgeBase&) : tables_(new Tables) {}
Canonicalizer::~Canonicalizer() { delete tables_; }
ArticleEvidence Canonicalizer::canonicalize(const Article&, const Document&, const Resolution&,
                                            std::span<const Clause>) const {
  return {};
}
}  // namespace relata
