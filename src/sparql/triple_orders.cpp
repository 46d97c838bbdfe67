// SPDX-License-Identifier: MIT
#include "sparql/triple_orders.hpp"

#include <algorithm>

namespace relata::sparql {
namespace {

enum Place : std::size_t { subject, predicate, object };

/// For each term, how many triples have a lower one at the place: where its own begin in a sorted list.
std::vector<std::uint32_t> starts_by(const std::vector<Triple>& triples, std::uint32_t terms, Place place) {
  std::vector<std::uint32_t> starts(terms, 0);
  for (const Triple& t : triples) ++starts[t[place]];
  std::uint32_t start = 0;
  for (std::uint32_t& each : starts) {
    const std::uint32_t count = each;
    each = start;
    start += count;
  }
  return starts;
}

/// One round of a radix sort (Knuth, The Art of Computer Programming 3, 5.2.5) with terms for digits: stable.
void sort_by(Place place, std::vector<Triple>& triples, std::vector<Triple>& scratch, std::uint32_t terms) {
  scratch.resize(triples.size());
  std::vector<std::uint32_t> next = starts_by(triples, terms, place);
  for (const Triple& t : triples) scratch[next[t[place]]++] = t;
  triples.swap(scratch);
}

/// Writes triples, sorted by the first place, as pairs of the second and third.
void write_sorted(const std::vector<Triple>& triples, std::uint32_t terms, Order order,
                  std::array<Place, 3> places) {
  std::uint32_t term = 0;
  for (std::uint32_t i = 0; i < triples.size(); ++i) {
    const Triple& t = triples[i];
    for (; term < t[places[0]]; ++term) order.ends[term] = i;
    order.pairs[i] = {t[places[1]], t[places[2]]};
  }
  for (; term < terms; ++term) order.ends[term] = static_cast<std::uint32_t>(triples.size());
}

}  // namespace

void sort_unique(std::vector<Triple>& triples, std::uint32_t terms) {
  std::vector<Triple> scratch;
  for (const Place place : {subject, predicate, object}) sort_by(place, triples, scratch, terms);
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
}

void write_orders(std::vector<Triple>& triples, std::uint32_t terms, Order spo, Order pos, Order ops) {
  write_sorted(triples, terms, ops, {object, predicate, subject});
  {
    std::vector<Triple> scratch;
    sort_by(predicate, triples, scratch, terms);
  }
  write_sorted(triples, terms, pos, {predicate, object, subject});
  std::vector<std::uint32_t> next = starts_by(triples, terms, subject);
  for (const Triple& t : triples) spo.pairs[next[t[subject]]++] = {t[predicate], t[object]};
  std::copy(next.begin(), next.end(), spo.ends);  // filled, each start has moved to its end
}

}  // namespace relata::sparql
