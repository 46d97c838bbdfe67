// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "relata/knowledge_base.hpp"

namespace relata {

/// Loads a file of this name and content; returns `file:line: message` of each fault.
inline std::vector<std::string> load_kb(KnowledgeBase& kb, const std::string& file_name,
                                        const std::string& content, Origin origin = Origin::shipped) {
  namespace fs = std::filesystem;
  const fs::path file = fs::temp_directory_path() / ("relata-kb-" + file_name);
  std::ofstream(file, std::ios::binary) << content;
  std::vector<std::string> faults;
  kb.load(
      file,
      [&](const Diagnostic& d) {
        faults.push_back(fs::path(d.file).filename().string() + ":" + std::to_string(d.line) + ": " +
                         d.message);
      },
      origin);
  fs::remove(file);
  return faults;
}

}  // namespace relata
