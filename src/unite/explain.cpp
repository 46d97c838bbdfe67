// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "relata/knowledge_base.hpp"
#include "unite/clusters.hpp"
#include "unite/decide.hpp"

namespace relata {
namespace {

using uniting::Clusters;
using uniting::Corpus;

/// Things that bear a name, and their nodes.
struct Bearers {
  std::vector<std::uint32_t> referents;
  std::set<std::string> nodes;
};

bool bears(const Clusters& clusters, std::uint32_t r, std::string_view name, const std::string& normal,
           bool other_names) {
  const uniting::Thing& thing = clusters.thing_of(r);
  if (clusters.id_of(r) == name) return true;
  if (thing.literal) return false;
  for (const auto& [label, times] : thing.labels)
    if (normalized_name(label) == normal) return true;
  return other_names &&
         std::any_of(thing.aliases.begin(), thing.aliases.end(),
                     [&](const std::string& alias) { return normalized_name(alias) == normal; });
}

/// Those whose label it is; where there are none, those that are called so besides.
Bearers bearers_of(const Clusters& clusters, const Unification& united, std::string_view name) {
  const std::string normal = normalized_name(name);
  Bearers found;
  for (const bool other_names : {false, true}) {
    for (std::uint32_t r = 0; r < clusters.referents().size(); ++r) {
      if (!bears(clusters, r, name, normal, other_names)) continue;
      found.referents.push_back(r);
      for (const std::uint32_t o : clusters.referents()[r].occurrences) {
        const std::uint32_t article = clusters.corpus().occurrences[o].article;
        const auto& all = clusters.corpus().of_article[article];
        const auto place = static_cast<std::size_t>(std::find(all.begin(), all.end(), o) - all.begin());
        found.nodes.insert(united.ids[united.nodes[article][place]]);
      }
    }
    if (!found.referents.empty()) break;
  }
  return found;
}

/// The shortest chain of unions from one thing to another.
std::vector<Union> chain(const std::vector<Union>& unions, const std::set<std::string>& from,
                         const std::set<std::string>& to) {
  std::multimap<std::string_view, const Union*> next;
  for (const Union& u : unions) {
    next.emplace(u.name, &u);
    next.emplace(u.other, &u);
  }
  std::map<std::string_view, const Union*> came_by;
  std::deque<std::string_view> queue;
  for (const std::string& id : from) {
    came_by.emplace(id, nullptr);
    queue.push_back(id);
  }
  while (!queue.empty()) {
    const std::string_view at = queue.front();
    queue.pop_front();
    if (to.contains(std::string(at))) {
      std::vector<Union> steps;
      for (std::string_view back = at; came_by[back] != nullptr;) {
        const Union* const u = came_by[back];
        steps.push_back(*u);
        back = u->name == back ? std::string_view(u->other) : std::string_view(u->name);
      }
      std::reverse(steps.begin(), steps.end());
      return steps;
    }
    for (auto [i, end] = next.equal_range(at); i != end; ++i) {
      const std::string_view there = i->second->name == at ? i->second->other : i->second->name;
      if (came_by.emplace(there, i->second).second) queue.push_back(there);
    }
  }
  return {};
}

std::set<std::string> ids_of(const Clusters& clusters, const Bearers& bearers) {
  std::set<std::string> ids;
  for (const std::uint32_t r : bearers.referents) ids.insert(clusters.id_of(r));
  return ids;
}

/// What stands between two things.
std::string against(const Clusters& clusters, std::uint32_t a, std::uint32_t b) {
  if (const std::string why = clusters.forbidden(a, b); !why.empty()) return why;
  const auto kind = uniting::kind_of(clusters.thing_of(a).cls),
             other = uniting::kind_of(clusters.thing_of(b).cls);
  const std::string contradicts =
      uniting::contradiction(clusters.corpus().symbols, clusters.context(a), clusters.context(b), kind);
  if (!contradicts.empty()) return contradicts;
  if (kind != other) {
    std::string classes = "classes: ";
    classes += clusters.thing_of(a).cls.str();
    classes += " / ";
    classes += clusters.thing_of(b).cls.str();
    return classes;
  }
  return "no rule finds enough evidence for one thing";
}

}  // namespace

NameVerdict explain_names(std::span<const ArticleEvidence> articles, const NameRules& rules,
                          std::string_view a, std::string_view b) {
  const Corpus corpus(articles);
  Clusters clusters(corpus, rules);
  uniting::decide(clusters, rules);
  const Unification united = clusters.result(articles.size());
  const Bearers one = bearers_of(clusters, united, a), other = bearers_of(clusters, united, b);
  NameVerdict verdict;
  verdict.a.assign(one.nodes.begin(), one.nodes.end());
  verdict.b.assign(other.nodes.begin(), other.nodes.end());
  for (const auto& [name, found] : {std::pair(a, &one), std::pair(b, &other)})
    if (found->referents.empty()) verdict.reasons.push_back("nothing is called '" + std::string(name) + "'");
  if (!verdict.reasons.empty()) return verdict;
  const bool meet =
      std::any_of(one.nodes.begin(), one.nodes.end(), [&](const auto& n) { return other.nodes.contains(n); });
  if (meet) {
    verdict.kind = NameVerdict::Kind::one;
    verdict.steps = chain(united.unions, ids_of(clusters, one), ids_of(clusters, other));
    return verdict;
  }
  verdict.kind = NameVerdict::Kind::two;
  std::set<std::string> reasons;
  for (const std::uint32_t x : one.referents)
    for (const std::uint32_t y : other.referents) {
      std::string line = clusters.id_of(x);
      line += " / ";
      line += clusters.id_of(y);
      line += ": ";
      line += against(clusters, x, y);
      reasons.insert(std::move(line));
    }
  verdict.reasons.assign(reasons.begin(), reasons.end());
  return verdict;
}

}  // namespace relata
