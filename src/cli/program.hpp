// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace relata::cli {

/// Which program this is: another build may make another graph of the same evidence.
std::string program();

}  // namespace relata::cli
