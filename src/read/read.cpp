// SPDX-License-Identifier: MIT
#include "relata/read.hpp"

namespace relata {
std::vector<Source> find_sources(const std::vector<std::string>&, const ReadOptions&, const DiagnosticSink&) { return {}; }
std::vector<Article> read_source(const Source&, const ReadOptions&) { return {}; }
Article read_text(std::string_view, const std::string&, const ReadOptions&) { return {}; }
Article read_html(std::string_view, const std::string&, const ReadOptions&) { return {}; }
}  // namespace relata
