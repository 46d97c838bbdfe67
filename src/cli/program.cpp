// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <filesystem>

namespace relata::cli {

std::string program() {
  namespace fs = std::filesystem;
  const fs::path self = "/proc/self/exe";
  std::error_code unknown;
  const auto size = fs::file_size(self, unknown);
  const auto time = fs::last_write_time(self, unknown).time_since_epoch().count();
  return std::string(RELATA_VERSION) + ' ' + std::to_string(size) + ' ' + std::to_string(time);
}

}  // namespace relata::cli
