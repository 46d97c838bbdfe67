// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "relata/article.hpp"
#include "relata/decisions.hpp"
#include "relata/document.hpp"
#include "relata/error.hpp"
#include "relata/evidence.hpp"
#include "relata/extract.hpp"

namespace relata {

// Records of `relata extract --format jsonl`: one JSON object a line, each with a `type`. All functions
// append whole lines to `out`.

/// `statement` records, each with its `trace` where there is one, then `entity` records of one article.
void write_evidence(std::string& out, const ArticleEvidence& evidence);
/// `verdict` and `rule` records: what users decided on statements and names.
void write_decisions(std::string& out, const Decisions& decisions);
/// One `doc` record.
void write_document(std::string& out, const Article& article, const Document& doc);
/// CoNLL-U with `# newdoc`, `# sent_id` and `# text` comments.
void write_conllu(std::string& out, const Article& article, const Document& doc);
/// One `article` record: the cleaned text with its metadata.
void write_article(std::string& out, const Article& article);

/// One `clause` record per clause: parts with their roles, words and spans.
void write_clauses(std::string& out, const Article& article, const Document& doc,
                   std::span<const Clause> clauses);
/// One `proposition` record per proposition, with roles and spans.
void write_propositions(std::string& out, const Article& article, const Document& doc,
                        std::span<const Proposition> propositions);
/// The CaRB form: `sentence⇥confidence⇥relation⇥arg1⇥arg2…`. Tabs and line breaks inside become blanks. Where
/// `as_read` is not empty it stands in the first column, as the document's one sentence.
void write_propositions_tsv(std::string& out, const Document& doc, std::span<const Proposition> propositions,
                            std::string_view as_read);
/// `uri⇥subject⇥relation⇥object⇥status⇥confidence⇥sentence`, then the trace where there is one; tabs and line
/// breaks inside become blanks.
void write_statements_tsv(std::string& out, const ArticleEvidence& evidence);

/// Reads `statement` and `entity` records back, one call of `take` per article in order of first appearance.
/// Records of unknown type are skipped; faulty lines go to `sink` (named `name`) and are left out.
void read_evidence(std::istream& in, const std::string& name,
                   const std::function<void(ArticleEvidence&&)>& take, const DiagnosticSink& sink);
/// The same for streams without end: an article is handed on as soon as a record of another one follows, so
/// that memory holds one. Where the records of an article do not stand together, each stretch of them is
/// handed on by itself. What users decided goes into `decisions`, where it is given.
void stream_evidence(std::istream& in, const std::string& name,
                     const std::function<void(ArticleEvidence&&)>& take, const DiagnosticSink& sink,
                     Decisions* decisions = nullptr);
/// Reads `doc` records, e.g. to extract from analyses made earlier.
void read_documents(std::istream& in, const std::string& name,
                    const std::function<void(Article&&, Document&&)>& take, const DiagnosticSink& sink);

}  // namespace relata
