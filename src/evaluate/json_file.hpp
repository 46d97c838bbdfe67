// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

namespace relata::detail {

/// The content of a JSON file. Throws Error naming the file, and the line of a fault.
nlohmann::json parse_json_file(const std::filesystem::path& file);

}  // namespace relata::detail
