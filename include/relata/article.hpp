// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace relata {

/// A part of an article's text that is read on its own: no sentence crosses its border. A dateline, such as
/// `LONDON (Reuters) -` before the first sentence, is no sentence and is not analysed.
struct Block {
  enum class Kind : std::uint8_t { title, dateline, paragraph, heading, caption, list_item };
  Kind kind = Kind::paragraph;
  std::uint32_t begin = 0;  ///< byte offset in Article::text
  std::uint32_t end = 0;    ///< byte offset past the last byte
};

/// One news text, cleaned of page furniture.
struct Article {
  std::string id;         ///< stable hash of the normalised uri and the text
  std::string uri;        ///< path or address as given, relative to the source folder
  std::string title;      ///< empty where none was found
  std::string published;  ///< ISO 8601 date or date-time; empty where none was found
  std::string text;       ///< valid UTF-8, title included as its first block
  std::string
      model_text;  ///< what the language model reads: as many code points as `text`; empty: `text` itself
  std::vector<Block> blocks;  ///< in text order, disjoint; empty: the whole text is one block
};

}  // namespace relata
