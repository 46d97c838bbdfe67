// SPDX-License-Identifier: MIT
#include "resolve/metonymy.hpp"

#include <unordered_set>

#include "resolve/lexicon.hpp"
#include "resolve/modifiers.hpp"

namespace relata::detail {
namespace {

using Words = std::unordered_set<std::string_view>;

bool acting(const Document& doc, TokenId verb) {
  // What a place does without anybody's will.
  static const Words of_places = {"be",     "have",       "lie",     "see",     "host",  "become",
                                  "remain", "experience", "record",  "contain", "grow",  "suffer",
                                  "wake",   "sleep",      "boast",   "house",   "stand", "flood",
                                  "burn",   "border",     "witness", "report"};
  return doc.tokens[verb].pos == pos::VERB && !of_places.contains(doc.lemma(verb));
}

bool is_deed_or_stance(std::string_view lemma);

/// `Moscow is ready to talk`, `London has no intention to leave`: of a mind, unlike `London is wet`.
bool has_a_mind(const Document& doc, TokenId verb) {
  static const Words states = {"ready",  "prepared",  "willing",   "unwilling",  "concerned",  "unhappy",
                               "keen",   "committed", "aware",     "interested", "determined", "reluctant",
                               "eager",  "hopeful",   "confident", "sceptical",  "skeptical",  "responsible",
                               "guilty", "wary",      "furious",   "angry",      "worried",    "party",
                               "member", "ally",      "convinced", "unable",     "open"};
  static const Words of_states = {"odds", "loggerheads", "violation", "breach",
                                  "talk", "contact",     "favour",    "favor"};
  const std::string_view lemma = doc.lemma(verb);
  if (lemma != "be" && lemma != "remain" && lemma != "become" && lemma != "have") return false;
  for (const TokenId child : doc.children(verb)) {
    const Label d = doc.tokens[child].dep;
    if ((d == dep::acomp || d == dep::attr) && states.contains(doc.lemma(child))) return true;
    // `Ankara is at odds with Athens`
    if (d == dep::prep && lemma == "be") {
      const TokenId object = doc.child(child, dep::pobj);
      if (object != no_token && of_states.contains(doc.lemma(object))) return true;
    }
    if (d == dep::dobj && lemma == "have" && is_deed_or_stance(doc.lemma(child))) return true;
  }
  return false;
}

bool is_deed_or_stance(std::string_view lemma) {
  static const Words nouns = {
      "decision",   "policy",     "withdrawal", "response",   "position",   "support",    "ally",
      "refusal",    "claim",      "demand",     "stance",     "intention",  "plan",       "proposal",
      "offer",      "warning",    "reaction",   "ambition",   "attitude",   "aggression", "interest",
      "concern",    "commitment", "compliance", "objection",  "role",       "influence",  "move",
      "threat",     "approach",   "behaviour",  "behavior",   "allegation", "denial",     "agreement",
      "relation",   "relations",  "tie",        "ties",       "rival",      "partner",    "adversary",
      "enemy",      "foe",        "envoy",      "missile",    "arsenal",    "nuclear",    "foreign",
      "invasion",   "annexation", "request",    "violation",  "action",     "strategy",   "diplomacy",
      "leadership", "rejection",  "insistence", "accusation", "ambassador", "diplomat",   "troop",
      "force",      "government", "ministry",   "embassy",    "sanction",   "programme",  "program"};
  return nouns.contains(lemma);
}

bool takes_addressee(std::string_view lemma) {
  static const Words verbs = {
      "accuse",    "urge",     "tell",      "warn",     "blame",    "criticize", "criticise", "ask",
      "condemn",   "threaten", "pressure",  "press",    "persuade", "convince",  "sanction",  "isolate",
      "provoke",   "inform",   "assure",    "reassure", "notify",   "force",     "oblige",    "punish",
      "deter",     "confront", "challenge", "anger",    "thank",    "praise",    "fault",     "support",
      "back",      "call",     "invite",    "alarm",    "irritate", "infuriate", "embarrass", "recognise",
      "recognize", "worry",    "concern",   "allow",    "enable",   "help",      "supply",    "arm"};
  return verbs.contains(lemma);
}

bool is_pressure(std::string_view lemma) {
  static const Words nouns = {"pressure", "sanction", "embargo", "curb",   "tariff",   "demand",    "attack",
                              "impose",   "call",     "rely",    "depend", "reliance", "dependence"};
  return nouns.contains(lemma);
}

bool goes_to_addressee(std::string_view lemma) {
  static const Words words = {"message",     "letter",     "warning", "signal", "ultimatum", "offer",
                              "aid",         "response",   "appeal",  "reply",  "say",       "write",
                              "explain",     "complain",   "offer",   "belong", "loyal",     "close",
                              "alternative", "concession", "answer",  "ally",   "note",      "address",
                              "threat",      "pledge",     "loyalty", "debt",   "bow"};
  return words.contains(lemma);
}

bool comes_from_states(std::string_view lemma) {
  static const Words nouns = {
      "independence", "pressure",   "response",   "threat",    "criticism",     "support",     "aid",
      "signal",       "message",    "reaction",   "denial",    "answer",        "order",       "warning",
      "statement",    "demand",     "approval",   "funding",   "backing",       "request",     "weapon",
      "help",         "assistance", "concession", "promise",   "guarantee",     "assurance",   "detail",
      "invitation",   "proposal",   "word",       "clearance", "clarification", "explanation", "permission",
      "instruction",  "consent"};
  return nouns.contains(lemma);
}

/// `the regime in Damascus`, `the new administration in Washington`
bool sits_in_capital(std::string_view lemma) {
  static const Words nouns = {"administration", "regime",    "government", "leadership",
                              "ruler",          "authority", "junta",      "policymaker"};
  return nouns.contains(lemma);
}

/// `Moscow-Washington relations`
bool is_between_states(std::string_view lemma) {
  static const Words nouns = {"relation", "relations", "tie",     "ties",   "alliance",
                              "rivalry",  "axis",      "tension", "accord", "friendship"};
  return nouns.contains(lemma);
}

CapitalSense by_preposition(const Document& doc, TokenId preposition) {
  const std::string p = lower_ascii(doc.word(preposition));
  const Token& k = doc.tokens[preposition];
  if (k.dep == dep::agent || p == "between" || p == "against" || p == "with" || p == "toward" ||
      p == "towards")
    return CapitalSense::state;
  const std::string_view governor = doc.lemma(k.head);
  const bool dealt_with =
      (p == "on" && is_pressure(governor)) ||
      (p == "to" && (goes_to_addressee(governor) || lower_ascii(doc.word(k.head)) == "according")) ||
      (p == "from" && comes_from_states(governor)) || (p == "in" && sits_in_capital(governor)) ||
      (p == "of" && (governor == "government" || is_deed_or_stance(governor)));
  if (dealt_with) return CapitalSense::state;
  static const Words where = {"in",     "at",   "near",    "outside", "around", "to",
                              "from",   "into", "through", "via",     "across", "inside",
                              "within", "over", "north",   "south",   "east",   "west"};
  return where.contains(p) ? CapitalSense::place : CapitalSense::unclear;
}

}  // namespace

CapitalSense capital_sense(const Document& doc, TokenSpan name, TokenId head,
                           const std::function<bool(TokenId)>& is_country) {
  // `Moscow-backed`, `pro-Beijing`
  if (name.last + 1 < doc.size() && doc.word(name.last) == "-") {
    static const Words done_by = {"backed",     "led",    "supported", "sponsored", "brokered",
                                  "controlled", "allied", "aligned",   "friendly",  "installed",
                                  "appointed",  "funded", "imposed"};
    if (done_by.contains(lower_ascii(doc.word(name.last + 1)))) return CapitalSense::state;
  }
  if (name.first > 0) {
    std::string before = lower_ascii(doc.word(name.first - 1));
    if (before == "-" && name.first > 1) before = lower_ascii(doc.word(name.first - 2));
    if (before == "pro" || before == "anti" || before == "pro-" || before == "anti-")
      return CapitalSense::state;
  }
  TokenId t = head;
  bool with_country = false;
  for (int steps = 0; doc.tokens[t].dep == dep::conj && steps < 8; ++steps) {
    t = doc.tokens[t].head;
    with_country |= is_country(t);
  }
  for (const TokenId child : doc.children(t))
    with_country |= doc.tokens[child].dep == dep::conj && is_country(child);
  const Token& k = doc.tokens[t];
  if (k.dep == dep::pobj) return by_preposition(doc, k.head);
  if (with_country) return CapitalSense::state;
  const auto when = [](bool state, CapitalSense otherwise) {
    return state ? CapitalSense::state : otherwise;
  };
  if (k.dep == dep::nsubj) return when(acting(doc, k.head) || has_a_mind(doc, k.head), CapitalSense::unclear);
  if (k.dep == dep::nsubjpass || k.dep == dep::dobj || k.dep == dep::dative)
    return when(takes_addressee(doc.lemma(k.head)), CapitalSense::unclear);
  if (k.dep == dep::poss) return when(is_deed_or_stance(doc.lemma(k.head)), CapitalSense::unclear);
  // `a Moscow suburb`, `Moscow, Russia`; but `Moscow officials` are whose the article makes them.
  static const Words officials = {"official", "authority", "diplomat",  "envoy",
                                  "leader",   "source",    "negotiator"};
  const TokenId whole = head_of_compound(doc, t);
  const bool of_state = k.dep == dep::compound &&
                        (officials.contains(doc.lemma(k.head)) || is_between_states(doc.lemma(whole)));
  if (!of_state && (k.dep == dep::compound || k.dep == dep::appos || k.dep == dep::npadvmod))
    return CapitalSense::place;
  return CapitalSense::unclear;
}

}  // namespace relata::detail
