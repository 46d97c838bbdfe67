// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"

namespace relata::cli {

Run setup_import(CLI::App& app);

}  // namespace relata::cli
