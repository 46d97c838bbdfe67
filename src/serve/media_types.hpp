// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "sparql/sparql.hpp"

namespace relata::serve {

/// A form of an answer as HTTP calls it.
struct MediaType {
  std::string_view name;          ///< `text/csv`
  std::string_view content_type;  ///< the same with its character set, where that has to be said
  sparql::Format format;
};

/// The form that a client likes best (RFC 9110, section 12.5.1) among those that an answer of this shape has;
/// of equal ones JSON and Turtle come first. `accept`: the header's value; empty: anything. Throws HttpFault
/// (406) that names the forms there are.
const MediaType& negotiate(std::string_view accept, sparql::Shape shape);

/// The Accept value that stands for the parameter `format`: `json`, `xml`, `csv`, `tsv`, `turtle`,
/// `ntriples`, or a media type. Throws HttpFault (400) where there is no such form.
std::string accept_of_format(std::string_view format);

}  // namespace relata::serve
