// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "resolve/clusters.hpp"

namespace relata::detail {

/// Mentions of organs of state that are named by whose they are (`the Afghan government`, `Hong Kong police`,
/// `the Trump administration`), and of those that go without saying: a bare `the government` is that of the
/// only owner told, else of the country that the article is about. Bare names (`Parliament`) are turned to
/// them.
std::vector<Mention> read_bodies(const Document& doc, Clusters& clusters, std::vector<Mention>& names);

}  // namespace relata::detail
