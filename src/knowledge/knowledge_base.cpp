// SPDX-License-Identifier: MIT
#include "relata/knowledge_base.hpp"

namespace relata {
void KnowledgeBase::add(KnownEntity) {}
void KnowledgeBase::load(const std::filesystem::path&, const DiagnosticSink&) {}
std::span<const KnowledgeBase::Index> KnowledgeBase::by_name(std::string_view) const { return {}; }
std::span<const KnowledgeBase::Index> KnowledgeBase::by_demonym(std::string_view) const { return {}; }
std::span<const KnowledgeBase::Index> KnowledgeBase::by_capital(std::string_view) const { return {}; }
const KnownEntity* KnowledgeBase::by_id(std::string_view) const { return nullptr; }
}  // namespace relata
