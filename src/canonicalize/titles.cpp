// SPDX-License-Identifier: MIT
#include "canonicalize/titles.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "canonicalize/title_reader.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class Titles {
 public:
  Titles(ArticleState& state, std::vector<Candidate>& out)
      : state_(state), doc_(state.doc()), schema_(state.schema()), reader_(state), out_(out) {}

  void run() {
    country_ = state_.main_country();
    for (const Mention& mention : state_.mentions()) {
      if (mention.kind != Mention::Kind::name || mention.span.first >= mention.span.last) continue;
      if (!(state_.class_of(mention.entity) & schema_.class_bit(cls::Person))) continue;
      before(mention);
      after(mention);
      in_brackets(mention);
      of_body(mention);
    }
    lead_the_country();
  }

 private:
  void before(const Mention& mention) {
    const TokenId begin = doc_.sentences()[doc_.sentence_of(mention.span.first)].first;
    // Titles inside the name's own span: `President Donald Trump`.
    TokenId last = mention.span.first;
    const bool dean =
        doc_.word(last) == "Dean" && mention.span.last - mention.span.first == 2;  // a given name
    while (last + 1 < mention.span.last && state_.is_role(last) && !dean) ++last;
    TokenId first = reader_.phrase_start(begin, mention.span.first);
    if (first == last) {
      before_comma(mention, begin);
      return;
    }
    const TokenId role = reader_.role_in(first, last);
    if (role == no_token) {
      for (TokenId t = first; t < last; ++t)
        if (const std::string_view party = reader_.party_at(t); !party.empty() && t + 2 >= last)
          party_statement(mention, party, t);
      return;
    }
    // `Army Chief of Staff General X` holds an office, and the rank besides.
    const TokenId rank = rank_start(doc_, first, role);
    const TokenId office = rank > first ? reader_.role_in(first, rank) : no_token;
    if (office != no_token) {
      hold(mention, reader_.read(first, office, rank, mention.entity), confidence::title);
      first = rank;
    }
    hold(mention, reader_.read(first, role, last, mention.entity), confidence::title);
    // `party leader and Prime Minister X`
    if (first >= begin + 2 && doc_.word(first - 1) == "and") {
      last = first - 1;
      first = reader_.phrase_start(begin, last);
      if (const TokenId other = first < last ? reader_.role_in(first, last) : no_token; other != no_token)
        emit(mention, reader_.read(first, other, last, mention.entity), confidence::title);
    }
  }

  const Mention* person_at(TokenId t) const {
    if (t >= doc_.size()) return nullptr;
    const std::size_t m = state_.mention_over(t);
    if (m == ArticleState::none) return nullptr;
    const Mention& mention = state_.mentions()[m];
    if (mention.kind != Mention::Kind::name) return nullptr;
    return (state_.class_of(mention.entity) & schema_.class_bit(cls::Person)) ? &mention : nullptr;
  }

  /// `the mayor of X, Y,` and `X's transport secretary, Y, said`.
  void before_comma(const Mention& mention, TokenId begin) {
    const TokenId comma = mention.span.first;
    if (comma < begin + 2 || doc_.word(comma - 1) != ",") return;
    const TokenId last = comma - 1;
    if (person_at(last - 1)) return;  // a list of names
    const TokenId first = reader_.phrase_start(begin, last);
    const TokenId role = first < last ? reader_.role_in(first, last) : no_token;
    if (role == no_token) return;
    const bool one = doc_.tokens[role].tag == tag::NN || doc_.tokens[role].tag == tag::NNP;
    const TokenId next = mention.span.last;
    if (one && next + 1 < doc_.size() && (doc_.word(next) == "and" || doc_.word(next) == ",") &&
        person_at(next + 1))
      return;
    hold(mention, reader_.read(first, role, last, mention.entity), confidence::apposition);
  }

  /// The title of `mention`, and of the names that a plural goes on to: `Senators X of Utah and Y`.
  void hold(const Mention& mention, Title title, double sure) {
    const std::vector<EntityId> shared = title.bodies;
    title.bodies = own_bodies(mention, title, shared);
    emit(mention, title, sure);
    const Label number = doc_.tokens[title.role].tag;
    if (number != tag::NNS && number != tag::NNPS) return;
    const Mention* at = &mention;
    for (int members = 0; members < 12; ++members) {
      TokenId t = at->span.last;
      if (t + 1 < doc_.size() && (doc_.word(t) == "of" || doc_.word(t) == "from"))
        if (const std::size_t m = state_.mention_over(t + 1); m != ArticleState::none)
          t = state_.mentions()[m].span.last;
      const TokenId before = t;
      while (t < doc_.size() && t < before + 2 && (doc_.word(t) == "," || doc_.word(t) == "and")) ++t;
      const Mention* next = t == before ? nullptr : person_at(t);
      if (!next || next->span.first != t || doc_.sentence_of(t) != doc_.sentence_of(mention.span.first))
        return;
      title.bodies = own_bodies(*next, title, shared);
      emit(*next, title, sure);
      at = next;
    }
  }

  /// `Crown Prince X of Y`: without a body before the name, the one after it. `Chairman X of New York` comes
  /// from there.
  std::vector<EntityId> own_bodies(const Mention& mention, const Title& title,
                                   const std::vector<EntityId>& shared) const {
    static const WordSet of_bodies = {"chairman", "chairwoman", "chair", "speaker", "leader", "whip"};
    if (!shared.empty() || of_bodies.contains(title.trigger)) return shared;
    const TokenId t = mention.span.last;
    Title after;
    if (t + 1 < doc_.size() && doc_.word(t) == "of" && doc_.sentence_of(t) == doc_.sentence_of(t + 1))
      if (const std::size_t m = state_.mention_over(t + 1); m != ArticleState::none)
        reader_.bodies(t + 1, state_.mentions()[m].span.last, after);
    return after.bodies;
  }

  /// `X, Germany's foreign minister,`: the words up to the next comma or verb.
  void after(const Mention& mention) {
    const TokenId end = doc_.sentences()[doc_.sentence_of(mention.span.first)].last;
    TokenId first = mention.span.last;
    if (first + 1 >= end || doc_.word(first) != ",") return;
    ++first;
    while (first < end && doc_.tokens[first].tag == tag::DT) ++first;
    TokenId last = first;
    TokenId role = no_token;
    while (last < end && last - first < 16) {
      const Token& token = doc_.tokens[last];
      if (is_verb(token) || token.pos == pos::PUNCT || token.tag == tag::WDT || token.tag == tag::WP) {
        if (token.tag != tag::HYPH && token.tag != tag::POS) break;
      }
      const bool before_role = is_noun(token) || token.tag == tag::JJ || token.tag == tag::HYPH ||
                               token.tag == tag::POS || token.tag == tag::PRPS || token.tag == tag::DT ||
                               token.tag == tag::AFX;
      if (role == no_token && !before_role && !words().past.contains(lower(doc_.word(last)))) break;
      // The last role word before a preposition: `the party's deputy leader`.
      if (state_.is_role(last) && (role == no_token || role + 1 == last)) role = last;
      ++last;
    }
    if (role == no_token) {
      // `X, a Republican from Texas`, `X, the longest serving Democrat`
      for (TokenId t = first; t < last; ++t)
        if (const std::string_view party = reader_.party_at(t); party.size() > 0 && doc_.word(t).size() > 1) {
          party_statement(mention, party, t);
          return;
        }
      return;
    }
    // A list of names is no apposition: `X, President Y and Z`, `X, MP (a Member of Parliament) Y`.
    TokenId next = role + 1;
    if (next < end && doc_.word(next) == "(") {
      while (next < end && doc_.word(next) != ")") ++next;
      ++next;
    }
    if (person_at(next)) return;
    emit(mention, reader_.read(first, role, last, mention.entity), confidence::apposition);
    // `X, founder and chairman of Y`
    if (role + 2 < last && doc_.word(role + 1) == "and") {
      TokenId other = role + 2;
      while (other < last && !state_.is_role(other) && is_noun(doc_.tokens[other])) ++other;
      while (other + 1 < last && state_.is_role(other + 1)) ++other;
      if (other < last && state_.is_role(other) && !person_at(other + 1))
        emit(mention, reader_.read(role + 2, other, last, mention.entity), confidence::apposition);
    }
  }

  /// `X of PBS`, `X of the Scottish National Party`, `X of Vermont`, `X of Springfield, Illinois`
  void of_body(const Mention& mention) {
    TokenId t = mention.span.last;
    // `X, 34, from Y`
    if (t + 4 < doc_.size() && doc_.word(t) == "," && doc_.tokens[t + 1].tag == tag::CD &&
        doc_.word(t + 2) == ",")
      t += 2;
    if (t + 2 < doc_.size() && doc_.word(t) == ",") ++t;  // `X, of the Y council,`
    const bool bracketed = t > mention.span.last;
    if (t + 1 >= doc_.size() || doc_.sentence_of(t) != doc_.sentence_of(t + 1)) return;
    if (doc_.word(t) != "of" && !(bracketed && (doc_.word(t) == "from" || doc_.word(t) == "at"))) return;
    TokenId first = t + 1;
    while (first + 1 < doc_.size() &&
           (doc_.tokens[first].tag == tag::DT || doc_.tokens[first].tag == tag::JJ) &&
           state_.mention_over(first) == ArticleState::none)
      ++first;
    const std::size_t m = state_.mention_over(first);
    if (m == ArticleState::none || state_.mentions()[m].kind != Mention::Kind::name) return;
    const EntityId body = state_.mentions()[m].entity;
    const Entity& entity = state_.entity(body);
    const bool party = state_.is_party(body);
    if (entity.cls == cls::Country || entity.cls == cls::Person) return;
    // `X of Springfield, Illinois` lives there; `X of Illinois` is sent by it.
    const TokenId after = state_.mentions()[m].span.last;
    bool town = bracketed && after < doc_.size() &&  // `X, of Springfield, said`
                (doc_.word(after) == "," || doc_.word(after) == ".");
    if (after + 1 < doc_.size() && doc_.word(after) == ",")
      if (const std::size_t region = state_.mention_over(after + 1); region != ArticleState::none)
        town = state_.entity(state_.mentions()[region].entity).cls == cls::Location ||
               state_.entity(state_.mentions()[region].entity).cls == cls::Country;
    const std::string_view name = entity.cls != cls::Location ? (party ? "party_of" : "body_of")
                                  : town                      ? "home_town"
                                                              : "place_from";
    pattern(name, mention.entity, body, t, confidence::party);
  }

  /// `President X` without a country leads the country that the article is about.
  void lead_the_country() {
    if (country_ == no_entity) return;
    for (const Head& head : heads_) {
      const bool known = std::ranges::any_of(out_, [&](const Candidate& c) {
        return c.subject == head.person && c.open.empty() &&
               schema_.schema().relations[c.relation].name == "leader_of";
      });
      if (known) continue;
      for (const FrameRow& row : schema_.frames(Frame::Kind::title, "president"))
        if (schema_.schema().relations[row.relation].name == "leader_of")
          add(row, head.person, country_, head.token, confidence::place, head.past, "president");
    }
  }

  /// `Senator X (R-Texas)`
  void in_brackets(const Mention& mention) {
    const TokenId end = doc_.sentences()[doc_.sentence_of(mention.span.first)].last;
    TokenId t = mention.span.last;
    if (t + 1 >= end || doc_.word(t) != "(") return;
    const std::string_view inside = doc_.word(t + 1);
    const std::string_view letter = inside.substr(0, inside.find('-'));
    if (letter != "R" && letter != "D") return;
    const TokenId close = t + 2;
    if (letter.size() == inside.size() && close < end && doc_.word(close) != ")" && doc_.word(close) != "-" &&
        doc_.word(close) != ",")
      return;
    party_statement(mention, reader_.party_of(letter), t + 1);
    for (TokenId i = t + 1; i < end && i < t + 6 && doc_.word(i) != ")"; ++i) {
      const std::size_t m = state_.mention_over(i);
      if (m == ArticleState::none) continue;
      const EntityId place = state_.mentions()[m].entity;
      if (state_.entity(place).cls != cls::Location) continue;
      pattern("constituency", mention.entity, place, i, confidence::party);
      return;
    }
  }

  /// `X and fellow Republican Y`: both are.
  void fellow(std::string_view party, TokenId t) {
    for (TokenId before = t; before > 2 && before + 4 > t; --before)
      if (lower(doc_.word(before - 1)) == "fellow" && doc_.word(before - 2) == "and")
        if (const Mention* const other = person_at(before - 3); other != nullptr)
          pattern("party", other->entity, state_.named(party, cls::Organization), t, confidence::party);
  }

  void party_statement(const Mention& mention, std::string_view party, TokenId t) {
    fellow(party, t);
    pattern("party", mention.entity, state_.named(party, cls::Organization), t, confidence::party);
  }

  void pattern(std::string_view name, EntityId s, EntityId o, TokenId t, double sure) {
    for (const FrameRow& row : schema_.frames(Frame::Kind::pattern, name))
      add(row, s, o, t, sure, false, name);
  }

  void add(const FrameRow& row, EntityId s, EntityId o, TokenId t, double sure, bool past,
           std::string_view trigger, bool future = false) {
    if (!(state_.class_of(s) & row.subject_classes) || !(state_.class_of(o) & row.object_classes)) return;
    Candidate c;
    c.subject = s;
    c.object = o;
    c.relation = row.relation;
    c.token = t;
    c.confidence = row.frame->confidence > 0 ? row.frame->confidence : sure;
    c.also = true;
    c.unconditional = true;
    c.past = past;
    if (future) c.status = "planned";
    c.declared = row.frame;
    c.frame = (row.frame->kind == Frame::Kind::title ? "title " : "pattern ") + std::string(trigger);
    out_.push_back(std::move(c));
  }

  void emit(const Mention& mention, const Title& title, double sure) {
    std::span<const FrameRow> rows =
        title.joined.empty() ? std::span<const FrameRow>() : schema_.frames(Frame::Kind::title, title.joined);
    const bool own = !rows.empty();
    if (!own) rows = schema_.frames(Frame::Kind::title, title.trigger);
    bool position = false;
    const bool capital = title.joined == "prime_minister" || is_capitalised(doc_.word(title.words.first));
    if (heads_state(title) && title.bodies.empty() && !title.deputy && !title.future && capital &&
        heads_country(mention.entity, title))
      heads_.push_back({mention.entity, title.role, title.past});
    for (const FrameRow& row : rows) {
      if (row.object_classes == schema_.class_bit(cls::Position)) {
        position = true;
        continue;
      }
      const std::string& relation = schema_.schema().relations[row.relation].name;
      const bool leads = relation == "leader_of";
      if (leads && (title.deputy || title.of_part)) continue;
      for (const EntityId body : title.bodies) {
        if (body == country_ && heads_state(title) && !title.past && !title.deputy)
          holders_.try_emplace(title.trigger, mention.entity);
        const bool state = state_.entity(body).cls == cls::Country;
        if (is_trade(title, body) || (state && leads && !leads_states(title.trigger))) continue;
        // `US Senator X` sits in a house of the state and stands for a part of it.
        if (state && relation == "represents" &&
            (title.trigger == "senator" || title.trigger == "representative"))
          continue;
        const std::size_t before = out_.size();
        add(row, mention.entity, body, title.role, sure, title.past, title.trigger, title.future);
        if (out_.size() != before) break;
      }
    }
    if (own)
      for (const FrameRow& row : schema_.frames(Frame::Kind::title, title.trigger))
        position |= row.object_classes == schema_.class_bit(cls::Position);
    if (position) emit_position(mention, title, sure);
    if (!title.party.empty()) party_statement(mention, title.party, title.role);
  }

  /// `the Ruritanian director X`: what somebody does for a living, and where from.
  static bool is_trade(const Title& title, EntityId body) {
    return body == title.nationality && title.words.last - title.words.first == 1 &&
           words().occupations.contains(title.trigger);
  }

  /// A state has no director; its chief of something is not its head.
  static bool leads_states(std::string_view trigger) {
    static const WordSet of_bodies = {"director", "chief",      "head",          "boss",   "manager",
                                      "chairman", "commander",  "chairwoman",    "chair",  "chairperson",
                                      "ceo",      "commandant", "administrator", "speaker"};
    return !of_bodies.contains(trigger);
  }

  static bool heads_state(const Title& title) {
    return !title.of_part && (title.trigger == "president" || title.joined == "prime_minister");
  }

  /// Whether an office of state without a country is the main country's: of two presidents only the first.
  bool heads_country(EntityId person, const Title& title) {
    if (title.past) return true;
    return holders_.try_emplace(title.trigger, person).first->second == person;
  }

  void emit_position(const Mention& mention, const Title& title, double sure) {
    if (!title.bodies.empty() && is_trade(title, title.bodies.front())) return;
    const bool main = title.bodies.empty() && heads_state(title) && heads_country(mention.entity, title);
    const EntityId of = !title.bodies.empty() ? title.bodies.front() : main ? country_ : no_entity;
    const EntityId position = state_.office(title.words, of);
    if (position == no_entity) return;
    for (const std::string& trigger : {title.joined, title.trigger})
      for (const FrameRow& row : schema_.frames(Frame::Kind::title, trigger))
        if (row.object_classes == schema_.class_bit(cls::Position)) {
          add(row, mention.entity, position, title.role, sure, title.past, trigger, title.future);
          return;
        }
  }

  struct Head {
    EntityId person;
    TokenId token;
    bool past;
  };

  ArticleState& state_;
  const Document& doc_;
  const SchemaTables& schema_;
  TitleReader reader_;
  std::vector<Candidate>& out_;
  EntityId country_ = no_entity;
  std::map<std::string, EntityId> holders_;  ///< of the main country's offices of state
  std::vector<Head> heads_;                  ///< of state or government, country not named
};

}  // namespace

void title_statements(ArticleState& state, std::vector<Candidate>& out) {
  Titles(state, out).run();
}

}  // namespace relata::detail
