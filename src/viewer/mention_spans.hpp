// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/evidence.hpp"

namespace relata::detail {

/// Where the entities of all articles are mentioned.
class MentionSpans {
 public:
  /// Keeps views of `evidence`, which has to outlive this.
  explicit MentionSpans(const std::vector<ArticleEvidence>& evidence);

  /// The mentions of an entity inside a sentence of an article, counted from the sentence's begin in code
  /// points.
  std::vector<CharSpan> inside(std::string_view article, std::string_view entity, CharSpan sentence) const;

 private:
  using Entities = std::unordered_map<std::string_view, const LocalEntity*>;
  std::unordered_map<std::string_view, Entities> articles_;
};

}  // namespace relata::detail
