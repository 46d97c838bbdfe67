// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/annotate.hpp"
#include "relata/canonicalize.hpp"
#include "relata/read.hpp"

namespace relata {

/// All read-only tables the line needs, loaded once.
struct Tables {
  Schema schema;
  KnowledgeBase kb;
};

/// What to load; empty members mean the defaults.
struct TableOptions {
  std::string schema;           ///< file of a user's schema
  std::vector<std::string> kb;  ///< files of a user's knowledge bases
};

/// Loads schema and knowledge bases. Faults of user files go to `sink`; throws Error when a file cannot be
/// used.
Tables load_tables(const TableOptions& options, const DiagnosticSink& sink);

/// The main line for one article.
ArticleEvidence extract_evidence(const Article& article, const Document& doc,
                                 const Canonicalizer& canonicalizer, const KnowledgeBase& kb,
                                 Tracing tracing = Tracing::off);

}  // namespace relata
