// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "relata/decisions.hpp"

namespace relata::cli {

/// What the commands have in common that keep a user's decisions in a store, take them back and list them.
struct DecisionOptions {
  std::string store;
  std::vector<std::string> about;  ///< none: list
  bool undo = false;
  bool json = false;

  /// Declares them; `about` is called so and explained so.
  void declare(CLI::App& app, const std::string& name, const std::string& type, const std::string& about_help,
               const std::string& undo_help);
};

/// What was decided in a store, or in records. Faults of records are reported.
Decisions decisions_in(const std::string& store, Failures& failures);

}  // namespace relata::cli
