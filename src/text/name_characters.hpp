// SPDX-License-Identifier: MIT
#pragma once

namespace relata {

/// Characters beyond ASCII with which names begin in XML 1.0 (fifth edition, production 4) and SPARQL 1.1
/// (section 19.8, PN_CHARS_BASE), which have the same.
bool begins_name(char32_t c);
/// Those that may stand further on in a name (production 4a, PN_CHARS).
bool goes_on_name(char32_t c);

}  // namespace relata
