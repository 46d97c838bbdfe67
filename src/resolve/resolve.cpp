// SPDX-License-Identifier: MIT
#include "relata/resolve.hpp"

#include <algorithm>

#include "resolve/anaphora.hpp"
#include "resolve/bodies.hpp"
#include "resolve/clusters.hpp"
#include "resolve/definite_nouns.hpp"
#include "resolve/office_holders.hpp"
#include "resolve/plurals.hpp"

namespace relata {
namespace {

constexpr auto no_mention = std::numeric_limits<std::uint32_t>::max();

void add_alias(Entity& e, const std::string& name) {
  if (name != e.label && std::find(e.aliases.begin(), e.aliases.end(), name) == e.aliases.end())
    e.aliases.push_back(name);
}

Entity to_entity(const detail::Cluster& c) {
  Entity e;
  e.label = c.label;
  std::replace(e.label.begin(), e.label.end(), '\n', ' ');
  e.cls = c.cls;
  for (const std::string& name : c.names) add_alias(e, name);
  if (c.known != nullptr) {
    e.id = c.known->id;
    e.wikidata = c.known->wikidata;
    for (const std::string& name : c.known->aliases) add_alias(e, name);
  } else {
    e.id = std::string(c.cls.str()) + ':' + normalized_name(c.label);
  }
  return e;
}

}  // namespace

void Resolution::sort_mentions() {
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    if (a.span.first != b.span.first) return a.span.first < b.span.first;
    if (a.span.last != b.span.last) return a.span.last > b.span.last;
    return a.entity < b.entity;
  });
  by_head_.clear();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (m.head >= by_head_.size()) by_head_.resize(m.head + 1, no_mention);
    std::uint32_t& slot = by_head_[m.head];
    const auto size = [&](std::uint32_t k) { return mentions[k].span.last - mentions[k].span.first; };
    if (slot == no_mention || size(i) < size(slot)) slot = i;
  }
}

std::size_t Resolution::mention_headed_by(TokenId t) const {
  if (!by_head_.empty())
    return t < by_head_.size() && by_head_[t] != no_mention ? by_head_[t] : mentions.size();
  std::size_t found = mentions.size();
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].head != t) continue;
    const auto size = [&](std::size_t k) { return mentions[k].span.last - mentions[k].span.first; };
    if (found == mentions.size() || size(i) < size(found)) found = i;
  }
  return found;
}

Resolution resolve(const Article& article, const Document& doc, const KnowledgeBase& kb) {
  std::vector<detail::NameCandidate> candidates = detail::find_candidates(doc, kb);
  detail::Clusters clusters(doc, kb);
  Resolution resolution;
  resolution.mentions = clusters.join(candidates);
  std::vector<Mention> nouns = detail::read_bodies(doc, clusters, resolution.mentions);
  std::vector<bool> taken(doc.size(), false);
  for (const Mention& m : nouns) taken[m.head] = true;
  for (const Mention& m : detail::read_definite_nouns(doc, clusters, resolution.mentions))
    if (!taken[m.head]) nouns.push_back(m);
  detail::add_anaphora(doc, clusters, resolution.mentions);
  resolution.mentions.insert(resolution.mentions.end(), nouns.begin(), nouns.end());
  resolution.sort_mentions();
  const std::vector<Mention> plurals = detail::read_plurals(doc, clusters, resolution.mentions);
  resolution.mentions.insert(resolution.mentions.end(), plurals.begin(), plurals.end());
  const std::vector<Mention> holders =
      detail::read_office_holders(doc, kb, clusters, resolution.mentions, article.published);
  resolution.mentions.insert(resolution.mentions.end(), holders.begin(), holders.end());
  for (const detail::Cluster& c : clusters.clusters) resolution.entities.push_back(to_entity(c));
  resolution.sort_mentions();
  return resolution;
}

}  // namespace relata
