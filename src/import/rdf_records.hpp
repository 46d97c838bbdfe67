// SPDX-License-Identifier: MIT
#pragma once

#include "import/input_text.hpp"
#include "relata/import_graph.hpp"

namespace relata::importing {

/// Reads RDF into evidence, as import_graph() does.
ImportedGraph rdf_records(const InputText& input, GraphSyntax syntax, const Schema& schema,
                          const ImportOptions& options, const DiagnosticSink& sink);

}  // namespace relata::importing
