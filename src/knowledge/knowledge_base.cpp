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
         KnowledgeBase::Index i) {
  if (key.empty()) return;
  std::vector<KnowledgeBase::Index>& list = names[key];
  if (std::find(list.begin(), list.end(), i) == list.end()) list.push_back(i);
}

}  // namespace

void KnowledgeBase::add(KnownEntity entity) {
  if (entity.id.empty())
    entity.id = entity.wikidata.empty() ? std::string(entity.cls.str()) + ':' + normalized_name(entity.name)
                                        : entity.wikidata;
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

void KnowledgeBase::index(Index i) {
  const KnownEntity& e = entities_[i];
  const auto name = [&](const std::string& n) {
    const std::string key = key_of(n);
    const std::size_t bare = key.starts_with('=') ? 1 : 0;
    std::size_t& longest = longest_[key.substr(bare, key.find(' ') - bare)];
    longest = std::max(longest, 1 + static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')));
    put(names_, key, i);
  };
  name(e.name);
  for (const std::string& alias : e.aliases) name(alias);
  for (const std::string& demonym : e.demonyms) put(demonyms_, normalized_name(demonym), i);
  for (std::size_t at = 0; at < e.capital.size();) {
    const std::size_t end = std::min(e.capital.find('|', at), e.capital.size());
    put(capitals_, normalized_name(std::string_view(e.capital).substr(at, end - at)), i);
    at = end + 1;
  }
}

void KnowledgeBase::forget(Index i) {
  for (Names* const names : {&names_, &demonyms_, &capitals_})
    for (auto& [key, list] : *names) std::erase(list, i);
}

std::span<const KnowledgeBase::Index> KnowledgeBase::by_name(std::string_view name) const {
  const std::string key = key_of(name);
  const auto direct = found(names_, key);
  // `USA` may be listed as a longer alias, `Usa` is no acronym: only capitals fall back to the plain key.
  if (direct.empty() && key.starts_with('=')) return found(names_, key.substr(1));
  return direct;
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

}  // namespace relata
