// SPDX-License-Identifier: MIT
#pragma once

#include "relata/decisions.hpp"
#include "store/sqlite.hpp"

namespace relata::detail {

/// Users' decisions as rows of two tables. Throws Error where a row holds no word that is known.
Decisions read_decisions(const sqlite::Connection& connection);
/// Makes the tables hold these decisions.
void write_decisions(sqlite::Connection& connection, const Decisions& decisions);

}  // namespace relata::detail
