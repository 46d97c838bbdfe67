// SPDX-License-Identifier: MIT
#include "resolve/candidate_list.hpp"

#include <algorithm>

namespace relata::detail {

CandidateList::CandidateList(const Document& document, const KnowledgeBase& base)
    : doc(document), kb(base), taken_(document.size(), false), over_(document.size(), nullptr) {
  for (const EntitySpan& e : doc.entities()) {
    for (TokenId t = e.first; t < e.last; ++t) over_[t] = &e;
    if (e.type == ent::PERSON && e.last - e.first > 1)
      family_names.try_emplace(doc.word(e.last - 1), e.first);
  }
}

bool CandidateList::free(TokenSpan span) const {
  return std::none_of(taken_.begin() + span.first, taken_.begin() + span.last,
                      [](bool taken) { return taken; });
}

NameCandidate& CandidateList::add(TokenSpan span, Label cls, const KnownEntity* known) {
  NameCandidate m;
  m.span = span;
  m.head = head_of(doc, span);
  m.cls = cls;
  m.known = known;
  m.name = doc.span_text(span);
  m.key = normalized_name(m.name);
  for (TokenId t = span.first; t < span.last; ++t) taken_[t] = true;
  found.push_back(std::move(m));
  return found.back();
}

void CandidateList::give_up(TokenSpan span) {
  std::erase_if(found, [&](const NameCandidate& m) {
    const bool inside = m.span.first >= span.first && m.span.last <= span.last;
    if (inside) std::fill(taken_.begin() + m.span.first, taken_.begin() + m.span.last, false);
    return inside;
  });
}

}  // namespace relata::detail
