// SPDX-License-Identifier: MIT
#include <algorithm>

#include "canonicalize/assertion.hpp"
#include "canonicalize/patterns.hpp"
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
      inside(mention);
      if (mention.kind == Mention::Kind::name && (state_.class_of(mention.entity) & event_))
        named_event(mention);
    }
    for (TokenId t = 0; t < doc_.size(); ++t)
      if (is_noun(doc_.tokens[t]) && state_.mention_headed(t) == ArticleState::none &&
          (schema_.noun_classes(lower(doc_.lemma(t))) & event_))
        event(t, no_entity);
      else
        site(t);
  }

 private:
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
    // `X, Ruritania's envoy`: what follows belongs to the state.
    if (next < doc_.size() && doc_.tokens[next].tag == tag::POS) return;
    add_pattern(state_, out_, "comma", city.entity, region->entity, city.head, confidence::comma_place, true);
  }

  /// The places that a phrase names: `in X and Y`, `in the town of X`, `in the capital, X`.
  std::vector<EntityId> places(TokenId object) const {
    std::vector<EntityId> out;
    std::vector<TokenId> members;
    state_.conjuncts(object, members);
    for (const TokenId member : members) {
      if (const Mention* place = place_at(member)) {
        out.push_back(place->entity);
      } else if (is_part(lower(doc_.lemma(member)))) {
        const std::size_t before = out.size();
        for (const TokenId child : doc_.children(member))  // `the Soho area of X`
          if (doc_.tokens[child].dep == dep::compound)
            if (const Mention* own = place_at(child)) out.push_back(own->entity);
        if (out.size() != before) continue;
        for (const TokenId child : doc_.children(member))
          if (doc_.tokens[child].dep == dep::prep && child > member && doc_.word(child) == "of")
            for (const TokenId inner : doc_.children(child))
              if (doc_.tokens[inner].dep == dep::pobj)
                for (const EntityId of : places(inner)) out.push_back(of);
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
      } else if (state_.mention_over(member) == ArticleState::none) {
        // `at a warehouse in X`
        for (const TokenId child : doc_.children(member))
          if (doc_.tokens[child].dep == dep::prep && child > member &&
              (doc_.word(child) == "in" || doc_.word(child) == "near"))
            for (const TokenId inner : doc_.children(child))
              if (doc_.tokens[inner].dep == dep::pobj) add_places(inner, out);
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
    // `X, in northern Ruritania,` and `X in Ruritania`, whatever the phrase hangs on
    const TokenId end = doc_.subtree(t).last;
    const bool bracketed = t > mention.span.last && end < doc_.size() && doc_.word(end) == ",";
    const bool beside = c == cls::Location && (bracketed || (t == mention.span.last && doc_.word(t) == "in" &&
                                                             (names_country(t) || names_region(t))));
    // `gathered on X Square in Y`: the phrase may hang on what governs the site.
    static const WordSet sites = {"square", "street",  "building", "palace", "bridge", "tower",
                                  "hall",   "mosque",  "avenue",   "arena",  "camp",   "port",
                                  "mall",   "theatre", "garden",   "house",  "base",   "club"};
    const std::string kind = lower(doc_.lemma(mention.head));
    const bool facility = words().facilities.contains(kind) || (c == cls::Location && sites.contains(kind));
    TokenId governor = doc_.tokens[mention.head].head;
    if (facility && doc_.tokens[mention.head].dep == dep::pobj && t == mention.span.last)
      governor = doc_.tokens[governor].head;
    if (!own && !beside && !(above == governor && facility)) return;
    const std::string word = lower(doc_.word(t));
    if (word != "in" && word != "near" && word != "outside" && word != "at") return;
    for (const TokenId object : doc_.children(t))
      if (doc_.tokens[object].dep == dep::pobj)
        for (const EntityId place : places(object))
          add_pattern(state_, out_, "place_in", mention.entity, place, mention.head, confidence::place, true);
  }

  /// `in the province of X`, `in northern X`: where a place lies, not where somebody does something.
  bool names_region(TokenId preposition) const {
    static const WordSet directions = {"northern",     "southern",     "eastern",
                                       "western",      "central",      "northeastern",
                                       "northwestern", "southeastern", "southwestern"};
    const TokenId object = doc_.child(preposition, dep::pobj);
    if (object == no_token || object > preposition + 8) return false;
    if (place_at(object) == nullptr) {
      const std::string lemma = lower(doc_.lemma(object));
      return (words().place_nouns.contains(lemma) || is_part(lemma)) && !places(object).empty();
    }
    return std::ranges::any_of(doc_.children(object),
                               [&](TokenId child) { return directions.contains(lower(doc_.word(child))); });
  }

  /// A part of a place that is named after it: `the centre of X`.
  static bool is_part(std::string_view lemma) {
    static const WordSet parts = {"centre", "center", "heart", "outskirt", "area",  "north",
                                  "south",  "east",   "west",  "part",     "suburb"};
    return parts.contains(std::string(lemma));
  }

  /// `a base in X`: a site without a name of its own.
  void site(TokenId head) {
    static const WordSet bodies = {"legislature", "parliament", "embassy", "university", "school", "museum"};
    const std::string lemma = lower(doc_.lemma(head));
    if (!is_noun(doc_.tokens[head]) || state_.mention_over(head) != ArticleState::none) return;
    const Classes classes = schema_.noun_classes(lemma);
    const bool body = bodies.contains(lemma);
    if (!body && !(classes & schema_.class_bit(cls::Location))) return;
    const TokenId preposition = head + 1;
    if (preposition + 1 >= doc_.size() || doc_.tokens[preposition].dep != dep::prep ||
        doc_.tokens[preposition].head != head)
      return;
    const std::string_view word = doc_.word(preposition);
    if (word != "in" && word != "near" && word != "outside" && word != "at") return;
    const TokenId object = doc_.child(preposition, dep::pobj);
    if (object == no_token) return;
    for (const EntityId place : places(object))
      if (const EntityId e = state_.common_noun(head, body ? classes : schema_.class_bit(cls::Location));
          e != no_entity)
        add_pattern(state_, out_, "place_in", e, place, head, confidence::place, true);
  }

  bool names_country(TokenId preposition) const {
    const TokenId object = doc_.child(preposition, dep::pobj);
    const Mention* const place = object == no_token ? nullptr : place_at(object);
    return place != nullptr && place->kind == Mention::Kind::name &&
           state_.entity(place->entity).cls == cls::Country;
  }

  /// Events that a possessor says the place of: `the city's elections`, but not `Ruritania's invasion`.
  static bool is_of_a_place(std::string_view lemma) {
    for (const std::string_view word : {"election", "referendum", "caucus", "primary", "protest", "riot",
                                        "earthquake", "flood", "wildfire", "outbreak", "festival", "parade"})
      if (lemma == word) return true;
    return false;
  }

  bool is_date(TokenId t) const { return doc_.tokens[t].ent_type == ent::DATE; }

  void event(TokenId head, EntityId known) {
    const auto self = [&] { return known != no_entity ? known : state_.common_noun(head, event_); };
    // A day right behind the noun is said of it, wherever the parser hangs it.
    if (const TokenId next = head + 1; next + 1 < doc_.size() && doc_.tokens[next].dep == dep::prep &&
                                       doc_.word(next) == "on" && doc_.tokens[next].head != head &&
                                       doc_.sentence_of(next) == doc_.sentence_of(head))
      phrase(next, head, self);
    for (const TokenId child : doc_.children(head)) {
      const Label d = doc_.tokens[child].dep;
      if (d == dep::prep) phrase(child, head, self);
      if (d == dep::poss && is_of_a_place(lower(doc_.lemma(head))))
        if (const Mention* place = place_at(child); place && place->kind == Mention::Kind::name)
          add_pattern(state_, out_, "event_in", self(), place->entity, head, confidence::place, false);
      if ((d == dep::compound || d == dep::nmod) && known == no_entity)
        if (const Mention* place = place_at(child);
            place && place->span.last <= head && place->kind == Mention::Kind::name &&
            state_.entity(place->entity).cls == cls::Location)  // `US talks` need not be held there
          add_pattern(state_, out_, "event_in", self(), place->entity, head, confidence::place, false);
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
        add_pattern(state_, out_, "event_in", mention.entity, place->entity, mention.head, confidence::place,
                    false);
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
          add_pattern(state_, out_, "event_in", self(), place, at, confidence::place, false);
      }
    }
  }

  template <class Self>
  void on_date(TokenId word, TokenId at, const Self& self) {
    const EntityId date = state_.date(word, assertion(state_, at).status == Status::planned);
    if (date != no_entity) add_pattern(state_, out_, "event_on", self(), date, at, confidence::date, false);
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
