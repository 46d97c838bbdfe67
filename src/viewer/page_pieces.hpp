// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace relata::detail {

/// The page before and after the graph's data; empty in a build without it.
extern const std::string_view page_head, page_tail;

}  // namespace relata::detail
