// SPDX-License-Identifier: MIT
#include "extract/phrase.hpp"

#include <algorithm>

#include "extract/grammar.hpp"

namespace relata::detail {
namespace {

bool is_loose_mark(std::string_view word) {
  return word == "," || word == ";" || word == ":" || word == "." || word == "-" || word == "--" ||
         word == "–" || word == "—" || word == "?" || word == "!";
}

/// A quote or bracket that may be trimmed when its partner is not in the phrase.
int closes(const Document& doc, TokenId t) {
  const Label g = doc.tokens[t].tag;
  const std::string_view word = doc.word(t);
  if (g == tag::open_quote || g == tag::LRB || word == "(" || word == "[" || word == "``") return -1;
  if (g == tag::close_quote || g == tag::RRB || word == ")" || word == "]") return 1;
  return 0;
}

/// `the singer Prince`: an apposition that follows its noun without a mark belongs to the name.
bool is_close_apposition(const Document& doc, TokenId appositive) {
  const TokenId first = doc.subtree(appositive).first;
  if (first == 0 || doc.tokens[first - 1].pos == pos::PUNCT) return false;
  return appositive > doc.tokens[appositive].head;
}

class Collector {
 public:
  Collector(const Document& doc, Words& words) : doc_(doc), words_(words) {}

  void noun(TokenId t, bool with_conjuncts, std::size_t depth) {
    words_.push_back(t);
    if (depth > doc_.size()) return;
    for (const TokenId c : doc_.children(t)) {
      const Label d = doc_.tokens[c].dep;
      if (d == dep::relcl || d == dep::parataxis) continue;
      if (d == dep::appos && !is_close_apposition(doc_, c)) continue;
      if (!with_conjuncts && depth == 0 && (d == dep::conj || d == dep::cc || d == dep::preconj)) continue;
      noun(c, true, depth + 1);
    }
  }

  void all(TokenId t, std::size_t depth) {
    words_.push_back(t);
    if (depth > doc_.size()) return;
    for (const TokenId c : doc_.children(t)) all(c, depth + 1);
  }

 private:
  const Document& doc_;
  Words& words_;
};

/// Sorts, and drops marks that stand at an edge of the phrase or next to something left out of it.
void tidy(const Document& doc, Words& words) {
  std::sort(words.begin(), words.end());
  std::erase_if(words, [&](TokenId t) { return doc.tokens[t].pos == pos::SPACE; });
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const TokenId t = words[i];
      const bool opens_gap = i == 0 || words[i - 1] + 1 != t;
      const bool ends_gap = i + 1 == words.size() || words[i + 1] != t + 1;
      const bool loose = is_loose_mark(doc.word(t)) && (opens_gap || ends_gap);
      const bool dangling = (closes(doc, t) < 0 && ends_gap) || (closes(doc, t) > 0 && opens_gap);
      const bool stray_conjunction =
          doc.tokens[t].dep == dep::cc && (i + 1 == words.size() || (i == 0 && words.size() > 1));
      if (words.size() > 1 && (loose || dangling || stray_conjunction)) {
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
        changed = true;
        break;
      }
    }
  }
  int depth = 0;
  for (const TokenId t : words) depth -= closes(doc, t);
  if (words.size() > 1 && depth > 0 && closes(doc, words.front()) < 0) words.erase(words.begin());
  if (words.size() > 1 && depth < 0 && closes(doc, words.back()) > 0) words.pop_back();
}

}  // namespace

Words noun_phrase(const Document& doc, TokenId head, bool with_conjuncts) {
  Words words;
  Collector(doc, words).noun(head, with_conjuncts, 0);
  tidy(doc, words);
  return words;
}

Words modifier_phrase(const Document& doc, TokenId head) {
  return noun_phrase(doc, head, true);
}

Words clause_words(const Document& doc, TokenId head, bool with_mark) {
  Words words;
  Collector(doc, words).all(head, 0);
  if (!with_mark)
    for (const TokenId c : doc.children(head))
      if (doc.tokens[c].dep == dep::mark && doc.lemma(c) == "that") std::erase(words, c);
  tidy(doc, words);
  return words;
}

std::vector<TokenSpan> spans_of(const Words& words) {
  std::vector<TokenSpan> spans;
  for (const TokenId t : words) {
    if (!spans.empty() && spans.back().last == t)
      ++spans.back().last;
    else
      spans.push_back({t, t + 1});
  }
  return spans;
}

std::string text_of(const Document& doc, const Words& words) {
  std::string text;
  for (const TokenId t : words) {
    if (!text.empty()) text += ' ';
    text += doc.word(t);
  }
  return text;
}

Proposition::Part part_of(const Document& doc, Role role, const Words& words) {
  return {.role = role, .spans = spans_of(words), .text = text_of(doc, words)};
}

}  // namespace relata::detail
