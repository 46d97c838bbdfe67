// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace relata::samples {

/// A pipeline folder whose files are the installed model's until a test puts others in their place.
class ForgedModel {
 public:
  /// Runs `pipeline` alone, e.g. `["tok2vec","tagger"]`.
  explicit ForgedModel(std::string_view pipeline);
  ~ForgedModel();
  ForgedModel(const ForgedModel&) = delete;

  std::string read(const std::string& file) const;
  void write(const std::string& file, std::string_view bytes) const;
  void remove(const std::string& file) const;
  /// Puts other bytes of any length in place of the first `from` of a file.
  void replace(const std::string& file, std::string_view from, std::string_view to) const;

  /// Loads the model and lets it read a sentence: the Error's message, or nothing where there is none.
  std::string fault() const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace relata::samples
