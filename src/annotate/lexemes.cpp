// SPDX-License-Identifier: MIT
#include "annotate/lexemes.hpp"

#include "text/mapped_file.hpp"
#include "annotate/msgpack.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace relata::annotate {
namespace {

std::string_view first_point(std::string_view s) {
  std::size_t i = 0;
  if (!s.empty()) utf8::next(s, i);
  return s.substr(0, i);
}

std::string_view last_points(std::string_view s, int count) {
  std::size_t i = s.size();
  while (i > 0 && count > 0)
    if ((static_cast<unsigned char>(s[--i]) & 0xC0) != 0x80) --count;
  return s.substr(i);
}

bool all_space(std::string_view s) {
  for (std::size_t i = 0; i < s.size();)
    if (!unicode::is_space(utf8::next(s, i))) return false;
  return !s.empty();
}

}  // namespace

void LexemeNorms::load(const std::filesystem::path& lookups) {
  const MappedFile file(lookups);
  PackReader reader(file.bytes(), file.name());
  const PackValue* const table = reader.document().find("lexeme_norm");
  if (table == nullptr) return;
  if (table->kind != PackValue::Kind::map) reader.fail("lexeme_norm is not a map");
  for (std::uint32_t i = 0; i < table->size; ++i) {
    const PackValue &key = table->items[2 * i], &norm = table->items[2 * i + 1];
    if (key.kind != PackValue::Kind::unsigned_integer || !norm.is_text())
      reader.fail("lexeme_norm is not number -> text");
    norms_.emplace(key.number, norm.str());
  }
}

std::string_view LexemeNorms::norm(std::string_view word, std::string_view lower) const {
  const auto found = norms_.find(string_id(word));
  if (found != norms_.end()) return found->second;
  const std::string_view base = base_norm(word);
  return base.data() != nullptr ? base : lower;
}

std::uint32_t LexemeStore::lexeme(std::string_view word, bool& fresh) {
  const std::uint32_t id = words_.intern(word, fresh);
  if (!fresh) return id;
  Lexeme& lexeme = lexemes_.emplace_back();
  lexeme.text = words_.text(id);
  const std::string lower = unicode::lower(word);
  lexeme.lower = lower == word ? lexeme.text : words_.keep(lower);
  lexeme.is_space = all_space(word);
  plain_form_.push_back(InternTable::none);
  return id;
}

std::uint32_t LexemeStore::form(std::uint32_t id, std::string_view norm) {
  const Lexeme& lexeme = lexemes_[id];
  const bool plain = norm.empty();
  if (plain && plain_form_[id] != InternTable::none) return plain_form_[id];
  const std::uint64_t norm_id = string_id(plain ? norms_.norm(lexeme.text, lexeme.lower) : norm);
  const auto fresh = static_cast<std::uint32_t>(forms_.size());
  if (plain) {
    plain_form_[id] = fresh;
  } else {
    const auto [place, added] = ruled_forms_.emplace(std::pair(id, norm_id), fresh);
    if (!added) return place->second;
  }
  Form& form = forms_.emplace_back();
  form.lexeme = id;
  const auto set = [&form](Attribute a, std::uint64_t value) {
    form.attributes[static_cast<std::size_t>(a)] = value;
  };
  set(Attribute::orth, string_id(lexeme.text));
  set(Attribute::lower, string_id(lexeme.lower));
  set(Attribute::norm, norm_id);
  set(Attribute::prefix, string_id(first_point(lexeme.text)));
  set(Attribute::suffix, string_id(last_points(lexeme.text, 3)));
  set(Attribute::shape, string_id(word_shape(lexeme.text)));
  set(Attribute::is_space, lexeme.is_space ? 1 : 0);
  return fresh;
}

void LexemeStore::clear() {
  words_.clear();
  lexemes_.clear();
  forms_.clear();
  plain_form_.clear();
  ruled_forms_.clear();
}

}  // namespace relata::annotate
