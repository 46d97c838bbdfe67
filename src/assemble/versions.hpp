// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "relata/evidence.hpp"

namespace relata {

/// One version of every article, sorted by uri: the later published counts, then the greater id. Articles
/// without a uri are told apart by their ids.
std::vector<ArticleEvidence> current_versions(std::vector<ArticleEvidence> evidence);

}  // namespace relata
