// SPDX-License-Identifier: MIT
#include "import/attribute_roles.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <map>
#include <string>

namespace relata::importing {
namespace {

using Table = std::map<std::string, Role, std::less<>>;

Role find(const Table& table, std::string_view name) {
  const auto found = table.find(boost::to_lower_copy(std::string(name)));
  return found == table.end() ? Role::other : found->second;
}

}  // namespace

Role node_role(std::string_view name) {
  static const Table table = {{"label", Role::label},     {"node label", Role::label},
                              {"nodelabel", Role::label}, {"name", Role::name},
                              {"title", Role::name},      {"shared name", Role::name},
                              {"id", Role::id},           {"class", Role::cls},
                              {"type", Role::cls},        {"wikidata", Role::wikidata},
                              {"aliases", Role::aliases}, {"mentions", Role::mentions},
                              {"x", Role::layout},        {"y", Role::layout},
                              {"z", Role::layout},        {"r", Role::layout},
                              {"g", Role::layout},        {"b", Role::layout},
                              {"size", Role::layout},     {"color", Role::layout},
                              {"colour", Role::layout}};
  return find(table, name);
}

Role edge_role(std::string_view name) {
  static const Table table = {{"relation", Role::relation},
                              {"predicate", Role::relation},
                              {"label", Role::label},
                              {"edge label", Role::label},
                              {"edgelabel", Role::label},
                              {"interaction", Role::label},
                              {"name", Role::name},
                              {"type", Role::name},
                              {"kind", Role::name},
                              {"id", Role::id},
                              {"edge id", Role::id},
                              {"open", Role::open},
                              {"status", Role::status},
                              {"weight", Role::weight},
                              {"confidence", Role::confidence},
                              {"verdict", Role::verdict},
                              {"first", Role::first},
                              {"start", Role::first},
                              {"date", Role::first},
                              {"last", Role::last},
                              {"end", Role::last},
                              {"articles", Role::articles},
                              {"source", Role::source},
                              {"said_by", Role::source},
                              {"sentence", Role::sentence},
                              {"r", Role::layout},
                              {"g", Role::layout},
                              {"b", Role::layout},
                              {"color", Role::layout},
                              {"colour", Role::layout}};
  return find(table, name);
}

}  // namespace relata::importing
