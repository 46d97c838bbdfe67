// SPDX-License-Identifier: MIT
#include "sparql/triple_orders.hpp"

#include <algorithm>

namespace relata::sparql {
namespace {

using Pair = relata_sparql_pair;

bool less(const Pair& a, const Pair& b) {
  return a.first != b.first ? a.first < b.first : a.second < b.second;
}

bool equal(const Pair& a, const Pair& b) {
  return a.first == b.first && a.second == b.second;
}

/// Distributes pairs to the terms that they are for: a round of a radix sort (Knuth, The Art of Computer
/// Programming 3, 5.2.5), stable. `each(take)` calls `take(term, pair)` for all pairs, and is called twice.
template <class Each>
Order distributed(std::uint32_t terms, std::size_t most, const Each& each) {
  Order order;
  order.ends.assign(terms, 0);
  each([&](std::uint32_t term, const Pair&) { ++order.ends[term]; });
  std::uint32_t start = 0;
  for (std::uint32_t& end : order.ends) {
    const std::uint32_t count = end;
    end = start;
    start += count;
  }
  order.count = start;
  order.pairs = std::make_unique_for_overwrite<Pair[]>(most);
  // Filled, each start has moved to its end.
  each([&](std::uint32_t term, const Pair& pair) { order.pairs[order.ends[term]++] = pair; });
  return order;
}

/// Calls `take(term, pair)` in the order of the terms.
template <class Take>
void walk(const Order& order, const Take& take) {
  std::uint32_t i = 0;
  for (std::uint32_t term = 0; term < order.ends.size(); ++term)
    for (; i < order.ends[term]; ++i) take(term, order.pairs[i]);
}

/// Sorts the pairs of each term; many come sorted.
void sort_each(Order& order) {
  std::uint32_t start = 0;
  for (const std::uint32_t end : order.ends) {
    Pair* const begin = order.pairs.get() + start;
    const std::uint32_t size = end - start;
    if (!std::is_sorted(begin, begin + size, less)) std::sort(begin, begin + size, less);
    start = end;
  }
}

/// Leaves each of sorted pairs once.
void unique_each(Order& order) {
  std::uint32_t start = 0, kept = 0;
  for (std::uint32_t& end : order.ends) {
    const std::uint32_t first = kept;
    for (std::uint32_t i = start; i < end; ++i)
      if (kept == first || !equal(order.pairs[kept - 1], order.pairs[i]))
        order.pairs[kept++] = order.pairs[i];
    start = end;
    end = kept;
  }
  order.count = kept;
}

}  // namespace

Orders orders_of(std::vector<Triple>&& triples, std::uint32_t terms) {
  Orders orders;
  orders.spo = distributed(terms, triples.size(), [&](const auto& take) {
    for (const auto& [subject, predicate, object] : triples) take(subject, Pair{predicate, object});
  });
  std::vector<Triple>().swap(triples);
  sort_each(orders.spo);
  unique_each(orders.spo);
  // Subjects ascend in what each object gets, and objects in what each predicate gets.
  orders.ops = distributed(terms, orders.spo.count, [&](const auto& take) {
    walk(orders.spo, [&](std::uint32_t subject, const Pair& p) { take(p.second, Pair{p.first, subject}); });
  });
  sort_each(orders.ops);
  orders.pos = distributed(terms, orders.spo.count, [&](const auto& take) {
    walk(orders.ops, [&](std::uint32_t object, const Pair& p) { take(p.first, Pair{object, p.second}); });
  });
  return orders;
}

}  // namespace relata::sparql
