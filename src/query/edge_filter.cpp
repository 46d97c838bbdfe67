// SPDX-License-Identifier: MIT
#include <algorithm>

#include "relata/query.hpp"

namespace relata {
namespace {

template <class T>
bool among(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// ISO 8601 forms compare as text; one past all that begin with it stands for the end of a month or year.
std::string end_of(const std::string& date) {
  return date + '~';
}

bool overlaps(const TimeSpan& span, const EdgeFilter& filter) {
  if (span.start.empty()) return false;
  return (filter.since.empty() || end_of(span.end) >= filter.since) &&
         (filter.until.empty() || span.start <= end_of(filter.until));
}

bool is_date(const std::string& text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

}  // namespace

TimeSpan time_of(const KnowledgeGraph& graph, const Evidence& evidence) {
  if (evidence.time) {
    const std::string& start = evidence.time->start;
    const std::string& end = evidence.time->end;
    if (is_date(start)) return {start, is_date(end) ? end : start, true};
    if (is_date(end)) return {end, end, true};
  }
  const std::string& published = graph.articles[evidence.article].published;
  return {published, published, false};
}

bool passes(const KnowledgeGraph& graph, EdgeIndex index, const EdgeFilter& filter) {
  const EdgeProperties& edge = graph.graph[index];
  if (!among(filter.relations, edge.relation) || !among(filter.statuses, edge.status) ||
      edge.confidence < filter.min_confidence)
    return false;
  if (filter.since.empty() && filter.until.empty()) return true;
  return std::any_of(edge.evidence.begin(), edge.evidence.end(),
                     [&](const Evidence& e) { return overlaps(time_of(graph, e), filter); });
}

}  // namespace relata
