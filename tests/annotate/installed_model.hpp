// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <iostream>

#include "relata/annotate.hpp"
#include "relata/error.hpp"
#include "relata/resources.hpp"

namespace relata::samples {

/// The default model; ends the program as skipped where it is not installed.
inline const LanguageModel& installed_model() {
  static const LanguageModel* const loaded = [] {
    try {
      return new LanguageModel(find_model(""));
    } catch (const Error& e) {
      std::cerr << "SKIPPED: no language model: " << e.what() << '\n';
      std::exit(77);
    }
  }();
  return *loaded;
}

}  // namespace relata::samples
