// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace relata::annotate {

/// Scratch space of matching, one for each thread.
class MatchSpace {
 public:
  MatchSpace();
  ~MatchSpace();
  MatchSpace(MatchSpace&&) noexcept;
  MatchSpace(const MatchSpace&) = delete;

  struct Buffers;
  Buffers& buffers() const { return *buffers_; }

 private:
  std::unique_ptr<Buffers> buffers_;
};

/// A regular expression in Python's syntax, as far as tokenizer files use it. Shared by all threads.
class Pattern {
 public:
  enum class Anchor { none, start };

  Pattern();
  /// Throws Error: `name`: why the expression does not compile.
  Pattern(std::string_view python_pattern, const std::string& name, Anchor anchor = Anchor::none);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  explicit operator bool() const { return code_ != nullptr; }

  struct Match {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    explicit operator bool() const { return begin != std::string_view::npos; }
    std::size_t size() const { return *this ? end - begin : 0; }
  };
  /// The leftmost match in `text`, valid UTF-8, at or after byte `from`; none for an empty Pattern.
  Match search(std::string_view text, const MatchSpace& space, std::size_t from = 0) const;

 private:
  struct Code;
  std::unique_ptr<Code> code_;
};

}  // namespace relata::annotate
