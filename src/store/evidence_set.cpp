// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <tuple>

#include "relata/store.hpp"
#include "store/content.hpp"

namespace relata {
namespace {

/// Adds what another record of the same version says.
void unite(ArticleEvidence& kept, ArticleEvidence&& incoming) {
  kept.title = std::max(kept.title, incoming.title);
  const auto offset = static_cast<EntityId>(kept.entities.size());
  std::move(incoming.entities.begin(), incoming.entities.end(), std::back_inserter(kept.entities));
  for (Statement& s : incoming.statements) {
    s.subject += offset;
    s.object += offset;
    if (s.source != no_entity) s.source += offset;
    kept.statements.push_back(std::move(s));
  }
  normalize(kept);
}

}  // namespace

Put combine(ArticleEvidence& kept, ArticleEvidence&& incoming) {
  const auto version = [](const ArticleEvidence& a) { return std::tie(a.published, a.article_id); };
  if (version(incoming) < version(kept)) return Put::older;
  if (version(incoming) > version(kept)) {
    kept = std::move(incoming);
    return Put::replaced;
  }
  const std::string before = detail::content_of(kept);
  if (before == detail::content_of(incoming)) return Put::known;
  unite(kept, std::move(incoming));
  return detail::content_of(kept) == before ? Put::known : Put::extended;
}

Put EvidenceSet::put(ArticleEvidence&& article) {
  normalize(article);
  const auto known = articles_.find(address_of(article));
  if (known != articles_.end()) return combine(known->second, std::move(article));
  std::string address(address_of(article));
  articles_.emplace(std::move(address), std::move(article));
  return Put::added;
}

std::vector<ArticleEvidence> EvidenceSet::take() {
  std::vector<ArticleEvidence> articles;
  articles.reserve(articles_.size());
  for (auto& [address, article] : articles_) articles.push_back(std::move(article));
  articles_.clear();
  return articles;
}

}  // namespace relata
