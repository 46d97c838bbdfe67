// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/assemble.hpp"

namespace relata {

/// What property-graph forms show of an edge's evidence.
struct EdgeSummary {
  std::string first, last;  ///< earliest and latest time stated, else date of publication; empty: none known
  std::string articles;     ///< addresses, joined with `|`
  std::string source;       ///< names of those who say so, joined with `|`
  std::string_view sentence;  ///< the first one
};

EdgeSummary summarize(const KnowledgeGraph& graph, const EdgeProperties& edge);

/// The names in order, joined with `|`; a bar inside a name becomes `¦`.
std::string join_names(const std::vector<std::string>& names);

/// Buffers text for a stream in pieces of a megabyte. Throws Error when the stream fails.
class StreamBuffer {
 public:
  explicit StreamBuffer(std::ostream& out) : out_(out) { text.reserve(capacity + (capacity >> 2)); }
  /// To be called between elements; writes when enough has gathered.
  void step() {
    if (text.size() >= capacity) flush();
  }
  void flush();

  std::string text;

 private:
  static constexpr std::size_t capacity = std::size_t{1} << 20;
  std::ostream& out_;
};

}  // namespace relata
