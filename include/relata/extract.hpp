// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "relata/document.hpp"

namespace relata {

/// What an argument is to its predicate. Passives are turned: `object` is what is acted upon, whatever the
/// voice.
enum class Role : std::uint8_t {
  subject,          ///< who does it; the by-phrase of a passive
  object,           ///< what is acted upon; the subject of a passive
  indirect_object,  ///< `told Reuters`, `gave him`
  attribute,        ///< `is a treaty`, `was named chancellor`
  adjective,        ///< `is keen`
  clause,           ///< finite complement: `said that …`
  open_clause,      ///< infinitive or participle: `plans to leave`
  oblique,          ///< prepositional phrase, with its preposition
  adverbial,        ///< adverb or adverbial noun phrase
  time,             ///< adverbial or oblique (then with its preposition) of time
  possessor,        ///< `Putin's letter` (nominal predicates)
  compound,         ///< `Kremlin letter` (nominal predicates)
  nationality,      ///< `Russian attack` (nominal predicates)
};

/// Index of a clause in the vector returned by clauses().
using ClauseId = std::uint32_t;
inline constexpr ClauseId no_clause = std::numeric_limits<ClauseId>::max();

/// One argument of a clause. A coordination is one argument per member.
struct Argument {
  Role role = Role::object;
  TokenId head = no_token;  ///< syntactic head of the phrase; the verb of a clause or gerund
  TokenId preposition =
      no_token;  ///< the preposition next to the noun (`of` in `out of X`); also the `by` of an agent
  bool inherited =
      false;  ///< not its own dependent: through control, coordination, a relative pronoun, a participle
  bool conjunct = false;  ///< a member of a coordination other than its first
};

/// A predicate with its arguments, normalised once: voice turned, coordination expanded, subjects of
/// relative, participial, infinitive and coordinated clauses filled in.
struct Clause {
  enum class Kind : std::uint8_t { verb, copula, noun, adjective };
  Kind kind = Kind::verb;
  TokenId predicate =
      no_token;  ///< the verb; the attribute's verb `be` for copulas; the noun of nominal predicates
  TokenId particle = no_token;  ///< `pull out`
  bool passive = false;
  bool negated = false;           ///< by a neg dependent of its own
  ClauseId governor = no_clause;  ///< clause it stands below; for a coordinated clause, that of the first one
  std::vector<Argument> arguments;  ///< by role, then in text order
};

/// The document with phrases moved to the verb they belong to where a parser is known to hang them too low
/// (`accused the board of fraud`), or nothing where none is moved.
std::optional<Document> reattached(const Document& doc);

/// Verb clauses of a document in text order of their predicates. Needs tags and heads. A predicative
/// adjective's complements (`keen to leave`, `critical of X`) are the copula's arguments.
std::vector<Clause> clauses(const Document& doc);

/// The clause of a predicate in a list as clauses() returns it, or no_clause.
ClauseId clause_of(std::span<const Clause> clauses, TokenId predicate);

/// A stretch of an argument or relation. Relations may consist of several (`has … closed`).
struct Proposition {
  struct Part {
    Role role = Role::object;
    std::vector<TokenSpan> spans;  ///< in output order
    std::string text;              ///< the words, blank-joined
  };
  std::uint32_t sentence = 0;  ///< index in Document::sentences()
  double confidence = 0;
  std::string relation;  ///< the relation's words, with an inserted copula as its lemma (`be built by`)
  std::vector<TokenSpan> relation_spans;  ///< the relation's words that stand in the text
  std::vector<Part> arguments;            ///< first argument first; at least two
};

/// Open propositions stated in `doc`, in text order.
std::vector<Proposition> propositions(const Document& doc, std::span<const Clause> clauses);

}  // namespace relata
