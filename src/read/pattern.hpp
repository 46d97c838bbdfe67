// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct pcre2_real_code_8;

namespace relata::detail {

/// A compiled regular expression over UTF-8, letters compared without case unless it says `(?-i)`.
class Pattern {
 public:
  explicit Pattern(std::string_view expression);

  /// The groups of the leftmost match, the whole match first; views into `subject`, empty where a group took
  /// no part. A match that would cost too much counts as none.
  std::optional<std::vector<std::string_view>> match(std::string_view subject) const;
  std::optional<std::vector<std::string_view>> match(const std::string&& subject) const = delete;
  bool matches(std::string_view subject) const;

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Free> code_;
};

}  // namespace relata::detail
