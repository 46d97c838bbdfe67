// SPDX-License-Identifier: MIT
#include "serialize/edge_summary.hpp"

#include <algorithm>

namespace relata {
namespace {

/// `name` at the end of the list, unless it stands there already.
void add_name(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

std::string join_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    if (!joined.empty()) joined += '|';
    for (const char c : name) {
      if (c == '|') {
        joined += "¦";
      } else {
        joined += c;
      }
    }
  }
  return joined;
}

EdgeSummary summarize(const KnowledgeGraph& graph, const EdgeProperties& edge) {
  EdgeSummary summary;
  std::vector<std::string> articles, sources;
  for (const Evidence& e : edge.evidence) {
    const SourceArticle& article = graph.articles[e.article];
    add_name(articles, address_of(article));
    add_name(sources, e.source_label);
    // Only a date orders; `past` and bare words do not.
    const bool stated =
        e.time && !e.time->start.empty() && e.time->start.front() >= '0' && e.time->start.front() <= '9';
    const std::string& start = stated ? e.time->start : article.published;
    const std::string& end = stated && !e.time->end.empty() ? e.time->end : start;
    if (!start.empty() && (summary.first.empty() || start < summary.first)) summary.first = start;
    if (!end.empty() && end > summary.last) summary.last = end;
  }
  summary.articles = join_names(articles);
  summary.source = join_names(sources);
  if (!edge.evidence.empty()) summary.sentence = edge.evidence.front().sentence;
  return summary;
}

std::string_view edge_verdict(const EdgeProperties& edge) {
  return edge.confirmed ? "confirmed" : "";
}

std::size_t edge_weight(const EdgeProperties& edge) {
  return std::max<std::size_t>(1, edge.evidence.size());
}

}  // namespace relata
