// SPDX-License-Identifier: MIT
#include "canonicalize/titles.hpp"

#include <algorithm>
#include <array>

#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

struct Party {
  std::string_view word, name;
};
/// Adjectives and letters by which news calls the members of a party.
constexpr std::array<Party, 13> parties = {{{"Democratic", "Democratic Party"},
                                            {"Democrat", "Democratic Party"},
                                            {"D", "Democratic Party"},
                                            {"Republican", "Republican Party"},
                                            {"R", "Republican Party"},
                                            {"GOP", "Republican Party"},
                                            {"Conservative", "Conservative Party"},
                                            {"Tory", "Conservative Party"},
                                            {"Labour", "Labour Party"},
                                            {"Liberal", "Liberal Party"},
                                            {"Labor", "Labor Party"},
                                            {"Green", "Green Party"},
                                            {"Libertarian", "Libertarian Party"}}};

std::string_view party_of(std::string_view word) {
  for (const Party& p : parties)
    if (p.word == word) return p.name;
  return {};
}

/// A title with what belongs to it: `former German Foreign Minister`, `Secretary of State`.
struct Title {
  TokenId role = no_token;       ///< the word `Minister`
  TokenSpan words;               ///< what names the office: `Foreign Minister`
  std::string trigger;           ///< `minister`
  std::string joined;            ///< `prime_minister`, `foreign_minister`, or empty
  std::vector<EntityId> bodies;  ///< country or organisation it is an office of
  std::string_view party;
  bool past = false;
  bool deputy = false;
};

class Titles {
 public:
  Titles(ArticleState& state, std::vector<Candidate>& out)
      : state_(state), doc_(state.doc()), schema_(state.schema()), out_(out) {}

  void run() {
    country_ = main_country();
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
  bool is_role(TokenId t) const {
    const std::string lemma = lower(doc_.lemma(t));
    const std::string word = lower(doc_.word(t));
    return is_noun(doc_.tokens[t]) && (!schema_.frames(Frame::Kind::title, lemma).empty() ||
                                       !schema_.frames(Frame::Kind::title, word).empty());
  }

  std::string trigger(TokenId t) const {
    std::string lemma = lower(doc_.lemma(t));
    return schema_.frames(Frame::Kind::title, lemma).empty() ? lower(doc_.word(t)) : lemma;
  }

  /// The entities named within [first, last).
  void bodies(TokenId first, TokenId last, Title& title) const {
    for (TokenId t = first; t < last; ++t) {
      const std::size_t m = state_.mention_over(t);
      if (m == ArticleState::none) continue;
      const Mention& mention = state_.mentions()[m];
      if (mention.span.last > last) continue;
      // `Republican President X`: a party's adjective says whose member, not whose president.
      if (mention.kind == Mention::Kind::demonym && state_.entity(mention.entity).cls == cls::Organization)
        continue;
      constexpr std::array body_classes = {cls::Country,     cls::Organization, cls::GovernmentBody,
                                           cls::MediaOutlet, cls::Location,     cls::Group};
      const Label c = state_.entity(mention.entity).cls;
      if (std::ranges::find(body_classes, c) != body_classes.end() &&
          std::ranges::find(title.bodies, mention.entity) == title.bodies.end())
        title.bodies.push_back(mention.entity);
      t = std::max(t, mention.span.last - 1);
    }
  }

  bool in_entity(TokenId t, EntityId person) const {
    const std::size_t m = state_.mention_over(t);
    return m != ArticleState::none && state_.mentions()[m].entity != person;
  }

  /// Reads the title whose role word is `role`; modifiers may start at `first`, an `of` phrase may end at
  /// `last`.
  Title read(TokenId first, TokenId role, TokenId last, EntityId person) const {
    Title title;
    title.role = role;
    title.trigger = trigger(role);
    TokenId start = role;
    while (start > first) {
      const TokenId t = start - 1;
      const std::string word = lower(doc_.word(t));
      if (in_entity(t, person) || words().past.contains(word)) break;
      // `Secretary-General`, `director general`, `Fisheries Minister`.
      const bool named = doc_.tokens[t].pos == pos::PROPN && doc_.tokens[role].pos == pos::PROPN &&
                         party_of(doc_.word(t)).empty();
      if (!words().role_modifiers.contains(word) && word != "-" && !is_role(t) && !named) break;
      start = t;
    }
    while (start < role && doc_.tokens[start].pos == pos::PUNCT) ++start;
    if (start < role) {
      TokenId modifier = role - 1;
      while (modifier > start && doc_.tokens[modifier].tag == tag::HYPH) --modifier;
      title.joined = lower(doc_.word(modifier)) + "_" + title.trigger;
      for (TokenId t = start; t < role; ++t)
        if (words().deputies.contains(lower(doc_.word(t)))) title.deputy = true;
    }
    title.words = {start, role + 1};
    for (TokenId t = first; t < start; ++t) {
      const std::string_view word = doc_.word(t);
      if (words().past.contains(lower(word))) title.past = true;
      if (title.party.empty()) title.party = party_of(word);
    }
    bodies(first, start, title);
    if (role + 2 < last + 1 && role + 1 < last) {
      const std::string word = lower(doc_.word(role + 1));
      if (word == "of" || word == "for" || word == "at" || word == "to" || word == "with" || word == "from") {
        TokenId end = role + 2;
        while (end < last && !is_verb(doc_.tokens[end]) && doc_.tokens[end].pos != pos::PUNCT) ++end;
        const std::size_t before = title.bodies.size();
        bodies(role + 2, end, title);
        if (title.bodies.size() == before && word == "of" && end - role <= 5) {
          title.words.last = end;  // `Secretary of State`
        } else {
          // What stands in the of-phrase names the office's body better than what stands before the role.
          std::rotate(title.bodies.begin(), title.bodies.begin() + static_cast<std::ptrdiff_t>(before),
                      title.bodies.end());
        }
      }
    }
    return title;
  }

  void before(const Mention& mention) {
    const TokenId begin = doc_.sentences()[doc_.sentence_of(mention.span.first)].first;
    TokenId first = mention.span.first;
    // Titles inside the name's own span: `President Donald Trump`.
    TokenId last = mention.span.first;
    while (last + 1 < mention.span.last && is_role(last)) ++last;
    while (first > begin && mention.span.first - first < 12) {
      const Token& token = doc_.tokens[first - 1];
      const bool word = is_noun(token) || token.tag == tag::JJ || token.tag == tag::HYPH ||
                        token.tag == tag::POS || token.tag == tag::VBN || token.tag == tag::AFX ||
                        token.tag == tag::RB;
      const std::string_view text = doc_.word(first - 1);
      if (!word && !(text == "of" || text == "for" || text == "and" || text == "&")) break;
      if (token.tag == tag::RB && !words().past.contains(lower(text))) break;
      if (text == "and" && !(first >= begin + 2 && state_.mention_over(first - 2) != ArticleState::none &&
                             state_.mention_over(first - 2) == state_.mention_over(first)))
        break;
      --first;
    }
    if (first == last) return;
    // The role is the last word before the name, or stands before the of-phrase that ends there.
    TokenId role = no_token;
    TokenId tail = last;
    while (tail > first + 1 &&
           (doc_.tokens[tail - 1].tag == tag::HYPH || lower(doc_.word(tail - 1)) == "elect"))
      --tail;
    if (tail > first && is_role(tail - 1)) {
      role = tail - 1;
    } else {
      for (TokenId t = first; t + 1 < last; ++t)
        if (is_role(t) && (doc_.word(t + 1) == "of" || doc_.word(t + 1) == "for")) {
          role = t;
          break;
        }
    }
    if (role == no_token) {
      for (TokenId t = first; t < last; ++t)
        if (const std::string_view party = party_of(doc_.word(t)); !party.empty() && t + 2 >= last)
          party_statement(mention, party, t);
      return;
    }
    emit(mention, read(first, role, last, mention.entity), confidence::title);
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
      if (is_role(last) && (role == no_token || role + 1 == last)) role = last;
      ++last;
    }
    if (role == no_token) {
      // `X, a Republican from Texas`
      if (first < end)
        if (const std::string_view party = party_of(doc_.word(first));
            !party.empty() && doc_.word(first).size() > 1)
          party_statement(mention, party, first);
      return;
    }
    // A list of names is no apposition: `X, President Y and Z`.
    for (TokenId t = role + 1; t < last; ++t) {
      const std::size_t m = state_.mention_over(t);
      if (m != ArticleState::none && t == role + 1 &&
          state_.entity(state_.mentions()[m].entity).cls == cls::Person)
        return;
    }
    emit(mention, read(first, role, last, mention.entity), confidence::apposition);
  }

  /// `X of PBS`, `X of the Scottish National Party`, `X of Vermont`
  void of_body(const Mention& mention) {
    const TokenId t = mention.span.last;
    if (t + 1 >= doc_.size() || doc_.word(t) != "of" || doc_.sentence_of(t) != doc_.sentence_of(t + 1))
      return;
    TokenId first = t + 1;
    if (doc_.tokens[first].tag == tag::DT && first + 1 < doc_.size()) ++first;
    const std::size_t m = state_.mention_over(first);
    if (m == ArticleState::none || state_.mentions()[m].kind != Mention::Kind::name) return;
    const EntityId body = state_.mentions()[m].entity;
    const Entity& entity = state_.entity(body);
    const bool party = entity.label.find("Party") != std::string::npos;
    const std::string_view name = entity.cls == cls::Location ? "place_from" : party ? "party_of" : "body_of";
    if (entity.cls == cls::Country || entity.cls == cls::Person) return;
    pattern(name, mention.entity, body, t, confidence::party);
  }

  /// The country that the article is about: the one it names most often, and more than once.
  EntityId main_country() const {
    std::vector<std::size_t> count(state_.entities().size(), 0);
    for (const Mention& mention : state_.mentions())
      if (mention.entity < count.size() && state_.entity(mention.entity).cls == cls::Country)
        ++count[mention.entity];
    const auto most = std::ranges::max_element(count);
    return most == count.end() || *most < 2 ? no_entity : static_cast<EntityId>(most - count.begin());
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
    party_statement(mention, party_of(letter), t + 1);
    for (TokenId i = t + 1; i < end && i < t + 6 && doc_.word(i) != ")"; ++i) {
      const std::size_t m = state_.mention_over(i);
      if (m == ArticleState::none) continue;
      const EntityId place = state_.mentions()[m].entity;
      if (state_.entity(place).cls != cls::Location) continue;
      pattern("constituency", mention.entity, place, i, confidence::party);
      return;
    }
  }

  void party_statement(const Mention& mention, std::string_view party, TokenId t) {
    pattern("party", mention.entity, state_.named(party, cls::Organization), t, confidence::party);
  }

  void pattern(std::string_view name, EntityId s, EntityId o, TokenId t, double sure) {
    for (const FrameRow& row : schema_.frames(Frame::Kind::pattern, name))
      add(row, s, o, t, sure, false, name);
  }

  void add(const FrameRow& row, EntityId s, EntityId o, TokenId t, double sure, bool past,
           std::string_view trigger) {
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
    c.frame = (row.frame->kind == Frame::Kind::title ? "title " : "pattern ") + std::string(trigger);
    out_.push_back(std::move(c));
  }

  void emit(const Mention& mention, const Title& title, double sure) {
    std::span<const FrameRow> rows =
        title.joined.empty() ? std::span<const FrameRow>() : schema_.frames(Frame::Kind::title, title.joined);
    const bool own = !rows.empty();
    if (!own) rows = schema_.frames(Frame::Kind::title, title.trigger);
    bool position = false;
    bool led = false;
    if (title.bodies.empty() && !title.deputy && is_capitalised(doc_.word(title.role)) &&
        (title.trigger == "president" || title.joined == "prime_minister"))
      heads_.push_back({mention.entity, title.role, title.past});
    for (const FrameRow& row : rows) {
      if (row.object_classes == schema_.class_bit(cls::Position)) {
        position = true;
        continue;
      }
      const std::string& relation = schema_.schema().relations[row.relation].name;
      if (relation == "leader_of" && title.deputy) continue;
      for (const EntityId body : title.bodies) {
        const std::size_t before = out_.size();
        add(row, mention.entity, body, title.role, sure, title.past, title.trigger);
        if (out_.size() != before) {
          led |= relation == "leader_of";
          break;
        }
      }
    }
    if (own)
      for (const FrameRow& row : schema_.frames(Frame::Kind::title, title.trigger))
        position |= row.object_classes == schema_.class_bit(cls::Position);
    if (position) emit_position(mention, title, sure, led);
    if (!title.party.empty()) party_statement(mention, title.party, title.role);
  }

  void emit_position(const Mention& mention, const Title& title, double sure, bool led) {
    std::string office(doc_.span_text(title.words));
    if (office.empty()) return;
    std::vector<std::string> aliases = {office};
    std::string label = office;
    const bool head_of_state = title.trigger == "president" || title.joined == "prime_minister";
    const EntityId of = !title.bodies.empty() ? title.bodies.front() : head_of_state ? country_ : no_entity;
    if (of != no_entity) {
      const Entity& body = state_.entity(of);
      label = office + " of " + (body.label.starts_with("United ") ? "the " : "") + body.label;
      aliases.push_back(office + " of " + body.label);
      aliases.push_back(body.label + " " + office);
    }
    const EntityId position = state_.position(label, std::move(aliases), title.words);
    for (const FrameRow& row : schema_.frames(Frame::Kind::title, title.trigger))
      if (row.object_classes == schema_.class_bit(cls::Position)) {
        add(row, mention.entity, position, title.role, led ? sure * 0.8 : sure, title.past, title.trigger);
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
  std::vector<Candidate>& out_;
  EntityId country_ = no_entity;
  std::vector<Head> heads_;  ///< of state or government, country not named
};

}  // namespace

void title_statements(ArticleState& state, std::vector<Candidate>& out) {
  Titles(state, out).run();
}

}  // namespace relata::detail
