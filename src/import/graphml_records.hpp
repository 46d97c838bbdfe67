// SPDX-License-Identifier: MIT
#pragma once

#include "import/input_text.hpp"
#include "relata/import_graph.hpp"

namespace relata::importing {

/// Reads GraphML into evidence, as import_graph() does.
ImportedGraph graphml_records(const InputText& input, const Schema& schema, const ImportOptions& options,
                              const DiagnosticSink& sink);

}  // namespace relata::importing
