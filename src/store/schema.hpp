// SPDX-License-Identifier: MIT
#pragma once

#include "store/sqlite.hpp"

namespace relata::detail {

/// `RELA`, the application id in the header of every store.
inline constexpr int application_id = 0x52454C41;
/// Goes up with every change of the tables; docs/store.md lists the versions.
inline constexpr int schema_version = 1;

/// Makes sure that the database is a store of this version. An empty one becomes a store where `make` says
/// so. Throws Error for what is none, or made by a newer version.
void require_schema(sqlite::Connection& connection, bool make);

}  // namespace relata::detail
