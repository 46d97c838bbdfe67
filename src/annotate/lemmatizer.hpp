// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace relata::annotate {

/// The English rule lemmatizer.
class Lemmatizer {
 public:
  void load(const std::filesystem::path& lookups);

  /// `lower` is the lower-cased word; `pos` a universal part of speech, `morph` features in UD form.
  std::string lemma(std::string_view word, std::string_view lower, std::string_view pos,
                    std::string_view morph) const;

 private:
  struct Tables {
    std::vector<std::pair<std::string, std::string>> rules;
    std::unordered_map<std::string, std::vector<std::string>> exceptions;
    std::unordered_set<std::string> index;
    bool empty() const { return rules.empty() && exceptions.empty() && index.empty(); }
  };
  std::unordered_map<std::uint64_t, Tables> tables_;  ///< by the number of the lower-case part of speech
};

}  // namespace relata::annotate
