// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "relata/assemble.hpp"
#include "relata/layout.hpp"
#include "relata/schema.hpp"

namespace relata {

struct ViewerOptions {
  std::string title = "Knowledge graph";
  std::size_t max_edges = 100'000;        ///< of larger graphs the page holds the highest ranked part
  std::span<const Position> places = {};  ///< layout() of the graph, where the caller has it already
};

/// What of a graph its page holds.
struct ViewerPart {
  std::size_t nodes = 0, edges = 0;
  bool whole = true;
};

/// Whether this build has the page: it is bundled where Node.js and npm are found.
bool has_viewer();
/// What to say where it has not.
inline constexpr const char* viewer_missing =
    "this relata was built without the viewer. Install Node.js 18 or newer and npm, configure with "
    "-DRELATA_VIEWER=ON and build again";

/// Writes a page for browsers that shows the graph: one file that needs no network. `evidence` tells where
/// the names of subject and object stand in the sentences; without it they are looked for. Streams: beside
/// the layout memory does not grow with the page. Throws Error when the stream fails or the build has no
/// page.
ViewerPart write_viewer(std::ostream& out, const KnowledgeGraph& graph,
                        const std::vector<ArticleEvidence>& evidence, const Schema& schema,
                        const ViewerOptions& options = {});

}  // namespace relata
