// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relata/extract.hpp"

namespace relata {
namespace {

/// How sure a construction is; one table, so that the levels can be compared.
namespace level {
constexpr double own_arguments = 0.9;  ///< subject and object are the verb's own dependents
constexpr double inherited = 0.75;  ///< one of them comes through control, coordination or a relative pronoun
constexpr double no_object = 0.7;   ///< what follows the verb is a phrase or clause
constexpr double apposition = 0.6;
}  // namespace level

class Propositions {
 public:
  Propositions(const Document& doc, std::span<const Clause> clauses) : doc_(doc), clauses_(clauses) {}

  std::vector<Proposition> run() {
    for (const Clause& clause : clauses_)
      if (clause.kind == Clause::Kind::verb || clause.kind == Clause::Kind::copula) state(clause);
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (doc_.tokens[t].dep == dep::appos && doc_.tokens[t].pos != pos::NUM) state_apposition(t);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Proposition& a, const Proposition& b) { return a.sentence < b.sentence; });
    return std::move(found_);
  }

 private:
  using Tokens = std::vector<TokenId>;

  /// The tokens of a phrase: the subtree without relative clauses, appositions, coordinated members and the
  /// commas that part them.
  void gather(TokenId t, bool keep_conjuncts, Tokens& out) const {
    out.push_back(t);
    for (const TokenId c : doc_.children(t)) {
      const Label d = doc_.tokens[c].dep;
      if (d == dep::relcl || d == dep::appos || d == dep::parataxis) continue;
      if (!keep_conjuncts && (d == dep::conj || d == dep::cc || d == dep::preconj)) continue;
      if (d == dep::punct && doc_.tokens[c].tag == tag::comma && !keep_conjuncts) continue;
      gather(c, true, out);
    }
  }

  Proposition::Part part(Role role, Tokens tokens) const {
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    // A comma or bracket at a phrase's border belongs to the sentence.
    const auto is_border = [this](TokenId t) {
      return doc_.tokens[t].pos == pos::PUNCT && doc_.tokens[t].tag != tag::close_quote &&
             doc_.tokens[t].tag != tag::open_quote;
    };
    while (!tokens.empty() && is_border(tokens.back())) tokens.pop_back();
    while (!tokens.empty() && is_border(tokens.front())) tokens.erase(tokens.begin());
    Proposition::Part made;
    made.role = role;
    for (const TokenId t : tokens) {
      if (made.spans.empty() || made.spans.back().last != t) {
        made.spans.push_back({t, t + 1});
      } else {
        ++made.spans.back().last;
      }
      append_word(made.text, doc_.word(t));
    }
    return made;
  }

  static void append_word(std::string& text, std::string_view word) {
    if (!text.empty()) text += ' ';
    text += word;
  }

  /// The verb with its auxiliaries, negation, particle and a neighbouring adverb.
  Tokens verb_group(const Clause& clause) const {
    Tokens tokens = {clause.predicate};
    for (const TokenId c : doc_.children(clause.predicate)) {
      const Label d = doc_.tokens[c].dep;
      const bool beside = d == dep::advmod && c + 1 == clause.predicate && doc_.tokens[c].tag == tag::RB;
      if (d == dep::aux || d == dep::auxpass || d == dep::neg || d == dep::prt || beside) tokens.push_back(c);
    }
    return tokens;
  }

  /// Infinitives governed one by the other make one relation: `has had to close`, `plans to leave`.
  const Clause* open_complement(const Clause& clause) const {
    for (const Argument& a : clause.arguments) {
      if (a.role != Role::open_clause || a.head < clause.predicate) continue;
      for (const Clause& other : clauses_)
        if (other.predicate == a.head) return &other;
    }
    return nullptr;
  }

  void state(const Clause& clause) {
    // A complement that its governor's proposition carries is not stated again on its own.
    if (doc_.tokens[clause.predicate].dep == dep::xcomp && clause.governor != no_clause &&
        !has(clauses_[clause.governor], Role::object))
      return;
    Tokens relation = verb_group(clause);
    const Clause* last = &clause;
    bool object = has(clause, Role::object);
    for (int depth = 0; depth < 4 && !object; ++depth) {
      const Clause* const next = open_complement(*last);
      if (next == nullptr || next == last) break;
      const Tokens more = verb_group(*next);
      relation.insert(relation.end(), more.begin(), more.end());
      last = next;
      object = has(*last, Role::object);
    }

    std::vector<const Argument*> objects, rest;
    const Argument* attached = nullptr;
    for (const Argument& a : last->arguments) {
      switch (a.role) {
        case Role::object:
        case Role::attribute:
        case Role::adjective:
          (last->passive && a.role == Role::object ? rest : objects).push_back(&a);
          break;
        case Role::subject:
          if (last->passive) rest.push_back(&a);
          break;
        case Role::open_clause:
        case Role::clause:
        case Role::oblique:
        case Role::time:
        case Role::adverbial:
        case Role::indirect_object:
          rest.push_back(&a);
          break;
        default:
          break;
      }
    }
    const Role first_role = last->passive ? Role::object : Role::subject;
    if (last->passive) std::erase_if(rest, [&](const Argument* a) { return a->role == Role::object; });
    std::stable_sort(rest.begin(), rest.end(),
                     [](const Argument* a, const Argument* b) { return a->head < b->head; });
    if (objects.empty()) {
      for (const Argument* a : rest)
        if ((a->role == Role::oblique || a->role == Role::time || a->role == Role::subject) &&
            a->preposition != no_token && a->preposition > last->predicate && !a->conjunct) {
          attached = a;
          relation.push_back(a->preposition);
          break;
        }
    }
    if (objects.empty() && rest.empty()) return;
    if (objects.empty()) objects.push_back(nullptr);
    const Clause& first = has(clause, clause.passive ? Role::object : Role::subject) ? clause : *last;
    for (const Argument& subject : first.arguments) {
      if (subject.role != (&first == last ? first_role : (first.passive ? Role::object : Role::subject)))
        continue;
      for (const Argument* o : objects) emit(subject, relation, o, attached, rest);
    }
  }

  static bool has(const Clause& clause, Role role) {
    return std::any_of(clause.arguments.begin(), clause.arguments.end(),
                       [role](const Argument& a) { return a.role == role; });
  }

  void emit(const Argument& subject, const Tokens& relation, const Argument* o, const Argument* attached,
            const std::vector<const Argument*>& rest) {
    Proposition p;
    p.sentence = doc_.sentence_of(relation.front());
    const Proposition::Part words = part(Role::object, relation);
    // A participle after its noun states what the noun is: `the letter sent by X` → the letter is sent by X.
    const Token& verb = doc_.tokens[relation.front()];
    if (verb.dep == dep::acl && (verb.tag == tag::VBN || verb.tag == tag::VBG || verb.tag == tag::VBD))
      p.relation = "is";
    append_word(p.relation, words.text);
    p.relation_spans = words.spans;
    p.arguments.push_back(phrase(subject, false));
    if (o != nullptr) p.arguments.push_back(phrase(*o, false));
    if (attached != nullptr) p.arguments.push_back(phrase(*attached, false));
    for (const Argument* a : rest) {
      if (a == attached || a->conjunct ||
          std::find(relation.begin(), relation.end(), a->head) != relation.end())
        continue;
      p.arguments.push_back(phrase(*a, true));
    }
    std::erase_if(p.arguments, [](const Proposition::Part& x) { return x.text.empty(); });
    if (p.arguments.size() < 2) return;
    const bool inherited = subject.inherited || (o != nullptr && o->inherited);
    p.confidence = o == nullptr ? level::no_object : inherited ? level::inherited : level::own_arguments;
    found_.push_back(std::move(p));
  }

  Proposition::Part phrase(const Argument& a, bool with_preposition) const {
    Tokens tokens;
    const bool clausal = a.role == Role::clause || a.role == Role::open_clause || a.role == Role::adverbial ||
                         with_preposition;
    gather(a.head, clausal, tokens);
    if (with_preposition && a.preposition != no_token) tokens.push_back(a.preposition);
    return part(a.role, std::move(tokens));
  }

  /// `X, the president of Y` states that X is it.
  void state_apposition(TokenId t) {
    const TokenId head = doc_.tokens[t].head;
    if (doc_.tokens[head].pos != pos::PROPN && doc_.tokens[t].pos != pos::PROPN) return;
    Proposition p;
    p.sentence = doc_.sentence_of(t);
    p.relation = "is";
    Tokens subject, attribute;
    gather(head, false, subject);
    gather(t, true, attribute);
    p.arguments.push_back(part(Role::subject, std::move(subject)));
    p.arguments.push_back(part(Role::attribute, std::move(attribute)));
    p.confidence = level::apposition;
    if (!p.arguments[0].text.empty() && !p.arguments[1].text.empty()) found_.push_back(std::move(p));
  }

  const Document& doc_;
  std::span<const Clause> clauses_;
  std::vector<Proposition> found_;
};

}  // namespace

std::vector<Proposition> propositions(const Document& doc, std::span<const Clause> clauses) {
  return Propositions(doc, clauses).run();
}

}  // namespace relata
