// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "resolve/clusters.hpp"

namespace relata::detail {

/// Mentions of people by their office whom the article need not name: `the US president` in an article of
/// 2008. `mentions` are those found already; `published` is the article's date.
std::vector<Mention> read_office_holders(const Document& doc, const KnowledgeBase& kb, Clusters& clusters,
                                         std::vector<Mention> mentions, std::string_view published);

}  // namespace relata::detail
