// SPDX-License-Identifier: MIT
#include <algorithm>

#include "extract/grammar.hpp"
#include "relata/extract.hpp"

namespace relata {
namespace {

using namespace detail;

bool is_passive_gap_verb(Label t) {
  return t == tag::VBN || t == tag::VBD;
}

class ClauseBuilder {
 public:
  explicit ClauseBuilder(const Document& doc) : doc_(doc), clause_of_(doc.size(), no_clause) {}

  std::vector<Clause> build() {
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (is_predicate(doc_, t)) {
        clause_of_[t] = static_cast<ClauseId>(clauses_.size());
        clauses_.emplace_back().predicate = t;
      }
    subjects_.resize(clauses_.size());
    state_.assign(clauses_.size(), State::open);
    for (Clause& clause : clauses_) read_own(clause);
    for (ClauseId c = 0; c < clauses_.size(); ++c) resolve_subject(c);
    for (ClauseId c = 0; c < clauses_.size(); ++c) fill_object_gap(c);
    // From the last to the first, so that `designed, built and sold it` hands the object down to the first
    // verb.
    for (auto c = static_cast<ClauseId>(clauses_.size()); c-- > 0;) share_complements(c);
    for (ClauseId c = 0; c < clauses_.size(); ++c) {
      place_subject(c);
      clauses_[c].governor = governor(c);
      std::stable_sort(
          clauses_[c].arguments.begin(), clauses_[c].arguments.end(),
          [](const auto& a, const auto& b) { return a.role != b.role ? a.role < b.role : a.head < b.head; });
    }
    return std::move(clauses_);
  }

 private:
  enum class State : std::uint8_t { open, busy, done };
  /// The grammatical subject: its members, or a clause.
  struct Subject {
    std::vector<Argument> members;
    bool own = false;
  };

  Label dep_of(TokenId t) const { return doc_.tokens[t].dep; }
  Label tag_of(TokenId t) const { return doc_.tokens[t].tag; }

  ClauseId clause_above(TokenId t) const {
    for (TokenId steps = 0; !doc_.is_root(t) && steps < doc_.size(); ++steps) {
      t = doc_.tokens[t].head;
      if (clause_of_[t] != no_clause) return clause_of_[t];
    }
    return no_clause;
  }

  void add(Clause& clause, Role role, TokenId head, TokenId preposition = no_token) {
    coordination(doc_, head, members_);
    for (const TokenId m : members_)
      clause.arguments.push_back(
          {.role = role, .head = m, .preposition = preposition, .conjunct = m != head});
  }

  /// Obliques under a preposition: `to X and Y`, `out of X`, `in X and on Y`, `by leaving`.
  void add_preposition(Clause& clause, TokenId prep, bool conjunct = false, int depth = 0) {
    if (depth > 8) return;
    const std::size_t first = clause.arguments.size();
    for (const TokenId c : doc_.children(prep)) {
      const Label d = dep_of(c);
      if (d == dep::pobj) {
        add(clause, is_time(doc_, c) ? Role::time : Role::oblique, c, prep);
      } else if (d == dep::pcomp) {
        if (clause_of_[c] != no_clause || !doc_.has_child(prep, dep::pobj))
          clause.arguments.push_back({.role = Role::oblique, .head = c, .preposition = prep});
      } else if (d == dep::prep) {
        if (!doc_.has_child(prep, dep::pobj)) add_preposition(clause, c, conjunct, depth + 1);
      } else if (d == dep::conj && doc_.tokens[c].pos == pos::ADP) {
        add_preposition(clause, c, true, depth + 1);
      }
    }
    if (conjunct)
      for (std::size_t i = first; i < clause.arguments.size(); ++i) clause.arguments[i].conjunct = true;
  }

  void add_adjective(Clause& clause, TokenId adjective) {
    add(clause, Role::adjective, adjective);
    for (const TokenId c : doc_.children(adjective)) {
      const Label d = dep_of(c);
      if (d == dep::prep) add_preposition(clause, c);
      if (d == dep::xcomp && clause_of_[c] != no_clause)
        clause.arguments.push_back({.role = Role::open_clause, .head = c});
      if (d == dep::ccomp && clause_of_[c] != no_clause)
        clause.arguments.push_back({.role = Role::clause, .head = c});
    }
  }

  bool has_passive_mark(TokenId verb) const {
    return doc_.has_child(verb, dep::auxpass) || doc_.has_child(verb, dep::nsubjpass) ||
           doc_.has_child(verb, dep::csubjpass);
  }

  bool is_passive(TokenId verb) const {
    if (has_passive_mark(verb)) return true;
    const Label d = dep_of(verb);
    if (!is_passive_gap_verb(tag_of(verb)) || doc_.has_child(verb, dep::aux)) return false;
    if (d == dep::acl) return true;
    if (tag_of(verb) != tag::VBN) return false;
    if (d == dep::advcl || d == dep::xcomp || d == dep::oprd || d == dep::pcomp)
      return !doc_.has_child(verb, dep::nsubj);
    if (d == dep::conj) {
      const TokenId head = doc_.tokens[verb].head;
      return clause_of_[head] != no_clause && !doc_.has_child(verb, dep::nsubj) && is_passive(head);
    }
    return doc_.has_child(verb, dep::agent);
  }

  /// `X has bought Y, the two firms announced`: the parser takes those who say so for one more object.
  bool is_speaker_after(TokenId object, TokenId verb) const {
    const TokenId first = doc_.subtree(object).first, said = doc_.child(object, dep::acl);
    return said != no_token && is_speech_verb(doc_.lemma(said)) && first > verb + 1 &&
           doc_.word(first - 1) == "," && doc_.child(verb, dep::dobj) < object;
  }

  void read_own(Clause& clause) {
    const TokenId verb = clause.predicate;
    clause.passive = is_passive(verb);
    if (doc_.lemma(verb) == "be") clause.kind = Clause::Kind::copula;
    const bool second_object = doc_.has_child(verb, dep::nsubjpass) && is_naming_verb(doc_.lemma(verb));
    for (const TokenId c : doc_.children(verb)) {
      const Label d = dep_of(c);
      if (d == dep::neg) {
        clause.negated = true;
      } else if (d == dep::prt) {
        clause.particle = c;
      } else if (d == dep::dobj && is_speaker_after(c, verb)) {
        continue;
      } else if (d == dep::dobj) {
        add(clause, second_object ? Role::attribute : Role::object, c);
      } else if (d == dep::dative) {
        const TokenId object = doc_.child(c, dep::pobj);
        add(clause, Role::indirect_object, object == no_token ? c : object,
            object == no_token ? no_token : c);
      } else if (d == dep::attr) {
        add(clause, Role::attribute, c);
      } else if (d == dep::acomp) {
        add_adjective(clause, c);
      } else if (d == dep::oprd) {
        if (clause_of_[c] != no_clause) {
          clause.arguments.push_back({.role = Role::open_clause, .head = c});
        } else if (doc_.tokens[c].pos == pos::ADJ) {
          add_adjective(clause, c);
        } else {
          add(clause, Role::attribute, c);
        }
      } else if (d == dep::ccomp) {
        clause.arguments.push_back({.role = Role::clause, .head = c});
      } else if (d == dep::xcomp) {
        if (clause_of_[c] != no_clause || doc_.tokens[c].pos != pos::ADJ)
          clause.arguments.push_back({.role = Role::open_clause, .head = c});
        else
          add_adjective(clause, c);
      } else if (d == dep::agent) {
        for (const TokenId object : doc_.children(c))
          if (dep_of(object) == dep::pobj || dep_of(object) == dep::pcomp)
            add(clause, Role::subject, object, c);
      } else if (d == dep::prep) {
        add_preposition(clause, c);
      } else if (d == dep::npadvmod) {
        add(clause, is_time(doc_, c) ? Role::time : Role::adverbial, c);
      } else if (d == dep::advmod && tag_of(c) != tag::WRB) {
        clause.arguments.push_back({.role = is_time(doc_, c) ? Role::time : Role::adverbial, .head = c});
        for (const TokenId p : doc_.children(c))
          if (dep_of(p) == dep::prep) add_preposition(clause, p);
      }
    }
  }

  /// `"…", said X`: the speaker after a speech verb that has no subject is one, whatever the parser calls it.
  TokenId inverted_speaker(const Clause& clause) const {
    if (!is_speech_verb(doc_.lemma(clause.predicate)) || dep_of(clause.predicate) == dep::xcomp)
      return no_token;
    const Label t = tag_of(clause.predicate);
    if (t != tag::VBD && t != tag::VBZ && t != tag::VBP) return no_token;
    bool words_before = false;
    for (const TokenId c : doc_.children(clause.predicate)) {
      const Label d = dep_of(c);
      if (c < clause.predicate && d == dep::ccomp) words_before = true;
      if (c > clause.predicate && words_before && (d == dep::dobj || d == dep::attr || d == dep::npadvmod) &&
          doc_.tokens[c].pos == pos::PROPN)
        return c;
    }
    return no_token;
  }

  std::vector<Argument> members_of(TokenId head, bool inherited) {
    std::vector<Argument> found;
    coordination(doc_, head, members_);
    for (const TokenId m : members_)
      found.push_back({.head = m, .inherited = inherited, .conjunct = m != head});
    return found;
  }

  std::vector<Argument> inherit(std::vector<Argument> members) const {
    for (Argument& a : members) {
      a.inherited = true;
      a.preposition = no_token;
    }
    return members;
  }

  std::vector<Argument> with_role(const Clause& clause, Role role) const {
    std::vector<Argument> found;
    for (const Argument& a : clause.arguments)
      if (a.role == role) found.push_back(a);
    return found;
  }

  /// Who is meant to act in a clause below the object-taking verb `c`: its object, else its subject.
  std::vector<Argument> controller(ClauseId c) {
    const Clause& clause = clauses_[c];
    if (doc_.lemma(clause.predicate) != "promise") {
      for (const Role role : {Role::object, Role::indirect_object}) {
        std::vector<Argument> members = with_role(clause, role);
        if (!members.empty() && members.front().preposition == no_token) return inherit(std::move(members));
      }
      for (const Argument& a : clause.arguments)  // `called on X to leave`
        if (a.role == Role::oblique && a.preposition != no_token &&
            asks_through(doc_.lemma(clause.predicate), doc_.lemma(a.preposition)))
          return inherit({a});
    }
    return inherit(surface_subject(c));
  }

  bool is_named_actor(TokenId t) const {
    const Label type = doc_.tokens[t].ent_type;
    return type == ent::GPE || type == ent::NORP || type == ent::ORG || type == ent::PERSON;
  }

  /// Who does what a noun names (`his bid to`, `made an offer to`): the possessor, else the subject of the
  /// noun's verb.
  std::vector<Argument> noun_controller(TokenId noun) {
    if (const TokenId owner = doc_.child(noun, dep::poss); owner != no_token) return members_of(owner, true);
    for (const TokenId c : doc_.children(noun))  // `a Ruritanian plan to`, `the UN decision to`
      if (c < noun && (dep_of(c) == dep::compound || dep_of(c) == dep::amod || dep_of(c) == dep::nmod) &&
          is_named_actor(c))
        return {{.head = c, .inherited = true}};
    TokenId governor = doc_.tokens[noun].head;
    const bool verge = dep_of(noun) == dep::pobj && is_stage(doc_.lemma(noun));  // `is on the verge of`
    if (verge) governor = doc_.tokens[governor].head;
    const ClauseId above = clause_of_[governor];
    if (above != no_clause && (verge || dep_of(noun) == dep::dobj)) return inherit(surface_subject(above));
    return {};
  }

  bool is_singled_out(TokenId noun) const {
    for (const TokenId c : doc_.children(noun)) {
      const std::string_view word = doc_.lemma(c);
      if (tag_of(c) == tag::JJS || word == "first" || word == "last" || word == "only" || word == "second" ||
          word == "next" || word == "third")
        return true;
    }
    return doc_.tokens[noun].ent_type == ent::PERSON;
  }

  /// `accused X of leaving`, `by leaving`, `plans for leaving`.
  std::vector<Argument> gerund_controller(TokenId prep) {
    const TokenId above = doc_.tokens[prep].head;
    const ClauseId c = clause_of_[above];
    if (c == no_clause) {
      if (doc_.tokens[above].pos == pos::NOUN || doc_.tokens[above].pos == pos::PROPN)
        return noun_controller(above);
      const ClauseId outer = clause_above(prep);
      return outer == no_clause ? std::vector<Argument>{} : inherit(surface_subject(outer));
    }
    const std::string_view word = doc_.lemma(prep);
    const TokenId adverb = doc_.child(prep, dep::advmod);
    if (adverb != no_token && doc_.lemma(adverb) == "instead") return inherit(surface_subject(c));
    if (word == "of" || word == "from" || word == "into" ||
        (word == "against" && is_advising_verb(doc_.lemma(above))) ||
        ((word == "for" || word == "with") && is_charging_verb(doc_.lemma(above))))
      return controller(c);
    return inherit(surface_subject(c));
  }

  const std::vector<Argument>& surface_subject(ClauseId c) {
    resolve_subject(c);
    return subjects_[c].members;
  }

  void resolve_subject(ClauseId c) {
    if (state_[c] != State::open) return;  // busy: a cycle, which inherits nothing
    state_[c] = State::busy;
    Subject found = find_subject(c);
    subjects_[c] = std::move(found);
    state_[c] = State::done;
  }

  Subject find_subject(ClauseId c) {
    const TokenId verb = clauses_[c].predicate;
    const TokenId head = doc_.tokens[verb].head;
    for (const TokenId s : doc_.children(verb)) {
      const Label d = dep_of(s);
      if (d == dep::csubj || d == dep::csubjpass) return {{{.head = s}}, true};
      if (d != dep::nsubj && d != dep::nsubjpass) continue;
      if (is_relative_pronoun(doc_, s)) {
        if (const TokenId antecedent = antecedent_of(verb); antecedent != no_token && antecedent < s)
          return {antecedents(antecedent, s, verb), true};
      }
      return {members_of(s, false), true};
    }
    if (const TokenId speaker = inverted_speaker(clauses_[c]); speaker != no_token) {
      std::erase_if(clauses_[c].arguments, [&](const Argument& a) {
        return a.role != Role::subject && a.preposition == no_token &&
               doc_.subtree(speaker).first <= a.head && a.head < doc_.subtree(speaker).last;
      });
      return {members_of(speaker, false), true};
    }
    return {inherited_subject(c, verb, head), false};
  }

  std::vector<Argument> inherited_subject(ClauseId c, TokenId verb, TokenId head) {
    const Label d = dep_of(verb);
    const ClauseId above = clause_of_[head];
    if (head == verb || doc_.has_child(verb, dep::expl)) return {};
    if (d == dep::conj) {
      // A verb coordinated with a noun is a conjunct of the verb above that the parser put too low.
      const ClauseId first = above != no_clause ? above : clause_above(verb);
      return first == no_clause ? std::vector<Argument>{} : inherit(surface_subject(first));
    }
    if (d == dep::relcl || d == dep::acl)
      if (const ClauseId copula = copula_of_ordinal(head); copula != no_clause)
        return inherit(surface_subject(copula));
    if (d == dep::relcl) return members_of_single(head);
    if (d == dep::acl) {
      // `sent a letter urging`: who sends it urges.
      if (tag_of(verb) == tag::VBG && is_message(doc_.lemma(head)))
        if (std::vector<Argument> author = noun_controller(head); !author.empty()) return author;
      if (clauses_[c].passive || tag_of(verb) == tag::VBG || is_singled_out(head))
        return members_of_single(head);
      return noun_controller(head);
    }
    if (d == dep::xcomp || d == dep::oprd) {
      if (above != no_clause) return controller(above);
      const ClauseId outer = clause_above(verb);
      return outer == no_clause ? std::vector<Argument>{} : inherit(surface_subject(outer));
    }
    if (d == dep::ccomp) {
      if (above == no_clause || (tag_of(verb) != tag::VBG && tag_of(verb) != tag::VB)) return {};
      return controller(above);
    }
    if (d == dep::advcl) {
      if (const TokenId whole = listed_whole(verb); whole != no_token) return members_of_single(whole);
      if (const ClauseId said = speech_between(verb, head); said != no_clause)
        return inherit(surface_subject(said));
      const ClauseId outer = above != no_clause ? above : clause_above(verb);
      return outer == no_clause ? std::vector<Argument>{} : inherit(surface_subject(outer));
    }
    if (d == dep::pcomp || d == dep::pobj) return gerund_controller(head);
    if (d == dep::dobj && above != no_clause) return inherit(surface_subject(above));
    return {};
  }

  /// `X was the first to leave`: who is the first.
  ClauseId copula_of_ordinal(TokenId word) const {
    const std::string_view lemma = doc_.lemma(word);
    if (lemma != "first" && lemma != "last" && lemma != "only" && lemma != "latest" && lemma != "next")
      return no_clause;
    if (dep_of(word) != dep::attr && dep_of(word) != dep::acomp) return no_clause;
    return clause_of_[doc_.tokens[word].head];
  }

  /// `Speaking there, X said, "Y has left"`: who speaks is X, though the parser hangs all on what is said.
  ClauseId speech_between(TokenId participle, TokenId head) const {
    for (const TokenId c : doc_.children(head))
      if (c > participle && c < head && dep_of(c) == dep::parataxis && is_speech_verb(doc_.lemma(c)))
        return clause_of_[c];
    return no_clause;
  }

  /// `in the region, comprising X and Y`: the noun before the comma is what has the parts.
  TokenId listed_whole(TokenId verb) const {
    if (tag_of(verb) != tag::VBG || verb < 2 || doc_.word(verb - 1) != ",") return no_token;
    const std::string_view lemma = doc_.lemma(verb);
    if (lemma != "comprise" && lemma != "include" && lemma != "contain" && lemma != "consist")
      return no_token;
    const TokenId noun = verb - 2;
    const bool nominal = doc_.tokens[noun].pos == pos::NOUN || doc_.tokens[noun].pos == pos::PROPN;
    return nominal ? noun : no_token;
  }

  bool is_plural_verb(TokenId verb) const {
    if (tag_of(verb) == tag::VBP) return true;
    for (const TokenId c : doc_.children(verb))
      if ((dep_of(c) == dep::aux || dep_of(c) == dep::auxpass) &&
          (tag_of(c) == tag::VBP || doc_.word(c) == "were"))
        return true;
    return doc_.word(verb) == "were";
  }

  /// `X and Y, who left`: a clause behind the whole coordination is about all its members, and so is one in
  /// the plural.
  std::vector<Argument> antecedents(TokenId head, TokenId pronoun, TokenId verb) {
    if (dep_of(head) == dep::conj && doc_.tokens[head].pos == pos::PROPN && is_plural_verb(verb)) {
      while (dep_of(head) == dep::conj) head = doc_.tokens[head].head;
      return members_of(head, true);
    }
    const TokenId second = doc_.child(head, dep::conj);
    const bool several = second != no_token && second > head && second < pronoun;
    return several ? members_of(head, true) : members_of_single(head);
  }

  std::vector<Argument> members_of_single(TokenId head) const { return {{.head = head, .inherited = true}}; }

  /// The noun a relative clause hangs on, also for verbs coordinated inside it and complements below it.
  TokenId antecedent_of(TokenId verb) const {
    for (TokenId steps = 0; steps < doc_.size(); ++steps) {
      const Label d = dep_of(verb);
      const TokenId head = doc_.tokens[verb].head;
      if (d == dep::relcl) return clause_of_[head] == no_clause ? head : no_token;
      if (d != dep::conj && d != dep::ccomp && d != dep::xcomp) return no_token;
      if (clause_of_[head] == no_clause || head == verb) return no_token;
      verb = head;
    }
    return no_token;
  }

  void fill_object_gap(ClauseId c) {
    const TokenId verb = clauses_[c].predicate;
    for (Argument& a : clauses_[c].arguments)  // `which he wrote`, `in which he lived`
      if (is_relative_pronoun(doc_, a.head))
        if (const TokenId antecedent = antecedent_of(verb); antecedent != no_token && antecedent < a.head) {
          a.head = antecedent;
          a.inherited = true;
        }
    if (dep_of(verb) != dep::relcl || !subjects_[c].own) return;
    const TokenId antecedent = doc_.tokens[verb].head;
    for (const Argument& a : subjects_[c].members)
      if (a.head == antecedent) return;
    if (has_head(clauses_[c], antecedent) || clause_of_[antecedent] != no_clause) return;
    for (const TokenId t : doc_.children(verb))
      if (tag_of(t) == tag::WRB || (dep_of(t) == dep::prep && has_relative_object(t))) return;
    for (TokenId t = doc_.subtree(verb).first; t < verb; ++t)
      if (tag_of(t) == tag::WPS) return;
    // The gap is in the lowest infinitive: `the firm he wanted to buy`.
    ClauseId gap = c;
    for (std::size_t steps = 0; steps < clauses_.size(); ++steps) {
      const TokenId lower = doc_.child(clauses_[gap].predicate, dep::xcomp);
      if (lower == no_token || clause_of_[lower] == no_clause) break;
      gap = clause_of_[lower];
    }
    Clause& clause = clauses_[gap];
    for (const TokenId t : doc_.children(clause.predicate))
      if (dep_of(t) == dep::prep && doc_.children(t).empty()) {  // `the house he lived in`
        clause.arguments.push_back(
            {.role = Role::oblique, .head = antecedent, .preposition = t, .inherited = true});
        return;
      }
    if (clause.kind == Clause::Kind::copula || clause.passive || is_circumstance(doc_.lemma(antecedent)))
      return;
    for (const Argument& a : clause.arguments)
      if (a.role == Role::object || a.role == Role::clause || a.role == Role::adjective) return;
    clause.arguments.push_back({.role = Role::object, .head = antecedent, .inherited = true});
  }

  bool has_relative_object(TokenId prep) const {
    const TokenId object = doc_.child(prep, dep::pobj);
    return object != no_token && is_relative_pronoun(doc_, object);
  }

  static bool has_head(const Clause& clause, TokenId head) {
    return std::any_of(clause.arguments.begin(), clause.arguments.end(),
                       [&](const auto& a) { return a.head == head; });
  }

  /// `designed and built the house`: a verb that stands directly before the conjunction has the next one's
  /// complements.
  void share_complements(ClauseId c) {
    const TokenId second = clauses_[c].predicate;
    if (dep_of(second) != dep::conj || subjects_[c].own) return;
    const TokenId first = doc_.tokens[second].head;
    if (clause_of_[first] == no_clause || first > second) return;
    for (TokenId t = first + 1; t < second; ++t) {
      const Label d = dep_of(t);
      if (d != dep::cc && d != dep::punct && d != dep::conj && d != dep::auxpass && d != dep::aux &&
          d != dep::advmod)
        return;
    }
    Clause& clause = clauses_[clause_of_[first]];
    const Clause& source = clauses_[c];
    for (const Argument& a : clause.arguments)
      if (a.head > first) return;
    if (clause.passive != source.passive) return;
    for (const Argument& a : source.arguments) {
      if (a.head < second || a.role == Role::adverbial) continue;
      Argument& shared = clause.arguments.emplace_back(a);
      shared.inherited = true;
    }
  }

  void place_subject(ClauseId c) {
    Clause& clause = clauses_[c];
    Role role = Role::subject;
    if (clause.passive) {
      const bool second_object =
          std::any_of(clause.arguments.begin(), clause.arguments.end(),
                      [](const auto& a) { return a.role == Role::object && !a.inherited; });
      role = second_object ? Role::indirect_object : Role::object;
    }
    for (Argument a : subjects_[c].members) {
      a.role = role;
      clause.arguments.push_back(a);
    }
  }

  /// A coordinated clause has the governor of the first one.
  ClauseId governor(ClauseId c) const {
    TokenId verb = clauses_[c].predicate;
    for (TokenId steps = 0; steps < doc_.size() && dep_of(verb) == dep::conj; ++steps) {
      const TokenId head = doc_.tokens[verb].head;
      if (clause_of_[head] == no_clause || head == verb) break;
      verb = head;
    }
    return clause_above(verb);
  }

  const Document& doc_;
  std::vector<Clause> clauses_;
  std::vector<ClauseId> clause_of_;
  std::vector<Subject> subjects_;
  std::vector<State> state_;
  std::vector<TokenId> members_;
};

}  // namespace

std::vector<Clause> clauses(const Document& doc) {
  return ClauseBuilder(doc).build();
}

ClauseId clause_of(std::span<const Clause> clauses, TokenId predicate) {
  const auto found = std::lower_bound(clauses.begin(), clauses.end(), predicate,
                                      [](const Clause& c, TokenId t) { return c.predicate < t; });
  if (found == clauses.end() || found->predicate != predicate) return no_clause;
  return static_cast<ClauseId>(found - clauses.begin());
}

}  // namespace relata
