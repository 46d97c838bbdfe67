// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "relata/error.hpp"
#include "sparql/triple_index.hpp"

namespace relata::cli {

/// The triples of STORE (see stores.hpp), as `relata export` writes them under this base. Those of a store
/// are kept beside it, in STORE-index, until its evidence changes; where that cannot be written, nothing is
/// kept.
sparql::TripleIndex load_triples(const std::string& store, const std::string& base,
                                 const DiagnosticSink& sink);

/// Those kept beside a store, where they are those of its evidence.
std::optional<sparql::TripleIndex> kept_triples(const std::string& store, const std::string& base);

}  // namespace relata::cli
