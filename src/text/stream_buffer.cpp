// SPDX-License-Identifier: MIT
#include "text/stream_buffer.hpp"

#include <ostream>

#include "relata/error.hpp"

namespace relata {

void StreamBuffer::flush() {
  out_.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out_) throw Error("writing failed: the output stream does not take more");
  text.clear();
}

}  // namespace relata
