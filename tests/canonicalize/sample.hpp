// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

#include "relata/canonicalize.hpp"

namespace relata::sample {

/// A word of a hand-made document; `head` counts from 0.
struct Word {
  const char* text;
  const char* lemma;
  const char* tag;
  const char* dep;
  TokenId head;
  const char* ent = "";
};

inline Label universal(Label t) {
  const std::string_view s = t.str();
  if (s.starts_with("NNP")) return pos::PROPN;
  if (s.starts_with("NN")) return pos::NOUN;
  if (s.starts_with("VB")) return pos::VERB;
  if (s.starts_with("JJ")) return pos::ADJ;
  if (s == "MD") return pos::AUX;
  if (s.starts_with("PRP")) return pos::PRON;
  if (s == "IN") return pos::ADP;
  if (s == "DT") return pos::DET;
  if (s == "TO") return pos::PART;
  if (s == "RB") return pos::ADV;
  if (s == "CD") return pos::NUM;
  return pos::PUNCT;
}

/// One article with its analysis and what the stages before would say of it.
struct Sample {
  Article article;
  Document doc;
  Resolution resolution;
  std::vector<Clause> clauses;

  explicit Sample(std::initializer_list<Word> words) {
    article.id = "a1";
    article.published = "2018-10-20";
    for (const Word& w : words) {
      Token t;
      t.begin = t.char_begin = static_cast<std::uint32_t>(doc.text.size());
      doc.text += w.text;
      t.end = t.char_end = static_cast<std::uint32_t>(doc.text.size());
      doc.text += ' ';
      t.space_after = true;
      t.tag = Label::intern(w.tag);
      t.pos = universal(t.tag);
      t.dep = Label::intern(w.dep);
      t.head = w.head;
      t.ent_type = Label::intern(w.ent);
      const bool same = !doc.tokens.empty() && doc.tokens.back().ent_type == t.ent_type;
      if (*w.ent) t.ent_iob = same ? EntIob::inside : EntIob::begin;
      t.sent_start = doc.tokens.empty();
      doc.tokens.push_back(t);
      doc.set_lemma(static_cast<TokenId>(doc.tokens.size() - 1), w.lemma);
    }
    doc.index();
  }

  Sample& mention(TokenId first, TokenId last, const char* label, Label cls,
                  Mention::Kind kind = Mention::Kind::name) {
    EntityId e = 0;
    while (e < resolution.entities.size() && resolution.entities[e].label != label) ++e;
    if (e == resolution.entities.size()) {
      Entity entity;
      entity.id = label;
      entity.label = label;
      entity.cls = cls;
      resolution.entities.push_back(entity);
    }
    resolution.mentions.push_back({{first, last}, last - 1, kind, e});
    return *this;
  }

  Sample& clause(TokenId predicate, std::initializer_list<Argument> arguments, bool passive = false) {
    Clause c;
    c.predicate = predicate;
    c.passive = passive;
    c.arguments = arguments;
    clauses.push_back(c);
    return *this;
  }

  ArticleEvidence evidence(Tracing tracing = Tracing::off) const {
    static const Schema schema =
        load_schema(std::filesystem::path(RELATA_SOURCE_DIR) / "graph_schemas/news.xml", {});
    static const KnowledgeBase kb = [] {
      KnowledgeBase base;
      KnownEntity party{"", "Republican Party", cls::Organization, "", "", {}, {}, ""};
      party.members = {"R", "Republican"};
      base.add(party);
      return base;
    }();
    static const Canonicalizer canonicalizer(schema, kb);
    return canonicalizer.canonicalize(article, doc, resolution, clauses, tracing);
  }

  /// Statements of the schema as `subject relation object status`.
  std::vector<std::string> lines() const {
    const ArticleEvidence e = evidence();
    std::vector<std::string> out;
    for (const Statement& s : e.statements)
      if (!s.open)
        out.push_back(e.entities[s.subject].entity.label + " " + s.relation + " " +
                      e.entities[s.object].entity.label + " " + std::string(to_string(s.status)));
    return out;
  }
};

}  // namespace relata::sample
