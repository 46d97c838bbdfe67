// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace relata::detail {

/// One word for what news call by turns: `inquiry`, `probe`, `investigation`.
std::string_view one_name(std::string_view lemma);

/// Whether the text may go on to speak of a `special` thing by the `general` word: `a bombing … the attack`.
/// Both words as one_name() gives them; false for a word and itself.
bool may_stand_for(std::string_view general, std::string_view special);

}  // namespace relata::detail
