// SPDX-License-Identifier: MIT
#include "unite/clusters.hpp"

#include <algorithm>
#include <numeric>

#include "relata/knowledge_base.hpp"

namespace relata::uniting {

Clusters::Clusters(const Corpus& corpus, const NameRules& rules)
    : corpus_(corpus), rules_(rules), home_(corpus.occurrences.size()) {
  for (std::uint32_t t = 0; t < corpus.things.size(); ++t)
    for (Referent& r : tell_namesakes_apart(corpus, t)) {
      for (const std::uint32_t o : r.occurrences) home_[o] = static_cast<std::uint32_t>(referents_.size());
      referents_.push_back(std::move(r));
    }
  parent_.resize(referents_.size());
  std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  members_.resize(referents_.size());
  cluster_context_.resize(referents_.size());
  known_.resize(referents_.size());
  company_.resize(referents_.size());
  for (std::uint32_t r = 0; r < referents_.size(); ++r) {
    members_[r] = {r};
    cluster_context_[r] = referents_[r].context;
    if (thing_of(r).known) known_[r] = thing_of(r).id;
  }
}

std::string Clusters::id_of(std::uint32_t referent) const {
  const Referent& r = referents_[referent];
  const std::string& id = corpus_.things[r.thing].id;
  if (r.mark.empty()) return id;
  std::string marked = id;
  marked += " (";
  marked += r.mark;
  marked += ')';
  return marked;
}

std::uint32_t Clusters::root(std::uint32_t referent) const {
  while (parent_[referent] != referent) referent = parent_[referent] = parent_[parent_[referent]];
  return referent;
}

const Company& Clusters::company(std::uint32_t referent) {
  std::optional<Company>& company = company_[root(referent)];
  if (!company) {
    company.emplace();
    for (const std::uint32_t member : members(referent))
      for (const std::uint32_t article : referents_[member].articles) add_company(corpus_, article, *company);
  }
  return *company;
}

std::uint64_t Clusters::mentions(std::uint32_t referent) const {
  std::uint64_t sum = 0;
  for (const std::uint32_t member : members(referent)) sum += referents_[member].mentions;
  return sum;
}

bool Clusters::meet(std::uint32_t a, std::uint32_t b) const {
  for (const std::uint32_t x : members(a))
    for (const std::uint32_t y : members(b)) {
      const std::vector<std::uint32_t>& one = referents_[x].articles;
      const std::vector<std::uint32_t>& other = referents_[y].articles;
      const auto& fewer = one.size() <= other.size() ? one : other;
      const auto& more = one.size() <= other.size() ? other : one;
      for (const std::uint32_t article : fewer)
        if (std::binary_search(more.begin(), more.end(), article)) return true;
    }
  return false;
}

bool Clusters::kept_apart(std::uint32_t a, std::uint32_t b) const {
  if (rules_.empty()) return false;
  for (const std::uint32_t x : members(a))
    for (const std::uint32_t y : members(b)) {
      if (rules_.kept_apart(id_of(x), id_of(y))) return true;
      for (const auto& [one, times] : labels(x))
        for (const auto& [other, other_times] : labels(y))
          if (rules_.kept_apart(one, other)) return true;
    }
  return false;
}

std::string Clusters::forbidden(std::uint32_t a, std::uint32_t b, bool one_article_may_hold_both) const {
  const std::string& known = known_[root(a)];
  const std::string& other = known_[root(b)];
  if (!known.empty() && !other.empty() && known != other)
    return "two things of the knowledge base: " + std::min(known, other) + " / " + std::max(known, other);
  if (kept_apart(a, b)) return "a user's rule";
  if (!one_article_may_hold_both && meet(a, b)) return "an article speaks of both";
  return {};
}

void Clusters::join(std::uint32_t a, std::uint32_t b, const std::string& rule, const std::string& because) {
  std::uint32_t keep = root(a), gone = root(b);
  if (keep == gone) return;
  unions_.try_emplace({id_of(a), id_of(b), rule}, because, std::uint64_t{1});
  if (members_[keep].size() < members_[gone].size()) std::swap(keep, gone);
  parent_[gone] = keep;
  members_[keep].insert(members_[keep].end(), members_[gone].begin(), members_[gone].end());
  members_[gone].clear();
  cluster_context_[keep].add(cluster_context_[gone]);
  if (known_[keep].empty()) known_[keep] = known_[gone];
  company_[keep].reset();
  company_[gone].reset();
}

void Clusters::give(std::uint32_t occurrence, std::uint32_t from, std::uint32_t to, const std::string& rule,
                    const std::string& because) {
  home_[occurrence] = to;
  ++unions_.try_emplace({id_of(from), id_of(to), rule}, because, std::uint64_t{0}).first->second.second;
}

Unification Clusters::result(std::size_t articles) const {
  // A cluster goes by the knowledge base's id, else by the id most spoken of whose class most speak of.
  std::vector<std::string> id(referents_.size());
  for (std::uint32_t r = 0; r < referents_.size(); ++r) {
    if (root(r) != r) continue;
    if (!known_[r].empty()) {
      id[r] = known_[r];
      continue;
    }
    std::map<std::string_view, std::uint64_t> classes;
    for (const std::uint32_t m : members_[r]) classes[thing_of(m).cls.str()] += referents_[m].mentions;
    std::string_view cls;
    std::uint64_t most = 0;
    for (const auto& [name, votes] : classes)
      if (votes > most) {
        most = votes;
        cls = name;
      }
    const auto rank = [&](std::uint32_t m) {
      return std::tuple(thing_of(m).cls.str() != cls, -static_cast<std::int64_t>(referents_[m].mentions),
                        id_of(m));
    };
    id[r] = id_of(*std::min_element(members_[r].begin(), members_[r].end(),
                                    [&](std::uint32_t x, std::uint32_t y) { return rank(x) < rank(y); }));
  }
  Unification all;
  std::vector<bool> used(referents_.size(), false);
  for (const std::uint32_t home : home_) used[root(home)] = true;
  for (std::uint32_t r = 0; r < referents_.size(); ++r)
    if (used[r]) all.ids.push_back(id[r]);
  std::sort(all.ids.begin(), all.ids.end());
  all.ids.erase(std::unique(all.ids.begin(), all.ids.end()), all.ids.end());
  std::vector<std::uint32_t> number(referents_.size(), 0);
  for (std::uint32_t r = 0; r < referents_.size(); ++r)
    if (used[r])
      number[r] = static_cast<std::uint32_t>(std::lower_bound(all.ids.begin(), all.ids.end(), id[r]) -
                                             all.ids.begin());
  for (std::uint32_t r = 0; r < referents_.size(); ++r)
    if (used[root(r)] && (root(r) != r || id_of(r) != id[r]))
      if (std::string own = id_of(r); own != id[root(r)])
        all.former.emplace_back(std::move(own), number[root(r)]);
  // What was given away as a whole went where most of its articles' entities went.
  for (std::uint32_t r = 0; r < referents_.size(); ++r) {
    if (used[root(r)]) continue;
    std::map<std::uint32_t, std::size_t> homes;
    for (const std::uint32_t o : referents_[r].occurrences) ++homes[number[root(home_[o])]];
    const auto most = std::max_element(homes.begin(), homes.end(),
                                       [](const auto& x, const auto& y) { return x.second < y.second; });
    if (most != homes.end()) all.former.emplace_back(id_of(r), most->first);
  }
  std::sort(all.former.begin(), all.former.end());
  all.nodes.resize(articles);
  for (std::size_t a = 0; a < articles; ++a)
    for (const std::uint32_t o : corpus_.of_article[a]) all.nodes[a].push_back(number[root(home_[o])]);
  for (const auto& [key, found] : unions_)
    all.unions.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), found.first, found.second});
  return all;
}

}  // namespace relata::uniting
