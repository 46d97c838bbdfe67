// SPDX-License-Identifier: MIT
#include "relata/assemble.hpp"

namespace relata {
KnowledgeGraph assemble(std::vector<ArticleEvidence>, const AssembleOptions&) { return {}; }
}  // namespace relata
