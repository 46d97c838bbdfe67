// SPDX-License-Identifier: MIT
#include "canonicalize/modality.hpp"

#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

using enum Status;

/// Words that govern a deed in one way, by what they make of it.
struct Governors {
  WordSet planned, hypothetical, denied;
  WordSet reported = {};

  std::optional<Status> status(std::string_view word) const {
    if (denied.contains(word)) return Status::denied;
    if (planned.contains(word)) return Status::planned;
    if (hypothetical.contains(word)) return Status::hypothetical;
    if (reported.contains(word)) return Status::reported;
    return std::nullopt;
  }
};

const Governors& after(std::string_view preposition) {
  static const Governors none{{}, {}, {}};
  static const Governors of{
      {"verge", "brink", "cusp", "point", "process", "aim", "goal", "purpose", "intention", "hope",
       "ambition", "objective", "expectation"},
      {"possibility", "prospect", "idea",  "option", "risk",        "chance", "danger", "likelihood",
       "dream",       "think",    "talk",  "speak",  "capable",     "fear",   "afraid", "wary",
       "question",    "favour",   "favor", "notion", "probability", "hint"},
      {"instead", "short", "incapable"},
      {"acquit", "clear", "exonerate", "absolve"}};
  static const Governors to{{"close", "near", "forward", "commit", "committed", "dedicated", "step"},
                            {"open", "opposed", "alternative"},
                            {}};
  static const Governors in{{"interested", "interest"}, {}, {"fail"}};
  static const Governors on{
      {"intent", "keen", "bent", "insist", "set", "work", "plan", "decision"}, {"bet"}, {}};
  static const Governors for_{
      {"ready", "prepared", "prepare", "plan", "hope", "aim", "bid", "proposal", "date", "deadline",
       "schedule"},
      {"push", "call", "campaign", "argue", "advocate", "lobby", "press", "ask", "case", "support",
       "opportunity", "condition", "appeal", "wait", "request", "demand", "pressure"},
      {}};
  static const Governors about{
      {"decision"},
      {"think", "talk", "speak", "joke", "ask", "dream", "wonder", "discussion", "debate", "talks", "serious",
       "cautious", "worry", "concern", "question", "negotiate", "rumour", "rumor", "speculation"},
      {}};
  static const Governors against{{},
                                 {"warn", "advise", "caution", "argue", "speak", "lobby"},
                                 {"decide", "vote", "choose", "opt", "recommend"}};
  static const Governors from{
      {},
      {},
      {"prevent", "stop", "block", "ban", "bar", "prohibit", "forbid", "keep", "deter", "discourage",
       "refrain", "dissuade", "disqualify", "exclude", "preclude", "abstain", "restrain", "hinder", "shy"}};
  if (preposition == "of") return of;
  if (preposition == "to") return to;
  if (preposition == "in") return in;
  if (preposition == "on") return on;
  if (preposition == "for") return for_;
  if (preposition == "about") return about;
  if (preposition == "against") return against;
  if (preposition == "from") return from;
  return none;
}

}  // namespace

std::optional<Status> status_of_infinitive(std::string_view governor) {
  static const Governors table{
      {"prepared", "poised", "eager", "keen", "determined", "about", "bound", "certain", "sure", "impatient",
       "destined", "anxious", "desperate", "try", "attempt", "endeavour", "endeavor", "strive", "look"},
      {"likely",    "unlikely", "reluctant", "hesitant", "free",       "eligible", "entitled",
       "welcome",   "tempted",  "afraid",    "possible", "impossible", "easy",     "hard",
       "difficult", "need",     "dare",      "afford",   "deserve",    "hesitate"},
      {"unable", "unwilling", "loath", "pretend"},
      {"appear", "seem", "fear"}};
  return table.status(governor);
}

bool is_left_to_do(std::string_view verb) {
  static const WordSet verbs = {"leave",  "join",   "withdraw", "exit",  "quit",
                                "secede", "strike", "unite",    "merge", "rejoin"};
  return verbs.contains(verb);
}

std::optional<Status> status_of_gerund(std::string_view governor, std::string_view particle) {
  static const Governors table{
      {"plan", "intend", "postpone", "delay", "defer", "anticipate"},
      {"consider",  "contemplate", "discuss",  "mull",     "weigh",     "propose", "suggest",
       "recommend", "advocate",    "favour",   "favor",    "support",   "oppose",  "debate",
       "risk",      "imagine",     "envisage", "envision", "entertain", "fear",    "endorse"},
      {"resist", "escape", "forgo", "renounce"}};
  if (governor == "rule" && particle == "out") return denied;
  return table.status(governor);
}

std::optional<Status> status_after_preposition(std::string_view governor, std::string_view preposition) {
  if (preposition == "without") return denied;
  return after(preposition).status(governor);
}

std::optional<Status> status_of_clause(std::string_view governor) {
  static const Governors table{
      {"hope", "expectation"},
      {"doubt", "fear", "possible", "conceivable", "probable", "likely", "unlikely", "doubtful", "uncertain",
       "unclear", "possibility", "likelihood", "chance", "risk"},
      {"false", "untrue", "impossible", "incorrect", "denial"},
      {"rumour", "rumor", "speculation", "suspicion", "belief", "claim", "allegation"}};
  return table.status(governor);
}

bool is_belief(std::string_view verb) {
  static const WordSet beliefs = {"believe",  "think", "accept", "true",
                                  "evidence", "proof", "sign",   "indication"};
  return beliefs.contains(verb);
}

std::optional<Status> status_of_adverb(std::string_view adverb) {
  static const Governors table{
      {},
      {"probably", "perhaps", "maybe", "possibly", "presumably", "potentially", "conceivably",
       "hypothetically", "theoretically"},
      {"never", "nearly", "almost", "hardly", "scarcely", "barely", "falsely"},
      {"allegedly", "reportedly", "purportedly", "supposedly", "apparently", "seemingly", "ostensibly"}};
  return table.status(adverb);
}

bool is_aim(std::string_view noun) {
  static const WordSet aims = {"membership",  "accession",  "entry",    "admission",   "exit",
                               "withdrawal",  "departure",  "takeover", "acquisition", "merger",
                               "extradition", "nomination", "candidacy"};
  return aims.contains(noun);
}

bool is_stance(std::string_view verb) {
  static const WordSet verbs = {"oppose",  "support",  "back",     "favour",  "favor",
                                "discuss", "debate",   "seek",     "want",    "negotiate",
                                "demand",  "advocate", "champion", "contest", "resist"};
  return verbs.contains(verb);
}

std::optional<Status> status_of_adjective(std::string_view adjective) {
  static const Governors table{
      {"planned", "upcoming", "scheduled", "future", "forthcoming", "pending", "looming", "impending",
       "imminent", "intended", "expected", "anticipated", "prospective", "postponed", "delayed", "promised"},
      {"possible", "potential", "hypothetical", "proposed", "threatened", "feared", "likely", "unlikely",
       "suggested", "hoped-for", "mooted"},
      {"cancelled", "canceled", "failed", "attempted", "thwarted", "foiled", "aborted", "averted",
       "unsuccessful", "abortive"},
      {"alleged", "suspected", "purported", "supposed", "apparent", "rumored", "rumoured"}};
  return table.status(adjective);
}

bool is_scheduling(std::string_view verb, std::string_view particle) {
  static const WordSet verbs = {"schedule", "slate", "postpone", "reschedule", "delay", "plan"};
  return verbs.contains(verb) || (verb == "put" && particle == "off");
}

std::optional<Status> status_of_noun_after(std::string_view governor, std::string_view preposition) {
  static const Governors table{
      {"ready", "prepared", "prepare", "close", "hope", "plan"},
      {"open", "call", "push", "press", "appeal", "ask", "campaign", "lobby", "possibility", "prospect",
       "risk", "danger", "likelihood", "idea", "fear", "demand", "request", "wait"},
      {}};
  static const WordSet prepositions = {"for", "to", "of"};
  if (preposition == "without") return denied;
  if (preposition == "against" && (governor == "warn" || governor == "caution" || governor == "advise"))
    return hypothetical;
  return prepositions.contains(preposition) ? table.status(governor) : std::nullopt;
}

std::optional<Status> status_of_object(std::string_view governor, std::string_view particle) {
  static const Governors table{{"plan", "schedule", "announce", "expect", "threaten", "postpone", "delay"},
                               {"propose", "suggest", "consider", "urge", "demand", "weigh", "mull",
                                "contemplate", "risk", "fear", "await"},
                               {"avert", "thwart", "foil"}};
  if (governor == "rule" && particle == "out") return denied;
  return table.status(governor);
}

}  // namespace relata::detail
