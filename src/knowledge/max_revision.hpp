// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace relata {

/// The greatest revision of a user's word that stores and records may have.
inline constexpr std::uint64_t max_revision = 4294967295;

}  // namespace relata
