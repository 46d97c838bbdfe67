// SPDX-License-Identifier: MIT
#include "cli/node_groups.hpp"

#include <algorithm>

namespace relata::cli {
namespace {
constexpr std::size_t shown_members = 5;
}

void print_groups(const KnowledgeGraph& graph, const std::vector<std::size_t>& numbers,
                  const std::string& name, std::size_t limit, bool json) {
  std::vector<std::vector<NodeIndex>> members;
  for (NodeIndex v = 0; v < numbers.size(); ++v) {
    members.resize(std::max(members.size(), numbers[v] + 1));
    members[numbers[v]].push_back(v);
  }
  Table table({name, "nodes", "most mentioned"});
  for (std::size_t i = 0; i < members.size() && (limit == 0 || i < limit); ++i) {
    std::vector<NodeIndex>& nodes = members[i];
    if (json) {
      Json ids = Json::array();
      for (const NodeIndex v : nodes) ids.push_back(graph.graph[v].id);
      write_json({{"type", name}, {name, i}, {"size", nodes.size()}, {"nodes", std::move(ids)}});
      continue;
    }
    std::stable_sort(nodes.begin(), nodes.end(), [&](NodeIndex a, NodeIndex b) {
      return graph.graph[a].mentions > graph.graph[b].mentions;
    });
    std::string names;
    for (std::size_t k = 0; k < nodes.size() && k < shown_members; ++k)
      names += (k > 0 ? ", " : "") + name_of(graph, nodes[k]);
    if (nodes.size() > shown_members) names += ", …";
    table.add({std::to_string(i), std::to_string(nodes.size()), std::move(names)});
  }
  if (json) return;
  write_stdout(table.text());
  if (limit > 0 && members.size() > limit)
    write_stdout("and " + std::to_string(members.size() - limit) + " more: --limit 0 shows all\n");
}

}  // namespace relata::cli
