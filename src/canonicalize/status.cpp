// SPDX-License-Identifier: MIT
#include <array>

#include "relata/evidence.hpp"

namespace relata {
namespace {
constexpr std::array<std::string_view, 5> names = {"factual", "planned", "hypothetical", "reported",
                                                   "denied"};
}

std::string_view to_string(Status status) {
  return names[static_cast<std::size_t>(status)];
}

std::optional<Status> parse_status(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Status>(i);
  return std::nullopt;
}

}  // namespace relata
