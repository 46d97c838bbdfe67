// SPDX-License-Identifier: MIT
// Offices as entities of their own: `Foreign Minister of Ruritania`.

#include <algorithm>
#include <array>

#include "canonicalize/article_state.hpp"
#include "canonicalize/title_reader.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

/// Countries that English calls with an article: `the Netherlands`, `the Czech Republic`.
bool takes_article(std::string_view country) {
  if (country.starts_with("United ") || country.ends_with(" Republic") || country.ends_with(" Islands") ||
      country.ends_with(" Union") || country.ends_with(" Emirates"))
    return true;
  for (const std::string_view name :
       {"Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia", "Seychelles", "Comoros", "Vatican"})
    if (country == name) return true;
  return false;
}

/// Acronyms spoken as words, which take no article: `administrator of NASA`, but `head of the FBI`.
bool is_spoken_acronym(std::string_view name) {
  static const WordSet spoken = {"NASA", "NATO",  "OPEC",  "UNESCO", "UNICEF", "FIFA",     "UEFA",   "ASEAN",
                                 "FEMA", "UNHCR", "UNRWA", "GCHQ",   "MI5",    "MI6",      "BRICS",  "ECOWAS",
                                 "CERN", "Ofcom", "DARPA", "NORAD",  "AIPAC",  "Interpol", "Europol"};
  return spoken.contains(name);
}

}  // namespace

std::string ArticleState::role_lemma(TokenId t) const {
  const auto known = [&](const std::string& word) {
    return !schema_.frames(Frame::Kind::title, word).empty();
  };
  std::string lemma = lower(doc_.lemma(t));
  if (known(lemma)) return lemma;
  std::string word = lower(doc_.word(t));
  if (known(word)) return word;
  // Capitalised plurals are no lemmas of themselves: `Senators X and Y`.
  if (doc_.tokens[t].tag == tag::NNPS && word.ends_with("s")) word.pop_back();
  if (known(word)) return word;
  if (t > 0 && known(lower(doc_.word(t - 1)) + "_" + word)) return word;
  return {};
}

bool ArticleState::is_role(TokenId t) const {
  return t < doc_.size() && is_noun(doc_.tokens[t]) && !role_lemma(t).empty();
}

TokenId ArticleState::part_start(TokenId first, TokenId office) const {
  static const WordSet wholes = {"party",      "group", "company",     "club",   "team",    "band",
                                 "government", "state", "state-owned", "career", "opponent"};
  const bool capitalised = is_capitalised(doc_.word(office));
  const auto free = [&](TokenId t) {
    return over_[t] == none && !is_role(t) && !words().person_nouns.contains(lower(doc_.lemma(t))) &&
           is_capitalised(doc_.word(t)) == capitalised;
  };
  TokenId at = office;
  while (at > first && doc_.tokens[at - 1].tag == tag::NN && free(at - 1) &&
         !words().past.contains(lower(doc_.word(at - 1))))
    --at;
  if (at == office || wholes.contains(lower(doc_.lemma(office - 1)))) return office;
  while (at > first && doc_.tokens[at - 1].tag == tag::JJ && free(at - 1) &&
         words().role_modifiers.contains(lower(doc_.word(at - 1))))
    --at;
  return at;
}

bool ArticleState::is_of_part(TokenId role) const {
  static const WordSet units = {"police", "army", "navy", "military", "security", "intelligence", "fire"};
  const TokenId first = doc_.sentences()[doc_.sentence_of(role)].first;
  // `the UN human rights chief` heads a part of it, `the Renault group chief` the whole.
  static const WordSet heads = {"chief", "head", "boss", "director", "coordinator", "envoy"};
  static const WordSet wholes = {"party",     "group",    "club",       "company",   "union",      "bank",
                                 "agency",    "firm",     "team",       "state",     "bloc",       "movement",
                                 "body",      "alliance", "league",     "network",   "government", "country",
                                 "committee", "council",  "university", "commission"};
  if (role > first && over_[role - 1] == none) {
    const std::string before = lower(doc_.word(role - 1));
    if (units.contains(before)) return true;
    if (heads.contains(lower(doc_.word(role))) && doc_.tokens[role - 1].pos == pos::NOUN &&
        !words().role_modifiers.contains(before) && !wholes.contains(before))
      return true;
  }
  TokenId start = role;
  while (start > first && words().role_modifiers.contains(lower(doc_.word(start - 1)))) --start;
  return part_start(first, start) != start;
}

std::string_view ArticleState::office_of_adjective(std::string_view word) {
  struct Pair {
    std::string_view adjective, office;
  };
  constexpr std::array<Pair, 5> pairs = {{{"presidential", "president"},
                                          {"gubernatorial", "governor"},
                                          {"mayoral", "mayor"},
                                          {"senatorial", "senator"},
                                          {"vice-presidential", "vice president"}}};
  for (const Pair& pair : pairs)
    if (pair.adjective == word) return pair.office;
  return {};
}

/// `of France`, `of the European Commission`, with the other spelling as an alias.
std::string ArticleState::of_body(std::string_view office, EntityId body,
                                  std::vector<std::string>& aliases) const {
  const std::string& name = entities_[body].label;
  const std::string last = lower(name.substr(name.rfind(' ') + 1));
  const bool article = takes_article(name) ||
                       (entities_[body].cls == cls::GovernmentBody && !is_spoken_acronym(name)) ||
                       (last != lower(name) && schema_.noun_classes(last) != 0);
  const std::string plain = std::string(office) + " of " + name,
                    with_the = std::string(office) + " of the " + name;
  if (article)
    aliases.push_back(plain);
  else if (entities_[body].cls != cls::Country && entities_[body].cls != cls::Location)
    aliases.push_back(with_the);
  aliases.push_back(name + " " + std::string(office));
  return article ? with_the : plain;
}

/// Seats in Congress: whatever state elects to them, the office is one.
std::string_view ArticleState::seat_in_congress(std::string_view office, EntityId body) const {
  constexpr std::string_view union_name = "United States";
  const EntityId of = body != no_entity ? body : main_country_;
  if (of == no_entity) return {};
  const KnownEntity* const known = kb_.by_id(entities_[of].id);
  if (known == nullptr || (known->name != union_name && known->country != union_name)) return {};
  if (known->cls != cls::Country && known->cls != cls::Location) return {};
  const std::string lower_office = lower(office);
  if (lower_office == "senator") return "United States Senator";
  static const WordSet seats = {"representative", "congressman", "congresswoman"};
  return seats.contains(lower_office) ? "United States Representative" : std::string_view();
}

EntityId ArticleState::office_named(std::string name, EntityId body, TokenSpan words) {
  std::vector<std::string> aliases = {name};
  std::string label = name;
  if (const std::string_view seat = seat_in_congress(name, body); !seat.empty()) {
    if (body != no_entity) aliases.push_back(of_body(name, body, aliases));
    return position(std::string(seat), std::move(aliases), words);
  }
  if (body != no_entity) label = of_body(name, body, aliases);
  return position(label, std::move(aliases), words);
}

/// The office that a campaign is for: `the Ruritanian presidential candidate`.
EntityId ArticleState::adjective_office(TokenId adjective) {
  std::string name(office_of_adjective(lower(doc_.word(adjective))));
  EntityId body = no_entity;
  for (const TokenId child : doc_.children(doc_.tokens[adjective].head))
    if (child < adjective && body == no_entity) body = body_over(child);
  if (body == no_entity) body = main_country_;
  return office_named(std::move(name), body, {adjective, adjective + 1});
}

EntityId ArticleState::office(TokenSpan words, EntityId body) {
  std::string name(doc_.span_text(words));
  if (name.empty()) return no_entity;
  for (TokenId t = words.first; t < words.last; ++t) {
    const Label number = doc_.tokens[t].tag;
    if ((number != tag::NNS && number != tag::NNPS) || !is_role(t)) continue;
    // One of several holders holds one office.
    std::string one = role_lemma(t);
    if (is_capitalised(doc_.word(t)) && !one.empty() && one[0] >= 'a' && one[0] <= 'z')
      one[0] = static_cast<char>(one[0] - 'a' + 'A');
    if (const std::size_t at = name.find(doc_.word(t)); at != std::string::npos)
      name.replace(at, doc_.word(t).size(), one);
  }
  return office_named(std::move(name), body, words);
}

EntityId ArticleState::body_over(TokenId t) const {
  const std::size_t m = headed_[t] != none ? headed_[t] : over_[t];
  if (m == none) return no_entity;
  constexpr std::array bodies = {cls::Country, cls::Organization, cls::GovernmentBody, cls::MediaOutlet,
                                 cls::Location};
  const EntityId e = resolution_.mentions[m].entity;
  return std::ranges::find(bodies, entities_[e].cls) != bodies.end() ? e : no_entity;
}

EntityId ArticleState::known_body(EntityId person, std::string_view office) const {
  const KnownEntity* const known = kb_.by_id(entities_[person].id);
  if (!known) return no_entity;
  const std::string key = normalized_office(office);
  EntityId found = no_entity;
  for (const Term* const term : kb_.terms_of(*known)) {
    if (!article_.published.empty() && term->begin > article_.published) continue;
    if (std::ranges::none_of(term->offices,
                             [&](const std::string& o) { return normalized_office(o) == key; }))
      continue;
    const std::string body = normalized_name(term->body);
    for (EntityId e = 0; e < entities_.size(); ++e)
      if (normalized_name(entities_[e].label) == body) found = e;
  }
  return found;
}

EntityId ArticleState::office_phrase(TokenId role) {
  // A title before a name is read with what stands before it.
  if (const TokenId name = role + 1; name < doc_.size() && doc_.sentence_of(name) == doc_.sentence_of(role))
    if (const std::size_t m = over_[name]; m != none && resolution_.mentions[m].kind == Mention::Kind::name &&
                                           entities_[resolution_.mentions[m].entity].cls == cls::Person)
      return no_entity;
  TokenSpan span{role, role + 1};
  while (span.first > 0) {
    const TokenId t = span.first - 1;
    if (doc_.sentence_of(t) != doc_.sentence_of(role) || over_[t] != none) break;
    const auto modifies = [&](TokenId at) {
      return detail::words().role_modifiers.contains(lower(doc_.word(at))) || is_role(at);
    };
    if (detail::words().past.contains(lower(doc_.word(t)))) break;
    // `Secretary-General`
    const bool hyphen = t > 0 && doc_.word(t) == "-" && modifies(t - 1);
    if (!hyphen && !modifies(t)) break;
    span.first = hyphen ? t - 1 : t;
  }
  span.first = part_start(doc_.sentences()[doc_.sentence_of(role)].first, span.first);
  // `Army Chief General X`: a general is one of no body.
  if (const TokenId rank = rank_start(doc_, span.first, role); rank > span.first)
    return office({rank, role + 1}, no_entity);
  EntityId body = no_entity;
  const std::string lemma_of_head = lower(doc_.lemma(role));
  for (const TokenId child : doc_.children(role)) {
    const Label d = doc_.tokens[child].dep;
    if (d == dep::poss || d == dep::compound || d == dep::nmod || d == dep::amod) {
      // `the Republican president` is president of no party.
      const EntityId over = body_over(child);
      const bool member = over != no_entity && is_party(over) && d != dep::poss && lemma_of_head != "leader";
      // `the Ruritanian director` is one by trade.
      if (over != no_entity && d == dep::amod && span.first == role && entities_[over].cls == cls::Country &&
          words().occupations.contains(lemma_of_head))
        return no_entity;
      if (body == no_entity && !member) body = over;
      continue;
    }
    const std::string word = lower(doc_.word(child));
    if (d != dep::prep || child < role || (word != "of" && word != "for" && word != "from" && word != "at"))
      continue;
    const TokenId object = doc_.child(child, dep::pobj);
    if (object == no_token) continue;
    if (const EntityId found = body_over(object); found != no_entity) {
      body = found;
    } else if (word == "of" && child == role + 1 && object <= role + 3 && span.last == role + 1) {
      span.last = object + 1;  // `Secretary of State`
      for (const TokenId inner : doc_.children(object))
        if (doc_.tokens[inner].dep == dep::prep)
          if (const TokenId of = doc_.child(inner, dep::pobj); of != no_token && body_over(of) != no_entity)
            body = body_over(of);
    }
  }
  const std::string lemma = role_lemma(role);
  if (body == no_entity &&
      (lemma == "president" || (lemma == "minister" && role > 0 && lower(doc_.word(role - 1)) == "prime")))
    body = main_country_;
  return office(span, body);
}

}  // namespace relata::detail
