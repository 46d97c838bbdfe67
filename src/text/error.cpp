// SPDX-License-Identifier: MIT
#include "relata/error.hpp"

namespace relata {

std::string to_string(const Diagnostic& diagnostic) {
  std::string s = diagnostic.file;
  if (diagnostic.line > 0) {
    s += ':' + std::to_string(diagnostic.line);
    if (diagnostic.column > 0) s += ':' + std::to_string(diagnostic.column);
  }
  if (!s.empty()) s += ": ";
  if (diagnostic.severity == Diagnostic::Severity::warning) s += "warning: ";
  return s + diagnostic.message;
}

}  // namespace relata
