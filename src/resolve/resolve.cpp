// SPDX-License-Identifier: MIT
#include "relata/resolve.hpp"

namespace relata {
std::size_t Resolution::mention_headed_by(TokenId) const { return mentions.size(); }
Resolution resolve(const Article&, const Document&, const KnowledgeBase&) { return {}; }
}  // namespace relata
