// SPDX-License-Identifier: MIT
#include <algorithm>

#include "canonicalize/predicates.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class NounPredicates {
 public:
  NounPredicates(const ArticleState& state, std::span<const Clause> clauses, std::vector<Predicate>& out)
      : state_(state),
        doc_(state.doc()),
        schema_(state.schema()),
        clauses_(clauses),
        out_(out),
        governing_(doc_.size()),
        agent_(schema_.slot("agent")),
        holder_(schema_.slot("holder")),
        self_(schema_.slot("self")) {
    for (ClauseId c = 0; c < clauses.size(); ++c)
      for (const Argument& a : clauses[c].arguments)
        if (a.head < doc_.size() && (a.role == Role::object || a.role == Role::attribute ||
                                     a.role == Role::oblique || a.role == Role::subject))
          governing_[a.head].push_back({c, &a});
  }

  void run() {
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (is_noun(doc_.tokens[t])) add(t);
  }

 private:
  struct Governing {
    ClauseId clause;
    const Argument* argument;
  };

  void put(Predicate& p, SlotName name, TokenId head, bool inherited = false) const {
    if (name == no_slot || head == p.token) return;
    for (const Slot& slot : p.slots)
      if (slot.name == name && slot.head == head) return;
    p.slots.push_back({name, head, inherited});
  }
  void put(Predicate& p, std::string_view name, TokenId head, bool inherited = false) const {
    put(p, schema_.slot(name), head, inherited);
  }

  void put_all(Predicate& p, SlotName name, TokenId head, bool agent) const {
    std::vector<TokenId> members;
    state_.conjuncts(head, members);
    for (const TokenId member : members) {
      put(p, name, member);
      if (agent) put(p, agent_, member);
    }
  }

  void add(TokenId noun) {
    Predicate p;
    p.kind = Frame::Kind::noun;
    p.token = noun;
    const std::string lemma = lower(doc_.lemma(noun));
    // Inside a name only its head is a predicate: `Foreign Minister Lavrov`.
    if (noun > 0 && is_noun(doc_.tokens[noun - 1])) {
      const std::string joined = lower(doc_.lemma(noun - 1)) + "_" + lemma;
      if (!schema_.frames(Frame::Kind::noun, joined).empty()) p.triggers.push_back(joined);
    }
    // `prime minister`, `chief executive`
    if (noun > 0 && p.triggers.empty()) {
      const std::string joined = lower(doc_.word(noun - 1)) + "_" + lemma;
      if (!schema_.frames(Frame::Kind::noun, joined).empty()) p.triggers.push_back(joined);
    }
    if (!schema_.frames(Frame::Kind::noun, lemma).empty()) p.triggers.push_back(lemma);
    if (p.triggers.empty()) return;
    for (const TokenId child : doc_.children(noun))
      if (child < noun && words().deputies.contains(lower(doc_.word(child)))) p.deputy = true;
    if (state_.is_role(noun) && state_.is_of_part(noun)) p.deputy = true;
    if (self_ != no_slot) p.slots.push_back({self_, noun, false});
    add_modifiers(p, noun);
    add_prepositions(p, noun, noun);
    add_participles(p, noun);
    add_content(p, noun);
    add_governors(p, noun);
    add_holders(p, noun);
    if (p.slots.size() > 1) out_.push_back(std::move(p));
  }

  void add_modifiers(Predicate& p, TokenId noun) const {
    for (const TokenId child : doc_.children(noun)) {
      const Label d = doc_.tokens[child].dep;
      if (d == dep::poss) put_all(p, schema_.slot("poss"), child, true);
      if (d != dep::amod && d != dep::compound && d != dep::nmod) continue;
      if (doc_.tokens[child].ent_type == ent::MONEY) put(p, "amount", child);
      if (!ArticleState::office_of_adjective(lower(doc_.word(child))).empty()) put(p, "office", child);
      const std::size_t m = state_.mention_headed(child) != ArticleState::none ? state_.mention_headed(child)
                                                                               : state_.mention_over(child);
      if (m == ArticleState::none) {
        // `UK-based`, `US-Russia`: names joined by a hyphen hang under an adjective or a noun.
        for (const TokenId part : doc_.children(child))
          if (state_.mention_headed(part) != ArticleState::none) put(p, agent_, part);
        continue;
      }
      const Mention& mention = state_.mentions()[m];
      if (mention.span.first <= noun && noun < mention.span.last) continue;
      // `the Democratic mayor`: whose member the mayor is, not whose mayor.
      if (is_party_adjective(mention) && lower(doc_.lemma(noun)) != "leader") continue;
      const bool nationality = mention.kind == Mention::Kind::demonym || d == dep::amod;
      put_all(p, schema_.slot(nationality ? "nat" : "comp"), mention.head, true);
    }
  }

  bool is_party_adjective(const Mention& mention) const {
    if (state_.entity(mention.entity).cls != cls::Organization) return false;
    return mention.kind == Mention::Kind::demonym ||
           (mention.span.last - mention.span.first == 1 && state_.is_party(mention.entity));
  }

  void add_prepositions(Predicate& p, TokenId from, TokenId after) const {
    for (const TokenId child : doc_.children(from)) {
      if (child < after || (doc_.tokens[child].dep != dep::prep && doc_.tokens[child].dep != dep::agent &&
                            doc_.tokens[child].dep != dep::dative))
        continue;
      const std::string preposition = lower(doc_.word(child));
      const SlotName name = schema_.slot(preposition);
      for (const TokenId object : doc_.children(child)) {
        if (doc_.tokens[object].dep == dep::pobj) put_all(p, name, object, preposition == "by");
        if (doc_.tokens[object].dep == dep::prep) {
          for (const TokenId inner : doc_.children(object))
            if (doc_.tokens[inner].dep == dep::pobj)
              put_all(p, schema_.slot(lower(doc_.word(object))), inner, false);
        }
      }
    }
  }

  /// `a letter sent by X to Y`
  void add_participles(Predicate& p, TokenId noun) const {
    for (const TokenId child : doc_.children(noun))
      if (doc_.tokens[child].dep == dep::acl && doc_.tokens[child].tag == tag::VBN)
        add_prepositions(p, child, child);
  }

  /// `the claim that X lied`, `the call for X to leave`: who is said to have done it, who is to do it.
  void add_content(Predicate& p, TokenId noun) const {
    for (const TokenId child : doc_.children(noun)) {
      if (doc_.tokens[child].dep != dep::acl || child < noun) continue;
      const TokenId mark = doc_.child(child, dep::mark), subject = doc_.child(child, dep::nsubj);
      if (mark == no_token || subject == no_token) continue;
      if (is_infinitive(doc_, child)) {
        put_all(p, schema_.slot("to_subject"), subject, false);
      } else if (lower(doc_.word(mark)) == "that" && !doc_.has_child(child, dep::neg)) {
        p.deed = child;
        put_all(p, schema_.slot("that_doer"), subject, false);
      }
    }
  }

  /// `one of the founders`: the word that counts them stands where the noun would.
  TokenId one_of(TokenId noun) const {
    const TokenId of = doc_.tokens[noun].head;
    if (doc_.tokens[noun].dep != dep::pobj || lower(doc_.word(of)) != "of") return noun;
    const TokenId one = doc_.tokens[of].head;
    const std::string word = lower(doc_.word(one));
    return doc_.tokens[one].tag == tag::CD || word == "some" || word == "several" || word == "many" ? one
                                                                                                    : noun;
  }

  bool is_journey(TokenId noun) const {
    const std::string lemma = lower(doc_.lemma(noun));
    return lemma == "visit" || lemma == "trip" || lemma == "tour" || lemma == "journey";
  }

  /// Light verbs lend their subject and the phrases that the parser hung on them: `held talks with X`.
  void add_governors(Predicate& p, TokenId noun) const {
    for (const Governing& g : governing_[noun]) {
      const Clause& clause = clauses_[g.clause];
      const std::string verb = lower(doc_.lemma(clause.predicate));
      // `cancelled a visit to X`: one's own, where nobody else's is said
      static const WordSet putting_off = {"cancel", "postpone", "delay", "scrap", "abandon",
                                          "rule",   "consider", "weigh", "call"};
      const bool own = putting_off.contains(verb) && !doc_.has_child(noun, dep::poss) && is_journey(noun);
      const bool light = own || words().light.contains(verb);
      if (g.argument->role == Role::object && light) {
        if (p.clause == no_clause) p.clause = g.clause;
        for (const Argument& a : clause.arguments)
          if (a.role == Role::subject) put(p, agent_, a.head, a.inherited);
        for (const Argument& a : clause.arguments) {
          if (a.role == Role::indirect_object) put(p, "to", a.head, a.inherited);
          if (a.role == Role::oblique && a.preposition != no_token && a.head > noun)
            put(p, lower(doc_.word(a.preposition)), a.head, a.inherited);
        }
      }
      // `left at the request of X`: who does it
      if (g.argument->role == Role::oblique)
        for (const Argument& a : clause.arguments)
          if (a.role == Role::subject) put(p, "doer", a.head, a.inherited);
      // `X was in talks with Y`, `X entered into negotiations`
      if (g.argument->role == Role::oblique && g.argument->preposition != no_token &&
          (verb == "be" || verb == "enter" || verb == "engage")) {
        if (p.clause == no_clause) p.clause = g.clause;
        for (const Argument& a : clause.arguments) {
          if (a.role == Role::subject) put(p, agent_, a.head, a.inherited);
          if (a.role == Role::oblique && a.preposition != no_token && a.head > noun)
            put(p, lower(doc_.word(a.preposition)), a.head, a.inherited);
        }
      }
    }
  }

  /// Who is what the noun says: `X is the founder`, `X, the founder`, `the founder, X`, `serves as founder`.
  void add_holders(Predicate& p, TokenId noun) const {
    const TokenId place = one_of(noun);
    const Token& token = doc_.tokens[place];
    if (token.dep == dep::appos) {
      put(p, holder_, token.head);
      if (doc_.tokens[noun].tag == tag::NNS) {  // `X and Y, both members`
        std::vector<TokenId> members;
        state_.conjuncts(token.head, members);
        for (const TokenId member : members)
          if (member < noun) put(p, holder_, member);
      }
    }
    for (const TokenId child : doc_.children(noun)) {
      if (doc_.tokens[child].dep != dep::appos) continue;
      put(p, holder_, child);
      if (token.tag != tag::NNS && token.tag != tag::NNPS) continue;
      std::vector<TokenId> members;  // `her sons X and Y`
      state_.conjuncts(child, members);
      for (const TokenId member : members) put(p, holder_, member);
    }
    if (token.dep == dep::conj && doc_.tokens[token.head].dep == dep::appos) {
      put(p, holder_, doc_.tokens[token.head].head);
    }
    if (token.tag == tag::NNS) {  // `critics such as X and Y`
      std::vector<TokenId> listed;
      state_.listed(noun, listed);
      for (const TokenId member : listed) put(p, holder_, member);
    }
    // `is the founder and head of X`: the parser hangs what they share on one of the two.
    if (token.dep == dep::conj && state_.mention_headed(noun) == ArticleState::none) {
      for (const Governing& g : governing_[token.head]) {
        if (g.argument->role != Role::attribute) continue;
        for (const Argument& a : clauses_[g.clause].arguments)
          if (a.role == Role::subject) put(p, holder_, a.head, a.inherited);
      }
      if (!doc_.has_child(noun, dep::prep)) add_prepositions(p, token.head, token.head);
    }
    // `X, the chair and Y's spokesman`: the parser takes the office for a second name.
    if (token.dep == dep::conj && state_.mention_headed(noun) == ArticleState::none &&
        doc_.has_child(noun, dep::det) && doc_.tokens[token.head].ent_type == ent::PERSON)
      put(p, holder_, token.head);
    // A title that the parser took for a modifier of the name.
    if ((token.dep == dep::compound || token.dep == dep::nmod) &&
        state_.mention_headed(token.head) != ArticleState::none)
      put(p, holder_, token.head);
    for (const Governing& g : governing_[place]) {
      const Clause& clause = clauses_[g.clause];
      const std::string verb = lower(doc_.lemma(clause.predicate));
      // `serves as chairman`, `rose to chairman`
      static const WordSet rising = {"promote", "elevate", "rise", "advance"};
      const bool oblique = g.argument->role == Role::oblique && g.argument->preposition != no_token;
      const std::string by = oblique ? lower(doc_.word(g.argument->preposition)) : std::string();
      const bool as = by == "as" || (by == "to" && rising.contains(verb));
      // `X's wife was Y`: Y is the wife.
      if (g.argument->role == Role::subject && clause.kind == Clause::Kind::copula)
        for (const Argument& a : clause.arguments)
          if (a.role == Role::attribute && state_.mention_headed(a.head) != ArticleState::none)
            put(p, holder_, a.head, a.inherited);
      // `guests included X`, `X was among the guests`
      if (g.argument->role == Role::subject && verb == "include")
        for (const Argument& a : clause.arguments)
          if (a.role == Role::object) put(p, holder_, a.head, a.inherited);
      if (by == "among" && verb == "be")
        for (const Argument& a : clause.arguments)
          if (a.role == Role::subject) put(p, holder_, a.head, a.inherited);
      if (g.argument->role != Role::attribute && !as) continue;
      // `endorsed X as president`: X is not that yet.
      static const WordSet wishing = {"endorse", "back",   "support", "propose", "favour", "favor",
                                      "want",    "reject", "oppose",  "suggest", "float",  "consider"};
      if (as && wishing.contains(verb)) continue;
      p.clause = g.clause;
      if (!as) add_speaker(p, clause);
      // `X succeeded Y as president`: X is president.
      static const WordSet following = {"succeed", "replace", "follow"};
      const bool follows = as && following.contains(verb);
      bool object = false;
      for (const Argument& a : clause.arguments)
        if (a.role == Role::object && !follows) {
          put(p, holder_, a.head, a.inherited);
          object = true;
        }
      // `named X minister`, read as one phrase: who names is not who holds.
      static const WordSet naming = {"name",     "appoint",  "elect",     "choose",  "select",
                                     "crown",    "make",     "designate", "declare", "install",
                                     "proclaim", "nominate", "pick"};
      if (object || (!clause.passive && naming.contains(verb))) continue;
      for (const Argument& a : clause.arguments)
        if (a.role == Role::subject) put(p, holder_, a.head, a.inherited);
    }
    const std::size_t m = state_.mention_headed(noun);
    if (m != ArticleState::none && state_.mentions()[m].kind == Mention::Kind::nominal && holder_ != no_slot)
      p.slots.push_back({holder_, noun, true});
  }

  /// Who says so: `X said Y was a disgrace`.
  void add_speaker(Predicate& p, const Clause& clause) const {
    if (const Clause* const above = reporting_clause(doc_, clauses_, clause))
      for (const Argument& a : above->arguments)
        if (a.role == Role::subject) put(p, "speaker", a.head, a.inherited);
  }

  const ArticleState& state_;
  const Document& doc_;
  const SchemaTables& schema_;
  std::span<const Clause> clauses_;
  std::vector<Predicate>& out_;
  std::vector<std::vector<Governing>> governing_;
  SlotName agent_, holder_, self_;
};

}  // namespace

void noun_predicates(const ArticleState& state, std::span<const Clause> clauses,
                     std::vector<Predicate>& out) {
  NounPredicates(state, clauses, out).run();
}

}  // namespace relata::detail
