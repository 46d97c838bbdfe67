// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace relata::cli {

/// Writes a file by `write`: first beside it, then renamed, so that a file of that name is whole or the old
/// one.
void write_whole_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

}  // namespace relata::cli
