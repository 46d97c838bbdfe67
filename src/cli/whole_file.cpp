// SPDX-License-Identifier: MIT
#include "cli/whole_file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "relata/error.hpp"

namespace relata::cli {
namespace fs = std::filesystem;

void write_whole_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  std::error_code failed;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), failed);
  const fs::path part = file.string() + ".part";
  try {
    std::ofstream out(part, std::ios::binary);
    if (!out) throw Error(part.string() + ": cannot be written: " + std::strerror(errno));
    int cause = 0;
    try {
      write(out);
    } catch (const Error&) {
      if (out) throw;
      cause = errno;  // what the stream's failure came from
    }
    out.close();
    if (!out) throw Error(part.string() + ": writing failed: " + std::strerror(cause != 0 ? cause : errno));
    fs::rename(part, file, failed);
    if (failed) throw Error(file.string() + ": cannot be replaced: " + failed.message());
  } catch (...) {
    fs::remove(part, failed);
    throw;
  }
}

}  // namespace relata::cli
