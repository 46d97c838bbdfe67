// SPDX-License-Identifier: MIT
#pragma once

#include "store/sqlite.hpp"

namespace relata::detail {

/// `RELA`, the application id in the header of every store.
inline constexpr int application_id = 0x52454C41;
/// Goes up with every change of the tables; docs/store.md lists the versions.
inline constexpr int schema_version = 2;

enum class SchemaUse : std::uint8_t { read, amend, make };

/// Makes sure that the database is a store. An empty one becomes a store with SchemaUse::make; one of an
/// older version is brought up to date unless it is only read. Throws Error for what is none, or made by a
/// newer version.
void require_schema(sqlite::Connection& connection, SchemaUse use);

/// Whether the store has the tables of what users decided, which came with version 2.
bool has_decisions(sqlite::Connection& connection);

}  // namespace relata::detail
