// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "extract/construction.hpp"
#include "extract/grammar.hpp"
#include "extract/noun_propositions.hpp"
#include "extract/phrase.hpp"
#include "relata/extract.hpp"

namespace relata {
namespace {

using namespace detail;

bool is_adverbial_clause_of_time_or_aim(const Document& doc, TokenId verb) {
  if (doc.tokens[verb].tag == tag::VB)
    for (const TokenId c : doc.children(verb))
      if (doc.tokens[c].dep == dep::aux && doc.lemma(c) == "to") return true;
  for (const TokenId c : doc.children(verb))
    if (doc.tokens[c].dep == dep::mark || doc.tokens[c].dep == dep::advmod)
      for (const std::string_view word : {"after", "before", "until", "when", "once", "till"})
        if (doc.lemma(c) == word) return true;
  return false;
}

class VerbReader {
 public:
  VerbReader(const Document& doc, std::span<const Clause> clauses, const Clause& clause,
             std::vector<Proposition>& found)
      : doc_(doc), clauses_(clauses), found_(found), clause_(&clause) {}

  void read() {
    if (is_merged(clause_->predicate)) return;
    collect_chain(clause_->predicate);
    find_subjects();
    if (subjects_.empty()) return;
    for (const TokenId verb : chain_) read_complements(verb);
    inherit_complements();
    if (objects_.empty() && clause_argument_ == no_token) lift_preposition();
    emit();
  }

 private:
  struct Further {
    Role role;
    Words words;
    TokenId prep = no_token;  ///< of a phrase after the verb whose preposition may join the relation
  };

  Label dep_of(TokenId t) const { return doc_.tokens[t].dep; }
  Label tag_of(TokenId t) const { return doc_.tokens[t].tag; }
  bool is_clause(TokenId t) const { return clause_of(clauses_, t) != no_clause; }

  /// Whether an infinitive or participle is said in one breath with the verb above: `has had to close`.
  bool is_merged(TokenId verb) const {
    if (dep_of(verb) != dep::xcomp || doc_.is_root(verb)) return false;
    const TokenId head = doc_.tokens[verb].head;
    if (!is_clause(verb) || verb < head) return false;
    if (!is_clause(head)) return false;
    const Label t = tag_of(verb);
    if (t != tag::VB && t != tag::VBG && t != tag::VBN) return false;
    for (const TokenId c : doc_.children(head))
      if (c != verb && c > head && c < verb &&
          (dep_of(c) == dep::dobj || dep_of(c) == dep::dative || dep_of(c) == dep::acomp ||
           dep_of(c) == dep::attr || dep_of(c) == dep::oprd))
        return false;
    for (const TokenId c : doc_.children(verb))
      if (dep_of(c) == dep::nsubj || dep_of(c) == dep::nsubjpass || dep_of(c) == dep::mark) return false;
    return verb - head <= 6;
  }

  void collect_chain(TokenId verb) {
    for (std::size_t steps = 0; steps < doc_.size(); ++steps) {
      chain_.push_back(verb);
      TokenId next = no_token;
      for (const TokenId c : doc_.children(verb))
        if (next == no_token && is_merged(c)) next = c;
      if (next == no_token) return;
      verb = next;
    }
  }

  void find_subjects() {
    if (const TokenId there = doc_.child(clause_->predicate, dep::expl);
        there != no_token && doc_.lemma(there) == "there") {
      existential_ = true;
      subjects_.push_back({.head = there});
      return;
    }
    bool own_object = false;
    for (const Argument& a : clause_->arguments)
      if (clause_->passive && a.role == Role::object && !a.inherited &&
          doc_.tokens[a.head].head == clause_->predicate && dep_of(a.head) == dep::dobj)
        own_object = true;
    for (const Argument& a : clause_->arguments) {
      if (a.preposition != no_token) continue;
      const Role role = !clause_->passive ? Role::subject : own_object ? Role::indirect_object : Role::object;
      if (a.role != role || is_relative_pronoun(doc_, a.head)) continue;
      subjects_.push_back(a);
    }
  }

  bool is_subject(TokenId t) const {
    return std::any_of(subjects_.begin(), subjects_.end(), [&](const auto& a) { return a.head == t; });
  }

  /// Adverbs between the auxiliaries and the verb, or next to it.
  bool is_inner_adverb(TokenId adverb, TokenId verb) const {
    if (!doc_.children(adverb).empty() || tag_of(adverb) == tag::WRB) return false;
    if (adverb + 1 == verb) return true;
    if (adverb > verb) return false;
    for (TokenId t = adverb + 1; t < verb; ++t) {
      const Label d = dep_of(t);
      if (d != dep::aux && d != dep::auxpass && d != dep::neg && d != dep::advmod) return false;
    }
    return true;
  }

  bool holds_relative_pronoun(TokenId phrase) const {
    for (TokenId t = doc_.subtree(phrase).first; t < doc_.subtree(phrase).last; ++t)
      if (tag_of(t) == tag::WDT || tag_of(t) == tag::WP || tag_of(t) == tag::WPS) return true;
    return false;
  }

  void read_complements(TokenId verb) {
    relation_.push_back(verb);
    for (const TokenId c : doc_.children(verb)) {
      const Label d = dep_of(c);
      if (d == dep::aux || d == dep::auxpass || d == dep::neg || d == dep::prt) {
        relation_.push_back(c);
      } else if (is_subject(c) || std::find(chain_.begin(), chain_.end(), c) != chain_.end()) {
        continue;
      } else if (d == dep::dobj || d == dep::attr || d == dep::acomp || d == dep::oprd ||
                 (d == dep::nsubj && existential_)) {
        read_object(c, d);
      } else if (d == dep::ccomp) {
        read_clause(c, verb);
      } else if (d == dep::xcomp) {
        further_.push_back({Role::open_clause, clause_words(doc_, c, true)});
      } else if (d == dep::dative) {
        further_.push_back({Role::indirect_object, noun_phrase(doc_, c, true)});
      } else if (d == dep::prep || d == dep::agent) {
        read_preposition(c, verb);
      } else if (d == dep::npadvmod) {
        further_.push_back({is_time(doc_, c) ? Role::time : Role::adverbial, modifier_phrase(doc_, c)});
      } else if (d == dep::advmod) {
        if (is_inner_adverb(c, verb))
          relation_.push_back(c);
        else if (tag_of(c) != tag::WRB && !is_discourse_adverb(doc_.lemma(c)))
          further_.push_back({is_time(doc_, c) ? Role::time : Role::adverbial, modifier_phrase(doc_, c)});
      } else if (d == dep::advcl && is_adverbial_clause_of_time_or_aim(doc_, c)) {
        further_.push_back({Role::adverbial, clause_words(doc_, c, true)});
      }
    }
  }

  void read_object(TokenId c, Label d) {
    if (is_relative_pronoun(doc_, c) && c < clause_->predicate) return;
    if (is_clause(c) && d == dep::oprd) {
      further_.push_back({Role::open_clause, clause_words(doc_, c, true)});
      return;
    }
    const Role role = d == dep::dobj                   ? Role::object
                      : doc_.tokens[c].pos == pos::ADJ ? Role::adjective
                                                       : Role::attribute;
    if (!objects_.empty()) {
      further_.push_back({role, noun_phrase(doc_, c, true)});
      return;
    }
    object_role_ = role;
    if (role == Role::adjective && read_adjective_chain(c)) return;
    if (role == Role::object && read_light_object(c)) return;
    if (role == Role::adjective || is_clause(c)) {
      objects_.push_back(noun_phrase(doc_, c, true));
      return;
    }
    coordination(doc_, c, members_);
    for (const TokenId m : members_) objects_.push_back(noun_phrase(doc_, m, false));
  }

  /// `is unable to see | X`: the infinitive under an adjective carries the object.
  bool read_adjective_chain(TokenId adjective) {
    if (doc_.has_child(adjective, dep::conj)) return false;
    for (const TokenId verb : doc_.children(adjective)) {
      if (dep_of(verb) != dep::xcomp || verb < adjective || tag_of(verb) != tag::VB) continue;
      const TokenId object = doc_.child(verb, dep::dobj);
      const TokenId complement = doc_.child(verb, dep::ccomp);
      if (object == no_token && complement == no_token) continue;
      for (const TokenId c : doc_.children(adjective))
        if (dep_of(c) == dep::advmod && c < adjective) relation_.push_back(c);
      relation_.push_back(adjective);
      relation_.push_back(verb);
      for (const TokenId c : doc_.children(verb)) {
        const Label d = dep_of(c);
        if (d == dep::aux || d == dep::auxpass || d == dep::neg || d == dep::prt) relation_.push_back(c);
        if (d == dep::prep && c > verb) read_preposition(c, verb);
        if (d == dep::npadvmod) further_.push_back({Role::time, modifier_phrase(doc_, c)});
      }
      object_role_ = object != no_token ? Role::object : Role::clause;
      if (object == no_token) {
        objects_.push_back(clause_words(doc_, complement, true));
        return true;
      }
      coordination(doc_, object, members_);
      for (const TokenId m : members_) objects_.push_back(noun_phrase(doc_, m, false));
      return true;
    }
    return false;
  }

  /// `took an interest in | X`: verb, noun and preposition are one relation.
  bool read_light_object(TokenId noun) {
    if (!is_light_verb(doc_.lemma(chain_.back())) || doc_.tokens[noun].pos != pos::NOUN ||
        doc_.has_child(noun, dep::conj) || doc_.has_child(noun, dep::poss))
      return false;
    TokenId prep = no_token;
    for (const TokenId c : doc_.children(noun)) {
      if (c < noun) continue;
      if (dep_of(c) != dep::prep || c != noun + 1) return false;
      prep = c;
      break;
    }
    if (prep == no_token) return false;
    const TokenId object = doc_.child(prep, dep::pobj);
    if (object == no_token) return false;
    for (TokenId t = doc_.subtree(noun).first; t <= prep; ++t) relation_.push_back(t);
    coordination(doc_, object, members_);
    for (const TokenId m : members_) objects_.push_back(noun_phrase(doc_, m, false));
    for (const TokenId c : doc_.children(noun))
      if (c > prep && dep_of(c) == dep::prep) further_.push_back({Role::oblique, modifier_phrase(doc_, c)});
    return true;
  }

  void read_clause(TokenId c, TokenId verb) {
    if (clause_argument_ != no_token) return;
    // Before its verb stands only what is said or thought; else the parser took a sentence for a complement.
    if (c < verb && !is_speech_verb(doc_.lemma(verb))) return;
    clause_argument_ = c;
    const TokenId mark = doc_.child(c, dep::mark);
    if (mark != no_token && doc_.lemma(mark) == "that" && c > verb) lifted_.push_back(mark);
  }

  void read_preposition(TokenId c, TokenId verb) {
    if (holds_relative_pronoun(c) && c < verb) return;
    const Words words = modifier_phrase(doc_, c);
    if (words.size() < 2 || (c < verb && words.size() == 2 && joins_sentences(doc_.lemma(words[1])))) return;
    TokenId object = doc_.child(c, dep::pobj);
    if (object == no_token) object = doc_.child(c, dep::pcomp);
    const bool time = object != no_token && is_time(doc_, object);
    const Role role = dep_of(c) == dep::agent ? Role::subject : time ? Role::time : Role::oblique;
    further_.push_back({role, words, c > verb ? c : no_token});
  }

  /// Objects of relative clauses and those shared with a coordinated verb.
  void inherit_complements() {
    const ClauseId last = clause_of(clauses_, chain_.back());
    if (last == no_clause) return;
    for (const Argument& a : clauses_[last].arguments) {
      if (!a.inherited || is_subject(a.head)) continue;
      if (a.preposition != no_token) {
        Words words = noun_phrase(doc_, a.head, true);
        words.insert(words.begin(), a.preposition);
        further_.push_back({a.role, words, a.preposition});
      } else if (a.role == Role::object && objects_.empty() && !clauses_[last].passive) {
        object_role_ = Role::object;
        objects_.push_back(noun_phrase(doc_, a.head, true));
      }
    }
  }

  /// `lives in | Berlin`: the preposition of the first phrase after the verb joins the relation.
  void lift_preposition() {
    const auto first =
        std::find_if(further_.begin(), further_.end(), [](const Further& f) { return f.prep != no_token; });
    if (first == further_.end() || first->role == Role::time) return;
    Words words = std::move(first->words);
    const Role role = first->role;
    // `out of`, `close to`: everything up to the noun.
    while (words.size() > 1 && (words.front() == first->prep || dep_of(words.front()) == dep::prep)) {
      lifted_.push_back(words.front());
      words.erase(words.begin());
    }
    further_.erase(first);
    object_role_ = role;
    // `met with X and Y`: one proposition for each member.
    const auto object = std::ranges::find_if(words, [&](TokenId t) {
      return dep_of(t) == dep::pobj && std::ranges::find(words, doc_.tokens[t].head) == words.end();
    });
    if (object == words.end() || !doc_.has_child(*object, dep::conj)) {
      objects_.push_back(std::move(words));
      return;
    }
    coordination(doc_, *object, members_);
    for (const TokenId m : members_) objects_.push_back(noun_phrase(doc_, m, false));
  }

  Construction construction() const {
    const TokenId verb = clause_->predicate;
    const Label d = dep_of(verb);
    if (existential_) return Construction::existential;
    const bool inherited = subjects_.front().inherited;
    if (inherited) {
      if (d == dep::conj) return Construction::coordinated;
      if (d == dep::relcl || tag_of(verb) == tag::VBD || tag_of(verb) == tag::VBZ || tag_of(verb) == tag::VBP)
        return Construction::relative;
      if (tag_of(verb) == tag::VB) return Construction::infinitive;
      if (d == dep::acl) return Construction::participle;
      if (d == dep::advcl) return Construction::adverbial_participle;
      return Construction::gerund;
    }
    if (clause_argument_ != no_token) return Construction::clause_complement;
    return clause_->kind == Clause::Kind::copula ? Construction::copula : Construction::own_subject;
  }

  std::vector<Words> complement_clauses() const {
    std::vector<TokenId> heads = {clause_argument_};
    for (std::size_t i = 0; i < heads.size(); ++i)
      for (const TokenId c : doc_.children(heads[i]))
        if (dep_of(c) == dep::conj && is_clause(c) &&
            (doc_.has_child(c, dep::nsubj) || doc_.has_child(c, dep::nsubjpass)))
          heads.push_back(c);
    std::vector<Words> all;
    for (const TokenId head : heads) {
      Words words = clause_words(doc_, head, false);
      for (const TokenId other : heads) {
        const TokenSpan span = doc_.subtree(other);
        if (other > head && doc_.tokens[other].head == head)
          std::erase_if(words, [&](TokenId t) { return t >= span.first && t < span.last; });
      }
      const TokenId end = words.empty() ? head : words.back();
      if (!words.empty() && dep_of(end) == dep::cc) words.pop_back();
      if (!words.empty()) all.push_back(std::move(words));
    }
    return all;
  }

  /// Auxiliaries said once for coordinated verbs: `was loved and exalted`.
  void share_auxiliaries() {
    TokenId verb = clause_->predicate;
    const Label t = tag_of(verb);
    if (dep_of(verb) != dep::conj || (t != tag::VBN && t != tag::VB && t != tag::VBG)) return;
    for (const TokenId c : doc_.children(verb))
      if (dep_of(c) == dep::aux || dep_of(c) == dep::auxpass) return;
    const TokenId head = doc_.tokens[verb].head;
    if (!is_clause(head) || tag_of(head) != t) return;
    for (const TokenId c : doc_.children(head))
      if (c < head && (dep_of(c) == dep::aux || dep_of(c) == dep::auxpass)) relation_.push_back(c);
  }

  void emit() {
    share_auxiliaries();
    std::sort(relation_.begin(), relation_.end());
    relation_.insert(relation_.end(), lifted_.begin(), lifted_.end());
    const TokenId verb = clause_->predicate;
    const Construction how = construction();
    if (how == Construction::infinitive && !relation_.empty() && doc_.lemma(relation_.front()) == "to")
      relation_.erase(relation_.begin());
    std::string relation = text_of(doc_, relation_);
    const bool bare_participle =
        (tag_of(verb) == tag::VBN || tag_of(verb) == tag::VBD || tag_of(verb) == tag::VBG) &&
        (how == Construction::participle ||
         (how == Construction::adverbial_participle && clause_->passive)) &&
        !doc_.has_child(verb, dep::aux) && !doc_.has_child(verb, dep::auxpass);
    if (bare_participle) relation = std::string(inserted_copula) + " " + relation;
    // `said that A and that B` says two things.
    std::vector<Words> complements;
    if (clause_argument_ != no_token) complements = complement_clauses();
    if (objects_.empty() && further_.empty() && complements.empty()) return;
    const bool whole_object = objects_.empty();
    for (const Argument& subject : subjects_) {
      Words who = is_clause(subject.head) ? clause_words(doc_, subject.head, true)
                                          : noun_phrase(doc_, subject.head, false);
      if (dep_of(verb) == dep::acl && doc_.tokens[verb].head == subject.head) {
        // `the wall built by X`: what is said of the wall is no part of its name.
        const TokenSpan own = doc_.subtree(verb);
        std::erase_if(who, [&](TokenId t) { return t >= own.first && t < own.last && t != subject.head; });
      }
      const std::size_t count = std::max<std::size_t>({objects_.size(), complements.size(), 1});
      for (std::size_t i = 0; i < count; ++i) {
        Proposition p;
        p.sentence = doc_.sentence_of(verb);
        p.confidence = confidence_of(how);
        p.relation = relation;
        p.relation_spans = spans_of(relation_);
        p.arguments.push_back(part_of(doc_, Role::subject, who));
        if (!whole_object)
          p.arguments.push_back(part_of(doc_, object_role_, objects_[std::min(i, objects_.size() - 1)]));
        if (!complements.empty())
          p.arguments.push_back(
              part_of(doc_, Role::clause, complements[std::min(i, complements.size() - 1)]));
        for (const Further& f : further_) p.arguments.push_back(part_of(doc_, f.role, f.words));
        found_.push_back(std::move(p));
      }
    }
  }

  const Document& doc_;
  std::span<const Clause> clauses_;
  std::vector<Proposition>& found_;
  const Clause* clause_ = nullptr;
  std::vector<TokenId> chain_;
  std::vector<Argument> subjects_;
  Words relation_;
  Words lifted_;
  std::vector<Words> objects_;
  Role object_role_ = Role::object;
  TokenId clause_argument_ = no_token;
  std::vector<Further> further_;
  std::vector<TokenId> members_;
  bool existential_ = false;
};

}  // namespace

std::vector<Proposition> propositions(const Document& doc, std::span<const Clause> clauses) {
  std::vector<Proposition> found;
  for (const Clause& clause : clauses) VerbReader(doc, clauses, clause, found).read();
  noun_propositions(doc, found);
  std::erase_if(found, [](const Proposition& p) { return p.confidence < least_printed; });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.sentence < b.sentence; });
  return found;
}

}  // namespace relata
