// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "relata/article.hpp"
#include "relata/document.hpp"
#include "relata/error.hpp"
#include "relata/evidence.hpp"
#include "relata/extract.hpp"

namespace relata {

// Records of `relata extract --format jsonl`: one JSON object a line, each with a `type`. All functions append
// whole lines to `out`.

/// `statement` records, then `entity` records of one article.
void write_evidence(std::string& out, const ArticleEvidence& evidence);
/// One `doc` record.
void write_document(std::string& out, const Article& article, const Document& doc);
/// CoNLL-U with `# newdoc`, `# sent_id` and `# text` comments.
void write_conllu(std::string& out, const Article& article, const Document& doc);
/// One `article` record: the cleaned text with its metadata.
void write_article(std::string& out, const Article& article);

/// Reads `statement` and `entity` records back, one call of `take` per article in order of first appearance.
/// Records of unknown type are skipped; faulty lines go to `sink` (named `name`) and are left out.
void read_evidence(std::istream& in, const std::string& name, const std::function<void(ArticleEvidence&&)>& take,
                   const DiagnosticSink& sink);
/// Reads `doc` records, e.g. to extract from analyses made earlier.
void read_documents(std::istream& in, const std::string& name,
                    const std::function<void(Article&&, Document&&)>& take, const DiagnosticSink& sink);

}  // namespace relata
