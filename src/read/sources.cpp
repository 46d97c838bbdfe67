// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include "read/compose.hpp"
#include "read/decode.hpp"
#include "read/furniture.hpp"
#include "relata/read.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

std::string lower_ascii(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

bool is_article_file(const fs::path& path) {
  constexpr std::array<std::string_view, 5> known = {".txt", ".text", ".html", ".htm", ".xhtml"};
  return std::find(known.begin(), known.end(), lower_ascii(path.extension().string())) != known.end();
}

void walk_folder(const fs::path& folder, std::vector<Source>& found, const DiagnosticSink& sink) {
  std::vector<Source> here;
  std::error_code failed;
  fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied, failed);
  for (; !failed && entries != fs::recursive_directory_iterator(); entries.increment(failed)) {
    const fs::path& path = entries->path();
    std::error_code gone;
    if (path.filename().string().starts_with('.')) {
      if (entries->is_directory(gone)) entries.disable_recursion_pending();
    } else if (entries->is_regular_file(gone) && is_article_file(path)) {
      here.push_back({path, path.lexically_relative(folder).generic_string()});
    }
  }
  if (failed) sink({.file = folder.string(), .message = "cannot be walked: " + failed.message()});
  std::sort(here.begin(), here.end(), [](const Source& a, const Source& b) { return a.uri < b.uri; });
  std::move(here.begin(), here.end(), std::back_inserter(found));
}

std::string read_bytes(const Source& source, std::size_t most) {
  std::string bytes;
  const auto take = [&](std::istream& in) {
    std::array<char, 65536> piece;
    while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
      bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
      if (bytes.size() > most)
        throw Error(source.uri + ": larger than " + std::to_string(most >> 20) + " MiB");
    }
  };
  if (source.path.empty()) {
    take(std::cin);
    return bytes;
  }
  std::error_code failed;
  if (fs::is_directory(source.path, failed)) throw Error(source.uri + ": is a folder");
  std::ifstream in(source.path, std::ios::binary);
  if (!in) throw Error(source.uri + ": cannot be opened: " + std::strerror(errno));
  take(in);
  return bytes;
}

/// A page, as its name or its first bytes tell.
bool looks_like_html(const Source& source, std::string_view bytes) {
  const std::string extension = lower_ascii(source.path.extension().string());
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return true;
  std::string start = lower_ascii(std::string(detail::trimmed(bytes.substr(0, 512))));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

std::vector<Article> read_sentences(std::string_view bytes, const Source& source,
                                    const ReadOptions& options) {
  const std::string text = detail::decode(bytes, {}, source.uri);
  std::vector<Article> articles;
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = std::min(text.find('\n', i), text.size());
    ++number;
    std::string_view line = std::string_view(text).substr(i, end - i);
    i = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (detail::trimmed(line).empty()) continue;
    Article article;
    article.id = std::to_string(number);
    article.uri = detail::with_base(source.uri, options.uri_base) + '#' + article.id;
    article.text = line;
    article.blocks.push_back({Block::Kind::paragraph, 0, static_cast<std::uint32_t>(line.size())});
    article.model_text = detail::model_form(line);
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace

std::vector<Source> find_sources(const std::vector<std::string>& words, const ReadOptions&,
                                 const DiagnosticSink& sink) {
  std::vector<Source> found;
  for (const std::string& word : words) {
    std::error_code failed;
    if (word == "-") {
      found.push_back({{}, "-"});
    } else if (fs::is_directory(word, failed)) {
      const std::size_t before = found.size();
      walk_folder(word, found, sink);
      if (found.size() == before) sink({.file = word, .message = "holds no articles (.txt, .html)"});
    } else if (fs::exists(word, failed)) {
      found.push_back({word, word});
    } else {
      sink({.file = word, .message = "no such file or folder"});
    }
  }
  return found;
}

std::vector<Article> read_source(const Source& source, const ReadOptions& options) {
  const std::string bytes = read_bytes(source, options.max_bytes);
  std::vector<Article> articles;
  if (options.format == InputFormat::sentences) {
    articles = read_sentences(bytes, source, options);
  } else if (options.verbatim || options.format == InputFormat::text ||
             (options.format == InputFormat::automatic && !looks_like_html(source, bytes))) {
    articles.push_back(read_text(bytes, source.uri, options));
  } else {
    articles.push_back(read_html(bytes, source.uri, options));
  }
  return articles;
}

}  // namespace relata
