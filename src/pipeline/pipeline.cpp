// SPDX-License-Identifier: MIT
#include "relata/pipeline.hpp"

#include <optional>

#include "relata/resources.hpp"

namespace relata {

Tables load_tables(const TableOptions& options, const DiagnosticSink& sink) {
  Tables tables;
  tables.schema = load_schema(schema_file(options.schema), sink);
  for (const std::filesystem::path& table : knowledge_tables()) tables.kb.load(table, sink);
  for (const std::string& file : options.kb) tables.kb.load(file, sink, Origin::user, &tables.schema);
  return tables;
}

ArticleEvidence extract_evidence(const Article& article, const Document& doc,
                                 const Canonicalizer& canonicalizer, const KnowledgeBase& kb,
                                 Tracing tracing) {
  const std::optional<Document> mended = reattached(doc);
  const Document& read = mended ? *mended : doc;
  return canonicalizer.canonicalize(article, read, resolve(article, read, kb), clauses(read), tracing);
}

}  // namespace relata
