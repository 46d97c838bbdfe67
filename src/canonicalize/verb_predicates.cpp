// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "canonicalize/predicates.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class VerbPredicates {
 public:
  VerbPredicates(const ArticleState& state, std::span<const Clause> clauses, std::vector<Predicate>& out)
      : state_(state), doc_(state.doc()), schema_(state.schema()), clauses_(clauses), out_(out) {
    for (ClauseId c = 0; c < clauses.size(); ++c) by_predicate_.try_emplace(clauses[c].predicate, c);
  }

  void run() {
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (doc_.tokens[t].tag == tag::VBN && doc_.tokens[t].dep == dep::amod) {
        add_owned_participle(t);
        add_joined_participle(t);
      }
    for (ClauseId c = 0; c < clauses_.size(); ++c) {
      const Clause& clause = clauses_[c];
      if (clause.predicate >= doc_.size()) continue;
      if (clause.kind == Clause::Kind::verb || clause.kind == Clause::Kind::copula) add_verb(c);
      for (const Argument& a : clause.arguments)
        if (a.role == Role::adjective) add_adjective(c, a.head);
      if (clause.kind == Clause::Kind::copula) add_praise(c);
    }
  }

 private:
  void put(Predicate& p, std::string_view slot, TokenId head, bool inherited) const {
    const SlotName name = schema_.slot(slot);
    if (name != no_slot) p.slots.push_back({name, head, inherited});
  }

  void add_subjects(Predicate& p, const Clause& clause) const {
    for (const Argument& a : clause.arguments)
      if (a.role == Role::subject) {
        put(p, "subj", a.head, a.inherited);
        add_behind(p, a.head);
      }
  }

  /// `a letter by X urged Y`: who has written it does what it does; `Ruritanian missiles hit Y`: whose they
  /// are.
  void add_behind(Predicate& p, TokenId subject) const {
    std::vector<TokenId> authors;
    state_.authors(subject, authors);
    for (const TokenId author : authors) put(p, "subj", author, true);
    if (!words().wielded.contains(lower(doc_.lemma(subject)))) return;
    for (const TokenId child : doc_.children(subject)) {
      const Label d = doc_.tokens[child].dep;
      if (d == dep::amod || d == dep::compound || d == dep::poss || d == dep::nmod)
        put(p, "wielder", child, true);
    }
  }

  void add_verb(ClauseId c) {
    const Clause& clause = clauses_[c];
    Predicate p;
    p.token = clause.predicate;
    // `co-founded`: the parser may take the hyphen for the verb.
    const bool hyphen = doc_.word(clause.predicate) == "-" && clause.predicate + 1 < doc_.size() &&
                        is_verb(doc_.tokens[clause.predicate + 1]);
    p.triggers = {lower(doc_.lemma(hyphen ? clause.predicate + 1 : clause.predicate))};
    if (schema_.frames(Frame::Kind::verb, p.triggers[0]).empty()) return;
    if (clause.particle != no_token) p.particle = lower(doc_.word(clause.particle));
    if (clause.particle == no_token) p.adverb = adverb_behind(clause.predicate);
    p.clause = c;
    add_subjects(p, clause);
    for (const Argument& a : clause.arguments) {
      switch (a.role) {
        case Role::object:
          put(p, "obj", a.head, a.inherited);
          add_merged_object(p, a);
          add_owner(p, a);
          add_object_phrases(p, a, clause.passive);
          break;
        case Role::indirect_object:
          put(p, "dative", a.head, a.inherited);
          if (a.preposition != no_token) put(p, lower(doc_.word(a.preposition)), a.head, a.inherited);
          break;
        case Role::attribute:
          add_merged_object(p, a);
          put(p, "attr", a.head, a.inherited);
          put(p, "oprd", a.head, a.inherited);
          break;
        case Role::oblique:
          add_oblique(p, a);
          break;
        case Role::time:
          put(p, a.preposition == no_token ? "when" : lower(doc_.word(a.preposition)), a.head, a.inherited);
          break;
        case Role::clause:
          add_clause_subject(p, a.head);
          for (const TokenId child : doc_.children(a.head))  // `said that X left and that Y stayed`
            if (doc_.tokens[child].dep == dep::conj && doc_.has_child(child, dep::nsubj))
              add_clause_subject(p, child);
          add_small_clause(p, a);
          break;
        case Role::open_clause:
          add_deed_objects(p, a);
          break;
        default:
          break;
      }
    }
    add_each_other(p);
    add_told_to(p);
    if (clause.kind == Clause::Kind::copula) add_speaker(p, c);
    out_.push_back(std::move(p));
  }

  /// `X and Y accuse each other`: what each does to the other.
  void add_each_other(Predicate& p) const {
    const SlotName subject = schema_.slot("subj");
    const std::size_t all = p.slots.size();
    for (std::size_t i = 0; i < all; ++i) {
      const Slot other = p.slots[i];
      if (other.name == subject || other.head == 0) continue;
      if (const std::size_t size = doc_.word(other.head).size(); size != 5 && size != 7) continue;
      const std::string word = lower(doc_.word(other.head)), before = lower(doc_.word(other.head - 1));
      if ((word != "other" || before != "each") && (word != "another" || before != "one")) continue;
      for (std::size_t k = 0; k < all; ++k)
        if (p.slots[k].name == subject) p.slots.push_back({other.name, p.slots[k].head, true});
    }
  }

  /// `pushed X to leave`, `called for X to leave`: who is to do so.
  void add_told_to(Predicate& p) const {
    for (const TokenId child : doc_.children(p.token)) {
      const Label d = doc_.tokens[child].dep;
      if ((d != dep::xcomp && d != dep::ccomp && d != dep::advcl) || !is_infinitive(doc_, child)) continue;
      if (d == dep::advcl && !doc_.has_child(child, dep::mark)) continue;
      const auto it = by_predicate_.find(child);
      if (it == by_predicate_.end()) continue;
      const SlotName own = schema_.slot("subj"), name = schema_.slot("to_subject");
      const Role role = clauses_[it->second].passive ? Role::object : Role::subject;
      for (const Argument& a : clauses_[it->second].arguments)
        if (a.role == role && name != no_slot && std::ranges::none_of(p.slots, [&](const Slot& slot) {
              return slot.name == own && slot.head == a.head;
            }))
          p.slots.push_back({name, a.head, false});
    }
  }

  /// `X's proposed budget`: X has proposed it.
  void add_owned_participle(TokenId participle) {
    const TokenId owner = doc_.child(doc_.tokens[participle].head, dep::poss);
    if (owner != no_token && owner < participle) add_participle(participle, "owner_subj", owner, false);
  }

  /// `US-built helicopters`: who has built them.
  void add_joined_participle(TokenId participle) {
    if (participle < 2 || doc_.word(participle - 1) != "-") return;
    const std::size_t m = state_.mention_over(participle - 2);
    if (m != ArticleState::none) add_participle(participle, "subj", state_.mentions()[m].head, true);
  }

  /// What a participle says of the noun behind it.
  void add_participle(TokenId participle, std::string_view slot, TokenId doer, bool inherited) {
    Predicate p;
    p.token = participle;
    p.triggers = {lower(doc_.lemma(participle))};
    if (schema_.frames(Frame::Kind::verb, p.triggers[0]).empty()) return;
    put(p, slot, doer, inherited);
    put(p, "obj", doc_.tokens[participle].head, inherited);
    out_.push_back(std::move(p));
  }

  /// `responsibility for an attack in X`, `called for the resignation of X`: where that was, or whose it is.
  void add_place_of(Predicate& p, const std::string& preposition, TokenId noun) const {
    if (preposition != "for" || state_.mention_headed(noun) != ArticleState::none) return;
    for (const TokenId child : doc_.children(noun)) {
      if (doc_.tokens[child].dep == dep::compound) put(p, "for_upon", child, true);  // `the Kabul attack`
      if (doc_.tokens[child].dep != dep::prep) continue;
      const std::string word = lower(doc_.word(child));
      if (word != "in" && word != "on" && word != "at" && word != "against" && word != "of") continue;
      std::vector<TokenId> members;
      state_.objects(child, members);
      for (const TokenId member : members) put(p, "for_upon", member, true);
    }
  }

  void add_oblique(Predicate& p, const Argument& a) const {
    if (a.preposition == no_token || names_source(doc_, a.preposition)) return;
    const std::string preposition = lower(doc_.word(a.preposition));
    const TokenId governor = doc_.tokens[a.preposition].head;
    // `ahead of the debate` is not of the debate.
    const std::string before = lower(doc_.word(governor));
    if (preposition == "of" && (before == "ahead" || before == "because" || before == "instead")) return;
    put(p, preposition, a.head, a.inherited);
    add_place_of(p, preposition, a.head);
    if (preposition == "of" && lower(doc_.word(governor)) == "out") put(p, "out_of", a.head, a.inherited);
    if (preposition != "in") return;
    // `in favour of X`, `in support of X`
    for (const TokenId child : doc_.children(a.head))
      if (doc_.tokens[child].dep == dep::prep && lower(doc_.word(child)) == "of")
        for (const TokenId object : doc_.children(child))
          if (doc_.tokens[object].dep == dep::pobj)
            put(p, "in_" + lower(doc_.word(a.head)) + "_of", object, a.inherited);
  }

  /// `praised X's courage` is about X.
  void add_owner(Predicate& p, const Argument& a) const {
    for (const TokenId child : doc_.children(a.head)) {
      if (doc_.tokens[child].dep == dep::poss) put(p, "owner", child, true);
      if (doc_.tokens[child].dep == dep::amod || doc_.tokens[child].dep == dep::compound)
        put(p, "owner_nat", child, true);
      if (doc_.tokens[child].dep != dep::prep || lower(doc_.word(child)) != "of") continue;
      for (const TokenId object : doc_.children(child))
        if (doc_.tokens[object].dep == dep::pobj) put(p, "owner", object, true);
    }
  }

  /// `told Reuters Novak was ill`, `fined X two million euros`, `named X prime minister`: the parser takes
  /// two objects for one.
  void add_merged_object(Predicate& p, const Argument& a) const {
    if (p.token + 1 >= a.head || a.conjunct) return;  // `owns X and Y`
    const std::size_t m = state_.mention_over(p.token + 1);
    if (m == ArticleState::none || state_.mentions()[m].span.first != p.token + 1 ||
        state_.mentions()[m].span.last > a.head ||
        doc_.tokens[state_.mentions()[m].span.last].tag == tag::POS)
      return;
    const Mention& mention = state_.mentions()[m];
    const Label cls = state_.entity(mention.entity).cls;
    const bool sum = doc_.tokens[a.head].ent_type == ent::MONEY || doc_.has_child(a.head, dep::nummod);
    const bool office = cls == cls::Person && state_.is_role(a.head);
    if (!sum && !office && cls != cls::MediaOutlet) return;
    // `told X Y was great`: the quotation is about Y.
    if (!sum && !office) std::erase_if(p.slots, [&](const Slot& slot) { return slot.head == a.head; });
    put(p, sum ? "dative" : "obj", mention.head, false);
    if (office) put(p, "oprd", a.head, false);
  }

  /// `demanded an answer from X`: the parser hangs on the object what frames ask of the verb.
  void add_object_phrases(Predicate& p, const Argument& a, bool passive) const {
    const bool named = state_.mention_headed(a.head) != ArticleState::none;
    for (const TokenId child : doc_.children(a.head)) {
      if (doc_.tokens[child].dep != dep::prep || child < a.head) continue;
      const std::string preposition = lower(doc_.word(child));
      std::vector<TokenId> members;
      state_.objects(child, members);
      // `X of Y` is from there, `convicted X of murder` of the deed.
      if (named && std::ranges::any_of(members, [&](TokenId member) {
            return state_.mention_over(member) != ArticleState::none || doc_.tokens[member].pos != pos::NOUN;
          }))
        continue;
      if (preposition == "of" || preposition == "in") {  // as a rule they tell the object, not the deed
        for (const TokenId member : members) put(p, "obj_" + preposition, member, true);
        continue;
      }
      for (const TokenId member : members) {
        if (passive && preposition == "by") put(p, "subj", member, true);
        put(p, preposition, member, true);
        add_place_of(p, preposition, member);
      }
    }
  }

  /// `found X guilty of fraud`: the parser takes who is found so for the subject of a clause without a verb.
  void add_small_clause(Predicate& p, const Argument& a) const {
    if (doc_.tokens[a.head].tag != tag::JJ || doc_.has_child(a.head, dep::mark)) return;
    const TokenId whom = doc_.child(a.head, dep::nsubj);
    if (whom == no_token || whom < p.token) return;
    put(p, "obj", whom, false);
    put(p, "oprd", a.head, false);
    for (const TokenId child : doc_.children(a.head)) {
      if (doc_.tokens[child].dep != dep::prep || child < a.head) continue;
      std::vector<TokenId> members;
      state_.objects(child, members);
      for (const TokenId member : members) put(p, lower(doc_.word(child)), member, false);
    }
  }

  void add_clause_subject(Predicate& p, TokenId said) const {
    const auto it = by_predicate_.find(said);
    if (it == by_predicate_.end()) {
      // `demanded that X resign`: the tagger takes the bare verb for a noun and the name for its modifier.
      if (doc_.tokens[said].tag == tag::NN && doc_.has_child(said, dep::mark))
        if (const TokenId name = doc_.child(said, dep::compound);
            name != no_token && state_.mention_headed(name) != ArticleState::none)
          put(p, "that_subject", name, false);
      return;
    }
    if (const TokenId mark = doc_.child(said, dep::mark); mark != no_token) {
      const std::string word = lower(doc_.word(mark));
      if (word == "whether" || word == "if") return;  // `asked whether X left` asks X for nothing
    }
    const Clause& clause = clauses_[it->second];
    for (const Argument& inner : clause.arguments)
      if (inner.role == (clause.passive ? Role::object : Role::subject))
        put(p, "that_subject", inner.head, inner.inherited);
      else if (inner.role == Role::object)
        put(p, "that_object", inner.head, inner.inherited);
    if (clause.kind == Clause::Kind::verb && !clause.negated && !has_modal(said)) add_deed(p, clause);
    if (clause.kind == Clause::Kind::verb && !clause.passive && is_bound(said))
      for (const Argument& inner : clause.arguments)
        if (inner.role == Role::subject) put(p, "bound_subject", inner.head, inner.inherited);
  }

  /// `must leave`, `should leave`; but `must have left` is a guess, `should have left` too late
  bool is_bound(TokenId verb) const {
    if (has_perfect(verb)) return false;
    return std::ranges::any_of(doc_.children(verb), [&](TokenId child) {
      const std::string word = lower(doc_.word(child));
      return doc_.tokens[child].dep == dep::aux && (word == "must" || word == "should" || word == "ought");
    });
  }

  std::string adverb_behind(TokenId verb) const {
    const TokenId t = verb + 1;
    if (t >= doc_.size() || doc_.tokens[t].head != verb || doc_.tokens[t].dep != dep::advmod) return {};
    return lower(doc_.word(t));
  }

  /// `threatened to impose tariffs on X`: upon whom it would be done.
  void add_deed_objects(Predicate& p, const Argument& a) const {
    const auto it = by_predicate_.find(a.head);
    if (it == by_predicate_.end()) return;
    p.deed = a.head;
    for (const Argument& inner : clauses_[it->second].arguments) {
      const bool upon = inner.role == Role::oblique && inner.preposition != no_token &&
                        (doc_.word(inner.preposition) == "on" || doc_.word(inner.preposition) == "against");
      if (inner.role == Role::object || upon) put(p, "deed_object", inner.head, inner.inherited);
      if (inner.role != Role::object) continue;
      for (const TokenId child : doc_.children(inner.head))
        if (doc_.tokens[child].dep == dep::prep &&
            (doc_.word(child) == "on" || doc_.word(child) == "against"))
          for (const TokenId object : doc_.children(child))
            if (doc_.tokens[object].dep == dep::pobj) put(p, "deed_object", object, inner.inherited);
    }
  }

  bool has_perfect(TokenId verb) const {
    return std::ranges::any_of(doc_.children(verb), [&](TokenId child) {
      return doc_.tokens[child].dep == dep::aux && doc_.lemma(child) == "have";
    });
  }

  bool has_modal(TokenId verb) const {
    for (const TokenId child : doc_.children(verb))
      if (doc_.tokens[child].dep == dep::aux && doc_.tokens[child].tag == tag::MD) return true;
    return false;
  }

  /// `said X lied`: who is said to have done what `with` of a frame lists.
  void add_deed(Predicate& p, const Clause& clause) const {
    p.deed = clause.predicate;
    for (const Argument& inner : clause.arguments)
      if (inner.role == Role::subject) put(p, "that_doer", inner.head, inner.inherited);
  }

  /// Who says what the clause says: `X called Y brave`, `X said Y was brave`.
  void add_speaker(Predicate& p, ClauseId c) const {
    if (clauses_[c].negated) return;  // `said Y was not guilty` accuses nobody
    if (const Clause* const above = reporting_clause(doc_, clauses_, clauses_[c]))
      for (const Argument& a : above->arguments)
        if (a.role == Role::subject) put(p, "speaker", a.head, a.inherited);
  }

  void add_adjective(ClauseId c, TokenId adjective) {
    Predicate p;
    p.kind = Frame::Kind::adjective;
    p.token = adjective;
    // A participle may be an adjective of its own: `opposed`.
    p.triggers = {doc_.tokens[adjective].tag == tag::VBN ? lower(doc_.word(adjective))
                                                         : lower(doc_.lemma(adjective))};
    if (schema_.frames(Frame::Kind::adjective, p.triggers[0]).empty()) return;
    p.clause = c;
    add_subjects(p, clauses_[c]);
    add_speaker(p, c);
    for (const TokenId child : doc_.children(adjective)) {
      if (doc_.tokens[child].dep == dep::npadvmod) put(p, "obj", child, false);
      if (doc_.tokens[child].dep != dep::prep) continue;
      std::vector<TokenId> members;
      state_.objects(child, members);
      for (const TokenId member : members) put(p, lower(doc_.word(child)), member, false);
    }
    out_.push_back(std::move(p));
  }

  /// `X said Y was a brave man`: what is said of the man is said of Y.
  void add_praise(ClauseId c) {
    for (const Argument& a : clauses_[c].arguments) {
      if (a.role != Role::attribute || state_.mention_headed(a.head) != ArticleState::none) continue;
      for (const TokenId child : doc_.children(a.head)) {
        if (doc_.tokens[child].dep != dep::amod) continue;
        Predicate p;
        p.kind = Frame::Kind::adjective;
        p.token = clauses_[c].predicate;
        p.triggers = {lower(doc_.lemma(child))};
        if (schema_.frames(Frame::Kind::adjective, p.triggers[0]).empty()) continue;
        p.clause = c;
        add_speaker(p, c);
        if (p.slots.empty()) continue;
        add_subjects(p, clauses_[c]);
        out_.push_back(std::move(p));
      }
    }
  }

  const ArticleState& state_;
  const Document& doc_;
  const SchemaTables& schema_;
  std::span<const Clause> clauses_;
  std::vector<Predicate>& out_;
  std::unordered_map<TokenId, ClauseId> by_predicate_;
};

}  // namespace

bool is_infinitive(const Document& doc, TokenId verb) {
  return std::ranges::any_of(doc.children(verb), [&](TokenId child) {
    return doc.tokens[child].dep == dep::aux && doc.tokens[child].tag == tag::TO;
  });
}

bool names_source(const Document& doc, TokenId preposition) {
  return doc.tokens[preposition].head != preposition &&
         lower(doc.word(doc.tokens[preposition].head)) == "according";
}

const Clause* reporting_clause(const Document& doc, std::span<const Clause> clauses, const Clause& clause) {
  if (clause.governor == no_clause || doc.tokens[clause.predicate].dep != dep::ccomp) return nullptr;
  const Clause& above = clauses[clause.governor];
  return words().reporting.contains(lower(doc.lemma(above.predicate))) ? &above : nullptr;
}

void verb_predicates(const ArticleState& state, std::span<const Clause> clauses,
                     std::vector<Predicate>& out) {
  VerbPredicates(state, clauses, out).run();
}

}  // namespace relata::detail
