// SPDX-License-Identifier: MIT
#include <algorithm>

#include "text/mapped_file.hpp"
#include "annotate/msgpack.hpp"
#include "annotate/tokenizer.hpp"
#include "text/utf8.hpp"

namespace relata::annotate {
namespace {

using Kind = PackValue::Kind;

// spaCy's numbers of the attributes a rule's token may have.
constexpr std::uint64_t orth_key = 65, norm_key = 67;

TokenizerRules::RuleToken rule_token(const PackReader& reader, const PackValue& value,
                                     std::string_view chunk) {
  TokenizerRules::RuleToken token;
  const auto fail = [&] {
    reader.fail("exception '" + std::string(chunk) + "' is not a list of {65: text, 67: norm}");
  };
  if (value.kind != Kind::map) fail();
  for (std::uint32_t k = 0; k < value.size; ++k) {
    const PackValue &key = value.items[2 * k], &text = value.items[2 * k + 1];
    if (key.kind != Kind::unsigned_integer || !text.is_text()) fail();
    if (key.number == orth_key) token.text = text.str();
    if (key.number == norm_key) token.norm = text.str();
  }
  if (token.text.empty()) fail();
  return token;
}

/// Bytes of the first code points of `s`, as many as `match` has.
std::size_t prefix_size(std::string_view s, const Pattern::Match& match) {
  if (!match || match.begin == 0) return match.size();
  std::size_t size = 0;
  for (std::size_t left = utf8::length(s.substr(match.begin, match.size())); left > 0; --left)
    utf8::next(s, size);
  return size;
}

/// Bytes of the last code points of `s`, as many as `match` has.
std::size_t suffix_size(std::string_view s, const Pattern::Match& match) {
  if (!match || match.end == s.size()) return match.size();
  const std::size_t before = utf8::length(s) - utf8::length(s.substr(match.begin, match.size()));
  std::size_t start = 0;
  for (std::size_t i = 0; i < before; ++i) utf8::next(s, start);
  return s.size() - start;
}

}  // namespace

void TokenizerRules::load(const std::filesystem::path& path) {
  const MappedFile file(path);
  PackReader reader(file.bytes(), file.name());
  const PackValue& root = reader.document();
  const auto pattern = [&](const char* name, Pattern::Anchor anchor = Pattern::Anchor::none) {
    const PackValue* const found = root.find(name);
    if (found == nullptr || found->kind == Kind::nil) return Pattern();
    if (!found->is_text()) reader.fail(std::string(name) + " is not a text");
    return found->size == 0 ? Pattern() : Pattern(found->str(), file.name() + ": " + name, anchor);
  };
  prefix_ = pattern("prefix_search");
  suffix_ = pattern("suffix_search");
  infix_ = pattern("infix_finditer");
  token_ = pattern("token_match", Pattern::Anchor::start);
  url_ = pattern("url_match", Pattern::Anchor::start);
  const PackValue* rules = root.find("exceptions");
  if (rules == nullptr) rules = root.find("rules");
  if (rules == nullptr || rules->kind != Kind::map) reader.fail("no map 'exceptions'");
  for (std::uint32_t i = 0; i < rules->size; ++i) {
    const PackValue &key = rules->items[2 * i], &tokens = rules->items[2 * i + 1];
    if (!key.is_text() || key.size == 0 || tokens.kind != Kind::array)
      reader.fail("exceptions is not text -> list");
    std::vector<RuleToken>& rule = exceptions_[std::string(key.str())];
    rule.clear();
    std::string joined;
    for (std::uint32_t k = 0; k < tokens.size; ++k) {
      rule.push_back(rule_token(reader, tokens.items[k], key.str()));
      joined += rule.back().text;
    }
    if (joined != key.str())
      reader.fail("the tokens of exception '" + std::string(key.str()) + "' do not make it up");
  }
  find_sequences(MatchSpace());
}

const std::vector<TokenizerRules::RuleToken>* TokenizerRules::exception(std::string_view chunk) const {
  const auto found = exceptions_.find(chunk);
  return found == exceptions_.end() ? nullptr : &found->second;
}

const std::vector<std::vector<std::string>>* TokenizerRules::sequences(std::string_view first) const {
  const auto found = sequences_.find(first);
  return found == sequences_.end() ? nullptr : &found->second;
}

void TokenizerRules::find_sequences(const MatchSpace& space) {
  Pieces pieces;
  for (const auto& [key, rule] : exceptions_) {
    if (key.find(' ') == std::string::npos && !prefix_.search(key, space) && !suffix_.search(key, space) &&
        !infix_.search(key, space))
      continue;
    pieces.clear();
    // A key with blanks is chunks joined by them; the blanks themselves are no tokens.
    for (std::size_t at = 0; at <= key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      if (end > at) split(std::string_view(key).substr(at, end - at), space, false, pieces);
      at = end + 1;
    }
    if (pieces.empty()) pieces.push_back(key);
    sequences_[std::string(pieces[0])].emplace_back(pieces.begin(), pieces.end());
  }
}

std::size_t TokenizerRules::split(std::string_view s, const MatchSpace& space, bool exceptions,
                                  Pieces& out) const {
  const auto is_exception = [&](std::string_view text) { return exceptions && exception(text) != nullptr; };
  Pieces suffixes;
  std::size_t whole = none;
  std::size_t last_size = 0;
  while (!s.empty() && s.size() != last_size) {
    if (token_.search(s, space) || is_exception(s)) break;
    last_size = s.size();
    const std::size_t prefix = prefix_size(s, prefix_.search(s, space));
    if (prefix > 0 && prefix < s.size() && is_exception(s.substr(prefix))) {
      out.push_back(s.substr(0, prefix));
      s.remove_prefix(prefix);
      break;
    }
    const std::size_t suffix = suffix_size(s.substr(prefix), suffix_.search(s.substr(prefix), space));
    if (suffix > 0 && suffix < s.size() && is_exception(s.substr(0, s.size() - suffix))) {
      suffixes.push_back(s.substr(s.size() - suffix));
      s.remove_suffix(suffix);
      break;
    }
    if (prefix > 0) {
      out.push_back(s.substr(0, prefix));
      s.remove_prefix(prefix);
    }
    if (suffix > 0) {
      suffixes.push_back(s.substr(s.size() - suffix));
      s.remove_suffix(suffix);
    }
  }
  if (!s.empty()) {
    if (is_exception(s)) whole = out.size();
    if (whole != none || token_.search(s, space) || url_.search(s, space)) {
      out.push_back(s);
    } else {
      std::size_t start = 0;
      for (std::size_t from = 0; from <= s.size();) {
        const Pattern::Match hit = infix_.search(s, space, from);
        if (!hit) break;
        from = hit.end > hit.begin ? hit.end : hit.end + 1;
        while (from < s.size() && (static_cast<unsigned char>(s[from]) & 0xC0) == 0x80) ++from;
        if (hit.begin == 0) continue;
        if (hit.begin != start) out.push_back(s.substr(start, hit.begin - start));
        if (hit.begin != hit.end) out.push_back(s.substr(hit.begin, hit.end - hit.begin));
        start = hit.end;
      }
      if (start < s.size()) out.push_back(s.substr(start));
    }
  }
  out.insert(out.end(), suffixes.rbegin(), suffixes.rend());
  return whole;
}

}  // namespace relata::annotate
