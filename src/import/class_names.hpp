// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "import/input_text.hpp"
#include "relata/label.hpp"

namespace relata::importing {

/// Classes of a file by name. Labels are few and last as long as the process: a file of very many classes is
/// refused.
class ClassNames {
 public:
  explicit ClassNames(const InputText& input) : input_(input) {}

  /// Throws Error with the place `offset` where there are too many.
  Label label(std::string_view name, std::size_t offset) {
    constexpr std::size_t most = 10'000;
    if (names_.emplace(name).second && names_.size() > most)
      input_.fail(offset, "more than 10,000 classes; the last is " + in_quotes(name));
    return Label::intern(name);
  }

 private:
  const InputText& input_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace relata::importing
