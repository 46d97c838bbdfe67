// SPDX-License-Identifier: MIT
#include "resolve/quotations.hpp"

#include <algorithm>
#include <unordered_set>

namespace relata::detail {
namespace {

bool is_speech(std::string_view lemma) {
  static const std::unordered_set<std::string_view> verbs = {
      "say",      "tell",     "add",    "state",   "declare", "announce", "write", "tweet",
      "ask",      "warn",     "claim",  "explain", "note",    "insist",   "argue", "reply",
      "respond",  "comment",  "remark", "stress",  "joke",    "promise",  "admit", "vow",
      "conclude", "continue", "assert", "recall",  "urge",    "exclaim",  "read",  "post",
      "observe",  "report",   "answer", "testify", "complain"};
  return verbs.contains(lemma);
}

bool opens(const Document& doc, TokenId t) {
  const std::string_view w = doc.word(t);
  return w == "\"" ? doc.tokens[t].tag == tag::open_quote : w == "\xE2\x80\x9C" || w == "``";
}

bool closes(const Document& doc, TokenId t) {
  const std::string_view w = doc.word(t);
  return w == "\"" || w == "\xE2\x80\x9D" || w == "''";
}

class Quotations {
 public:
  explicit Quotations(const Document& doc) : doc_(doc), quoted_(doc.size(), false) {}

  std::vector<Quotation> find() {
    mark();
    for (std::size_t i = 0; i < found_.size(); ++i) {
      attribute(found_[i]);
      const bool goes_on = found_[i].speaker == no_token && i > 0 && same_paragraph(found_[i - 1], found_[i]);
      if (goes_on) {
        found_[i].speaker = found_[i - 1].speaker;
        found_[i].addressee = found_[i - 1].addressee;
      }
    }
    return std::move(found_);
  }

 private:
  void mark() {
    // A straight quotation mark closes where one is open; an open one ends with its paragraph.
    TokenId from = no_token;
    for (TokenId t = 0; t < doc_.size(); ++t) {
      if (from != no_token && is_break(t)) from = no_token;
      if (from == no_token) {
        if (opens(doc_, t) || closes(doc_, t)) from = t;
      } else if (closes(doc_, t) && t > from + 1) {
        found_.push_back({{from + 1, t}, no_token, no_token});
        std::fill(quoted_.begin() + from, quoted_.begin() + t + 1, true);
        from = no_token;
      }
    }
  }

  bool is_break(TokenId t) const {
    return doc_.tokens[t].pos == pos::SPACE && doc_.word(t).find("\n\n") != std::string_view::npos;
  }

  bool same_paragraph(const Quotation& a, const Quotation& b) const {
    for (TokenId t = a.words.last; t < b.words.first; ++t)
      if (is_break(t)) return false;
    return true;
  }

  /// The nearest verb of speech outside quotation marks, first after the words, then before them.
  void attribute(Quotation& q) const {
    const TokenSpan after = doc_.sentences()[doc_.sentence_of(q.words.last)];
    for (TokenId t = q.words.last; t < std::min(after.last, q.words.last + 12); ++t)
      if (take(q, t)) return;
    const TokenSpan before = doc_.sentences()[doc_.sentence_of(q.words.first)];
    for (TokenId t = q.words.first; t > before.first && q.words.first - t < 16; --t)
      if (take(q, t - 1)) return;
  }

  bool take(Quotation& q, TokenId verb) const {
    if (quoted_[verb] || doc_.tokens[verb].pos != pos::VERB || !is_speech(doc_.lemma(verb))) return false;
    TokenId subject = doc_.child(verb, dep::nsubj);
    // `told reporters and added`: the subject stands at the first verb.
    TokenId at = verb;
    for (int steps = 0; subject == no_token && doc_.tokens[at].dep == dep::conj && steps < 4; ++steps) {
      at = doc_.tokens[at].head;
      subject = doc_.child(at, dep::nsubj);
    }
    if (subject == no_token || quoted_[subject]) return false;
    q.speaker = subject;
    for (const TokenId child : doc_.children(verb)) {
      const Token& k = doc_.tokens[child];
      if (quoted_[child]) continue;
      if ((k.dep == dep::dobj || k.dep == dep::dative) && k.tag != tag::IN) q.addressee = child;
      if (k.dep == dep::prep && doc_.word(child) == "to") q.addressee = doc_.child(child, dep::pobj);
    }
    return true;
  }

  const Document& doc_;
  std::vector<bool> quoted_;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Document& doc) {
  return Quotations(doc).find();
}

}  // namespace relata::detail
