// SPDX-License-Identifier: MIT
#include "canonicalize/patterns.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class Affiliations {
 public:
  Affiliations(ArticleState& state, std::vector<Candidate>& out)
      : state_(state),
        doc_(state.doc()),
        schema_(state.schema()),
        out_(out),
        place_(schema_.class_bit(cls::Country) | schema_.class_bit(cls::Location)) {}

  void run() {
    for (TokenId t = 0; t + 1 < doc_.size(); ++t) {
      based_in(t);
      state_owned(t);
    }
    for (const Mention& mention : state_.mentions()) {
      based(mention);
      national(mention);
      possessed(mention);
      life_dates(mention);
      unit(mention);
      own_party(mention);
      party_beside(mention);
      of_politician(mention);
      domestic(mention);
    }
  }

 private:
  /// `London-based X`, `London-born X`, `London native X`, `Acme-owned Y`
  void based(const Mention& mention) {
    TokenId t = mention.span.last;
    if (t < doc_.size() && doc_.word(t) == "-") ++t;
    if (t >= doc_.size()) return;
    const std::string word = lower(doc_.word(t));
    const std::string_view pattern = word == "headquartered" ? "based"
                                     : word == "native"      ? "born"
                                                             : std::string_view(word);
    const bool place = pattern == "based" || pattern == "born";
    if (place ? !(state_.class_of(mention.entity) & place_) : pattern != "owned") return;
    TokenId head = doc_.tokens[t].head;
    for (int steps = 0; steps < 3 && head < doc_.size(); ++steps, head = doc_.tokens[head].head) {
      std::vector<EntityId> named;
      state_.fill(head, schema_.things(), false, named);
      for (const EntityId e : named)
        if (e != mention.entity && place)
          add_pattern(state_, out_, pattern, e, mention.entity, t, confidence::title, true);
        else if (e != mention.entity)
          add_pattern(state_, out_, pattern, mention.entity, e, t, confidence::title, true);
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
        add_pattern(state_, out_, "national", state_.mentions()[m].entity, demonym.entity, demonym.head,
                    confidence::place, true);
    TokenId head = doc_.tokens[demonym.head].head;
    if (head >= doc_.size() || head == demonym.head) return;
    if (state_.mention_headed(head) == ArticleState::none && is_noun(doc_.tokens[head])) {
      of_occupation(demonym, head);
      if (doc_.tokens[head].dep == dep::compound || doc_.tokens[head].dep == dep::nmod)
        head = doc_.tokens[head].head;
    }
    const std::size_t m = state_.mention_headed(head);
    if (m == ArticleState::none || state_.mentions()[m].kind != Mention::Kind::name) return;
    if (state_.entity(state_.mentions()[m].entity).cls != cls::Person) return;
    const TokenId first = state_.mentions()[m].span.first;
    if (first <= demonym.span.last || first > demonym.span.last + 3) return;
    const std::string occupation = lower(doc_.lemma(first - 1));
    static const WordSet of_bodies = {"rival", "giant", "ally", "partner",    "group",
                                      "brand", "side",  "team", "counterpart"};
    const bool title = !schema_.frames(Frame::Kind::title, occupation).empty();
    if ((title && !words().occupations.contains(occupation)) || of_bodies.contains(occupation)) return;
    add_pattern(state_, out_, "national", state_.mentions()[m].entity, demonym.entity, first - 1,
                confidence::place, true);
  }

  /// `Ann Novak, a Ruritanian footballer`, `Ann Novak is a Ruritanian footballer`
  void of_occupation(const Mention& demonym, TokenId noun) {
    if (!words().occupations.contains(lower(doc_.lemma(noun)))) return;
    const std::size_t m = told_by(noun);
    if (m == ArticleState::none || state_.entity(state_.mentions()[m].entity).cls != cls::Person) return;
    add_pattern(state_, out_, "national", state_.mentions()[m].entity, demonym.entity, noun,
                confidence::place, true);
  }

  /// The mention of which a noun says what it is: `X, a noun`, `X is a noun`.
  std::size_t told_by(TokenId noun) const {
    TokenId bearer = no_token;
    if (doc_.tokens[noun].dep == dep::appos) bearer = doc_.tokens[noun].head;
    if (doc_.tokens[noun].dep == dep::attr && doc_.lemma(doc_.tokens[noun].head) == "be")
      bearer = doc_.child(doc_.tokens[noun].head, dep::nsubj);
    return bearer == no_token ? ArticleState::none : state_.mention_headed(bearer);
  }

  /// `Based in X, Y makes`, `Originally from X, Y lives`
  void based_in(TokenId t) {
    const bool in = doc_.word(t + 1) == "in", from = doc_.word(t + 1) == "from";
    const bool based = in && doc_.tokens[t].dep == dep::prep && lower(doc_.word(t)) == "based";
    const bool born = from && doc_.tokens[t].head == t + 1 && lower(doc_.word(t)) == "originally";
    if (!based && !born) return;
    const TokenId subject = doc_.child(doc_.tokens[based ? t : t + 1].head, dep::nsubj);
    const TokenId object = doc_.child(t + 1, dep::pobj);
    if (subject == no_token || object == no_token) return;
    const std::size_t body = state_.mention_headed(subject), place = state_.mention_headed(object);
    if (body == ArticleState::none || place == ArticleState::none ||
        !(state_.class_of(state_.mentions()[place].entity) & place_))
      return;
    add_pattern(state_, out_, based ? "based" : "born", state_.mentions()[body].entity,
                state_.mentions()[place].entity, t, confidence::title, true);
  }

  /// `the Ruritanian state-owned firm X`, `Ruritania's state-run X`
  void state_owned(TokenId t) {
    static const WordSet ways = {"owned", "run", "controlled"};
    if (t < 2 || doc_.word(t - 1) != "-" || lower(doc_.word(t - 2)) != "state" ||
        !ways.contains(lower(doc_.word(t))))
      return;
    const TokenId firm = doc_.tokens[t].head;
    std::vector<EntityId> firms, states;
    state_.fill(firm, schema_.things() & ~place_, false, firms);
    for (TokenId head = firm; firms.empty() && !doc_.is_root(head) && head - t < 4;) {
      head = doc_.tokens[head].head;
      if (head < firm) break;
      state_.fill(head, schema_.things() & ~place_, false, firms);
    }
    for (const TokenId child : doc_.children(firm))
      if (child < t && (doc_.tokens[child].dep == dep::amod || doc_.tokens[child].dep == dep::poss))
        state_.fill(child, schema_.class_bit(cls::Country), false, states);
    for (const EntityId state : states)
      for (const EntityId e : firms) add_pattern(state_, out_, "owned", state, e, t, confidence::place, true);
  }

  /// `Ann Novak (4 May 1950 – 3 June 2010)`, `Ann Novak (1950–2010)`
  void life_dates(const Mention& person) {
    if (person.kind != Mention::Kind::name || state_.entity(person.entity).cls != cls::Person) return;
    const TokenId open = person.span.last;
    if (open + 2 >= doc_.size() || doc_.word(open) != "(") return;
    TokenId close = open + 1;
    while (close < doc_.size() && close < open + 14 && doc_.word(close) != ")") ++close;
    if (close >= doc_.size() || doc_.word(close) != ")") return;
    const std::string text(doc_.span_text({open + 1, close}));
    for (const std::string_view dash : {"–", "—", "-"}) {
      const std::size_t at = text.find(dash);
      if (at == std::string::npos) continue;
      const EntityId born = date_in(text.substr(0, at)), died = date_in(text.substr(at + dash.size()));
      if (born == no_entity || died == no_entity) return;
      add_pattern(state_, out_, "birth_date", person.entity, born, person.head, confidence::date, true);
      add_pattern(state_, out_, "death_date", person.entity, died, person.head, confidence::date, true);
      return;
    }
  }

  EntityId date_in(std::string_view words) {
    while (words.starts_with(' ')) words.remove_prefix(1);
    while (words.ends_with(' ')) words.remove_suffix(1);
    const bool year = words.find_first_of("0123456789") != std::string_view::npos;
    return year ? state_.date_called(words) : no_entity;
  }

  /// `Ruritania's Ann Novak won`, `Novex's Ann Novak said`, `Novex's Zelda`: whose somebody or something is.
  void possessed(const Mention& own) {
    const Label c = state_.entity(own.entity).cls;
    if (own.kind != Mention::Kind::name || (c != cls::Person && c != cls::Product)) return;
    const TokenId owner = doc_.child(own.head, dep::poss);
    if (owner == no_token || own.span.first != owner + 2) return;  // the mark alone stands between them
    const std::size_t m = state_.mention_headed(owner);
    if (m == ArticleState::none || state_.mentions()[m].kind != Mention::Kind::name) return;
    const EntityId body = state_.mentions()[m].entity;
    const Label of = state_.entity(body).cls;
    std::string_view pattern;
    if (c == cls::Product)
      pattern = of == cls::Organization ? "product_of" : "";
    else if (of == cls::Country)
      pattern = "national";
    else if (of == cls::Organization || of == cls::MediaOutlet)
      pattern = state_.is_party(body) ? "party_of" : "body_of";
    if (pattern.empty()) return;
    if (pattern == "product_of")
      add_pattern(state_, out_, pattern, body, own.entity, owner, confidence::place, true);
    else
      add_pattern(state_, out_, pattern, own.entity, body, owner, confidence::place, true);
  }

  /// `X University's Institute of Y`, `Ruritania's parliament`, `the parliament of Ruritania`: a body that
  /// another possesses is a part of it, an organ of a state part of the state; an outlet that a firm
  /// possesses is its own.
  void unit(const Mention& mention) {
    const Classes organs = schema_.class_bit(cls::GovernmentBody);
    const Classes bodies = schema_.class_bit(cls::Organization) | organs;
    const Classes outlets = schema_.class_bit(cls::MediaOutlet);
    const Classes own = state_.class_of(mention.entity);
    if (!(own & (bodies | outlets)) || mention.kind == Mention::Kind::demonym) return;
    const Classes owners = (own & organs) ? bodies | place_ : bodies | outlets;
    // That a government is its state's need not be said.
    if ((own & organs) && state_.entity(mention.entity).label.find("overnment") != std::string::npos) return;
    // `its Zelda chain`: the name says which chain.
    static const WordSet kinds = {"chain",   "unit", "brand",    "subsidiary", "division", "business",
                                  "service", "site", "platform", "channel",    "network",  "label",
                                  "arm",     "app",  "website",  "airline",    "magazine"};
    const Label d = doc_.tokens[mention.head].dep;
    // The kind may be within the mention, or what it hangs on.
    const TokenId above =
        d == dep::compound || d == dep::appos ? doc_.tokens[mention.head].head : mention.head;
    const bool kind = kinds.contains(doc_.word(above)) ||
                      (above != mention.head && kinds.contains(lower(doc_.lemma(above))));
    for (const TokenId child : doc_.children(kind ? above : mention.head)) {
      TokenId owner = child;
      if ((own & organs) && doc_.tokens[child].dep == dep::prep && doc_.word(child) == "of" &&
          child > mention.head)
        owner = doc_.child(child, dep::pobj);
      else if (doc_.tokens[child].dep != dep::poss)
        continue;
      if (owner == no_token || (owner >= mention.span.first && owner < mention.span.last)) continue;
      const std::size_t m = state_.mention_headed(owner);
      if (m == ArticleState::none || (!kind && state_.mentions()[m].kind != Mention::Kind::name)) continue;
      if (!(state_.class_of(state_.mentions()[m].entity) & owners)) continue;
      const EntityId whole = state_.mentions()[m].entity;
      if (kind || ((own & outlets) && (state_.class_of(whole) & bodies)))
        add_pattern(state_, out_, "owned", whole, mention.entity, mention.head, confidence::place, true);
      else
        add_pattern(state_, out_, "unit_of", mention.entity, whole, mention.head, confidence::place, true);
    }
  }

  /// `X is a Republican politician from Y`, `X, a Labour MP`
  void of_politician(const Mention& party) {
    if (!state_.is_party(party.entity)) return;
    const TokenId noun = doc_.tokens[party.head].head;
    if (noun == party.head || state_.mention_headed(noun) != ArticleState::none) return;
    static const WordSet members = {"politician",     "lawmaker",  "senator", "congressman", "congresswoman",
                                    "representative", "governor",  "mayor",   "mp",          "legislator",
                                    "candidate",      "strategist"};
    if (!members.contains(lower(doc_.lemma(noun)))) return;
    if (const std::size_t m = told_by(noun); m != ArticleState::none)
      add_pattern(state_, out_, "party", state_.mentions()[m].entity, party.entity, noun, confidence::place,
                  true);
  }

  /// `X and Y, all Republicans`, `X, the longest serving Democrat`
  void party_beside(const Mention& party) {
    if (state_.entity(party.entity).cls != cls::Organization) return;
    if (doc_.tokens[party.head].tag == tag::NNPS || doc_.tokens[party.head].tag == tag::NNS) {
      std::vector<TokenId> listed;  // `some Democrats, such as X and Y`
      state_.listed(party.head, listed);
      for (const TokenId member : listed)
        if (const std::size_t m = state_.mention_headed(member); m != ArticleState::none)
          add_pattern(state_, out_, "party", state_.mentions()[m].entity, party.entity, party.head,
                      confidence::place, true);
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
        add_pattern(state_, out_, "party", state_.mentions()[m].entity, party.entity, party.head,
                    confidence::place, true);
  }

  /// `X's Labour Party`, `his former party, Y`
  void own_party(const Mention& party) {
    if (party.kind == Mention::Kind::name && state_.entity(party.entity).cls == cls::Organization &&
        doc_.tokens[party.head].dep == dep::appos) {
      const TokenId noun = doc_.tokens[party.head].head;
      const TokenId member = lower(doc_.lemma(noun)) == "party" ? doc_.child(noun, dep::poss) : no_token;
      if (member != no_token && state_.mention_headed(member) != ArticleState::none) {
        const Mention& person = state_.mentions()[state_.mention_headed(member)];
        if (state_.entity(person.entity).cls == cls::Person)
          add_pattern(state_, out_, "party_of", person.entity, party.entity, noun, confidence::place, true);
        return;
      }
    }
    if (party.kind != Mention::Kind::name || state_.entity(party.entity).cls != cls::Organization ||
        state_.entity(party.entity).label.find("Party") == std::string::npos)
      return;
    const TokenId owner = doc_.child(party.head, dep::poss);
    if (owner == no_token || state_.mention_headed(owner) == ArticleState::none) return;
    const EntityId member = state_.mentions()[state_.mention_headed(owner)].entity;
    if (state_.entity(member).cls == cls::Person)  // `Germany's Social Democrats`
      add_pattern(state_, out_, "party_of", member, party.entity, party.head, confidence::place, true);
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
    add_pattern(state_, out_, "domestic", body.entity, adjective.entity, noun, confidence::place, true);
  }

  ArticleState& state_;
  const Document& doc_;
  const SchemaTables& schema_;
  std::vector<Candidate>& out_;
  Classes place_;
};

}  // namespace

void affiliation_statements(ArticleState& state, std::vector<Candidate>& out) {
  Affiliations(state, out).run();
}

}  // namespace relata::detail
