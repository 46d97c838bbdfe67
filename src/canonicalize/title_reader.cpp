// SPDX-License-Identifier: MIT
#include "canonicalize/title_reader.hpp"

#include <algorithm>
#include <array>

#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

/// Prepositions between a role and its body.
bool joins_body(std::string_view word) {
  return word == "of" || word == "for" || word == "from" || word == "to" || word == "at";
}

}  // namespace

TokenId rank_start(const Document& doc, TokenId first, TokenId role) {
  static const WordSet ranks = {"admiral",    "general",  "colonel",   "major",     "captain",
                                "lieutenant", "sergeant", "brigadier", "commodore", "marshal"};
  static const WordSet grades = {"rear", "vice",  "lieutenant", "major",   "brigadier", "lt",
                                 "lt.",  "maj.",  "brig.",      "air",     "field",     "fleet",
                                 "gen.", "chief", "staff",      "sergeant"};
  static const WordSet generals = {"attorney", "secretary",  "solicitor", "surgeon",     "governor",
                                   "director", "postmaster", "consul",    "inspector",   "auditor",
                                   "adjutant", "advocate",   "registrar", "comptroller", "paymaster"};
  if (!ranks.contains(lower(doc.word(role)))) return first;
  TokenId start = role;
  while (start > first && grades.contains(lower(doc.word(start - 1))) &&
         !(lower(doc.word(start - 1)) == "chief" && start == role) &&
         !(lower(doc.word(start - 1)) == "staff" && start >= first + 2 && doc.word(start - 2) == "of"))
    --start;
  if (start > first && doc.tokens[start - 1].tag == tag::HYPH) return first;  // `Secretary-General`
  if (start > first && generals.contains(lower(doc.word(start - 1)))) return first;
  return start;
}

std::string_view TitleReader::party_at(TokenId t) const {
  if (t > 0 && KnowledgeBase::tells_other_party(doc_.word(t - 1))) return {};
  return party_of(doc_.word(t));
}

/// The party whose members are called so.
std::string_view TitleReader::party_of(std::string_view word) const {
  return state_.party_of(word, state_.main_country() == no_entity
                                   ? ""
                                   : std::string_view(state_.entity(state_.main_country()).label));
}

std::string TitleReader::trigger(TokenId t) const {
  std::string lemma = state_.role_lemma(t);
  return lemma.empty() ? lower(doc_.lemma(t)) : lemma;
}

/// The entities named within [first, last).
void TitleReader::bodies(TokenId first, TokenId last, Title& title) const {
  for (TokenId t = first; t < last; ++t) {
    const std::size_t m = state_.mention_over(t);
    if (m == ArticleState::none) continue;
    const Mention& mention = state_.mentions()[m];
    if (mention.span.last > last) continue;
    // `the Ruritanian city of X`: X has the mayor.
    if (mention.kind == Mention::Kind::demonym && mention.span.last + 1 < last &&
        words().place_nouns.contains(lower(doc_.lemma(mention.span.last))) &&
        doc_.word(mention.span.last + 1) == "of")
      continue;
    // `the director of Ruritania's X`: X has the director.
    const TokenId mark = mention.span.last;
    if (mark + 1 < last && doc_.tokens[mark].tag == tag::POS &&
        state_.mention_over(mark + 1) != ArticleState::none) {
      t = mark;
      continue;
    }
    // `Republican President X`: a party's adjective says whose member, not whose president.
    const Entity& entity = state_.entity(mention.entity);
    const bool adjective = mention.kind == Mention::Kind::demonym ||
                           (mention.span.last - mention.span.first == 1 &&
                            (!party_at(t).empty() || entity.label.ends_with(" Party")));
    if (adjective && entity.cls == cls::Organization) continue;
    constexpr std::array body_classes = {cls::Country,     cls::Organization, cls::GovernmentBody,
                                         cls::MediaOutlet, cls::Location,     cls::Group};
    const Label c = state_.entity(mention.entity).cls;
    if (std::ranges::find(body_classes, c) != body_classes.end() &&
        std::ranges::find(title.bodies, mention.entity) == title.bodies.end()) {
      title.bodies.push_back(mention.entity);
      if (mention.kind == Mention::Kind::demonym && c == cls::Country) title.nationality = mention.entity;
    }
    t = std::max(t, mention.span.last - 1);
  }
}

bool TitleReader::in_entity(TokenId t, EntityId person) const {
  const std::size_t m = state_.mention_over(t);
  return m != ArticleState::none && state_.mentions()[m].entity != person;
}

/// A word of a longer name: `Conservative` in `Conservative Party`.
bool TitleReader::inside_name(TokenId t) const {
  const std::size_t m = state_.mention_over(t);
  return m != ArticleState::none && state_.mentions()[m].span.last - state_.mentions()[m].span.first > 1;
}

/// Reads the title whose role word is `role`; modifiers may start at `first`, an `of` phrase may end at
/// `last`.
Title TitleReader::read(TokenId first, TokenId role, TokenId last, EntityId person) const {
  Title title;
  title.role = role;
  title.trigger = trigger(role);
  TokenId start = role;
  while (start > first) {
    const TokenId t = start - 1;
    const std::string word = lower(doc_.word(t));
    if (in_entity(t, person) || words().past.contains(word) || word == "incumbent" || word == "current")
      break;
    // `Secretary-General`, `director general`, `Fisheries Minister`.
    const bool named =
        doc_.tokens[t].pos == pos::PROPN && doc_.tokens[role].pos == pos::PROPN && party_at(t).empty();
    static const WordSet whole = {"candidate", "nominee", "contender",      "member",      "politician",
                                  "leader",    "senator", "representative", "congressman", "congresswoman"};
    if (whole.contains(word)) break;  // `presidential candidate Senator X` has two titles
    if (!words().role_modifiers.contains(word) && word != "-" && !state_.is_role(t) && !named) break;
    start = t;
  }
  start = state_.part_start(first, start);
  title.of_part = state_.is_of_part(role);
  // `human rights chief`
  const auto tells_part = [&](TokenId t) {
    return !in_entity(t, person) && (doc_.tokens[t].pos == pos::NOUN || doc_.tokens[t].pos == pos::ADJ) &&
           !words().past.contains(lower(doc_.word(t)));
  };
  while (title.of_part && start > first && tells_part(start - 1)) --start;
  // `Ex-Prime Minister`
  while (start < role && (doc_.tokens[start].pos == pos::PUNCT || doc_.word(start) == "-")) ++start;
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
    title.future |= lower(word) == "incoming" || lower(word) == "designate";
    if (title.party.empty() && !inside_name(t)) title.party = party_at(t);
  }
  bodies(first, start, title);
  const TokenId behind = role + 1 < last && doc_.word(role + 1) == "-" ? role + 2 : role + 1;
  if (behind < last)
    title.future |= lower(doc_.word(behind)) == "elect" || lower(doc_.word(behind)) == "designate";
  if (role + 2 < last + 1 && role + 1 < last) {
    const std::string word = lower(doc_.word(role + 1));
    // An ambassador is sent to what is not his.
    const bool sent = word == "to" && (title.trigger == "ambassador" || title.trigger == "envoy");
    if (!sent &&
        (word == "of" || word == "for" || word == "at" || word == "to" || word == "with" || word == "from")) {
      TokenId end = role + 2;
      while (end < last && !is_verb(doc_.tokens[end]) && doc_.tokens[end].pos != pos::PUNCT) ++end;
      const std::size_t before = title.bodies.size();
      bodies(role + 2, end, title);
      if (title.bodies.size() == before && word == "of" && end > role + 2 && end - role <= 5) {
        title.words.last = end;  // `Secretary of State`
      } else {
        // What stands in the of-phrase names the office's body better than what stands before the role.
        std::rotate(title.bodies.begin(), title.bodies.begin() + static_cast<std::ptrdiff_t>(before),
                    title.bodies.end());
      }
    }
  }
  if (title.bodies.empty())
    if (const EntityId body = state_.known_body(person, doc_.span_text(title.words)); body != no_entity)
      title.bodies.push_back(body);
  return title;
}

/// Where the words begin that may be a title ending before `last`.
TokenId TitleReader::phrase_start(TokenId begin, TokenId last) const {
  TokenId first = last;
  while (first > begin && last - first < 12) {
    const Token& token = doc_.tokens[first - 1];
    const bool word = is_noun(token) || token.tag == tag::JJ || token.tag == tag::HYPH ||
                      token.tag == tag::POS || token.tag == tag::VBN || token.tag == tag::AFX ||
                      token.tag == tag::RB;
    const std::string_view text = doc_.word(first - 1);
    const bool within = first < last && first >= begin + 2;
    const bool role_before = within && state_.is_role(first - 2);
    const bool article = text == "the" && within && joins_body(doc_.word(first - 2));
    if (!word && !article && !(text == "of" || text == "for" || text == "and" || text == "&") &&
        !(role_before && joins_body(text)))
      break;
    // `the union of Prime Minister X` is the union's of an office, not its office.
    if (text == "of" && within && state_.is_role(last - 1) && !role_before) break;
    if (token.tag == tag::RB && !words().past.contains(lower(text))) break;
    if (text == "and" && !(within && state_.mention_over(first - 2) != ArticleState::none &&
                           state_.mention_over(first - 2) == state_.mention_over(first)))
      break;
    --first;
  }
  return first;
}

/// The role word of a title phrase: its last word, or the one that an of-phrase follows.
TokenId TitleReader::role_in(TokenId first, TokenId last) const {
  TokenId tail = last;
  while (tail > first + 1 &&
         (doc_.tokens[tail - 1].tag == tag::HYPH || lower(doc_.word(tail - 1)) == "elect"))
    --tail;
  if (tail > first && state_.is_role(tail - 1)) return tail - 1;
  for (TokenId t = first; t + 1 < last; ++t)
    if (state_.is_role(t) && joins_body(doc_.word(t + 1))) return t;
  return no_token;
}

}  // namespace relata::detail
