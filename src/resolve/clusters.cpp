// SPDX-License-Identifier: MIT
#include "resolve/clusters.hpp"

#include <algorithm>
#include <array>

#include "resolve/lexicon.hpp"
#include "resolve/metonymy.hpp"
#include "resolve/words_of_name.hpp"

namespace relata::detail {
namespace {

/// `Philippines` → `the Philippines`
std::string with_article(const std::string& country) {
  const bool takes = country.starts_with("United ") || country.ends_with(" Republic") ||
                     country.ends_with(" Islands") || country == "Philippines" || country == "Netherlands" ||
                     country == "Bahamas" || country == "Maldives" || country == "Gambia" ||
                     country == "Comoros" || country == "Seychelles";
  return takes ? "the " + country : country;
}

/// The name of a site, which is called by its own word alone too: `Heathrow Airport`.
bool is_site(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kinds = {" airport", " station",  " prison", " facility",
                                                             " stadium", " hospital", " bridge", " palace",
                                                             " camp",    " hotel",    " jail",   " barracks"};
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return key.ends_with(kind); });
}

}  // namespace

EntityId Clusters::of_known(const KnownEntity& known) {
  const auto [at, fresh] = by_known_.try_emplace(known.id, static_cast<EntityId>(clusters.size()));
  if (fresh) {
    Cluster c;
    c.cls = known.cls;
    c.known = &known;
    c.label = known.name;
    clusters.push_back(std::move(c));
  }
  return at->second;
}

EntityId Clusters::of_body(EntityId owner, const std::string& noun, std::string text) {
  Cluster c;
  c.cls = cls::GovernmentBody;
  const Cluster& of = clusters[owner];
  const bool national = of.known != nullptr && !of.known->demonyms.empty();
  if (noun == "government" || noun == "parliament") {
    c.label = (noun == "government" ? "Government of " : "Parliament of ") + with_article(of.label);
    c.names.push_back(of.label + ' ' + noun);
    if (national) c.names.push_back(of.known->demonyms.front() + ' ' + noun);
  } else {
    // `Russian military`, `Hong Kong police`, `Trump administration`
    c.label = (national ? of.known->demonyms.front() : of.cls == cls::Person ? text : of.label);
    if (of.cls != cls::Person) c.label += ' ' + noun;
  }
  c.names.push_back(c.label);
  EntityId e = no_entity;
  for (const std::string& name : c.names)
    if (const auto known = kb_.by_name(name); e == no_entity && !known.empty())
      e = of_known(kb_[known.front()]);
  if (e == no_entity) {
    const auto [at, fresh] = by_key_.try_emplace("body:" + noun + ':' + std::to_string(owner),
                                                 static_cast<EntityId>(clusters.size()));
    if (fresh) clusters.push_back(std::move(c));
    e = at->second;
  }
  std::vector<std::string>& names = clusters[e].names;
  if (std::find(names.begin(), names.end(), text) == names.end()) names.push_back(std::move(text));
  return e;
}

EntityId Clusters::country_called(const std::string& name) {
  const auto demonym = kb_.by_demonym(name);
  const auto known = demonym.empty() ? kb_.by_name(name) : demonym;
  return known.empty() || kb_[known.front()].cls != cls::Country ? no_entity : of_known(kb_[known.front()]);
}

EntityId Clusters::make(const NameCandidate& m) {
  if (const KnownEntity* const person = office_holder(m)) return of_known(*person);
  const auto [at, fresh] =
      by_key_.try_emplace(std::string(m.cls.str()) + ':' + m.key, static_cast<EntityId>(clusters.size()));
  if (fresh) {
    Cluster c;
    c.cls = m.cls;
    c.label = m.name;
    clusters.push_back(std::move(c));
  }
  return at->second;
}

void Clusters::note(EntityId e, const NameCandidate& m) {
  Cluster& c = clusters[e];
  if (m.demonym) return;
  std::string name = m.name;
  std::replace(name.begin(), name.end(), '\n', ' ');
  const auto shouts = [](const std::string& s) {
    return std::none_of(s.begin(), s.end(), [](char ch) { return ch >= 'a' && ch <= 'z'; });
  };
  const bool better = name.size() > c.label.size() || (name.size() == c.label.size() && shouts(c.label));
  if (c.known == nullptr && !c.ruled && better && c.cls == m.cls) c.label = name;
  if (std::find(c.names.begin(), c.names.end(), name) == c.names.end()) c.names.push_back(std::move(name));
  if (!m.title.empty()) c.titles.insert(m.title);
  if (c.gender == Gender::unknown) c.gender = m.gender;
}

void Clusters::read_capitals(const std::vector<NameCandidate>& candidates) {
  std::set<TokenId> countries;
  for (const NameCandidate& m : candidates)
    if (m.known != nullptr && m.known->cls == cls::Country && !m.demonym) countries.insert(m.head);
  const auto is_country = [&](TokenId t) { return countries.contains(t); };
  std::vector<const NameCandidate*> unclear;
  std::set<std::string> meant;
  for (const NameCandidate& m : candidates) {
    if (m.known != nullptr || kb_.by_capital(doc_.span_text(m.span)).empty()) continue;
    const CapitalSense sense = capital_sense(doc_, m.span, m.head, is_country);
    if (sense == CapitalSense::unclear) unclear.push_back(&m);
    if (sense != CapitalSense::state) continue;
    states_.insert(m.head);
    meant.insert(m.key);
  }
  // Where nothing else speaks, a capital means what it means elsewhere in the article.
  for (const NameCandidate* const m : unclear)
    if (meant.contains(m->key)) states_.insert(m->head);
}

void Clusters::learn_acronym(const NameCandidate& m, EntityId e) {
  // `Nuclear Suppliers Group (NSG)`
  const TokenId t = m.span.last;
  if (t + 2 < doc_.size() && doc_.word(t) == "(" && doc_.word(t + 2) == ")" && is_acronym(doc_.word(t + 1)))
    acronyms_.insert_or_assign(std::string(doc_.word(t + 1)), e);
  if (const std::string letters = initials(doc_.span_text(m.span)); letters.size() >= 3)
    acronyms_.try_emplace(letters, e);
}

void Clusters::know_thing(const std::string& key, EntityId e) {
  if (one_word(key)) return;
  for (std::size_t from = 0; from < key.size();) {
    const std::size_t blank = std::min(key.find(' ', from), key.size());
    auto& names = by_word_[key.substr(from, blank - from)];
    if (std::find(names.begin(), names.end(), std::pair(e, key)) == names.end()) names.emplace_back(e, key);
    from = blank + 1;
  }
}

EntityId Clusters::part_of_name(const NameCandidate& m) const {
  const auto at = by_word_.find(first_word(m.key));
  if (at == by_word_.end()) return no_entity;
  EntityId only = no_entity;
  for (const auto& [e, key] : at->second) {
    const std::size_t from = (' ' + key + ' ').find(' ' + m.key + ' ');
    if (from == std::string::npos || key.size() == m.key.size()) continue;
    const Label cls = clusters[e].cls;
    // `Heathrow` may be the airport told of, whatever the model took it for.
    const bool site =
        !m.sure && one_word(m.key) && m.cls != cls::Location && cls == cls::Location && is_site(key);
    const bool loose = !m.sure && m.cls != cls::Location && cls != cls::Location && cls != cls::Person;
    if (m.cls != cls && !loose && !site) continue;
    // `Leicester` is not the Leicester Mercury.
    if (cls == cls::MediaOutlet && from == 0 && m.cls != cls) continue;
    // `Abaco` is the Abaco Islands; New York is not New York City, nor Delhi New Delhi.
    if (cls == cls::Location && !site &&
        (from != 0 || !(key.ends_with(" islands") || key.ends_with(" province"))))
      continue;
    // Of parties and firms the end alone may be another's: `Liberal Party`, `National Liberal Party`.
    if (from != 0 && cls == cls::Organization && !one_word(m.key) &&
        kb_.by_demonym(key.substr(0, from - 1)).empty())
      continue;
    const bool storm = cls == cls::Event && (is_storm(first_word(key)) || key.starts_with("tropical storm "));
    if (from != 0 && m.cls == cls::Person && cls != cls::Product && !site && !storm) continue;
    if (only != no_entity && only != e) return no_entity;
    only = e;
  }
  return only;
}

EntityId Clusters::thing(const NameCandidate& m) {
  if (m.known != nullptr) {
    rule_ = m.demonym ? "nationality" : "known name";
    const EntityId e = of_known(*m.known);
    if (m.known->cls == cls::Person)
      know_person(normalized_name(m.known->name), e);
    else
      know_thing(m.key, e);
    return e;
  }
  const std::string text(doc_.span_text(m.span));
  rule_ = "capital for its state";
  if (states_.contains(m.head)) return of_known(kb_[kb_.by_capital(text).front()]);
  rule_ = "acronym";
  if (is_acronym(text))
    if (const auto at = acronyms_.find(text); at != acronyms_.end()) return at->second;
  rule_ = "person's name";
  if (const EntityId e = taken_for_thing(m, text); e != no_entity) return e;
  rule_ = "part of a name";
  if (const EntityId e = part_of_name(m); e != no_entity) return e;
  rule_ = "name";
  const EntityId e = make(m);
  know_thing(m.key, e);
  return e;
}

EntityId Clusters::by_text(const NameCandidate& m) {
  return m.cls == cls::Person && m.known == nullptr ? person(m) : thing(m);
}

EntityId Clusters::by_rule(const NameCandidate& m) {
  const std::string& name = m.name;
  const auto cluster_of = [&](const std::string& key, std::string_view label) {
    const auto [at, fresh] = by_key_.try_emplace(key, static_cast<EntityId>(clusters.size()));
    if (fresh) {
      Cluster c;
      c.cls = m.cls;
      c.label = label;
      c.ruled = true;
      clusters.push_back(std::move(c));
    }
    if (m.cls == cls::Person) know_person(m.key, at->second);
    return at->second;
  };
  if (const std::string_view united = kb_.same(name); !united.empty()) {
    const auto known = kb_.by_name(united);
    rule_ = "user's rule";
    return known.empty() ? cluster_of("same:" + normalized_name(united), united)
                         : of_known(kb_[known.front()]);
  }
  const EntityId e = by_text(m);
  const Cluster& c = clusters[e];
  const auto forbidden = [&](const std::string& other) { return kb_.kept_apart(name, other); };
  if (!forbidden(c.label) && std::none_of(c.names.begin(), c.names.end(), forbidden)) return e;
  rule_ = "user's rule";
  return cluster_of("apart:" + m.key, name);
}

std::vector<Mention> Clusters::join(std::vector<NameCandidate>& candidates) {
  for (const NameCandidate& m : candidates) {
    if (m.known != nullptr) spoken_of_.insert({m.known->name, m.known->country});
    for (const KnowledgeBase::Index i : kb_.by_capital(doc_.span_text(m.span)))
      spoken_of_.insert(kb_[i].name);
  }
  read_capitals(candidates);
  std::vector<EntityId> entity(candidates.size(), no_entity);
  std::vector<std::string_view> rules(candidates.size());
  const auto take = [&](std::size_t i) {
    NameCandidate& m = candidates[i];
    entity[i] = kb_.has_rules() && !m.demonym ? by_rule(m) : by_text(m);
    rules[i] = rule_;
    note(entity[i], m);
    if (m.cls != cls::Person && !m.demonym) learn_acronym(m, entity[i]);
  };
  // Full names first, wherever they stand: a headline's `Putin` waits for `Vladimir Putin`.
  // People before things, since the model takes a place or company for what is a person's name.
  const auto pass = [&](auto wanted) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (entity[i] == no_entity && wanted(candidates[i])) take(i);
  };
  const auto words = [](const NameCandidate& m) { return std::count(m.key.begin(), m.key.end(), ' ') + 1; };
  pass([&](const NameCandidate& m) { return m.cls == cls::Person && words(m) > 2; });
  pass([&](const NameCandidate& m) { return m.cls == cls::Person && words(m) == 2; });
  pass([&](const NameCandidate& m) { return m.known != nullptr || words(m) > 1; });
  pass([](const NameCandidate&) { return true; });
  std::vector<Mention> mentions;
  mentions.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const NameCandidate& m = candidates[i];
    mentions.push_back(
        {m.span, m.head, m.demonym ? Mention::Kind::demonym : Mention::Kind::name, entity[i], rules[i]});
  }
  // A nationality or country before a titled name belongs to the title: `the Russian president, Vladimir
  // Putin`.
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
    const NameCandidate& person = candidates[i + 1];
    if (person.cls != cls::Person || person.title.empty() || candidates[i].known == nullptr ||
        candidates[i].known->cls != cls::Country)
      continue;
    if (person.span.first - candidates[i].span.last <= 4 &&
        doc_.sentence_of(person.span.first) == doc_.sentence_of(candidates[i].span.first))
      clusters[entity[i + 1]].countries.insert(candidates[i].known->id);
  }
  return mentions;
}

}  // namespace relata::detail
