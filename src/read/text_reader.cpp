// SPDX-License-Identifier: MIT
#include "read/compose.hpp"
#include "read/dates.hpp"
#include "read/decode.hpp"
#include "read/furniture.hpp"
#include "text/utf8.hpp"

namespace relata {
namespace {

using namespace detail;

/// The lines of a text; a paragraph of a hard-wrapped text is one line.
std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    lines.push_back(trimmed(text.substr(i, end - i)));
    i = end + 1;
  }
  // Hard-wrapped: blank lines part the paragraphs, and most other lines are full ones that do not end a
  // sentence.
  std::size_t full = 0, filled = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].empty() || lines[i + 1].empty()) continue;
    ++filled;
    full += lines[i].size() >= 50 && lines[i].size() <= 100 && !ends_like_sentence(lines[i]);
  }
  const bool wrapped = filled >= 4 && full * 2 > filled;
  std::vector<std::string> found;
  bool open = false;
  for (const std::string_view line : lines) {
    if (line.empty()) {
      open = false;
    } else if (open && wrapped) {
      found.back() += ' ';
      found.back() += line;
    } else {
      found.emplace_back(line);
      open = true;
    }
  }
  return found;
}

bool is_sentence_like(std::string_view line) {
  return count_words(line) >= 8 && ends_like_sentence(line);
}

Article verbatim_text(std::string_view bytes, const std::string& uri, const ReadOptions& options) {
  if (const std::size_t bad = utf8::find_invalid(bytes); bad != std::string_view::npos)
    throw Error(uri + ": not valid UTF-8 at byte " + std::to_string(bad));
  Article article;
  article.text = bytes;
  article.uri = with_base(uri, options.uri_base);
  article.id = article_id(article.uri, article.text);
  return article;
}

}  // namespace

Article read_text(std::string_view bytes, const std::string& uri, const ReadOptions& options) {
  if (options.verbatim) return verbatim_text(bytes, uri, options);
  const std::vector<std::string> lines = paragraphs(clean_characters(decode(bytes, {}, uri)));

  std::string title, published;
  std::vector<Piece> pieces;
  std::size_t body = 0;   // sentences seen
  std::size_t words = 0;  // words of them
  for (const std::string& line : lines) {
    // The tail only counts where an article came before it.
    if (body > 0 && words > 60 && opens_tail(line)) break;
    if (is_furniture(line)) continue;
    if (is_date_line(line)) {
      if (published.empty() && body < 3) published = find_date(line);
      continue;
    }
    const bool sentence = is_sentence_like(line);
    // A menu glued to a headline that then stands alone: `Home Politics Ministers meet`, `Ministers meet`.
    if (body == 0 && !title.empty() && title.size() > line.size() && title.ends_with(line) &&
        count_words(line) >= 3) {
      title = line;
      pieces.back().text = line;
      continue;
    }
    if (!sentence && body == 0 && title.empty() && count_words(line) >= 3) {
      title = line;
      pieces.push_back({Block::Kind::title, line});
      continue;
    }
    if (sentence && body < 2 && published.empty() && count_words(line) < 10) published = find_date(line);
    if (!sentence && count_words(line) <= 8 && body < 1) {
      // `MOSCOW, 24 January 2001` between headline and text.
      if (const std::string date = find_date(line); !date.empty()) {
        if (published.empty()) published = date;
        continue;
      }
    }
    if (!sentence && count_words(line) < 3 && !ends_like_sentence(line)) continue;  // a lone menu word
    pieces.push_back({sentence ? Block::Kind::paragraph : Block::Kind::heading, line});
    body += sentence;
    if (sentence) words += count_words(line);
  }
  // Cut behind the last sentence: what trails it are headlines of other stories.
  while (body > 2 && pieces.size() > 1 && pieces.back().kind == Block::Kind::heading) pieces.pop_back();
  return compose(pieces, std::move(title), std::move(published), uri, options);
}

}  // namespace relata
