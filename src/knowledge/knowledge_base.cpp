// SPDX-License-Identifier: MIT
#include "relata/knowledge_base.hpp"

#include <algorithm>

namespace relata {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// `US`, `U.S.`, `WHO`, `IS`: too short to be told from a word without its capitals.
bool is_short_acronym(std::string_view name) {
  std::size_t letters = 0;
  for (const char c : name) {
    if (c == '.') continue;
    if (!is_capital(c)) return false;
    ++letters;
  }
  return letters > 0 && letters <= 3;
}

/// The key under which a name is stored and looked up; short acronyms have keys of their own.
std::string key_of(std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  std::string_view bare = name;
  if (bare.ends_with("'s")) bare.remove_suffix(2);
  std::string key = normalized_name(bare);
  if (is_short_acronym(bare)) key.insert(0, 1, '=');
  return key;
}

template <typename Names>
std::span<const KnowledgeBase::Index> found(const Names& names, const std::string& key) {
  const auto at = names.find(key);
  if (at == names.end()) return {};
  return at->second;
}

void put(std::unordered_map<std::string, std::vector<KnowledgeBase::Index>>& names, const std::string& key,
         KnowledgeBase::Index i, bool first = false) {
  if (key.empty()) return;
  std::vector<KnowledgeBase::Index>& list = names[key];
  if (std::find(list.begin(), list.end(), i) == list.end()) list.insert(first ? list.begin() : list.end(), i);
}

}  // namespace

void KnowledgeBase::fill_id(KnownEntity& entity) {
  if (entity.id.empty())
    entity.id = entity.wikidata.empty() ? std::string(entity.cls.str()) + ':' + normalized_name(entity.name)
                                        : entity.wikidata;
}

void KnowledgeBase::add(KnownEntity entity, Origin origin) {
  fill_id(entity);
  if (origin == Origin::user) users_.insert(entity.id);
  const auto at = ids_.find(entity.id);
  if (at != ids_.end()) {
    forget(at->second);
    entities_[at->second] = std::move(entity);
    index(at->second);
    return;
  }
  const auto i = static_cast<Index>(entities_.size());
  ids_.emplace(entity.id, i);
  entities_.push_back(std::move(entity));
  index(i);
}

void KnowledgeBase::index_name(Names& names, const std::string& name, Index i) {
  const std::string key = key_of(name);
  const std::size_t bare = key.starts_with('=') ? 1 : 0;
  std::size_t& longest = longest_[key.substr(bare, key.find(' ') - bare)];
  longest = std::max(longest, 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')));
  put(names, key, i, users_.contains(entities_[i].id));
}

void KnowledgeBase::index(Index i) {
  const KnownEntity& e = entities_[i];
  const bool holder = holders_.contains(e.id);
  const auto is_weak = [&](const std::string& n) {
    return std::any_of(e.weak.begin(), e.weak.end(),
                       [&](const std::string& weak) { return key_of(weak) == key_of(n); });
  };
  const auto name = [&](const std::string& n) {
    if (!holder && !is_weak(n)) index_name(names_, n, i);
    if (e.cls == cls::Person) put(people_, normalized_name(n), i);
  };
  name(e.name);
  for (const std::string& alias : e.aliases) name(alias);
  for (const std::string& weak : e.weak) index_name(weak_, weak, i);
  if (!e.local.empty()) index_local(i);
  for (const std::string& demonym : e.demonyms) put(demonyms_, normalized_name(demonym), i);
  for (const std::string& member : e.members) put(members_, member, i);
  for (std::size_t at = 0; at < e.capital.size();) {
    const std::size_t end = std::min(e.capital.find('|', at), e.capital.size());
    put(capitals_, normalized_name(std::string_view(e.capital).substr(at, end - at)), i);
    at = end + 1;
  }
  if (e.cls == cls::Person) {
    const std::string full = normalized_name(e.name);
    put(families_, e.family.empty() ? full.substr(full.rfind(' ') + 1) : normalized_name(e.family), i);
  }
}

/// `Foreign Ministry` of Russia is `Russian Foreign Ministry`, `Russia Foreign Ministry` and `Foreign
/// Ministry of Russia` wherever it stands, and `Foreign Ministry` where Russia is spoken of.
void KnowledgeBase::index_local(Index i) {
  const KnownEntity& e = entities_[i];
  std::vector<std::string_view> owners = {e.country}, adjectives;
  for (const Index c : by_name(e.country)) {
    const KnownEntity& country = entities_[c];
    if (country.cls != cls::Country) continue;
    owners.insert(owners.end(), country.aliases.begin(), country.aliases.end());
    for (const std::string& demonym : country.demonyms)
      if (std::find(country.demonyms.begin(), country.demonyms.end(),
                    demonym.substr(0, demonym.size() - 1)) ==
          country.demonyms.end())  // `Russians` is no adjective
        adjectives.emplace_back(demonym);
    break;
  }
  std::string composed;
  const auto compose = [&](std::string_view first, std::string_view second, std::string_view third) {
    composed.assign(first).append(second).append(third);
    index_name(names_, composed, i);
  };
  for (const std::string& local : e.local) {
    index_name(local_, local, i);
    for (const std::string_view adjective : adjectives) compose(adjective, " ", local);
    for (const std::string_view owner : owners) {
      if (owner.empty()) continue;
      compose(owner, " ", local);
      compose(local, " of ", owner);
      compose(local, " of the ", owner);
    }
  }
}

void KnowledgeBase::forget(Index i) {
  for (Names* const names :
       {&names_, &weak_, &local_, &demonyms_, &capitals_, &members_, &people_, &families_})
    for (auto& [key, list] : *names) std::erase(list, i);
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_name(std::string_view name) const {
  const std::string key = key_of(name);
  const auto direct = found(names_, key);
  // `USA` may be listed as a longer alias, `Usa` is no acronym: only capitals fall back to the plain key.
  if (direct.empty() && key.starts_with('=')) return found(names_, key.substr(1));
  return direct;
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_weak_name(std::string_view name) const {
  return found(weak_, key_of(name));
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_local_name(std::string_view name) const {
  return found(local_, key_of(name));
}

bool KnowledgeBase::tells_other_party(std::string_view before) {
  for (const std::string_view word : {"Social", "Christian", "Liberal", "Free", "National", "Constitutional",
                                      "Sweden", "Progressive", "Centre", "New", "United"})
    if (before == word) return true;
  return false;
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_member(std::string_view word) const {
  return found(members_, std::string(word));
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_demonym(std::string_view demonym) const {
  return found(demonyms_, normalized_name(demonym));
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_capital(std::string_view city) const {
  return found(capitals_, normalized_name(city));
}

std::size_t KnowledgeBase::longest_name_from(std::string_view first_word) const {
  std::string key = normalized_name(first_word);
  key.resize(std::min(key.find(' '), key.size()));
  const auto at = longest_.find(key);
  return at == longest_.end() ? 0 : at->second;
}

const KnownEntity* KnowledgeBase::by_id(std::string_view id) const {
  const auto at = ids_.find(std::string(id));
  return at == ids_.end() ? nullptr : &entities_[at->second];
}

bool KnowledgeBase::is_users_name(const KnownEntity& entity, std::string_view name) const {
  return is_users(entity) && (entity.name == name || std::find(entity.aliases.begin(), entity.aliases.end(),
                                                               name) != entity.aliases.end());
}

const KnownEntity* KnowledgeBase::person(std::string_view name) const {
  const auto people = found(people_, normalized_name(name));
  return people.size() == 1 ? &entities_[people.front()] : nullptr;
}

const KnownEntity* KnowledgeBase::person_by_family_name(std::string_view family,
                                                        std::string_view date) const {
  const KnownEntity* only = nullptr;
  for (const Index i : found(families_, normalized_name(family))) {
    if (offices_.terms_of(i, date).empty()) continue;
    if (only != nullptr) return nullptr;
    only = &entities_[i];
  }
  return only;
}

const KnownEntity* KnowledgeBase::office_holder(std::string_view body_id, std::string_view office,
                                                std::string_view date) const {
  const KnownEntity* const body = by_id(body_id);
  if (body == nullptr) return nullptr;
  const KnownEntity* only = nullptr;
  for (const Term* const term : offices_.holders(body->name, office, date)) {
    const KnownEntity* const holder = &entities_[term->person];
    if (only != nullptr && only != holder) return nullptr;
    only = holder;
  }
  return only;
}

std::vector<const Term*> KnowledgeBase::terms_of(const KnownEntity& person) const {
  const auto at = ids_.find(person.id);
  return at == ids_.end() ? std::vector<const Term*>() : offices_.terms_of(at->second);
}

}  // namespace relata
