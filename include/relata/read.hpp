// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/article.hpp"
#include "relata/error.hpp"

namespace relata {

enum class InputFormat : std::uint8_t { automatic, text, html, sentences };

struct ReadOptions {
  InputFormat format = InputFormat::automatic;
  bool verbatim = false;  ///< the bytes are the text: nothing cleaned, no quotes normalised
  std::string uri_base;   ///< put before each relative uri; empty: nothing
  /// Largest input taken, in bytes; a larger one is an error of that input.
  std::size_t max_bytes = std::size_t{64} << 20;
};

/// One input found on the command line.
struct Source {
  std::filesystem::path path;  ///< empty: standard input
  std::string uri;             ///< as given, or relative to the source folder
};

/// The inputs behind the command line's words, folders walked (sorted by uri, hidden files left out).
/// A word that names nothing readable goes to `sink`.
std::vector<Source> find_sources(const std::vector<std::string>& words, const ReadOptions& options,
                                 const DiagnosticSink& sink);

/// Reads one input. Usually one article; with InputFormat::sentences one per non-empty line, whose id is the
/// line number. Throws Error naming file and cause when nothing can be read from it (unreadable, binary,
/// empty, no UTF-8).
std::vector<Article> read_source(const Source& source, const ReadOptions& options);

/// Reads an article from bytes already in memory.
Article read_text(std::string_view bytes, const std::string& uri, const ReadOptions& options);
Article read_html(std::string_view bytes, const std::string& uri, const ReadOptions& options);

}  // namespace relata
