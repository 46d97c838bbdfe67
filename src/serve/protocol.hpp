// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata::serve {

/// A request, as far as the SPARQL 1.1 Protocol (W3C Recommendation, section 2) speaks of it.
struct Request {
  std::string_view method;
  std::string_view target;        ///< `/sparql?query=…`
  std::string_view content_type;  ///< of the body
  std::string_view body;
};

struct Question {
  std::string query;
  std::string format;  ///< parameter that stands for an Accept header; empty: none
};

/// The path of a target, without its query.
std::string_view path_of(std::string_view target);

/// The question that a request asks; nothing where it asks for the service's description. Throws HttpFault
/// for what is no question, or one that a read-only store of one graph does not answer.
std::optional<Question> question_of(const Request& request);

}  // namespace relata::serve
