// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "relata/resolve.hpp"

namespace relata::samples {

/// A document of lines `word tag head dep type`; the head counts from 1 within the sentence, 0 is the root,
/// and an empty line ends a sentence. A type starts with B- or I-.
Document make(const std::string& lines);

/// Russia, United States and the INF Treaty.
const KnowledgeBase& kb();

using Names = std::vector<std::string>;
/// `text = label` of every mention, in order.
Names mentions(const std::string& lines, const KnowledgeBase& base = kb());
/// `label: class` of every entity, in order.
Names classes(const std::string& lines);

}  // namespace relata::samples
