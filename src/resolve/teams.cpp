// SPDX-License-Identifier: MIT
#include "resolve/teams.hpp"

#include <algorithm>
#include <unordered_set>

#include "resolve/lexicon.hpp"

namespace relata::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

bool is_player(std::string_view lemma) {
  static const Words words = {"captain",   "striker",    "midfielder", "defender",    "goalkeeper", "winger",
                              "forward",   "playmaker",  "fullback",   "quarterback", "linebacker", "pitcher",
                              "shortstop", "batsman",    "bowler",     "coach",       "player",     "goalie",
                              "teammate",  "outfielder", "centre-back"};
  return words.contains(lemma);
}

bool is_follower(std::string_view lemma) {
  return is_player(lemma) || lemma == "manager" || lemma == "boss" || lemma == "fan" || lemma == "supporter";
}

}  // namespace

bool is_score(const Document& doc, TokenId t) {
  return t + 2 < doc.size() && doc.tokens[t].tag == tag::CD && doc.tokens[t + 2].tag == tag::CD &&
         (doc.word(t + 1) == "-" || doc.word(t + 1) == "\u2013") &&
         doc.tokens[t].char_end == doc.tokens[t + 1].char_begin;
}

TokenId end_before_figure(const Document& doc, TokenSpan name) {
  for (TokenId t = name.first + 1; t + 1 < name.last; ++t)
    if (is_score(doc, t) ||
        (doc.tokens[t].tag == tag::CD && doc.word(t + 1) == lower_ascii(doc.word(t + 1)) &&
         doc.tokens[t + 1].pos != pos::PUNCT && doc.tokens[t + 1].pos != pos::SYM))
      return t;
  return name.last;
}

bool is_team(const Document& doc, TokenSpan name, TokenId head) {
  static const Words moves = {"join", "sign", "transfer", "loan"};
  static const Words games = {"play", "score", "debut"};
  const Token& k = doc.tokens[head];
  const std::string_view governor = doc.lemma(k.head);
  // `Northport captain Ann Holm`, `Northport's striker`, `captain of Northport`; towns have managers of their
  // own.
  if (k.dep == dep::compound || k.dep == dep::poss || k.dep == dep::nmod) {
    TokenId next = name.last;
    if (next < doc.size() && doc.tokens[next].tag == tag::POS) ++next;
    // `Northport football club`
    if (next + 1 < doc.size() && (doc.word(next) == "football" || doc.word(next) == "rugby") &&
        (doc.word(next + 1) == "club" || doc.word(next + 1) == "team"))
      return true;
    if (next < doc.size() && is_follower(lower_ascii(doc.lemma(next))) &&
        (next <= k.head || is_player(lower_ascii(governor))))
      return true;
  }
  if (k.dep == dep::pobj) {
    const TokenId of = doc.tokens[k.head].head;
    const std::string preposition = lower_ascii(doc.word(k.head));
    if (preposition == "of" && is_player(doc.lemma(of))) return true;
    if (preposition == "from" && moves.contains(doc.lemma(of))) return true;
    if (preposition == "for" && games.contains(doc.lemma(of))) return true;
  }
  // `Northport have signed the striker`
  if (k.dep == dep::nsubj && governor == "sign")
    if (const TokenId who = doc.child(k.head, dep::dobj); who != no_token) {
      if (is_player(doc.lemma(who))) return true;
      for (const TokenId child : doc.children(who))
        if (child < who && is_player(doc.lemma(child))) return true;
    }
  return false;
}

bool plays_for_score(const Document& doc, TokenId head) {
  static const Words results = {"beat", "defeat",   "thrash", "draw",    "lose", "win",
                                "edge", "overcome", "hammer", "trounce", "tie",  "rout"};
  const Token& k = doc.tokens[head];
  TokenId verb = k.head;
  if (k.dep == dep::pobj) {
    const std::string preposition = lower_ascii(doc.word(k.head));
    if (preposition != "with" && preposition != "to" && preposition != "against" && preposition != "over")
      return false;
    verb = doc.tokens[k.head].head;
  } else if (k.dep != dep::nsubj && k.dep != dep::dobj && k.dep != dep::nsubjpass && k.dep != dep::npadvmod) {
    return false;
  }
  if (verb == head || !results.contains(doc.lemma(verb))) return false;
  const TokenSpan sentence = doc.sentences()[doc.sentence_of(head)];
  for (TokenId t = sentence.first; t < sentence.last; ++t)
    if (is_score(doc, t)) return true;
  return false;
}

}  // namespace relata::detail
