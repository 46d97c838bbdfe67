// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string_view>

#include "text/stream_buffer.hpp"

namespace relata {

/// Appends a row of a comma-separated table; `append_cell(text, value)` writes a cell as the table's reader
/// takes it, `end` is what ends a line.
template <typename AppendCell>
void append_row(StreamBuffer& buffer, std::initializer_list<std::string_view> cells,
                const AppendCell& append_cell, std::string_view end) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) buffer.text += ',';
    first = false;
    append_cell(buffer.text, cell);
  }
  buffer.text += end;
  buffer.step();
}

}  // namespace relata
