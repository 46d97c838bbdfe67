// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/article.hpp"
#include "relata/document.hpp"

namespace relata {

/// What a model folder says of itself.
struct ModelInfo {
  std::string lang, name, version, description, author, license;
  std::vector<std::string> sources;     ///< "name (licence)" of each data source
  std::vector<std::string> components;  ///< pipeline order
  std::filesystem::path folder;
  std::string kernel;  ///< instruction set in use: `avx512`, `avx2` or `portable`
};

/// An unmodified spaCy 3 CNN pipeline (tok2vec, tagger, parser, attribute_ruler, lemmatizer, ner), run
/// natively. Loading checks every shape, count and string of the untrusted model files. Read-only after
/// loading: any number of threads may annotate at once, each with its own Annotator.
class LanguageModel {
 public:
  /// `folder` holds config.cfg, or is an unzipped wheel that holds such a folder. Throws Error naming the
  /// file and the fault; a pipeline that needs a component we lack is refused with the component's name.
  explicit LanguageModel(const std::filesystem::path& folder);
  ~LanguageModel();
  LanguageModel(const LanguageModel&) = delete;
  LanguageModel& operator=(const LanguageModel&) = delete;

  const ModelInfo& info() const;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

/// One thread's workspace over a model: scratch buffers and memo tables, bounded in size.
class Annotator {
 public:
  explicit Annotator(const LanguageModel& model);
  ~Annotator();
  Annotator(Annotator&&) noexcept;

  /// The analysis of `text` (valid UTF-8), exactly spaCy's. The document is indexed.
  Document annotate(std::string_view text);

  /// The analysis of an article, block by block; the model reads `model_text` where there is one, offsets and
  /// words are those of `text`.
  Document annotate(const Article& article);

  /// The analysis of a sentence whose blanks are its token borders, as one sentence.
  Document annotate_tokens(std::string_view blank_separated);

 private:
  struct Workspace;
  std::unique_ptr<Workspace> workspace_;
};

}  // namespace relata
