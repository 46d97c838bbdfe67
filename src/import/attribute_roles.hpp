// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace relata::importing {

/// What a value of a node or edge is to relata, told by its name.
enum class Role : std::uint8_t {
  other,  ///< relata has no place for it
  label,
  name,  ///< serves as label where there is none
  id,    ///< what the program before called it: igraph numbers nodes anew
  cls,
  wikidata,
  aliases,
  mentions,
  relation,
  open,
  status,
  weight,
  confidence,
  verdict,
  first,
  last,
  articles,
  source,
  sentence,
  layout  ///< how a program draws it: place, size, colour
};

/// The role of a node's or edge's value by its name, whatever the case: as relata, networkx, igraph, Gephi,
/// yEd and Cytoscape name them.
Role node_role(std::string_view name);
Role edge_role(std::string_view name);

}  // namespace relata::importing
