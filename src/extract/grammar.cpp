// SPDX-License-Identifier: MIT
#include "extract/grammar.hpp"

#include <algorithm>
#include <array>

namespace relata::detail {
namespace {

using Words = std::initializer_list<std::string_view>;

bool in(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// `A, B and C` read as A with the apposition B: B is one more member.
bool is_list_member(const Document& doc, TokenId first, TokenId second) {
  const Token& a = doc.tokens[first];
  const Token& b = doc.tokens[second];
  if (a.pos != pos::PROPN || b.pos != pos::PROPN || a.ent_type.empty() || a.ent_type != b.ent_type)
    return false;
  const TokenId begin = doc.subtree(second).first;
  if (begin == 0 || doc.word(begin - 1) != "," || begin < 2 || begin - 2 > second) return false;
  return doc.has_child(second, dep::cc) && doc.has_child(second, dep::conj) &&
         !doc.has_child(first, dep::conj);
}

void add_members(const Document& doc, TokenId head, std::vector<TokenId>& members, std::size_t depth) {
  members.push_back(head);
  if (depth > doc.size()) return;
  for (const TokenId c : doc.children(head)) {
    if (c < head || is_predicate(doc, c)) continue;
    const Label d = doc.tokens[c].dep;
    if (d == dep::conj || (d == dep::appos && is_list_member(doc, head, c)))
      add_members(doc, c, members, depth + 1);
  }
}

}  // namespace

bool is_verb_form(const Token& token) {
  const Label t = token.tag;
  return t == tag::VB || t == tag::VBD || t == tag::VBG || t == tag::VBN || t == tag::VBP || t == tag::VBZ ||
         t == tag::MD;
}

bool is_predicate(const Document& doc, TokenId t) {
  const Token& token = doc.tokens[t];
  const Label d = token.dep;
  if (d == dep::aux || d == dep::auxpass || d == dep::amod || d == dep::compound || d == dep::nmod ||
      d == dep::prep || d == dep::agent || d == dep::mark || d == dep::cc || d == dep::punct ||
      d == dep::det || d == dep::prt || d == dep::advmod || d == dep::quantmod || d == dep::intj)
    return false;
  // A gerund in a noun's place names a thing unless it takes complements of its own.
  if (d == dep::pobj || d == dep::dobj || d == dep::nsubj || d == dep::nsubjpass || d == dep::poss ||
      d == dep::attr || d == dep::appos || d == dep::npadvmod)
    return token.tag == tag::VBG && doc.has_child(t, dep::dobj);
  if (is_verb_form(token)) return token.pos == pos::VERB || token.pos == pos::AUX;
  if (d != dep::ROOT && d != dep::conj && d != dep::ccomp && d != dep::relcl && d != dep::advcl) return false;
  // A verb with the tag of a noun or adjective betrays itself by its objects.
  return (token.pos == pos::VERB || doc.has_child(t, dep::dobj)) &&
         (doc.has_child(t, dep::nsubj) || doc.has_child(t, dep::nsubjpass) || token.pos == pos::VERB);
}

bool is_relative_pronoun(const Document& doc, TokenId t) {
  const Token& token = doc.tokens[t];
  if (token.tag == tag::WDT || token.tag == tag::WP)
    return in(doc.lemma(t), {"who", "which", "that", "whom"});
  return false;
}

bool is_time(const Document& doc, TokenId head) {
  const Token& token = doc.tokens[head];
  if (token.ent_type == ent::DATE || token.ent_type == ent::TIME) return true;
  return in(doc.lemma(head),
            {"year",    "month",     "week",    "day",    "decade",  "century", "hour",      "minute",
             "morning", "afternoon", "evening", "night",  "weekend", "today",   "yesterday", "tomorrow",
             "time",    "season",    "spring",  "summer", "autumn",  "winter",  "moment",    "quarter"});
}

bool is_speech_verb(std::string_view lemma) {
  return in(lemma,
            {"say",    "tell",     "add",     "report",      "ask",      "reply",    "answer",  "explain",
             "note",   "write",    "warn",    "argue",       "insist",   "announce", "declare", "state",
             "claim",  "admit",    "suggest", "recall",      "conclude", "continue", "observe", "comment",
             "remark", "complain", "predict", "acknowledge", "concede",  "quip",     "shout",   "exclaim",
             "joke",   "agree",    "contend", "think",       "wonder"});
}

bool is_circumstance(std::string_view lemma) {
  return in(lemma, {"day", "time", "year", "way", "reason", "moment", "month", "week", "night", "extent",
                    "point", "place", "fact"});
}

bool is_message(std::string_view lemma) {
  return in(lemma, {"letter", "message", "statement", "post", "tweet", "email", "note", "speech", "report",
                    "bill", "resolution", "order", "petition", "memo", "video", "motion"});
}

bool is_discourse_adverb(std::string_view lemma) {
  return in(lemma, {"however",      "moreover",    "therefore",    "thus",         "furthermore",
                    "nevertheless", "nonetheless", "indeed",       "meanwhile",    "also",
                    "too",          "instead",     "hence",        "so",           "then",
                    "besides",      "otherwise",   "additionally", "consequently", "rather",
                    "even",         "only",        "just",         "perhaps",      "though"});
}

bool joins_sentences(std::string_view noun) {
  return in(noun, {"instance", "example", "addition", "fact", "contrast", "particular", "short"});
}

bool is_light_verb(std::string_view lemma) {
  return in(lemma, {"take", "make", "give", "have", "hold", "play", "pay", "show", "put", "place", "express",
                    "keep", "draw", "bear", "lose", "gain", "reach", "set", "feature"});
}

bool is_naming_verb(std::string_view lemma) {
  return in(lemma, {"name",  "elect",    "appoint",   "call",     "dub",   "declare", "crown",
                    "make",  "consider", "designate", "proclaim", "title", "rename",  "christen",
                    "label", "deem",     "nickname",  "entitle",  "judge", "vote"});
}

bool is_charging_verb(std::string_view lemma) {
  return in(
      lemma,
      {"accuse",  "blame",  "criticize", "criticise", "praise",   "thank",        "condemn",  "arrest",
       "punish",  "fine",   "jail",      "sentence",  "charge",   "convict",      "suspect",  "prosecute",
       "suspend", "try",    "rebuke",    "attack",    "denounce", "congratulate", "imprison", "detain",
       "indict",  "credit", "fault",     "forgive",   "fin"});  // what the lemmatizer makes of `fined`
}

bool asks_through(std::string_view verb, std::string_view preposition) {
  if (preposition == "on" || preposition == "upon")
    return in(verb, {"call", "prevail", "rely", "count", "depend"});
  if (preposition == "to") return in(verb, {"appeal"});
  if (preposition == "with") return in(verb, {"plead"});
  return preposition == "for" && in(verb, {"wait", "arrange"});
}

bool is_stage(std::string_view lemma) {
  return in(lemma,
            {"verge", "brink", "cusp", "point", "process", "midst", "talk", "talks", "negotiation", "bid",
             "attempt", "effort", "move", "position", "pressure", "track", "course", "race", "order"});
}

bool is_advising_verb(std::string_view lemma) {
  return in(lemma, {"warn", "advise", "caution", "counsel"});
}

void coordination(const Document& doc, TokenId head, std::vector<TokenId>& members) {
  members.clear();
  add_members(doc, head, members, 0);
}

}  // namespace relata::detail
