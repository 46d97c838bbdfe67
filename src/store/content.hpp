// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "relata/evidence.hpp"

namespace relata::detail {

/// All that a normalized article says, as one string: equal strings, equal evidence. Pieces are told apart by
/// their lengths, so that no two articles share one.
std::string content_of(const ArticleEvidence& article);

}  // namespace relata::detail
