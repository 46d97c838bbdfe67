// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace relata {

/// Folders searched for models, schemas and knowledge bases, in order: `RELATA_DATA`, the install
/// prefix next to the running program, the build's source tree.
std::vector<std::filesystem::path> data_folders();

/// The first existing `data folder / relative`. Throws Error naming what was looked for and where.
std::filesystem::path find_resource(const std::filesystem::path& relative);

/// The schema file that a user chose, or the default one where `chosen` is empty. Throws Error where that is
/// missing.
std::filesystem::path schema_file(const std::string& chosen);

/// The shipped tables of known things, in the order in which they are to be loaded. Throws Error where one is
/// missing.
std::vector<std::filesystem::path> knowledge_tables();

/// The folder of the default language model, or of the one called `name` (`sm`, `md`, a path).
/// Throws Error that says how to get it.
std::filesystem::path find_model(const std::string& name);

}  // namespace relata
