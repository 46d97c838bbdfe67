// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "relata/layout.hpp"

using namespace relata;

namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

double distance(const Position& a, const Position& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

double least_distance(const std::vector<Position>& places) {
  double least = std::numeric_limits<double>::max();
  for (std::size_t a = 0; a < places.size(); ++a)
    for (std::size_t b = a + 1; b < places.size(); ++b)
      least = std::min(least, distance(places[a], places[b]));
  return least;
}

double mean_length(const std::vector<Position>& places, const Edges& edges) {
  double sum = 0;
  for (const auto& [a, b] : edges) sum += distance(places[a], places[b]);
  return sum / static_cast<double>(edges.size());
}

/// A square grid of `side` by `side` nodes, each tied to its right and upper neighbour.
Edges grid(std::uint32_t side) {
  Edges edges;
  for (std::uint32_t row = 0; row < side; ++row)
    for (std::uint32_t column = 0; column < side; ++column) {
      const std::uint32_t v = row * side + column;
      if (column + 1 < side) edges.emplace_back(v, v + 1);
      if (row + 1 < side) edges.emplace_back(v, v + side);
    }
  return edges;
}

}  // namespace

TEST_CASE("no nodes have no places, one is at the origin", "[layout]") {
  CHECK(layout(0, Edges{}).empty());
  CHECK(layout(1, Edges{}) == std::vector<Position>{{0, 0}});
  CHECK(layout(1, Edges{{0, 0}}) == std::vector<Position>{{0, 0}});
}

TEST_CASE("a layout repeats itself, and its order of edges is none", "[layout]") {
  const Edges edges = grid(12);
  const Edges reversed(edges.rbegin(), edges.rend());
  CHECK(layout(144, edges) == layout(144, edges));
  CHECK(layout(144, edges) == layout(144, reversed));
}

TEST_CASE("a layout is the same on every machine", "[layout]") {
  // Worked out once on x86-64; other processors and compilers have to come to the same.
  const std::vector<Position> places = layout(5, Edges{{0, 1}, {1, 2}, {2, 3}, {3, 0}, {3, 4}});
  CHECK(places == std::vector<Position>{
                      {-1.502, 0.037}, {-1.918, -1.689}, {-0.154, -1.495}, {0.475, 0.418}, {1.918, 1.689}});
}

TEST_CASE("neighbours are drawn near each other, and no two nodes on one spot", "[layout]") {
  const Edges edges = grid(20);
  const std::vector<Position> places = layout(400, edges);
  CHECK(least_distance(places) > 0.9);
  double all = 0;
  for (std::size_t v = 1; v < places.size(); ++v) all += distance(places[0], places[v]);
  CHECK(mean_length(places, edges) < all / 399 / 4);
  // The opposite corners of the grid stay apart: it is not folded.
  CHECK(distance(places[0], places[399]) > 8 * mean_length(places, edges));
}

TEST_CASE("two tied nodes stand as far apart as others", "[layout]") {
  const std::vector<Position> places = layout(2, Edges{{0, 1}});
  CHECK(distance(places[0], places[1]) == Approx(1.9).margin(0.01));
}

TEST_CASE("a star keeps its rays apart", "[layout]") {
  Edges edges;
  for (std::uint32_t ray = 1; ray <= 300; ++ray) edges.emplace_back(0, ray);
  CHECK(least_distance(layout(301, edges)) > 0.9);
}

TEST_CASE("components lie apart, and close together", "[layout]") {
  Edges edges = grid(10);
  for (std::uint32_t v = 100; v < 140; v += 2) edges.emplace_back(v, v + 1);
  const std::vector<Position> places = layout(200, edges);  // 60 nodes have no edge
  CHECK(least_distance(places) > 0.9);
  // The lines of the grid are shorter than this: none of them is crossed.
  for (std::size_t grid_node = 0; grid_node < 100; ++grid_node)
    for (std::size_t v = 100; v < places.size(); ++v) CHECK(distance(places[grid_node], places[v]) > 1.0);
  Position most = {0, 0};
  for (const Position& p : places) most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  CHECK(4 * most.x * most.y < 200 * 9);
}

TEST_CASE("a small component does not lie on a line of a large one", "[layout]") {
  // A ring is hollow: what were put inside would seem to belong to it.
  Edges edges;
  for (std::uint32_t v = 0; v < 60; ++v) edges.emplace_back(v, (v + 1) % 60);
  const std::vector<Position> places = layout(90, edges);
  Position least = places[0], most = places[0];
  for (std::size_t v = 0; v < 60; ++v) {
    least = {std::min(least.x, places[v].x), std::min(least.y, places[v].y)};
    most = {std::max(most.x, places[v].x), std::max(most.y, places[v].y)};
  }
  const Position middle = {(least.x + most.x) / 2, (least.y + most.y) / 2};
  for (std::size_t v = 60; v < 90; ++v)
    CHECK(distance(places[v], middle) > std::min(most.x - least.x, most.y - least.y) / 4);
}

TEST_CASE("a larger graph takes no more than its time", "[layout]") {
  Edges edges = grid(100);
  for (std::uint32_t v = 0; v < 200; ++v) edges.emplace_back(5050, v * 37 % 10000);
  const std::vector<Position> places = layout(10000, edges);
  for (const Position& p : places) REQUIRE((std::isfinite(p.x) && std::isfinite(p.y)));
  std::set<std::pair<double, double>> distinct;
  for (const Position& p : places) distinct.emplace(p.x, p.y);
  CHECK(distinct.size() == places.size());
}
