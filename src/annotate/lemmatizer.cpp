// SPDX-License-Identifier: MIT
#include "annotate/lemmatizer.hpp"

#include <algorithm>

#include "text/mapped_file.hpp"
#include "annotate/msgpack.hpp"
#include "annotate/string_id.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace relata::annotate {
namespace {

using Kind = PackValue::Kind;

/// The value of a feature in `Number=Sing|Person=3`; empty where there is none.
std::string_view feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const std::string_view one = morph.substr(0, morph.find('|'));
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return one.substr(name.size() + 1);
    morph.remove_prefix(std::min(one.size() + 1, morph.size()));
  }
  return {};
}

bool is_base_form(std::string_view pos, std::string_view morph) {
  const std::string_view verb_form = feature(morph, "VerbForm");
  if (pos == "noun" && feature(morph, "Number") == "Sing") return true;
  if (pos == "verb" && verb_form == "Fin" && feature(morph, "Tense") == "Pres" &&
      feature(morph, "Number").empty())
    return true;
  return verb_form == "Inf" || verb_form == "None" || feature(morph, "Degree") == "Pos";
}

bool is_alpha(std::string_view s) {
  for (std::size_t i = 0; i < s.size();)
    if (!unicode::is_alpha(utf8::next(s, i))) return false;
  return !s.empty();
}

}  // namespace

void Lemmatizer::load(const std::filesystem::path& lookups) {
  const MappedFile file(lookups);
  PackReader reader(file.bytes(), file.name());
  const PackValue& root = reader.document();
  const auto each = [&](const char* name, auto take) {
    const PackValue* const table = root.find(name);
    if (table == nullptr) return;
    if (table->kind != Kind::map) reader.fail(std::string(name) + " is not a map");
    for (std::uint32_t i = 0; i < table->size; ++i) {
      const PackValue& key = table->items[2 * i];
      if (key.kind != Kind::unsigned_integer && !key.is_text())
        reader.fail(std::string(name) + " has a key of unknown type");
      take(tables_[key.is_text() ? string_id(key.str()) : key.number], table->items[2 * i + 1]);
    }
  };
  const auto text = [&](const PackValue& value) {
    if (!value.is_text()) reader.fail("text expected");
    return std::string(value.str());
  };
  const auto expect = [&](const PackValue& value, Kind kind) {
    if (value.kind != kind) reader.fail("list or map expected");
  };
  each("lemma_rules", [&](Tables& tables, const PackValue& rules) {
    expect(rules, Kind::array);
    for (std::uint32_t i = 0; i < rules.size; ++i) {
      expect(rules.items[i], Kind::array);
      if (rules.items[i].size != 2) reader.fail("a lemma rule is not [old, new]");
      tables.rules.emplace_back(text(rules.items[i].items[0]), text(rules.items[i].items[1]));
    }
  });
  each("lemma_exc", [&](Tables& tables, const PackValue& forms) {
    expect(forms, Kind::map);
    for (std::uint32_t i = 0; i < forms.size; ++i) {
      const PackValue& lemmas = forms.items[2 * i + 1];
      expect(lemmas, Kind::array);
      std::vector<std::string>& out = tables.exceptions[text(forms.items[2 * i])];
      for (std::uint32_t k = 0; k < lemmas.size; ++k) out.push_back(text(lemmas.items[k]));
    }
  });
  each("lemma_index", [&](Tables& tables, const PackValue& words) {
    expect(words, Kind::array);
    tables.index.reserve(words.size);
    for (std::uint32_t i = 0; i < words.size; ++i) tables.index.insert(text(words.items[i]));
  });
}

std::string Lemmatizer::lemma(std::string_view word, std::string_view lower, std::string_view pos_name,
                              std::string_view morph) const {
  const std::string pos = unicode::lower(pos_name);
  std::string form(lower);
  if (pos.empty() || pos == "eol" || pos == "space" || is_base_form(pos, morph)) return form;
  const auto found = tables_.find(string_id(pos));
  if (found == tables_.end() || found->second.empty()) return pos == "propn" ? std::string(word) : form;
  const Tables& tables = found->second;
  std::vector<std::string> forms, unknown;
  for (const auto& [old, replacement] : tables.rules) {
    if (!form.ends_with(old)) continue;
    std::string candidate = form.substr(0, form.size() - old.size()) + replacement;
    if (candidate.empty()) continue;
    if (tables.index.contains(candidate)) {
      forms.insert(forms.begin(), std::move(candidate));
    } else if (!is_alpha(candidate)) {
      forms.push_back(std::move(candidate));
    } else {
      unknown.push_back(std::move(candidate));
    }
  }
  if (const auto exception = tables.exceptions.find(form); exception != tables.exceptions.end())
    for (const std::string& lemma : exception->second)
      if (std::find(forms.begin(), forms.end(), lemma) == forms.end()) forms.insert(forms.begin(), lemma);
  if (!forms.empty()) return forms[0];
  return unknown.empty() ? std::string(word) : unknown[0];
}

}  // namespace relata::annotate
