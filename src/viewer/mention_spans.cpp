// SPDX-License-Identifier: MIT
#include "viewer/mention_spans.hpp"

#include <algorithm>

namespace relata::detail {

MentionSpans::MentionSpans(const std::vector<ArticleEvidence>& evidence) {
  for (const ArticleEvidence& article : evidence) {
    Entities& entities = articles_[article.article_id];
    for (const LocalEntity& local : article.entities) entities.emplace(local.entity.id, &local);
  }
}

std::vector<CharSpan> MentionSpans::inside(std::string_view article, std::string_view entity,
                                           CharSpan sentence) const {
  const auto entities = articles_.find(article);
  if (entities == articles_.end()) return {};
  const auto local = entities->second.find(entity);
  if (local == entities->second.end()) return {};
  const std::vector<CharSpan>& mentions = local->second->mentions;
  std::vector<CharSpan> found;
  auto at = std::lower_bound(mentions.begin(), mentions.end(), CharSpan{sentence.begin, 0});
  for (; at != mentions.end() && at->begin < sentence.end; ++at)
    if (at->end <= sentence.end) found.push_back({at->begin - sentence.begin, at->end - sentence.begin});
  return found;
}

}  // namespace relata::detail
