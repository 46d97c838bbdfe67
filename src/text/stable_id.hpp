// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace relata {

/// 32 hexadecimal digits that depend on the pieces alone, on every machine: a version-5 UUID (RFC 9562) of
/// the pieces, each closed by a zero byte, without its dashes.
std::string stable_id(std::initializer_list<std::string_view> pieces);

}  // namespace relata
