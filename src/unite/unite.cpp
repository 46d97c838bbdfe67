// SPDX-License-Identifier: MIT
#include "relata/unite.hpp"

#include <algorithm>
#include <map>

#include "relata/knowledge_base.hpp"
#include "unite/decide.hpp"

namespace relata {
namespace {

using uniting::Clusters;
using uniting::Corpus;

/// A user's word comes before everything that is guessed.
void unite_by_rules(Clusters& clusters, const NameRules& rules) {
  if (rules.empty()) return;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> groups;
  for (std::uint32_t r = 0; r < clusters.referents().size(); ++r) {
    if (clusters.thing_of(r).literal) continue;
    std::vector<std::string> names = {clusters.id_of(r)};
    for (const auto& [label, times] : clusters.labels(r)) names.push_back(label);
    for (const std::string& name : names)
      if (const std::string_view title = rules.same(name); !title.empty()) {
        groups[std::string(title)].push_back(r);
        break;
      }
  }
  for (auto& [title, members] : groups) {
    std::sort(members.begin(), members.end(),
              [&](std::uint32_t a, std::uint32_t b) { return clusters.id_of(a) < clusters.id_of(b); });
    for (const std::uint32_t member : members)
      if (clusters.forbidden(member, members.front(), true).empty())
        clusters.join(member, members.front(), "user's rule", title);
  }
}

}  // namespace

void uniting::decide(Clusters& clusters, const NameRules& rules) {
  unite_by_rules(clusters, rules);
  unite_equal_names(clusters);
  absorb_short_names(clusters);
}

Unification unite(std::span<const ArticleEvidence> articles, const NameRules& rules) {
  const Corpus corpus(articles);
  Clusters clusters(corpus, rules);
  uniting::decide(clusters, rules);
  return clusters.result(articles.size());
}

std::size_t Unification::node_of(std::string_view id) const {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at != ids.end() && *at == id) return static_cast<std::size_t>(at - ids.begin());
  const auto before =
      std::lower_bound(former.begin(), former.end(), id,
                       [](const auto& entry, std::string_view sought) { return entry.first < sought; });
  return before != former.end() && before->first == id ? before->second : ids.size();
}

}  // namespace relata
