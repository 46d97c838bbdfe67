// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// Appends `"…"` as JSON has it (RFC 8259); ill-formed UTF-8 becomes U+FFFD.
void append_json(std::string& out, std::string_view text);

}  // namespace relata
