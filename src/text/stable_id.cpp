// SPDX-License-Identifier: MIT
#include "text/stable_id.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>

namespace relata {

std::string stable_id(std::initializer_list<std::string_view> pieces) {
  // The name space is itself a version-5 UUID: that of the reserved name relata.example among DNS names.
  static const boost::uuids::uuid space =
      boost::uuids::name_generator_sha1(boost::uuids::ns::dns())("relata.example");
  std::string joined;
  for (const std::string_view piece : pieces) {
    joined += piece;
    joined += '\0';
  }
  const boost::uuids::uuid id = boost::uuids::name_generator_sha1(space)(joined.data(), joined.size());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * id.size());
  for (const auto byte : id) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

}  // namespace relata
