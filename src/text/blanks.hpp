// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// Appends `text` with each run of ASCII white space as one blank, and none at the start of `out`.
void append_collapsed(std::string& out, std::string_view text);

}  // namespace relata
