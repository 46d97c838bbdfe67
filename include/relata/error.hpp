// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>

namespace relata {

/// The world failed (file, disk, memory), or an input as a whole cannot be used.
/// The message names file, place and cause and is fit to be shown to the user.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What is wrong at one place of one input.
struct Diagnostic {
  enum class Severity { warning, error };
  Severity severity = Severity::error;
  std::string file = {};   ///< path or address as the user gave it
  std::size_t line = 0;    ///< counted from 1; 0: the file as a whole
  std::size_t column = 0;  ///< counted from 1, in code points; 0: the line as a whole
  std::string message = {};
};

/// `file:line:column: message`, leaving out what is not known.
std::string to_string(const Diagnostic& diagnostic);

/// Takes the diagnostics of a stream that goes on after bad input.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

}  // namespace relata
