// SPDX-License-Identifier: MIT
#include "serve/protocol.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>

#include "rdf/iri.hpp"
#include "serve/http_fault.hpp"

namespace relata::serve {
namespace {

/// Of application/x-www-form-urlencoded (URL Standard, section 5.1): `+` is a blank.
std::string decoded(std::string_view encoded) {
  std::string text(encoded);
  std::replace(text.begin(), text.end(), '+', ' ');
  return rdf::decode_iri_name(text);
}

class Parameters {
 public:
  void read(std::string_view pairs) {
    while (!pairs.empty()) {
      const std::size_t end = std::min(pairs.find('&'), pairs.size());
      const std::string_view pair = pairs.substr(0, end);
      const std::size_t equals = std::min(pair.find('='), pair.size());
      take(decoded(pair.substr(0, equals)), pair.substr(std::min(equals + 1, pair.size())));
      pairs.remove_prefix(std::min(end + 1, pairs.size()));
    }
  }

  std::optional<std::string> query;
  std::string format;

 private:
  void take(const std::string& name, std::string_view value) {
    if (name == "query") {
      if (query) throw HttpFault(400, "more than one query");
      query = decoded(value);
    } else if (name == "format" || name == "output") {
      format = decoded(value);
    } else if (name == "update" || name == "using-graph-uri" || name == "using-named-graph-uri") {
      throw HttpFault(403, "this service is read-only: it takes no updates");
    } else if (name == "default-graph-uri" || name == "named-graph-uri") {
      throw HttpFault(400, "a store is one graph: leave out " + name);
    }
  }
};

std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

}  // namespace

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

std::optional<Question> question_of(const Request& request) {
  Parameters parameters;
  parameters.read(query_of(request.target));
  if (request.method == "POST") {
    const std::string type = boost::trim_copy(
        boost::to_lower_copy(std::string(request.content_type.substr(0, request.content_type.find(';')))));
    if (type == "application/x-www-form-urlencoded") {
      parameters.read(request.body);
    } else if (type == "application/sparql-query") {
      if (parameters.query) throw HttpFault(400, "more than one query");
      parameters.query = request.body;
    } else if (type == "application/sparql-update") {
      throw HttpFault(403, "this service is read-only: it takes no updates");
    } else {
      throw HttpFault(415,
                      "a query is sent as application/sparql-query or application/x-www-form-urlencoded");
    }
    if (!parameters.query) throw HttpFault(400, "the request has no query");
  }
  if (!parameters.query) return std::nullopt;
  return Question{std::move(*parameters.query), std::move(parameters.format)};
}

}  // namespace relata::serve
