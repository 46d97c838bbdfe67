// SPDX-License-Identifier: MIT
#include "unite/namesakes.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "unite/name_forms.hpp"
#include "unite/name_tables.hpp"

namespace relata::uniting {
namespace {

constexpr std::size_t clear_majority = 4;

/// Occurrences that belong together, and what is said of them.
struct Party {
  std::vector<std::uint32_t> occurrences;
  Context context;
};

Context all_said(const Corpus& corpus, const std::vector<std::uint32_t>& occurrences) {
  Context all;
  for (const std::uint32_t o : occurrences) all.add(corpus.context_of(o));
  return all;
}

/// Whether any two occurrences could be of namesakes at all.
bool may_differ(const Corpus& corpus, const Thing& thing) {
  const Context* first = nullptr;
  for (const std::uint32_t o : thing.occurrences) {
    const Context& c = corpus.context_of(o);
    if (c.empty()) continue;
    if (first == nullptr) {
      first = &c;
    } else if (c.spheres != first->spheres || c.countries != first->countries || c.bodies != first->bodies ||
               c.meanings != first->meanings) {
      return true;
    }
  }
  return false;
}

/// Joins occurrences that share a place, a role or telling company.
std::vector<Party> parties(const Corpus& corpus, const Thing& thing, std::uint32_t number, bool one_state) {
  const std::vector<std::uint32_t>& all = thing.occurrences;
  std::vector<std::size_t> parent(all.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::unordered_map<std::uint64_t, std::size_t> seen;
  const auto join = [&](std::uint64_t token, std::size_t i) {
    const auto [at, fresh] = seen.try_emplace(token, i);
    if (fresh) return;
    const std::size_t a = root(at->second), b = root(i);
    parent[std::max(a, b)] = std::min(a, b);
  };
  const Kind kind = kind_of(thing.cls);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Context& c = corpus.context_of(all[i]);
    for (const Symbol s : c.bodies) join(std::uint64_t{1} << 32 | s, i);
    for (const Symbol s : c.roles) join(std::uint64_t{2} << 32 | s, i);
    for (const Symbol s : c.meanings) join(std::uint64_t{3} << 32 | s, i);
    // Of one country there may be several: a person needs the walk of life as well, a town its province.
    const bool nearer =
        (kind == Kind::place && !c.regions.empty()) || (kind == Kind::body && one_state && !c.seats.empty());
    if (!nearer)
      for (const Symbol s : c.countries)
        join(std::uint64_t{4 + (kind == Kind::person ? c.spheres : 0)} << 32 | s, i);
    for (const std::uint32_t o : corpus.of_article[corpus.occurrences[all[i]].article]) {
      const std::uint32_t other = corpus.occurrences[o].thing;
      if (other != number && corpus.is_telling(other)) join(std::uint64_t{3000} << 32 | other, i);
    }
  }
  std::map<std::size_t, Party> by_root;
  for (std::size_t i = 0; i < all.size(); ++i) by_root[root(i)].occurrences.push_back(all[i]);
  std::vector<Party> found;
  for (auto& [place, party] : by_root) {
    party.context = all_said(corpus, party.occurrences);
    found.push_back(std::move(party));
  }
  return found;
}

/// What a party has that names it: its first country, body, role or meaning by name.
std::string mark_of(const Corpus& corpus, const Party& party) {
  for (const auto list :
       {&Context::seats, &Context::countries, &Context::bodies, &Context::meanings, &Context::nouns}) {
    const std::string* best = nullptr;
    for (const Symbol s : party.context.*list)
      if (best == nullptr || corpus.symbols[s] < *best) best = &corpus.symbols[s];
    if (best) return *best;
  }
  return {};
}

Referent referent_of(const Corpus& corpus, std::uint32_t thing, Party&& party, std::string mark) {
  Referent r;
  r.thing = thing;
  r.mark = std::move(mark);
  r.occurrences = std::move(party.occurrences);
  std::sort(r.occurrences.begin(), r.occurrences.end());
  for (const std::uint32_t o : r.occurrences) {
    r.mentions += 1 + corpus.occurrences[o].mentions;
    const std::uint32_t article = corpus.occurrences[o].article;
    if (r.articles.empty() || r.articles.back() != article) r.articles.push_back(article);
  }
  r.context = std::move(party.context);
  return r;
}

}  // namespace

std::vector<Referent> tell_namesakes_apart(const Corpus& corpus, std::uint32_t number) {
  const Thing& thing = corpus.things[number];
  std::vector<Referent> referents;
  if (thing.literal || thing.known || thing.occurrences.size() < 2 || !may_differ(corpus, thing)) {
    referents.push_back(
        referent_of(corpus, number, {thing.occurrences, all_said(corpus, thing.occurrences)}, {}));
    return referents;
  }
  const Kind kind = kind_of(thing.cls);
  const std::vector<std::string> words =
      thing.labels.empty() ? std::vector<std::string>() : thing_words(thing.labels.front().first);
  const bool one_state = is_of_one_state(words);
  const bool crossing =
      std::any_of(words.begin(), words.end(), [](const auto& w) { return crosses_borders(w); });
  std::vector<Party> found = parties(corpus, thing, number, one_state);
  // Marks are unique among parties that contradict each other, and do not depend on the order of articles.
  std::vector<std::pair<std::string, std::size_t>> order;
  for (std::size_t i = 0; i < found.size(); ++i) order.emplace_back(mark_of(corpus, found[i]), i);
  std::sort(order.begin(), order.end(), [&](const auto& x, const auto& y) {
    const std::size_t a = found[x.second].occurrences.size(), b = found[y.second].occurrences.size();
    if (a != b) return a > b;
    if (x.first != y.first) return x.first < y.first;
    return found[x.second].occurrences.front() < found[y.second].occurrences.front();
  });
  std::vector<Party> kept;
  std::vector<std::uint32_t> unclear;
  for (const auto& [mark, i] : order) {
    Party& party = found[i];
    if (party.context.empty()) {
      unclear.insert(unclear.end(), party.occurrences.begin(), party.occurrences.end());
      continue;
    }
    const auto home = std::find_if(kept.begin(), kept.end(), [&](const Party& k) {
      return contradiction(corpus.symbols, k.context, party.context, kind, one_state, crossing).empty();
    });
    if (home == kept.end()) {
      kept.push_back(std::move(party));
    } else {
      home->occurrences.insert(home->occurrences.end(), party.occurrences.begin(), party.occurrences.end());
      home->context.add(party.context);
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Party& a, const Party& b) {
    return a.occurrences.size() > b.occurrences.size();
  });
  std::size_t others = 0;
  for (std::size_t i = 1; i < kept.size(); ++i) others += kept[i].occurrences.size();
  const bool clear =
      kept.size() == 1 || (!kept.empty() && kept.front().occurrences.size() >= clear_majority * others);
  if (clear && !kept.empty()) {
    kept.front().occurrences.insert(kept.front().occurrences.end(), unclear.begin(), unclear.end());
    unclear.clear();
  }
  if (!unclear.empty()) referents.push_back(referent_of(corpus, number, {unclear, {}}, {}));
  for (Party& party : kept) {
    std::string mark = referents.empty() ? std::string() : mark_of(corpus, party);
    for (const Referent& r : referents)
      if (!mark.empty() && r.mark == mark) {
        // Two walks of life in one country.
        const auto& nouns = party.context.nouns;
        std::string first;
        for (const Symbol s : nouns)
          if (first.empty() || corpus.symbols[s] < first) first = corpus.symbols[s];
        mark += ' ' + first;
        break;
      }
    while (!mark.empty() &&
           std::any_of(referents.begin(), referents.end(), [&](const Referent& r) { return r.mark == mark; }))
      mark += '+';
    referents.push_back(referent_of(corpus, number, std::move(party), std::move(mark)));
  }
  return referents;
}

}  // namespace relata::uniting
