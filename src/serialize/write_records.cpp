// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <tuple>

#include "relata/records.hpp"
#include "serialize/lines.hpp"
#include "text/json_text.hpp"

namespace relata {
namespace {

using Json = nlohmann::ordered_json;

/// The members that name an entity or a literal.
void write_members(JsonMembers& members, const Entity& e) {
  if (e.datatype.empty()) {
    members.text("id", e.id);
    members.text("label", e.label);
    members.text("class", e.cls.str());
    members.text_or_null("wikidata", e.wikidata);
  } else {
    members.text("value", e.value);
    members.text("datatype", e.datatype);
    members.text("class", e.cls.str());
  }
  members.texts("aliases", e.aliases);
}

void write_member(std::string& out, JsonMembers& members, std::string_view name, const Entity& e) {
  members.name(name);
  JsonMembers inner(out);
  write_members(inner, e);
}

Json quote_json(const Quote& q) {
  return {{"words", q.words}, {"begin", q.span.begin}, {"end", q.span.end}};
}

Json steps_json(const std::vector<TraceStep>& steps) {
  Json list = Json::array();
  for (const TraceStep& step : steps) {
    Json one = quote_json(step.from);
    one["rule"] = step.rule;
    one["to"] = step.to;
    list.push_back(std::move(one));
  }
  return list;
}

Json trace_json(const StatementTrace& t) {
  Json status = nullptr;
  if (t.status_by != StatementTrace::StatusBy::nothing) {
    status = quote_json(t.status_cue);
    status["by"] = t.status_by == StatementTrace::StatusBy::frame ? "frame" : "words";
  }
  const bool declared = !t.schema_file.empty();
  return {{"frame", t.frame},
          {"declared", declared ? Json(t.schema_file + ':' + std::to_string(t.schema_line)) : Json(nullptr)},
          {"trigger", quote_json(t.trigger)},
          {"subject", steps_json(t.subject)},
          {"object", steps_json(t.object)},
          {"source", steps_json(t.source)},
          {"status", status}};
}

/// Confidence as two decimals: more would pretend to a precision that levels do not have.
double rounded(double x) {
  return std::round(x * 100) / 100;
}

Json tokens_json(const Document& doc) {
  Json tokens = Json::array();
  for (TokenId t = 0; t < doc.size(); ++t) {
    const Token& token = doc.tokens[t];
    constexpr const char* iob[] = {"O", "B", "I"};
    tokens.push_back({{"text", doc.word(t)},
                      {"start", token.char_begin},
                      {"end", token.char_end},
                      {"tag", token.tag.str()},
                      {"pos", token.pos.str()},
                      {"morph", token.morph.str()},
                      {"lemma", doc.lemma(t)},
                      {"head", token.head},
                      {"dep", token.dep.str()},
                      {"sent_start", token.sent_start},
                      {"ent_iob", iob[static_cast<std::size_t>(token.ent_iob)]},
                      {"ent_type", token.ent_type.str()}});
  }
  return tokens;
}

void write_statement(std::string& out, const ArticleEvidence& evidence, std::size_t number,
                     const std::string& article) {
  const Statement& s = evidence.statements[number];
  JsonMembers record(out);
  record.text("type", "statement");
  record.name("article");
  out += article;
  write_member(out, record, "subject", evidence.entities[s.subject].entity);
  record.text("relation", s.relation);
  record.boolean("open", s.open);
  write_member(out, record, "object", evidence.entities[s.object].entity);
  record.text("status", to_string(s.status));
  if (s.source != no_entity) {
    write_member(out, record, "source", evidence.entities[s.source].entity);
  } else {
    record.name("source");
    if (s.source_label.empty()) {
      out += "null";
    } else {
      JsonMembers(out).text("label", s.source_label);
    }
  }
  record.name("time");
  if (s.time) {
    JsonMembers time(out);
    time.text_or_null("start", s.time->start);
    time.text_or_null("end", s.time->end);
    time.text("text", s.time->text);
  } else {
    out += "null";
  }
  record.number("confidence", rounded(s.confidence));
  record.name("evidence");
  {
    JsonMembers place(out);
    place.text("sentence", s.sentence);
    place.count("begin", s.sentence_span.begin);
    place.count("end", s.sentence_span.end);
  }
  record.text("frame", s.frame);
  if (number < evidence.traces.size()) {
    record.name("trace");
    out += trace_json(evidence.traces[number]).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
}

}  // namespace

void write_evidence(std::string& out, const ArticleEvidence& evidence) {
  std::string article;
  {
    JsonMembers members(article);
    members.text("id", evidence.article_id);
    members.text("uri", evidence.uri);
    members.text_or_null("title", evidence.title);
    members.text_or_null("published", evidence.published);
  }
  for (std::size_t i = 0; i < evidence.statements.size(); ++i) {
    write_statement(out, evidence, i, article);
    out += '\n';
  }
  // In an order of their own, so that records read back and written again are the same bytes.
  std::vector<const LocalEntity*> entities;
  for (const LocalEntity& local : evidence.entities)
    if (local.entity.datatype.empty()) entities.push_back(&local);  // literals stand in their statements
  std::stable_sort(entities.begin(), entities.end(), [](const LocalEntity* a, const LocalEntity* b) {
    return std::tie(a->mentions, a->entity.id) < std::tie(b->mentions, b->entity.id);
  });
  for (const LocalEntity* const local : entities) {
    {
      JsonMembers record(out);
      record.text("type", "entity");
      record.name("article");
      out += article;
      write_members(record, local->entity);
      record.list("mentions", local->mentions, [&out](const CharSpan& m) {
        out += '[';
        out += std::to_string(m.begin);
        out += ',';
        out += std::to_string(m.end);
        out += ']';
      });
    }
    out += '\n';
  }
}

void write_document(std::string& out, const Article& article, const Document& doc) {
  append_line(out, {{"type", "doc"},
                    {"article", article_json(article)},
                    {"text", doc.text},
                    {"tokens", tokens_json(doc)}});
}

void write_article(std::string& out, const Article& article) {
  Json record = {{"type", "article"}};
  record.update(article_json(article));
  record["text"] = article.text;
  append_line(out, record);
}

void write_conllu(std::string& out, const Article& article, const Document& doc) {
  const auto field = [&out](std::string_view s) {
    out += '\t';
    // A column may not hold tabs or line breaks (CoNLL-U, "Words, tokens and empty nodes").
    append_cell(out, s.empty() ? std::string_view("_") : s);
  };
  out += "# newdoc id = " + article.id + '\n';
  std::size_t number = 0;
  for (const TokenSpan sentence : doc.sentences()) {
    out += "# sent_id = " + article.id + '-' + std::to_string(++number) + "\n# text = ";
    append_cell(out, doc.span_text(sentence));
    out += '\n';
    for (TokenId t = sentence.first; t < sentence.last; ++t) {
      const Token& token = doc.tokens[t];
      out += std::to_string(t - sentence.first + 1);
      field(doc.word(t));
      field(doc.lemma(t));
      field(token.pos.str());
      field(token.tag.str());
      field(token.morph.str());
      out += '\t' + std::to_string(doc.is_root(t) ? 0 : token.head - sentence.first + 1);
      field(token.dep.str());
      out += "\t_";
      std::string misc;
      if (!token.space_after) misc = "SpaceAfter=No";
      if (token.ent_iob != EntIob::out) {
        if (!misc.empty()) misc += '|';
        misc += "NER=";
        misc += token.ent_iob == EntIob::begin ? "B-" : "I-";
        misc += token.ent_type.str();
      }
      field(misc);
      out += '\n';
    }
    out += '\n';
  }
}

}  // namespace relata
