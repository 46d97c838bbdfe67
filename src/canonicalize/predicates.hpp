// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "canonicalize/article_state.hpp"
#include "relata/extract.hpp"

namespace relata::detail {

/// One filler of one slot.
struct Slot {
  SlotName name = no_slot;
  TokenId head = no_token;
  bool inherited = false;
};

/// A predicate with its slots filled once, whatever frames will ask for them.
struct Predicate {
  Frame::Kind kind = Frame::Kind::verb;
  TokenId token = no_token;
  std::vector<std::string>
      triggers;  ///< names under which frames know it, the longest first (`prime_minister`)
  std::string particle;
  std::string
      adverb;  ///< right behind the verb, which the parser may take for no particle: `stepped down as`
  TokenId deed =
      no_token;  ///< the verb of what is said, where it is neither denied nor merely possible, or to be done
  bool deputy = false;  ///< `the deputy director` does not lead
  std::vector<Slot> slots;
  ClauseId clause = no_clause;
};

/// `to leave`
bool is_infinitive(const Document& doc, TokenId verb);

/// `according to X`: who says so takes no part in what happens.
bool names_source(const Document& doc, TokenId preposition);

/// The clause that reports what `clause` says: `X said` of `X said Y was brave`; nullptr where none does.
const Clause* reporting_clause(const Document& doc, std::span<const Clause> clauses, const Clause& clause);

/// Predicates of verbs and predicative adjectives.
void verb_predicates(const ArticleState& state, std::span<const Clause> clauses, std::vector<Predicate>& out);
/// Predicates of nouns that frames know.
void noun_predicates(const ArticleState& state, std::span<const Clause> clauses, std::vector<Predicate>& out);

}  // namespace relata::detail
