// SPDX-License-Identifier: MIT
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "relata/records.hpp"
#include "serialize/lines.hpp"

namespace relata {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 13> role_names = {
    "subject",   "object", "indirect_object", "attribute", "adjective",  "clause", "open_clause", "oblique",
    "adverbial", "time",   "possessor",       "compound",  "nationality"};
constexpr std::array<const char*, 4> kind_names = {"verb", "copula", "noun", "adjective"};

const char* role_name(Role role) {
  return role_names.at(static_cast<std::size_t>(role));
}

Json chars(const Document& doc, TokenSpan span) {
  if (span.first >= span.last) return Json::array();
  return {doc.tokens[span.first].char_begin, doc.tokens[span.last - 1].char_end};
}

void append_number(std::string& out, double value) {
  char digits[32];
  out.append(digits, static_cast<std::size_t>(std::snprintf(digits, sizeof digits, "%.4g", value)));
}

/// `he → Mr Putin (pronoun) → Vladimir Putin (family name)`
std::string steps_text(const std::vector<TraceStep>& steps) {
  std::string out;
  for (const TraceStep& step : steps) {
    if (out.empty()) out = step.from.words;
    out += " → " + step.to + " (" + step.rule + ')';
  }
  return out;
}

std::string trace_text(const StatementTrace& t) {
  std::string out = t.frame;
  if (!t.schema_file.empty()) out += " (" + t.schema_file + ':' + std::to_string(t.schema_line) + ')';
  out += " at '" + t.trigger.words + "'; subject: " + steps_text(t.subject) +
         "; object: " + steps_text(t.object);
  if (!t.source.empty()) out += "; source: " + steps_text(t.source);
  if (t.status_by == StatementTrace::StatusBy::words) out += "; status: '" + t.status_cue.words + '\'';
  if (t.status_by == StatementTrace::StatusBy::frame) out += "; status: by the frame";
  return out;
}

}  // namespace

void write_clauses(std::string& out, const Article& article, const Document& doc,
                   std::span<const Clause> clauses) {
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    Json arguments = Json::array();
    for (const Argument& a : clause.arguments) {
      const TokenSpan span = doc.subtree(a.head);
      arguments.push_back(
          {{"role", role_name(a.role)},
           {"preposition", a.preposition == no_token ? Json(nullptr) : Json(doc.lemma(a.preposition))},
           {"head", doc.word(a.head)},
           {"text", doc.span_text(span)},
           {"span", chars(doc, span)},
           {"inherited", a.inherited}});
    }
    const TokenId p = clause.predicate;
    append_line(
        out,
        {{"type", "clause"},
         {"article", article_json(article)},
         {"sentence", doc.sentence_of(p)},
         {"index", i},
         {"kind", kind_names.at(static_cast<std::size_t>(clause.kind))},
         {"predicate", {{"text", doc.word(p)}, {"lemma", doc.lemma(p)}, {"span", chars(doc, {p, p + 1})}}},
         {"particle", clause.particle == no_token ? Json(nullptr) : Json(doc.lemma(clause.particle))},
         {"passive", clause.passive},
         {"negated", clause.negated},
         {"governor", clause.governor == no_clause ? Json(nullptr) : Json(clause.governor)},
         {"arguments", std::move(arguments)}});
  }
}

void write_propositions(std::string& out, const Article& article, const Document& doc,
                        std::span<const Proposition> propositions) {
  const auto spans = [&doc](const std::vector<TokenSpan>& list) {
    Json json = Json::array();
    for (const TokenSpan span : list) json.push_back(chars(doc, span));
    return json;
  };
  for (const Proposition& p : propositions) {
    Json arguments = Json::array();
    for (const Proposition::Part& part : p.arguments)
      arguments.push_back(
          {{"role", role_name(part.role)}, {"text", part.text}, {"spans", spans(part.spans)}});
    append_line(out, {{"type", "proposition"},
                      {"article", article_json(article)},
                      {"sentence", doc.span_text(doc.sentences()[p.sentence])},
                      {"confidence", p.confidence},
                      {"relation", {{"text", p.relation}, {"spans", spans(p.relation_spans)}}},
                      {"arguments", std::move(arguments)}});
  }
}

void write_propositions_tsv(std::string& out, const Document& doc, std::span<const Proposition> propositions,
                            std::string_view as_read) {
  for (const Proposition& p : propositions) {
    append_cell(out, as_read.empty() ? doc.span_text(doc.sentences()[p.sentence]) : as_read);
    out += '\t';
    append_number(out, p.confidence);
    out += '\t';
    append_cell(out, p.relation);
    for (const Proposition::Part& part : p.arguments) {
      out += '\t';
      append_cell(out, part.text);
    }
    out += '\n';
  }
}

void write_statements_tsv(std::string& out, const ArticleEvidence& evidence) {
  const auto name = [&](EntityId id) -> std::string_view {
    const Entity& e = evidence.entities[id].entity;
    return e.datatype.empty() ? e.label : e.value;
  };
  for (std::size_t i = 0; i < evidence.statements.size(); ++i) {
    const Statement& s = evidence.statements[i];
    append_cell(out, evidence.uri);
    for (const std::string_view cell :
         {name(s.subject), std::string_view(s.relation), name(s.object), to_string(s.status)}) {
      out += '\t';
      append_cell(out, cell);
    }
    out += '\t';
    append_number(out, s.confidence);
    out += '\t';
    append_cell(out, s.sentence);
    if (i < evidence.traces.size()) {
      out += '\t';
      append_cell(out, trace_text(evidence.traces[i]));
    }
    out += '\n';
  }
}

}  // namespace relata
