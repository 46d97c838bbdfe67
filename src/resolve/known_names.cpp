// SPDX-License-Identifier: MIT
#include "resolve/known_names.hpp"

#include <algorithm>

namespace relata::detail {
namespace {

bool fits(Label type, Label c) {
  if (type == ent::ORG || type == ent::NORP)
    return c == cls::Organization || c == cls::GovernmentBody || c == cls::MediaOutlet;
  if (type == ent::GPE || type == ent::LOC || type == ent::FAC)
    return c == cls::Location || c == cls::Country;
  if (type == ent::WORK_OF_ART) return c == cls::MediaOutlet || c == cls::Work;
  if (type == ent::LAW) return c == cls::Treaty;
  if (type == ent::EVENT) return c == cls::Event;
  if (type == ent::PRODUCT) return c == cls::Product;
  return false;
}

bool is_article(std::string_view word) {
  return word == "the" || word == "The";
}

}  // namespace

KnownNames::KnownNames(const Document& doc, const KnowledgeBase& kb, const std::vector<NameCandidate>& found)
    : doc_(doc), kb_(kb) {
  std::map<std::string, int> count, regions;
  for (const NameCandidate& c : found) {
    if (c.known == nullptr || c.known->cls == cls::MediaOutlet) continue;
    if (c.known->cls == cls::Country || c.known->cls == cls::Location) ++count[c.known->name];
    if (!c.known->country.empty()) ++count[c.known->country];
    if (c.known->cls == cls::Location && !c.known->country.empty()) ++regions[c.known->name];
  }
  for (TokenId t = 0; t < doc_.size(); ++t) {
    if (!capitalised(t)) continue;
    for (const auto& list : {kb_.by_demonym(doc_.word(t)), kb_.by_capital(doc_.word(t))})
      if (!list.empty()) ++count[kb_[list.front()].name];
  }
  int most = 1;  // a country named once is not what the article is about
  for (const auto& [country, times] : count) {
    if (times == most) main_country_.clear();
    if (times > most) {
      main_country_ = country;
      most = times;
    }
  }
  for (const auto& [region, times] : regions)
    if (2 * times >= most) main_regions_.push_back(region);
}

bool KnownNames::capitalised(TokenId t) const {
  const std::string_view word = doc_.word(t);
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

const std::string* KnownNames::country_of(TokenSpan span) const {
  const std::string_view text = doc_.span_text(span);
  for (const auto& list : {kb_.by_name(text), kb_.by_demonym(text)})
    for (const KnowledgeBase::Index i : list)
      if (kb_[i].cls == cls::Country || !kb_[i].demonyms.empty()) return &kb_[i].name;
  return nullptr;
}

KnownNames::Owner KnownNames::owner(TokenSpan span) const {
  const auto proper = [&](TokenId t) { return doc_.tokens[t].pos == pos::PROPN && capitalised(t); };
  const TokenSpan sentence = doc_.sentences()[doc_.sentence_of(span.first)];
  TokenId end = span.first;
  if (end > sentence.first && doc_.tokens[end - 1].tag == tag::POS) --end;
  if (end > sentence.first && capitalised(end - 1) && !is_article(doc_.word(end - 1))) {
    for (TokenId words = 3; words > 0; --words)
      if (end - sentence.first >= words)
        if (const std::string* const country = country_of({end - words, end})) return {true, country};
    if (proper(end - 1)) return {true, nullptr};
  }
  TokenId next = span.last;
  if (next + 1 < sentence.last && doc_.word(next) == "of") {
    next += is_article(doc_.word(next + 1)) ? 2 : 1;
    if (next < sentence.last && proper(next)) {
      for (TokenId words = 3; words > 0; --words)
        if (next + words <= sentence.last)
          if (const std::string* const country = country_of({next, next + words})) return {true, country};
      return {true, nullptr};
    }
  }
  return {false, nullptr};
}

const KnownEntity* KnownNames::local(TokenSpan span) const {
  const auto bodies = kb_.by_local_name(doc_.span_text(span));
  if (bodies.empty()) return nullptr;
  const Owner own = owner(span);
  if (own.named && own.country == nullptr) return nullptr;
  if (!own.named)  // in an article on Wisconsin the Supreme Court is the state's
    for (const std::string& region : main_regions_)
      if (const auto own_body = kb_.by_name(region + ' ' + std::string(doc_.span_text(span)));
          !own_body.empty())
        return &kb_[own_body.front()];
  const std::string& country = own.named ? *own.country : main_country_;
  for (const KnowledgeBase::Index i : bodies)
    if (kb_[i].country == country) return &kb_[i];
  return nullptr;
}

const KnownEntity* KnownNames::weak(TokenSpan span, Label type) const {
  const std::string_view text = doc_.span_text(span);
  const auto things = kb_.by_weak_name(text);
  if (things.empty()) return nullptr;
  // `Ford` is nobody's firm in an article on Ms Ford.
  for (const EntitySpan& e : doc_.entities())
    if (e.type == ent::PERSON && e.first != span.first && doc_.word(e.last - 1) == text) return nullptr;
  const bool article =
      is_article(doc_.word(span.first)) || (span.first > 0 && is_article(doc_.word(span.first - 1)));
  const KnownEntity* chosen = nullptr;
  for (const KnowledgeBase::Index i : things) {
    const KnownEntity& thing = kb_[i];
    // `The Sun` is a paper, `Sun` is none.
    const bool bare = std::any_of(thing.weak.begin(), thing.weak.end(), [&](const std::string& name) {
      return !name.starts_with("The ") && normalized_name(name) == normalized_name(text);
    });
    if (!fits(type, thing.cls) || (!bare && !article)) continue;
    if (chosen == nullptr || thing.country == main_country_) chosen = &thing;
  }
  return chosen;
}

}  // namespace relata::detail
