// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <unordered_map>

#include "annotate/parts.hpp"
#include "annotate/token_encoder.hpp"
#include "relata/annotate.hpp"
#include "text/utf8.hpp"

namespace relata {

using namespace annotate;

namespace {

// Bounds of what a workspace remembers: words with their embedded rows, chunks, lemmas.
constexpr std::size_t max_forms = 40'000;
constexpr std::size_t max_chunks = 100'000;
constexpr std::size_t max_text_bytes = 16U << 20;
constexpr std::size_t max_readings = 200'000;

}  // namespace

struct Annotator::Workspace {
  /// What tag and arc label make of a word: the rulers' and the lemmatizer's answer.
  struct Reading {
    Ruler::Set set;
    std::string lemma;
  };

  explicit Workspace(const LanguageModel::Parts& p)
      : parts(p), lexemes(p.norms), tokenizer(p.tokenizer, p.ruler ? &*p.ruler : nullptr, lexemes) {
    for (std::size_t i = 0; i < p.networks.size(); ++i) encoders.emplace_back(p.networks[i], i);
  }

  const LanguageModel::Parts& parts;
  LexemeStore lexemes;
  Tokenizer tokenizer;
  std::vector<TokenEncoder> encoders;  ///< by network
  std::unordered_map<std::uint64_t, Reading> readings;
  std::size_t reading_bytes = 0;

  // The texts in work: their tokens one after another, `sizes` for each text.
  std::vector<RawToken> tokens;
  std::vector<std::size_t> sizes;
  std::vector<std::uint8_t> is_space, starts;
  std::vector<Label> tags;
  std::vector<std::int32_t> heads;
  std::vector<Label> deps;
  std::vector<EntityRecognizer::Found> entities;
  std::vector<Ruler::Seen> seen;

  std::vector<const float*> vectors;
  Tok2Vec::Scratch encoding;
  Floats tag_scores;
  Parser::Scratch parsing;
  Parse parse;
  std::vector<EntityRecognizer::Found> found;

  void begin() {
    if (lexemes.size() > max_forms || tokenizer.chunks() > max_chunks ||
        lexemes.bytes() + tokenizer.bytes() > max_text_bytes) {
      readings.clear();
      tokenizer.clear();
      lexemes.clear();
      for (TokenEncoder& encoder : encoders) encoder.clear();
    }
    if (readings.size() > max_readings || reading_bytes > max_text_bytes) {
      readings.clear();
      reading_bytes = 0;
    }
    tokens.clear();
    sizes.clear();
  }

  void add_text(std::string_view text) {
    const std::size_t before = tokens.size();
    tokenizer.tokenize(text, tokens);
    sizes.push_back(tokens.size() - before);
  }

  /// Calls `use(first, vectors, is_space)` for each text.
  template <typename Use>
  void each_text(Use use) {
    std::size_t first = 0;
    for (const std::size_t size : sizes) {
      use(first, std::span(vectors).subspan(first, size),
          std::span<const std::uint8_t>(is_space).subspan(first, size));
      first += size;
    }
  }

  void analyse(Sentences sentences) {
    const std::size_t n = tokens.size();
    is_space.resize(n);
    for (std::size_t i = 0; i < n; ++i) is_space[i] = lexemes.lexeme_of(tokens[i].form).is_space ? 1 : 0;
    tags.assign(n, Label());
    deps.assign(n, Label());
    starts.assign(n, 0);
    heads.resize(n);
    entities.assign(n, {});
    std::size_t at = 0;
    for (const std::size_t size : sizes) {
      if (size > 0) starts[at] = 1;
      for (std::size_t i = 0; i < size; ++i) heads[at + i] = static_cast<std::int32_t>(i);
      at += size;
    }
    if (n == 0) return;
    std::size_t current = parts.networks.size();
    const auto vectors_of = [&](std::size_t network) {
      if (network != current) encoders[network].encode(sizes, tokens, lexemes, encoding, vectors);
      current = network;
    };
    if (parts.tagger) {
      vectors_of(parts.tagger->network);
      parts.tagger->component.tag(vectors, tag_scores, tags);
    }
    if (parts.parser) {
      vectors_of(parts.parser->network);
      each_text([&](std::size_t first, auto text_vectors, auto space) {
        parts.parser->component.parse(text_vectors, space, sentences, parsing, parse);
        std::copy(parse.head.begin(), parse.head.end(), heads.begin() + static_cast<std::ptrdiff_t>(first));
        std::copy(parse.dep.begin(), parse.dep.end(), deps.begin() + static_cast<std::ptrdiff_t>(first));
        std::copy(parse.starts.begin(), parse.starts.end(),
                  starts.begin() + static_cast<std::ptrdiff_t>(first));
      });
    }
    if (parts.ner) {
      vectors_of(parts.ner->network);
      each_text([&](std::size_t first, auto text_vectors, auto space) {
        parts.ner->component.recognize(text_vectors, space,
                                       std::span(starts).subspan(first, text_vectors.size()), parsing.scores,
                                       found);
        std::copy(found.begin(), found.end(), entities.begin() + static_cast<std::ptrdiff_t>(first));
      });
    }
  }

  Reading read(std::size_t begin, std::size_t end, std::size_t at) const {
    Reading reading{{seen[at].tag, seen[at].dep, {}, {}, nullptr}, {}};
    if (parts.ruler) reading.set = parts.ruler->apply(seen, begin, end, at);
    if (reading.set.lemma != nullptr) {
      reading.lemma = *reading.set.lemma;
    } else if (parts.lemmatizer) {
      const Lexeme& lexeme = lexemes.lexeme_of(tokens[at].form);
      reading.lemma =
          parts.lemmatizer->lemma(lexeme.text, lexeme.lower, reading.set.pos.str(), reading.set.morph.str());
    }
    return reading;
  }

  const Reading& recall(std::size_t begin, std::size_t end, std::size_t at) {
    const std::uint64_t key = std::uint64_t{lexemes.form(tokens[at].form).lexeme} << 32 |
                              std::uint64_t{seen[at].tag.id()} << 16 | seen[at].dep.id();
    const auto [place, fresh] = readings.try_emplace(key);
    if (fresh) {
      place->second = read(begin, end, at);
      reading_bytes += place->second.lemma.size();
    }
    return place->second;
  }

  /// Writes the tokens into `doc`; offsets are as in `tokens`.
  void write(Document& doc) {
    const std::size_t n = tokens.size();
    seen.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      const Lexeme& lexeme = lexemes.lexeme_of(tokens[i].form);
      seen[i] = {lexeme.lower, tags[i], deps[i], lexeme.is_space, lexeme.ruler_first, lexeme.ruler_second};
    }
    doc.tokens.resize(n);
    std::size_t begin = 0;
    for (const std::size_t size : sizes) {
      const std::size_t end = begin + size;
      for (std::size_t i = begin; i < end; ++i) {
        Token& token = doc.tokens[i];
        const RawToken& raw = tokens[i];
        token.begin = raw.begin;
        token.end = raw.end;
        token.char_begin = raw.char_begin;
        token.char_end = raw.char_end;
        token.space_after = raw.space;
        token.head = static_cast<TokenId>(begin + static_cast<std::size_t>(heads[i]));
        token.sent_start = starts[i] != 0;
        token.ent_iob = entities[i].iob;
        token.ent_type = entities[i].type;
        const auto set = [&](const Reading& reading) {
          token.tag = reading.set.tag;
          token.dep = reading.set.dep;
          token.pos = reading.set.pos;
          token.morph = reading.set.morph;
          doc.set_lemma(static_cast<TokenId>(i), reading.lemma);
        };
        if (parts.ruler && parts.ruler->may_span(seen, begin, end, i)) {
          set(read(begin, end, i));
        } else {
          set(recall(begin, end, i));
        }
      }
      begin = end;
    }
    doc.index();
  }
};

Annotator::Annotator(const LanguageModel& model) : workspace_(std::make_unique<Workspace>(model.parts())) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;

Document Annotator::annotate(std::string_view text) {
  Workspace& w = *workspace_;
  w.begin();
  w.add_text(text);
  w.analyse(Sentences::found);
  Document doc;
  doc.text = text;
  w.write(doc);
  return doc;
}

Document Annotator::annotate(const Article& article) {
  Workspace& w = *workspace_;
  w.begin();
  const std::string& text = article.text;
  const std::string& model_text = article.model_text.empty() ? text : article.model_text;
  const std::vector<Block> whole = {{Block::Kind::paragraph, 0, static_cast<std::uint32_t>(text.size())}};
  const bool same = article.model_text.empty() || article.model_text == text;
  // Walks both texts code point by code point: blocks are places in `text`, the model reads `model_text`.
  std::size_t at = 0, model_at = 0;
  std::uint32_t chars = 0;
  const auto past_point = [](const std::string& s, std::size_t& i) {
    do ++i;
    while (i < s.size() && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80);
  };
  const auto walk_to = [&](std::size_t place) {
    for (; at < place && at < text.size() && model_at < model_text.size(); ++chars) {
      past_point(text, at);
      past_point(model_text, model_at);
    }
  };
  for (const Block& block : article.blocks.empty() ? whole : article.blocks) {
    if (block.kind == Block::Kind::dateline) continue;
    walk_to(block.begin);
    const std::size_t begin = at, model_begin = model_at, first = w.tokens.size();
    const std::uint32_t char_begin = chars;
    walk_to(block.end);
    w.add_text(std::string_view(model_text).substr(model_begin, model_at - model_begin));
    std::size_t place = begin;
    std::uint32_t here = 0;
    const auto place_of = [&](std::uint32_t point) {
      for (; here < point; ++here) past_point(text, place);
      return static_cast<std::uint32_t>(place);
    };
    for (std::size_t i = first; i < w.tokens.size(); ++i) {
      RawToken& t = w.tokens[i];
      if (same) {
        t.begin += static_cast<std::uint32_t>(begin);
        t.end += static_cast<std::uint32_t>(begin);
      } else {
        t.begin = place_of(t.char_begin);
        t.end = place_of(t.char_end);
      }
      t.char_begin += char_begin;
      t.char_end += char_begin;
    }
  }
  w.analyse(Sentences::found);
  Document doc;
  doc.text = text;
  w.write(doc);
  return doc;
}

Document Annotator::annotate_tokens(std::string_view blank_separated) {
  Workspace& w = *workspace_;
  w.begin();
  std::uint32_t chars = 0;
  for (std::size_t at = 0; at < blank_separated.size();) {
    const std::size_t end = std::min(blank_separated.find(' ', at), blank_separated.size());
    if (end == at) {
      ++at;
      ++chars;
      continue;
    }
    const std::string_view word = blank_separated.substr(at, end - at);
    const auto length = static_cast<std::uint32_t>(utf8::length(word));
    w.tokens.push_back({w.tokenizer.form(word, {}), static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(end), chars, chars + length,
                        end < blank_separated.size()});
    chars += length;
    at = end;
  }
  w.sizes.push_back(w.tokens.size());
  w.analyse(Sentences::one);
  Document doc;
  doc.text = blank_separated;
  w.write(doc);
  return doc;
}

}  // namespace relata
