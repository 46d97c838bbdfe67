// SPDX-License-Identifier: MIT
#include "resolve/modifiers.hpp"

#include <algorithm>

namespace relata::detail {
namespace {

TokenId climb(const Document& doc, TokenId t, std::initializer_list<Label> deps) {
  while (std::find(deps.begin(), deps.end(), doc.tokens[t].dep) != deps.end()) t = doc.tokens[t].head;
  return t;
}

}  // namespace

std::vector<Mention> names_modifying(const Document& doc, const std::vector<Mention>& names, TokenId noun) {
  std::vector<Mention> found;
  const TokenSpan around = doc.subtree(noun);
  const TokenId last = std::min(around.last, noun + 5);
  const TokenId first = noun - std::min<TokenId>(noun - std::min(noun, around.first), 5);
  auto m = std::lower_bound(names.begin(), names.end(), first,
                            [](const Mention& a, TokenId t) { return a.span.first < t; });
  for (; m != names.end() && m->span.first < last; ++m) {
    const Token& k = doc.tokens[m->head];
    const bool direct = k.head == noun && (k.dep == dep::amod || k.dep == dep::compound ||
                                           k.dep == dep::poss || k.dep == dep::nmod);
    const bool of = k.dep == dep::pobj && doc.lemma(k.head) == "of" && doc.tokens[k.head].head == noun;
    if (direct || of) found.push_back(*m);
  }
  return found;
}

TokenId head_of_compound(const Document& doc, TokenId t) {
  return climb(doc, t, {dep::compound, dep::nmod});
}

TokenId head_of_modified(const Document& doc, TokenId t) {
  return climb(doc, t, {dep::compound, dep::nmod, dep::amod});
}

}  // namespace relata::detail
