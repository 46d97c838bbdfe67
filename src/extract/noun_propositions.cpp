// SPDX-License-Identifier: MIT
#include "extract/noun_propositions.hpp"

#include <string>
#include <utility>

#include "extract/construction.hpp"
#include "extract/grammar.hpp"
#include "extract/phrase.hpp"

namespace relata::detail {
namespace {

class NounReader {
 public:
  NounReader(const Document& doc, std::vector<Proposition>& found) : doc_(doc), found_(found) {}

  void read(TokenId t) {
    const Token& token = doc_.tokens[t];
    if (token.dep == dep::appos) apposition(t);
    if (token.dep == dep::prep) prepositional(t);
    if (token.dep == dep::poss) possessive(t);
    if (token.pos == pos::PROPN && token.ent_type == ent::PERSON) title(t);
  }

 private:
  bool is_noun(TokenId t) const {
    return doc_.tokens[t].pos == pos::NOUN || doc_.tokens[t].pos == pos::PROPN;
  }

  bool is_place(TokenId t) const {
    return doc_.tokens[t].ent_type == ent::GPE || doc_.tokens[t].ent_type == ent::LOC;
  }

  void add(Construction how, const Words& first, std::string relation, Words relation_words, Role role,
           const Words& second) {
    if (first.empty() || second.empty()) return;
    Proposition p;
    p.sentence = doc_.sentence_of(first.front());
    p.confidence = confidence_of(how);
    p.relation = std::move(relation);
    p.relation_spans = spans_of(relation_words);
    p.arguments.push_back(part_of(doc_, Role::subject, first));
    p.arguments.push_back(part_of(doc_, role, second));
    found_.push_back(std::move(p));
  }

  void apposition(TokenId t) {
    const TokenId head = doc_.tokens[t].head;
    if (!is_noun(t) || !is_noun(head) || t < head) return;
    members_.clear();
    coordination(doc_, head, members_);
    for (const TokenId m : members_)
      if (m == t) return;
    const bool proper = doc_.tokens[head].pos == pos::PROPN;
    if (is_place(t) && proper) {
      add(Construction::place_name, noun_phrase(doc_, head, false), std::string(inserted_copula) + " in", {},
          Role::oblique, noun_phrase(doc_, t, true));
      return;
    }
    const bool second_proper = doc_.tokens[t].pos == pos::PROPN;
    add(proper || second_proper ? Construction::apposition_name : Construction::apposition,
        noun_phrase(doc_, head, false), std::string(inserted_copula), {}, Role::attribute,
        noun_phrase(doc_, t, true));
  }

  void prepositional(TokenId prep) {
    const TokenId head = doc_.tokens[prep].head;
    const TokenId object = doc_.child(prep, dep::pobj);
    if (object == no_token || !is_noun(head) || !is_noun(object)) return;
    const std::string_view word = doc_.lemma(prep);
    Words first = noun_phrase(doc_, head, false);
    std::erase_if(first, [&](TokenId t) { return t >= prep; });
    const Words second = noun_phrase(doc_, object, true);
    if (word == "in" || word == "at" || word == "near" || word == "on") {
      const bool proper = doc_.tokens[head].pos == pos::PROPN;
      if (is_time(doc_, object)) return;
      add(proper ? Construction::name_in_place : Construction::noun_in, first,
          std::string(inserted_copula) + " " + std::string(doc_.word(prep)), {prep}, Role::oblique, second);
    } else if (word == "of" || word == "for" || word == "between" || word == "from") {
      if (doc_.tokens[head].ent_type == ent::DATE || doc_.tokens[head].ent_type == ent::CARDINAL) return;
      add(Construction::noun_of, first, std::string(inserted_copula) + " " + std::string(doc_.word(prep)),
          {prep}, Role::oblique, second);
    }
  }

  void possessive(TokenId owner) {
    const TokenId thing = doc_.tokens[owner].head;
    if (!is_noun(owner) || !is_noun(thing) || is_time(doc_, owner)) return;
    Words first = noun_phrase(doc_, owner, true);
    std::erase_if(first, [&](TokenId t) { return doc_.tokens[t].tag == tag::POS && t + 1 > owner; });
    Words second = noun_phrase(doc_, thing, false);
    const TokenSpan own = doc_.subtree(owner);
    std::erase_if(second, [&](TokenId t) { return t >= own.first && t < own.last; });
    add(Construction::possessive, first, "has", {}, Role::object, second);
  }

  /// `President Bush`: common or title-cased words before the name of a person that are no part of the name.
  void title(TokenId name) {
    Words before;
    for (const TokenId c : doc_.children(name))
      if (c < name && doc_.tokens[c].dep == dep::compound && doc_.tokens[c].ent_type.empty())
        for (TokenId t = doc_.subtree(c).first; t < doc_.subtree(c).last; ++t) before.push_back(t);
    if (before.empty() || before.front() > name) return;
    const std::string_view word = doc_.lemma(before.back());
    if (word.size() < 4 || doc_.word(before.back()).back() == '.') return;
    Words first;
    for (const TokenId c : doc_.children(name))
      if (c < name && c > before.back() && doc_.tokens[c].dep == dep::compound) first.push_back(c);
    first.push_back(name);
    add(Construction::title, first, std::string(inserted_copula), {}, Role::attribute, before);
  }

  const Document& doc_;
  std::vector<Proposition>& found_;
  std::vector<TokenId> members_;
};

}  // namespace

void noun_propositions(const Document& doc, std::vector<Proposition>& found) {
  NounReader reader(doc, found);
  for (TokenId t = 0; t < doc.size(); ++t) reader.read(t);
}

}  // namespace relata::detail
