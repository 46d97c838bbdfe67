// SPDX-License-Identifier: MIT
#include "evaluate/json_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "relata/error.hpp"

namespace relata::detail {

nlohmann::json parse_json_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.string() + ": cannot be read");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  try {
    return nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, bytes.size()));
    throw Error(file.string() + ':' + std::to_string(std::count(bytes.begin(), end, '\n') + 1) + ": " +
                error.what());
  }
}

}  // namespace relata::detail
