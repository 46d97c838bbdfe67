// SPDX-License-Identifier: MIT
#include "relata/pipeline.hpp"

#include "relata/resources.hpp"

namespace relata {

Tables load_tables(const TableOptions& options, const DiagnosticSink& sink) {
  Tables tables;
  tables.schema = load_schema(
      options.schema.empty() ? find_resource("graph_schemas/news.xml") : std::filesystem::path(options.schema), sink);
  for (const char* const file : {"countries.csv", "organizations.csv", "treaties.csv", "seats.csv"})
    tables.kb.load(find_resource(std::filesystem::path("graph_schemas/kb") / file), sink);
  for (const std::string& file : options.kb) tables.kb.load(file, sink, Origin::user);
  return tables;
}

ArticleEvidence extract_evidence(const Article& article, const Document& doc, const Canonicalizer& canonicalizer,
                                 const KnowledgeBase& kb) {
  return canonicalizer.canonicalize(article, doc, resolve(article, doc, kb), clauses(doc));
}

}  // namespace relata
