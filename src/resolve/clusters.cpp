// SPDX-License-Identifier: MIT
#include "resolve/clusters.hpp"

#include <algorithm>

namespace relata::detail {
namespace {

std::string first_word(const std::string& key) {
  return key.substr(0, key.find(' '));
}
std::string last_word(const std::string& key) {
  return key.substr(key.rfind(' ') + 1);
}
bool one_word(const std::string& key) {
  return key.find(' ') == std::string::npos;
}

/// First letters of the capitalised words: `Intermediate-Range Nuclear Forces Treaty` → `INFT`.
std::string initials(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'A' && name[i] <= 'Z') out += name[i];
  return out;
}

bool is_acronym(std::string_view s) {
  return s.size() >= 2 && s.size() <= 8 && std::all_of(s.begin(), s.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
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

EntityId Clusters::of_body(const std::string& owner, const std::string& noun, std::string text) {
  const auto [at, fresh] =
      by_key_.try_emplace("body:" + noun + ':' + owner, static_cast<EntityId>(clusters.size()));
  if (fresh) {
    Cluster c;
    c.cls = cls::GovernmentBody;
    c.label = text == noun ? owner + ' ' + noun : text;
    if (noun == "government") c.names.push_back("Government of " + owner);
    clusters.push_back(std::move(c));
  }
  Cluster& c = clusters[at->second];
  if (text != noun && std::find(c.names.begin(), c.names.end(), text) == c.names.end())
    c.names.push_back(std::move(text));
  return at->second;
}

const KnownEntity* Clusters::office_holder(const Candidate& m) const {
  if (m.cls != cls::Person || one_word(m.key)) return nullptr;
  const KnownEntity* const person = kb_.person(doc_.span_text(m.span));
  if (person == nullptr) return nullptr;
  // Namesakes are many: the country or body of the office has to be spoken of.
  for (const Term* const term : kb_.terms_of(*person))
    if (spoken_of_.contains(term->body)) return person;
  return nullptr;
}

EntityId Clusters::make(const Candidate& m) {
  if (const KnownEntity* const person = office_holder(m)) return of_known(*person);
  const auto [at, fresh] =
      by_key_.try_emplace(std::string(m.cls.str()) + ':' + m.key, static_cast<EntityId>(clusters.size()));
  if (fresh) {
    Cluster c;
    c.cls = m.cls;
    c.label = doc_.span_text(m.span);
    clusters.push_back(std::move(c));
  }
  return at->second;
}

void Clusters::note(EntityId e, const Candidate& m) {
  Cluster& c = clusters[e];
  if (m.demonym) return;
  std::string name(doc_.span_text(m.span));
  std::replace(name.begin(), name.end(), '\n', ' ');
  if (c.known == nullptr && !c.ruled && name.size() > c.label.size() && c.cls == m.cls) c.label = name;
  if (std::find(c.names.begin(), c.names.end(), name) == c.names.end()) c.names.push_back(std::move(name));
  if (!m.title.empty()) c.titles.insert(m.title);
  if (c.gender == Gender::unknown) c.gender = m.gender;
}

EntityId Clusters::person(const Candidate& m) {
  if (!one_word(m.key)) {
    const std::string given = first_word(m.key), family = last_word(m.key);
    // `Donald J. Trump` and `Donald Trump` are one; two given names of one family stay apart.
    for (const EntityId e : by_family_[family])
      if (normalized_name(clusters[e].label).ends_with(' ' + m.key) ||
          first_word(normalized_name(clusters[e].label)) == given)
        return e;
    const std::size_t before = clusters.size();
    const EntityId e = make(m);
    if (clusters.size() > before) {
      by_family_[family].push_back(e);
      by_given_[given].push_back(e);
    }
    return e;
  }
  const auto pick = [&](const std::map<std::string, std::vector<EntityId>>& names) {
    const auto at = names.find(m.key);
    if (at == names.end()) return no_entity;
    EntityId only = no_entity;
    for (const EntityId e : at->second) {
      if (m.gender != Gender::unknown && clusters[e].gender != Gender::unknown &&
          m.gender != clusters[e].gender)
        continue;
      if (!m.title.empty() && clusters[e].titles.contains(m.title)) return e;
      // Of several the one introduced first is the one the article is about.
      if (only == no_entity) only = e;
    }
    return only;
  };
  if (const EntityId e = pick(by_family_); e != no_entity) return e;
  if (const EntityId e = pick(by_given_); e != no_entity) return e;
  return make(m);
}

/// A capital that acts (`Moscow opposes`, `talks between Moscow and Washington`) is its country's government.
bool Clusters::is_metonym(const Candidate& m) const {
  const auto acting_verb = [&](TokenId verb) {
    const std::string_view lemma = doc_.lemma(verb);
    static constexpr std::string_view passive_places[] = {"be",   "have",   "lie",    "see",
                                                          "host", "become", "remain", "experience"};
    return doc_.tokens[verb].pos == pos::VERB &&
           std::find(std::begin(passive_places), std::end(passive_places), lemma) == std::end(passive_places);
  };
  TokenId t = m.head;
  for (int steps = 0; doc_.tokens[t].dep == dep::conj && steps < 8; ++steps) t = doc_.tokens[t].head;
  const Token& k = doc_.tokens[t];
  if (k.dep == dep::nsubj) return acting_verb(k.head);
  if (k.dep == dep::poss) {
    static constexpr std::string_view acts[] = {"decision", "policy",  "withdrawal", "response", "position",
                                                "support",  "ally",    "foreign",    "refusal",  "claim",
                                                "demand",   "stance",  "intention",  "plan",     "proposal",
                                                "offer",    "warning", "reaction"};
    return std::find(std::begin(acts), std::end(acts), doc_.lemma(k.head)) != std::end(acts);
  }
  if (k.dep == dep::pobj) {
    const std::string_view p = doc_.lemma(k.head);
    if (doc_.tokens[k.head].dep == dep::agent) return true;
    if (p == "between" || p == "against") return true;
    if (p == "with") return true;
  }
  if (k.dep == dep::dobj) {
    static constexpr std::string_view acts[] = {"accuse",    "urge",      "tell", "warn",    "blame",
                                                "criticize", "criticise", "ask",  "condemn", "threaten"};
    return std::find(std::begin(acts), std::end(acts), doc_.lemma(k.head)) != std::end(acts);
  }
  return false;
}

void Clusters::learn_acronym(const Candidate& m, EntityId e) {
  // `Nuclear Suppliers Group (NSG)`
  const TokenId t = m.span.last;
  if (t + 2 < doc_.size() && doc_.word(t) == "(" && doc_.word(t + 2) == ")" && is_acronym(doc_.word(t + 1)))
    acronyms_.insert_or_assign(std::string(doc_.word(t + 1)), e);
  if (const std::string letters = initials(doc_.span_text(m.span)); letters.size() >= 3)
    acronyms_.try_emplace(letters, e);
}

void Clusters::note_kind(const Candidate& m, EntityId e) {
  for (TokenId t = m.span.first; t < m.span.last && m.span.last - m.span.first > 1; ++t)
    if (std::string word = normalized_name(doc_.word(t)); !class_of_word(word).empty())
      by_kind_[word].insert(e);
}

EntityId Clusters::thing(const Candidate& m) {
  if (m.known != nullptr) {
    const EntityId e = of_known(*m.known);
    note_kind(m, e);
    return e;
  }
  const std::string text(doc_.span_text(m.span));
  if (const auto capitals = kb_.by_capital(text); !capitals.empty() && is_metonym(m))
    return of_known(kb_[capitals.front()]);
  if (is_acronym(text))
    if (const auto at = acronyms_.find(text); at != acronyms_.end()) return at->second;
  if (one_word(m.key)) {
    // `Putin` read as an organisation, where the article knows a Vladimir Putin.
    if (kb_.by_capital(text).empty())
      if (const auto at = by_family_.find(m.key); at != by_family_.end() && !at->second.empty())
        return at->second.front();
    if (m.cls != cls::Location)
      if (const auto at = by_first_word_.find(m.key); at != by_first_word_.end() && at->second.size() == 1)
        return at->second.front();
  }
  // `the Court`, `the Department`: the only one of its kind that the article names in full.
  if (one_word(m.key) && !class_of_word(m.key).empty())
    if (const auto at = by_kind_.find(m.key); at != by_kind_.end() && at->second.size() == 1)
      return *at->second.begin();
  // `Vermont Bernie Sanders`: a name that ends in a person's full name is that person.
  if (!one_word(m.key))
    if (const auto at = by_family_.find(last_word(m.key)); at != by_family_.end())
      for (const EntityId e : at->second) {
        const std::string full = normalized_name(clusters[e].label);
        if (m.key == full || m.key.ends_with(' ' + full)) return e;
      }
  const std::size_t before = clusters.size();
  const EntityId e = make(m);
  if (clusters.size() > before && !one_word(m.key)) {
    if (m.cls == cls::Organization || m.cls == cls::MediaOutlet)
      by_first_word_[first_word(m.key)].push_back(e);
    note_kind(m, e);
  }
  return e;
}

EntityId Clusters::by_text(const Candidate& m) {
  return m.cls == cls::Person && m.known == nullptr ? person(m) : thing(m);
}

EntityId Clusters::by_rule(const Candidate& m) {
  const std::string name(doc_.span_text(m.span));
  const auto cluster_of = [&](const std::string& key, std::string_view label) {
    const auto [at, fresh] = by_key_.try_emplace(key, static_cast<EntityId>(clusters.size()));
    if (fresh) {
      Cluster c;
      c.cls = m.cls;
      c.label = label;
      c.ruled = true;
      clusters.push_back(std::move(c));
    }
    if (m.cls == cls::Person && !one_word(m.key)) {
      auto& family = by_family_[last_word(m.key)];
      if (std::find(family.begin(), family.end(), at->second) == family.end()) family.push_back(at->second);
    }
    return at->second;
  };
  if (const std::string_view united = kb_.same(name); !united.empty()) {
    const auto known = kb_.by_name(united);
    return known.empty() ? cluster_of("same:" + normalized_name(united), united)
                         : of_known(kb_[known.front()]);
  }
  const EntityId e = by_text(m);
  const Cluster& c = clusters[e];
  const auto forbidden = [&](const std::string& other) { return kb_.kept_apart(name, other); };
  if (forbidden(c.label) || std::any_of(c.names.begin(), c.names.end(), forbidden))
    return cluster_of("apart:" + m.key, name);
  return e;
}

std::vector<Mention> Clusters::join(std::vector<Candidate>& candidates) {
  for (const Candidate& m : candidates) {
    if (m.known != nullptr) spoken_of_.insert({m.known->name, m.known->country});
    for (const KnowledgeBase::Index i : kb_.by_capital(doc_.span_text(m.span)))
      spoken_of_.insert(kb_[i].name);
  }
  std::vector<EntityId> entity(candidates.size(), no_entity);
  const auto take = [&](std::size_t i) {
    Candidate& m = candidates[i];
    entity[i] = kb_.has_rules() && !m.demonym ? by_rule(m) : by_text(m);
    note(entity[i], m);
    if (m.cls != cls::Person && !m.demonym) learn_acronym(m, entity[i]);
  };
  // Full names first, wherever they stand: a headline's `Putin` waits for `Vladimir Putin`.
  // People before things, since the model takes a place or company for what is a person's name.
  const auto pass = [&](auto wanted) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (entity[i] == no_entity && wanted(candidates[i])) take(i);
  };
  const auto words = [](const Candidate& m) { return std::count(m.key.begin(), m.key.end(), ' ') + 1; };
  pass([&](const Candidate& m) { return m.cls == cls::Person && words(m) > 2; });
  pass([&](const Candidate& m) { return m.cls == cls::Person && words(m) == 2; });
  pass([&](const Candidate& m) { return m.known != nullptr || words(m) > 1; });
  pass([](const Candidate&) { return true; });
  std::vector<Mention> mentions;
  mentions.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& m = candidates[i];
    mentions.push_back({m.span, m.head, m.demonym ? Mention::Kind::demonym : Mention::Kind::name, entity[i]});
  }
  // A nationality or country before a titled name belongs to the title: `the Russian president, Vladimir
  // Putin`.
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
    const Candidate& person = candidates[i + 1];
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
