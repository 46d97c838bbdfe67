// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/pattern.hpp"
#include "relata/label.hpp"

namespace relata::annotate {

/// The attribute ruler: sets attributes of tokens that match patterns, all matched before any is set.
class Ruler {
 public:
  /// What patterns see of a token.
  struct Seen {
    std::string_view lower;
    Label tag, dep;
    bool is_space = false;
    std::uint64_t first = 0, second = 0;  ///< see word_masks
  };
  /// What rules set; what no rule set is as it was.
  struct Set {
    Label tag, dep, pos, morph;
    const std::string* lemma = nullptr;
  };

  void load(const std::filesystem::path& patterns);

  /// For each pattern of several tokens (the last bit stands for all past the 63rd), whether a word can be
  /// its first, or its second: a filter that spares looking closely.
  void word_masks(std::string_view lower, std::uint64_t& first, std::uint64_t& second) const;
  /// Whether a pattern of several tokens may reach token `at` of `tokens`.
  bool may_span(const std::vector<Seen>& tokens, std::size_t begin, std::size_t end, std::size_t at) const;

  /// Applies all rules to token `at` of the document [begin, end).
  Set apply(const std::vector<Seen>& tokens, std::size_t begin, std::size_t end, std::size_t at) const;

 private:
  /// A condition on a text attribute.
  struct Condition {
    enum class Kind : std::uint8_t { any, in, not_in, regex };
    Kind kind = Kind::any;
    std::vector<std::string> values;
    Pattern pattern;
    bool holds(std::string_view value) const;
  };
  struct LabelCondition {
    Condition::Kind kind = Condition::Kind::any;
    std::vector<Label> values;
    bool holds(Label value) const;
  };
  struct TokenPattern {
    LabelCondition tag, dep;
    Condition lower;
    std::optional<bool> is_space;
    bool holds(const Seen& token) const;
  };
  struct Rule {
    std::vector<std::vector<TokenPattern>> alternatives;
    std::int64_t index = 0;
    std::optional<Label> tag, dep, pos, morph;
    std::optional<std::string> lemma;
  };

  std::vector<Rule> rules_;
  std::vector<std::pair<std::size_t, std::size_t>> spanning_;  ///< rule and alternative of several tokens
  std::size_t longest_ = 1;

  friend struct RulerReader;
};

}  // namespace relata::annotate
