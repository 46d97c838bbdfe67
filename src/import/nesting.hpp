// SPDX-License-Identifier: MIT
#pragma once

#include "import/input_text.hpp"

namespace relata::importing {

/// Throws Error with the place where brackets of Turtle or TriG (blank nodes, collections) nest more than 256
/// deep: serd reads them by recursion.
void require_shallow(const InputText& input);

}  // namespace relata::importing
