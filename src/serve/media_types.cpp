// SPDX-License-Identifier: MIT
#include "serve/media_types.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include <boost/algorithm/string.hpp>

#include "serve/http_fault.hpp"

namespace relata::serve {
namespace {

using sparql::Format;
using sparql::Shape;

// A boolean has no form in CSV and TSV (SPARQL 1.1 Query Results CSV and TSV Formats, section 1).
constexpr std::array<MediaType, 4> solution_types = {
    {{"application/sparql-results+json", "application/sparql-results+json", Format::json},
     {"application/sparql-results+xml", "application/sparql-results+xml", Format::xml},
     {"text/csv", "text/csv; charset=utf-8", Format::csv},
     {"text/tab-separated-values", "text/tab-separated-values; charset=utf-8", Format::tsv}}};
constexpr std::array<MediaType, 2> graph_types = {
    {{"text/turtle", "text/turtle; charset=utf-8", Format::turtle},
     {"application/n-triples", "application/n-triples", Format::ntriples}}};

struct Alias {
  std::string_view name, type;
};
/// Under which other names clients ask for a form.
constexpr std::array<Alias, 6> aliases = {{{"application/json", "application/sparql-results+json"},
                                           {"application/xml", "application/sparql-results+xml"},
                                           {"text/xml", "application/sparql-results+xml"},
                                           {"application/x-turtle", "text/turtle"},
                                           {"application/turtle", "text/turtle"},
                                           {"text/plain", "application/n-triples"}}};
constexpr std::array<Alias, 8> short_names = {{{"json", "application/sparql-results+json"},
                                               {"xml", "application/sparql-results+xml"},
                                               {"csv", "text/csv"},
                                               {"tsv", "text/tab-separated-values"},
                                               {"turtle", "text/turtle"},
                                               {"ttl", "text/turtle"},
                                               {"ntriples", "application/n-triples"},
                                               {"nt", "application/n-triples"}}};

std::span<const MediaType> types_of(Shape shape) {
  switch (shape) {
    case Shape::graph:
      return graph_types;
    case Shape::boolean:
      return std::span(solution_types).first(2);
    case Shape::solutions:
      break;
  }
  return solution_types;
}

/// A range of an Accept header: `text/*;q=0.5`.
struct Range {
  std::string type;
  double quality = 1;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  boost::split(parts, text, [at](char c) { return c == at; });
  for (std::string& part : parts) boost::trim(part);
  return parts;
}

std::vector<Range> ranges_of(std::string_view accept) {
  std::vector<Range> ranges;
  for (const std::string& piece : split(boost::to_lower_copy(std::string(accept)), ',')) {
    const std::vector<std::string> parts = split(piece, ';');
    if (parts.front().empty()) continue;
    Range range{parts.front()};
    for (const Alias& alias : aliases)
      if (alias.name == range.type) range.type = alias.type;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (!parts[i].starts_with("q=")) continue;
      const std::string_view value = std::string_view(parts[i]).substr(2);
      std::from_chars(value.data(), value.data() + value.size(), range.quality);
    }
    ranges.push_back(std::move(range));
  }
  if (ranges.empty()) ranges.push_back({"*/*"});
  return ranges;
}

/// What the most specific range that covers a type says of it.
double quality_of(std::string_view type, const std::vector<Range>& ranges) {
  double quality = 0;
  int closest = 0;
  const std::string family = std::string(type.substr(0, type.find('/'))) + "/*";
  for (const Range& range : ranges) {
    const int close = range.type == type ? 3 : range.type == family ? 2 : range.type == "*/*" ? 1 : 0;
    if (close < closest || close == 0) continue;
    quality = close == closest ? std::max(quality, range.quality) : range.quality;
    closest = close;
  }
  return quality;
}

}  // namespace

const MediaType& negotiate(std::string_view accept, Shape shape) {
  const std::vector<Range> ranges = ranges_of(accept);
  const MediaType* best = nullptr;
  double highest = 0;
  std::string all;
  for (const MediaType& type : types_of(shape)) {
    if (!all.empty()) all += ", ";
    all += type.name;
    const double quality = quality_of(type.name, ranges);
    if (quality > highest) {
      best = &type;
      highest = quality;
    }
  }
  if (!best) throw HttpFault(406, "this answer comes as " + all);
  return *best;
}

std::string accept_of_format(std::string_view format) {
  for (const Alias& each : short_names)
    if (each.name == format) return std::string(each.type);
  if (format.find('/') != std::string_view::npos) return std::string(format);
  throw HttpFault(400, "format: json, xml, csv, tsv, turtle or ntriples");
}

}  // namespace relata::serve
