// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "relata/decisions.hpp"
#include "relata/evidence.hpp"

namespace relata {

/// Users' verdicts on the edges of a graph. A verdict holds for what the statement's ends have become since;
/// of several that come to be about one edge the one of the greatest revision counts.
class Judgements {
 public:
  /// `node_of`: the node that goes by an id, or would; nothing where there is none.
  Judgements(const Decisions& decisions,
             const std::function<std::optional<std::size_t>(std::string_view)>& node_of);

  bool empty() const { return words_.empty(); }
  /// Whether something may have been said of an edge between the two.
  bool touch(std::size_t subject, std::size_t object) const;
  /// `withdrawn` where nobody said anything.
  Judgement on(std::size_t subject, std::size_t object, const std::string& relation, Status status) const;

 private:
  using Word = std::pair<std::uint64_t, Judgement>;  // its revision first
  std::map<std::tuple<std::size_t, std::size_t, std::string, std::string>, Word> words_;
};

}  // namespace relata
