// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relata/knowledge_base.hpp"
#include "relata/query.hpp"

namespace relata {
namespace {

constexpr std::size_t shown_candidates = 10;

/// Optimal string alignment distance (Damerau-Levenshtein without repeated edits), or `limit` + 1 where it is
/// more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

/// How far a spelling may be off: one letter in four, three at most.
std::size_t tolerance(std::string_view name) {
  return std::min<std::size_t>(3, name.size() / 4);
}

bool has_all_words(std::string_view name, std::string_view words) {
  const std::string padded = ' ' + std::string(name) + ' ';
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = std::min(words.find(' ', i), words.size());
    if (end > i && padded.find(' ' + std::string(words.substr(i, end - i)) + ' ') == std::string::npos)
      return false;
    i = end + 1;
  }
  return !words.empty();
}

std::optional<NameMatch> match_name(const std::string& sought, const std::string& name, NameMatch exact) {
  const std::string normal = normalized_name(name);
  if (normal == sought) return exact;
  if (has_all_words(normal, sought)) return NameMatch::words;
  const std::size_t allowed = tolerance(sought);
  if (allowed > 0 && distance(normal, sought, allowed) <= allowed) return NameMatch::near;
  return std::nullopt;
}

std::optional<NameMatch> match_node(const NodeProperties& node, std::string_view name,
                                    const std::string& sought) {
  if (node.id == name || (!node.wikidata.empty() && node.wikidata == name)) return NameMatch::id;
  std::optional<NameMatch> best = match_name(sought, node.label, NameMatch::label);
  for (const std::string& alias : node.aliases) {
    const std::optional<NameMatch> match = match_name(sought, alias, NameMatch::alias);
    if (match && (!best || *match < *best)) best = match;
  }
  return best;
}

}  // namespace

std::vector<FoundNode> search(const KnowledgeGraph& graph, std::string_view name, std::size_t limit) {
  const std::string sought = normalized_name(name);
  std::vector<FoundNode> found;
  for (const auto v : boost::make_iterator_range(boost::vertices(graph.graph)))
    if (const auto match = match_node(graph.graph[v], name, sought)) found.push_back({v, *match});
  std::stable_sort(found.begin(), found.end(), [&](const FoundNode& a, const FoundNode& b) {
    if (a.match != b.match) return a.match < b.match;
    return graph.graph[a.node].mentions > graph.graph[b.node].mentions;
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

NamedNode find_node(const KnowledgeGraph& graph, std::string_view name) {
  std::vector<FoundNode> found = search(graph, name, std::numeric_limits<std::size_t>::max());
  const auto count = [&](NameMatch match) {
    return std::count_if(found.begin(), found.end(), [&](const FoundNode& f) { return f.match == match; });
  };
  if (count(NameMatch::id) > 0) {
    if (graph.graph[found[0].node].id == name || count(NameMatch::id) == 1) return {found[0].node, {}};
  } else if (count(NameMatch::label) + count(NameMatch::alias) == 1) {
    return {found[0].node, {}};
  } else if (count(NameMatch::label) == 1) {
    const std::uint64_t mentions = graph.graph[found[0].node].mentions;
    const bool foremost = std::all_of(found.begin(), found.end(), [&](const FoundNode& f) {
      return f.match > NameMatch::alias || graph.graph[f.node].mentions <= mentions;
    });
    if (foremost) return {found[0].node, {}};
  }
  // Others than those of this very name are worth naming only where nobody bears it.
  if (!found.empty() && found[0].match <= NameMatch::alias)
    std::erase_if(found, [](const FoundNode& f) { return f.match > NameMatch::alias; });
  if (found.size() > shown_candidates) found.resize(shown_candidates);
  return {std::nullopt, std::move(found)};
}

}  // namespace relata
