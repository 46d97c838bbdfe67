// SPDX-License-Identifier: MIT
#include "canonicalize/article_state.hpp"

#include <algorithm>

#include "canonicalize/words.hpp"

namespace relata::detail {
std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_noun(const Token& token) {
  return token.tag == tag::NN || token.tag == tag::NNS || token.tag == tag::NNP || token.tag == tag::NNPS;
}

bool is_verb(const Token& token) {
  return token.pos == pos::VERB || token.pos == pos::AUX;
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

ArticleState::ArticleState(const Article& article, const Document& doc, const Resolution& resolution,
                           const KnowledgeBase& kb, const SchemaTables& schema)
    : article_(article),
      doc_(doc),
      resolution_(resolution),
      kb_(kb),
      schema_(schema),
      headed_(doc.size(), none),
      over_(doc.size(), none),
      entities_(resolution.entities),
      added_(entities_.size()) {
  // Mentions come longest first at one place; the innermost is written last.
  for (std::size_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& mention = resolution.mentions[m];
    if (mention.entity >= entities_.size() || mention.span.last > doc.size()) continue;
    if (mention.head < doc.size()) headed_[mention.head] = m;
    for (TokenId t = mention.span.first; t < mention.span.last; ++t) over_[t] = m;
  }
  for (EntityId e = 0; e < entities_.size(); ++e) by_name_.try_emplace(lower(entities_[e].label), e);
  for (EntityId e = 0; e < entities_.size(); ++e)
    for (const std::string& alias : entities_[e].aliases) by_name_.try_emplace(lower(alias), e);
  main_country_ = count_countries();
  read_events();
}

EntityId ArticleState::count_countries() const {
  constexpr std::uint32_t lead = 3;  // headline, dateline and opening name what an article is about
  std::vector<std::size_t> count(entities_.size(), 0);
  std::vector<bool> opens(entities_.size(), false);
  for (const Mention& mention : resolution_.mentions)
    if (mention.entity < count.size() && entities_[mention.entity].cls == cls::Country) {
      ++count[mention.entity];
      if (doc_.sentence_of(mention.span.first) < lead) opens[mention.entity] = true;
    }
  const auto most = std::ranges::max_element(count);
  if (most == count.end() || *most < 2 || !opens[static_cast<std::size_t>(most - count.begin())])
    return no_entity;
  // Where others are named nearly as often, the article is about none of them alone.
  const bool shared =
      std::ranges::any_of(count, [&](const std::size_t& n) { return &n != &*most && 3 * n > 2 * *most; });
  return shared ? no_entity : static_cast<EntityId>(most - count.begin());
}

EntityId ArticleState::add(Entity entity) {
  const EntityId id = static_cast<EntityId>(entities_.size());
  by_name_.try_emplace(lower(entity.label), id);
  entities_.push_back(std::move(entity));
  added_.emplace_back();
  return id;
}

void ArticleState::conjuncts(TokenId head, std::vector<TokenId>& out) const {
  if (std::ranges::find(out, head) != out.end()) return;
  out.push_back(head);
  for (const TokenId child : doc_.children(head))
    if (doc_.tokens[child].dep == dep::conj) conjuncts(child, out);
}

void ArticleState::objects(TokenId preposition, std::vector<TokenId>& out) const {
  for (const TokenId object : doc_.children(preposition))
    if (doc_.tokens[object].dep == dep::pobj) conjuncts(object, out);
}

bool ArticleState::is_party(EntityId e) const {
  if (entities_[e].cls != cls::Organization) return false;
  if (entities_[e].label.find("Party") != std::string::npos) return true;
  const KnownEntity* const known = kb_.by_id(entities_[e].id);
  return known != nullptr && !known->members.empty();
}

std::string_view ArticleState::party_of(std::string_view word, std::string_view country) const {
  const KnownEntity* chosen = nullptr;
  for (const KnowledgeBase::Index i : kb_.by_member(word)) {
    const KnownEntity& party = kb_[i];
    if (!country.empty() && party.country == country) return party.name;
    if (chosen == nullptr || (party.country.empty() && !chosen->country.empty())) chosen = &party;
  }
  return chosen == nullptr ? std::string_view() : std::string_view(chosen->name);
}

EntityId ArticleState::named(std::string_view name, Label cls) {
  const std::string key = lower(name);
  if (const auto it = by_name_.find(key); it != by_name_.end()) return it->second;
  for (const KnowledgeBase::Index i : kb_.by_name(name)) {
    const KnownEntity& known = kb_[i];
    if (known.cls != cls) continue;
    for (EntityId e = 0; e < entities_.size(); ++e)
      if (entities_[e].id == known.id) return e;
    Entity entity;
    entity.id = known.id;
    entity.label = known.name;
    entity.cls = known.cls;
    entity.wikidata = known.wikidata;
    entity.aliases = {std::string(name)};
    return add(std::move(entity));
  }
  Entity entity;
  entity.id = std::string(cls.str()) + ":" + key;
  entity.label = name;
  entity.cls = cls;
  return add(std::move(entity));
}

EntityId ArticleState::position(const std::string& label, std::vector<std::string> aliases, TokenSpan words) {
  const std::string id = "Position:" + lower(label);
  EntityId found = no_entity;
  for (EntityId e = 0; e < entities_.size(); ++e)
    if (entities_[e].id == id) found = e;
  if (found == no_entity) {
    Entity entity;
    entity.id = id;
    entity.label = label;
    entity.cls = cls::Position;
    std::erase(aliases, label);
    entity.aliases = std::move(aliases);
    found = add(std::move(entity));
  }
  added_[found].push_back(words);
  return found;
}

}  // namespace relata::detail
