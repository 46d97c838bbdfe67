// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// Appends character data. What XML 1.0 cannot hold (section 2.2, Char) and ill-formed UTF-8 become U+FFFD.
void append_xml_text(std::string& out, std::string_view text);
/// The same for an attribute value in double quotes; tabs and line breaks are kept as character references.
void append_xml_attribute(std::string& out, std::string_view text);
/// The text with everything replaced that XML cannot hold: what a reader gets back.
std::string xml_clean(std::string_view text);

}  // namespace relata
