// SPDX-License-Identifier: MIT
#include "viewer/page_pieces.hpp"

namespace relata::detail {
const std::string_view page_head;
const std::string_view page_tail;
}  // namespace relata::detail
