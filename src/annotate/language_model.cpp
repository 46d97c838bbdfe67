// SPDX-License-Identifier: MIT
#include "relata/annotate.hpp"

namespace relata {
struct LanguageModel::Parts { ModelInfo info; };
LanguageModel::LanguageModel(const std::filesystem::path&) : parts_(std::make_unique<Parts>()) {}
LanguageModel::~LanguageModel() = default;
const ModelInfo& LanguageModel::info() const { return parts_->info; }
struct Annotator::Workspace {};
Annotator::Annotator(const LanguageModel&) : workspace_(std::make_unique<Workspace>()) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Document Annotator::annotate(std::string_view) { return {}; }
Document Annotator::annotate(const Article&) { return {}; }
Document Annotator::annotate_tokens(std::string_view) { return {}; }
}  // namespace relata
