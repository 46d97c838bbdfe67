// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "relata/error.hpp"

namespace relata::serve {

/// A request that gets no answer: its status code, and a line that tells the client why.
class HttpFault : public Error {
 public:
  HttpFault(unsigned code, const std::string& message) : Error(message), status(code) {}
  unsigned status;
};

}  // namespace relata::serve
