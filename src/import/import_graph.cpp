// SPDX-License-Identifier: MIT
#include "relata/import_graph.hpp"

#include <array>

#include "import/graphml_records.hpp"
#include "import/keep_apart.hpp"
#include "import/rdf_records.hpp"

namespace relata {

std::optional<GraphSyntax> graph_syntax_of(std::string_view file_name) {
  constexpr std::array<std::pair<std::string_view, GraphSyntax>, 6> endings = {
      {{".graphml", GraphSyntax::graphml},
       {".xml", GraphSyntax::graphml},
       {".ttl", GraphSyntax::turtle},
       {".nt", GraphSyntax::ntriples},
       {".nq", GraphSyntax::nquads},
       {".trig", GraphSyntax::trig}}};
  for (const auto& [ending, syntax] : endings)
    if (file_name.ends_with(ending)) return syntax;
  return std::nullopt;
}

ImportedGraph import_graph(std::string_view bytes, const std::string& name, GraphSyntax syntax,
                           const Schema& schema, const ImportOptions& options, const DiagnosticSink& sink) {
  const importing::InputText input{bytes, name};
  ImportedGraph graph = syntax == GraphSyntax::graphml
                            ? importing::graphml_records(input, schema, options, sink)
                            : importing::rdf_records(input, syntax, schema, options, sink);
  importing::keep_apart(graph);
  return graph;
}

}  // namespace relata
