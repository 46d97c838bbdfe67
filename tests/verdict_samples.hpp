// SPDX-License-Identifier: MIT
#pragma once

#include "relata/assemble.hpp"
#include "relata/decisions.hpp"

namespace relata::samples {

/// What a user who judges the statement of an edge would leave in a store.
inline Verdict verdict_on(const KnowledgeGraph& graph, KnowledgeGraph::Graph::edge_descriptor e,
                          Judgement judgement) {
  Verdict v;
  v.id = graph.graph[e].id;
  v.judgement = judgement;
  v.subject = graph.graph[boost::source(e, graph.graph)].id;
  v.relation = graph.graph[e].relation;
  v.object = graph.graph[boost::target(e, graph.graph)].id;
  v.status = to_string(graph.graph[e].status);
  return v;
}

}  // namespace relata::samples
