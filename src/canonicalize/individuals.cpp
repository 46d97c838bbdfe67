// SPDX-License-Identifier: MIT
#include "canonicalize/individuals.hpp"

#include <algorithm>

#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class Individuals {
 public:
  explicit Individuals(ArticleState& state)
      : state_(state),
        doc_(state.doc()),
        events_(state.schema().class_bit(cls::Event)),
        groups_(state.schema().class_bit(cls::Group)),
        issues_(state.schema().class_bit(cls::Issue)),
        others_(state.schema().class_bit(cls::Treaty) | state.schema().class_bit(cls::Work) |
                state.schema().class_bit(cls::GovernmentBody)) {}

  std::vector<EntityId> read() {
    std::vector<EntityId> found;
    for (TokenId t = 0; t < doc_.size(); ++t) {
      if (!state_.stands_alone(t)) continue;
      const Classes classes =
          state_.schema().noun_classes(lower(doc_.lemma(t))) & (events_ | groups_ | others_);
      if (!classes) continue;
      if (names_what_follows(t)) continue;
      const TokenSpan phrase = state_.noun_phrase(t);
      if (!((classes & events_)   ? is_event(phrase, t)
            : (classes & groups_) ? is_people(phrase, t)
                                  : has_name(phrase, t)))
        continue;
      const EntityId e = state_.common_noun(t, classes | issues_);
      if (e != no_entity && std::ranges::find(found, e) == found.end()) found.push_back(e);
    }
    return found;
  }

 private:
  /// `the Netflix series Dark Harbour`: the noun says what the name behind it is one of.
  bool names_what_follows(TokenId head) const {
    if (head + 1 >= doc_.size() || state_.mention_over(head + 1) == ArticleState::none) return false;
    const Token& next = doc_.tokens[state_.mentions()[state_.mention_over(head + 1)].head];
    return next.head == head && next.dep == dep::appos;
  }

  /// Told apart by a word that is no count; not an act that a relation states (`visit`, `decision`).
  bool is_event(TokenSpan phrase, TokenId head) const {
    static const WordSet acts = {"announcement", "decision", "discovery", "visit", "trip",   "tour",
                                 "launch",       "exercise", "vote",      "event", "arrest", "operation"};
    if (acts.contains(lower(doc_.lemma(head)))) return false;
    bool told = false;
    for (TokenId t = phrase.first; t < phrase.last; ++t) {
      const Token& k = doc_.tokens[t];
      if (t < head && k.tag == tag::CD && k.ent_type != ent::DATE) return false;
      told |= t != head && !is_vague(lower(doc_.word(t))) && k.pos != pos::ADP && k.pos != pos::DET;
    }
    return told;
  }

  static bool is_vague(std::string_view word) {
    static const WordSet words = {"official", "future",    "recent",     "full",     "same",  "own",
                                  "new",      "possible",  "further",    "several",  "other", "many",
                                  "more",     "such",      "late",       "previous", "next",  "last",
                                  "similar",  "early",     "successful", "separate", "major", "large",
                                  "latest",   "final",     "first",      "second",   "third", "initial",
                                  "reported", "confirmed", "alleged",    "open",     "long"};
    return words.contains(word);
  }

  /// Several people, named by a name before the noun.
  bool is_people(TokenSpan phrase, TokenId head) const {
    const Token& k = doc_.tokens[head];
    return (k.tag == tag::NNS || doc_.lemma(head) == "public") && has_name({phrase.first, head}, head);
  }

  bool has_name(TokenSpan phrase, TokenId head) const {
    for (TokenId t = phrase.first; t < phrase.last; ++t) {
      if (t == head) continue;
      if (state_.mention_over(t) != ArticleState::none) return true;
      if (doc_.tokens[t].ent_type == ent::DATE && doc_.tokens[t].pos == pos::NUM) return true;
    }
    return false;
  }

  ArticleState& state_;
  const Document& doc_;
  Classes events_, groups_, issues_, others_;
};

}  // namespace

std::vector<EntityId> individuals(ArticleState& state) {
  return Individuals(state).read();
}

}  // namespace relata::detail
