// SPDX-License-Identifier: MIT
#include <algorithm>

#include "canonicalize/assertion.hpp"
#include "canonicalize/times.hpp"
#include "canonicalize/titles.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class Places {
 public:
  Places(ArticleState& state, std::vector<Candidate>& out)
      : state_(state),
        doc_(state.doc()),
        schema_(state.schema()),
        out_(out),
        event_(schema_.class_bit(cls::Event)),
        place_(schema_.class_bit(cls::Country) | schema_.class_bit(cls::Location)) {}

  void run() {
    for (const Mention& mention : state_.mentions()) {
      comma(mention);
      based(mention);
      national(mention);
      inside(mention);
      unit(mention);
      own_party(mention);
      party_beside(mention);
      domestic(mention);
      if (mention.kind == Mention::Kind::name && (state_.class_of(mention.entity) & event_))
        named_event(mention);
    }
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (is_noun(doc_.tokens[t]) && state_.mention_headed(t) == ArticleState::none &&
          (schema_.noun_classes(lower(doc_.lemma(t))) & event_))
        event(t, no_entity);
  }

 private:
  void add(std::string_view pattern, EntityId s, EntityId o, TokenId t, double sure, bool unconditional) {
    for (const FrameRow& row : schema_.frames(Frame::Kind::pattern, pattern)) {
      if (s == o || !(state_.class_of(s) & row.subject_classes) || !(state_.class_of(o) & row.object_classes))
        continue;
      Candidate c;
      c.subject = s;
      c.object = o;
      c.relation = row.relation;
      c.token = t;
      c.confidence = sure;
      c.unconditional = unconditional;
      c.also = true;
      c.frame = "pattern " + std::string(pattern);
      out_.push_back(std::move(c));
    }
  }

  const Mention* place_at(TokenId t) const {
    if (t >= doc_.size()) return nullptr;
    const std::size_t m = state_.mention_over(t);
    if (m == ArticleState::none) return nullptr;
    const Mention& mention = state_.mentions()[m];
    return (state_.class_of(mention.entity) & place_) ? &mention : nullptr;
  }

  /// `Portland, Oregon`
  void comma(const Mention& city) {
    if (city.kind != Mention::Kind::name || state_.entity(city.entity).cls != cls::Location) return;
    const TokenId t = city.span.last;
    if (t + 1 >= doc_.size() || doc_.word(t) != "," || doc_.sentence_of(t) != doc_.sentence_of(t + 1)) return;
    const Mention* region = place_at(t + 1);
    if (!region || region->kind != Mention::Kind::name || region->span.first != t + 1) return;
    const std::string_view district = doc_.word(t + 1);
    if (district == "D.C." || district == "DC") return;  // part of the city's name
    // A third name after `and` or a comma makes it a list of places.
    const TokenId next = region->span.last;
    if (next + 1 < doc_.size() &&
        (doc_.word(next) == "and" || (doc_.word(next) == "," && place_at(next + 1))))
      return;
    if (doc_.tokens[region->head].dep == dep::conj) return;
    add("comma", city.entity, region->entity, city.head, confidence::comma_place, true);
  }

  /// `London-based X`, `Acme-owned Y`
  void based(const Mention& mention) {
    TokenId t = mention.span.last;
    if (t < doc_.size() && doc_.word(t) == "-") ++t;
    if (t >= doc_.size()) return;
    const std::string word = lower(doc_.word(t));
    const bool place = word == "based" && (state_.class_of(mention.entity) & place_) != 0;
    if (!place && word != "owned") return;
    TokenId head = doc_.tokens[t].head;
    for (int steps = 0; steps < 3 && head < doc_.size(); ++steps, head = doc_.tokens[head].head) {
      std::vector<EntityId> named;
      state_.fill(head, schema_.things(), false, named);
      for (const EntityId e : named)
        if (e != mention.entity && place)
          add("based", e, mention.entity, t, confidence::title, true);
        else if (e != mention.entity)
          add("owned", mention.entity, e, t, confidence::title, true);
      if (!named.empty() || doc_.is_root(head)) return;
    }
  }

  /// `American mathematician X`; a title says what office, not what nationality.
  void national(const Mention& demonym) {
    if (demonym.kind != Mention::Kind::demonym || state_.entity(demonym.entity).cls != cls::Country) return;
    // `an Australian, X,`
    if (const TokenId comma = demonym.span.last;
        is_noun(doc_.tokens[demonym.head]) && comma + 1 < doc_.size() && doc_.word(comma) == ",")
      if (const std::size_t m = state_.mention_over(comma + 1);
          m != ArticleState::none && state_.mentions()[m].kind == Mention::Kind::name &&
          (doc_.tokens[demonym.head].head == state_.mentions()[m].head ||
           doc_.tokens[state_.mentions()[m].head].head == demonym.head))
        add("national", state_.mentions()[m].entity, demonym.entity, demonym.head, confidence::place, true);
    const TokenId head = doc_.tokens[demonym.head].head;
    if (head >= doc_.size() || head == demonym.head) return;
    const std::size_t m = state_.mention_headed(head);
    if (m == ArticleState::none || state_.mentions()[m].kind != Mention::Kind::name) return;
    if (state_.entity(state_.mentions()[m].entity).cls != cls::Person) return;
    const TokenId first = state_.mentions()[m].span.first;
    if (first != demonym.span.last + 1) return;
    const std::string occupation = lower(doc_.lemma(first - 1));
    if (!schema_.frames(Frame::Kind::title, occupation).empty()) return;
    add("national", state_.mentions()[m].entity, demonym.entity, first - 1, confidence::place, true);
  }

  /// The places that a phrase names: `in X and Y`, `in the town of X`, `in the capital, X`.
  std::vector<EntityId> places(TokenId object) const {
    std::vector<EntityId> out;
    std::vector<TokenId> members;
    state_.conjuncts(object, members);
    for (const TokenId member : members) {
      if (const Mention* place = place_at(member)) {
        out.push_back(place->entity);
      } else if (words().place_nouns.contains(lower(doc_.lemma(member)))) {
        // What the town is called comes before the country that an adjective names.
        const std::size_t before = out.size();
        for (const TokenId child : doc_.children(member)) {
          if (doc_.tokens[child].dep == dep::appos) add_places(child, out);
          if (doc_.tokens[child].dep == dep::prep && child > member && doc_.word(child) == "of")
            for (const TokenId inner : doc_.children(child))
              if (doc_.tokens[inner].dep == dep::pobj) add_places(inner, out);
        }
        if (out.size() == before)
          for (const TokenId child : doc_.children(member))
            if (doc_.tokens[child].dep == dep::compound || doc_.tokens[child].dep == dep::nmod)
              if (const Mention* own = place_at(child)) out.push_back(own->entity);
      }
    }
    return out;
  }

  void add_places(TokenId head, std::vector<EntityId>& out) const {
    std::vector<TokenId> members;
    state_.conjuncts(head, members);
    for (const TokenId member : members)
      if (const Mention* place = place_at(member)) out.push_back(place->entity);
  }

  /// `the university in X`, `X Airport, near Y`: what has a name of its own stands where the phrase after it
  /// says.
  void inside(const Mention& mention) {
    if (mention.kind != Mention::Kind::name) return;
    const Label c = state_.entity(mention.entity).cls;
    if (c != cls::Location && c != cls::Organization && c != cls::GovernmentBody) return;
    TokenId t = mention.span.last;
    if (t < doc_.size() && doc_.word(t) == ",") ++t;
    if (t + 1 >= doc_.size() || doc_.tokens[t].dep != dep::prep) return;
    const TokenId above = doc_.tokens[t].head;
    // `the town of X in Y`: the phrase hangs on the town.
    const TokenId of = doc_.tokens[mention.head].head;
    const bool town =
        doc_.tokens[mention.head].dep == dep::pobj && doc_.word(of) == "of" && doc_.tokens[of].head == above;
    const bool own = (above >= mention.span.first && above < mention.span.last) || town;
    const bool facility = words().facilities.contains(lower(doc_.lemma(mention.head)));
    if (!own && !(above == doc_.tokens[mention.head].head && facility)) return;
    const std::string word = lower(doc_.word(t));
    if (word != "in" && word != "near" && word != "outside" && word != "at") return;
    for (const TokenId object : doc_.children(t))
      if (doc_.tokens[object].dep == dep::pobj)
        for (const EntityId place : places(object))
          add("place_in", mention.entity, place, mention.head, confidence::place, true);
  }

  /// `X University's Institute of Y`: a body that another possesses is a part of it.
  void unit(const Mention& mention) {
    const Classes bodies = schema_.class_bit(cls::Organization) | schema_.class_bit(cls::GovernmentBody);
    if (mention.kind != Mention::Kind::name || !(state_.class_of(mention.entity) & bodies)) return;
    const TokenId owner = doc_.child(mention.head, dep::poss);
    if (owner == no_token || owner >= mention.span.first) return;
    const std::size_t m = state_.mention_headed(owner);
    if (m == ArticleState::none || state_.mentions()[m].kind != Mention::Kind::name) return;
    if (!(state_.class_of(state_.mentions()[m].entity) & bodies)) return;
    add("unit_of", mention.entity, state_.mentions()[m].entity, mention.head, confidence::place, true);
  }

  /// Events that a possessor says the place of: `the city's elections`, but not `Ruritania's invasion`.
  static bool is_of_a_place(std::string_view lemma) {
    for (const std::string_view word : {"election", "referendum", "caucus", "primary", "protest", "riot",
                                        "earthquake", "flood", "wildfire", "outbreak", "festival", "parade"})
      if (lemma == word) return true;
    return false;
  }

  bool is_date(TokenId t) const { return doc_.tokens[t].ent_type == ent::DATE; }

  /// `X and Y, all Republicans`, `X, the longest serving Democrat`
  void party_beside(const Mention& party) {
    if (state_.entity(party.entity).cls != cls::Organization) return;
    if (doc_.tokens[party.head].tag == tag::NNPS || doc_.tokens[party.head].tag == tag::NNS) {
      std::vector<TokenId> listed;  // `some Democrats, such as X and Y`
      state_.listed(party.head, listed);
      for (const TokenId member : listed)
        if (const std::size_t m = state_.mention_headed(member); m != ArticleState::none)
          add("party", state_.mentions()[m].entity, party.entity, party.head, confidence::place, true);
    }
    if (doc_.tokens[party.head].dep != dep::appos) return;
    if (party.kind != Mention::Kind::demonym && doc_.tokens[party.head].tag == tag::NNP) return;
    std::vector<TokenId> members;
    state_.conjuncts(doc_.tokens[party.head].head, members);
    // The last of a list bears the apposition of all.
    for (TokenId t = doc_.tokens[party.head].head; doc_.tokens[t].dep == dep::conj; t = doc_.tokens[t].head)
      members.push_back(doc_.tokens[t].head);
    for (const TokenId member : members)
      if (const std::size_t m = state_.mention_headed(member); m != ArticleState::none)
        add("party", state_.mentions()[m].entity, party.entity, party.head, confidence::place, true);
  }

  /// `X's Labour Party`, `his former party, Y`
  void own_party(const Mention& party) {
    if (party.kind != Mention::Kind::name || state_.entity(party.entity).cls != cls::Organization ||
        state_.entity(party.entity).label.find("Party") == std::string::npos)
      return;
    const TokenId owner = doc_.child(party.head, dep::poss);
    if (owner == no_token || state_.mention_headed(owner) == ArticleState::none) return;
    add("party_of", state_.mentions()[state_.mention_headed(owner)].entity, party.entity, party.head,
        confidence::place, true);
  }

  /// `the Ruritanian airline X`, `X of Ruritania`: the state that a firm or body is of.
  void domestic(const Mention& body) {
    const Label c = state_.entity(body.entity).cls;
    if (body.kind != Mention::Kind::name || (c != cls::Organization && c != cls::MediaOutlet)) return;
    const TokenId noun = body.span.first - 1;  // the common noun between adjective and name
    if (body.span.first < 2 || doc_.sentence_of(body.span.first - 2) != doc_.sentence_of(body.span.first))
      return;
    if (doc_.tokens[noun].tag != tag::NN ||
        !(schema_.noun_classes(lower(doc_.lemma(noun))) &
          (schema_.class_bit(cls::Organization) | schema_.class_bit(cls::MediaOutlet))))
      return;
    const std::size_t m = state_.mention_over(noun - 1);
    if (m == ArticleState::none) return;
    const Mention& adjective = state_.mentions()[m];
    if (!(state_.class_of(adjective.entity) & place_)) return;
    add("domestic", body.entity, adjective.entity, noun, confidence::place, true);
  }

  void event(TokenId head, EntityId known) {
    const auto self = [&] { return known != no_entity ? known : state_.common_noun(head, event_); };
    for (const TokenId child : doc_.children(head)) {
      const Label d = doc_.tokens[child].dep;
      if (d == dep::prep) phrase(child, head, self);
      if (d == dep::poss && is_of_a_place(lower(doc_.lemma(head))))
        if (const Mention* place = place_at(child); place && place->kind == Mention::Kind::name)
          add("event_in", self(), place->entity, head, confidence::place, false);
      if ((d == dep::compound || d == dep::nmod) && known == no_entity)
        if (const Mention* place = place_at(child);
            place && place->span.last <= head && place->kind == Mention::Kind::name &&
            state_.entity(place->entity).cls == cls::Location)  // `US talks` need not be held there
          add("event_in", self(), place->entity, head, confidence::place, false);
    }
    // `the vote to be held on Y`
    for (const TokenId child : doc_.children(head))
      if ((doc_.tokens[child].dep == dep::acl || doc_.tokens[child].dep == dep::relcl) &&
          words().holding.contains(lower(doc_.lemma(child))))
        around(child, self);
    // `the summit was held in X on Y`
    // `a couple of bombings took place`: the count is the verb's subject.
    TokenId top = head;
    if (doc_.tokens[top].dep == dep::pobj && doc_.word(doc_.tokens[top].head) == "of") {
      const TokenId count = doc_.tokens[doc_.tokens[top].head].head;
      const std::string lemma = lower(doc_.lemma(count));
      if (words().transparent.contains(lemma) || words().counting.contains(lemma) || lemma == "couple")
        top = count;
    }
    const TokenId verb = doc_.tokens[top].head;
    const Label d = doc_.tokens[top].dep;
    if (verb == top || !is_verb(doc_.tokens[verb])) return;
    const std::string lemma = lower(doc_.lemma(verb));
    const bool held = d == dep::nsubjpass || (d == dep::nsubj && words().happening.contains(lemma));
    const bool holds = d == dep::dobj && words().holding.contains(lemma);
    if (held || holds) around(verb, self);
  }

  /// Places and dates that a verb says of the event.
  template <class Self>
  void around(TokenId verb, const Self& self) {
    for (const TokenId child : doc_.children(verb)) {
      const Label d = doc_.tokens[child].dep;
      if (d == dep::prep) phrase(child, verb, self);
      if (d == dep::npadvmod && is_date(child)) on_date(child, verb, self);
    }
  }

  /// `the Hong Kong protests`: the place stands inside the name.
  void named_event(const Mention& mention) {
    for (TokenId t = mention.span.first; t < mention.span.last; ++t)
      if (const Mention* place = place_at(t); place && place->entity != mention.entity)
        add("event_in", mention.entity, place->entity, mention.head, confidence::place, false);
    event(mention.head, mention.entity);
  }

  template <class Self>
  void phrase(TokenId preposition, TokenId at, const Self& self) {
    const std::string word = lower(doc_.word(preposition));
    const bool where = word == "in" || word == "at" || word == "near" || word == "outside" ||
                       word == "inside" || word == "across";
    const bool when = word == "on" || word == "in" || word == "for";
    if (!where && !when) return;
    for (const TokenId object : doc_.children(preposition)) {
      if (doc_.tokens[object].dep != dep::pobj) continue;
      if (when && is_date(object)) {
        if (word != "for" || words().holding.contains(lower(doc_.lemma(at)))) on_date(object, at, self);
      } else if (where) {
        for (const EntityId place : places(object))
          add("event_in", self(), place, at, confidence::place, false);
      }
    }
  }

  template <class Self>
  void on_date(TokenId word, TokenId at, const Self& self) {
    const EntityId date = state_.date(word, assertion(state_, at).status == Status::planned);
    if (date != no_entity) add("event_on", self(), date, at, confidence::date, false);
  }

  ArticleState& state_;
  const Document& doc_;
  const SchemaTables& schema_;
  std::vector<Candidate>& out_;
  Classes event_, place_;
};

}  // namespace

void place_statements(ArticleState& state, std::vector<Candidate>& out) {
  Places(state, out).run();
}

}  // namespace relata::detail
