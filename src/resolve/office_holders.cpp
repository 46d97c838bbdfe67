// SPDX-License-Identifier: MIT
#include "resolve/office_holders.hpp"

#include <algorithm>
#include <array>

#include "resolve/lexicon.hpp"
#include "resolve/modifiers.hpp"

namespace relata::detail {
namespace {

/// Words that make the office another's: of the past, of the future, of nobody in particular.
bool is_other(std::string_view lower) {
  static constexpr std::array words = {"former",   "ex",     "new",   "next",   "then",   "other",
                                       "previous", "late",   "a",     "an",     "any",    "every",
                                       "no",       "first",  "last",  "future", "acting", "old",
                                       "each",     "deputy", "which", "vice",   "interim"};
  return std::find(words.begin(), words.end(), lower) != words.end();
}

class OfficeReader {
 public:
  OfficeReader(const Document& doc, const KnowledgeBase& kb, std::vector<Mention> mentions,
               std::string_view published)
      : doc_(doc),
        kb_(kb),
        mentions_(std::move(mentions)),
        date_(published.substr(0, 10)),
        taken_(doc.size()) {
    std::sort(mentions_.begin(), mentions_.end(),
              [](const Mention& a, const Mention& b) { return a.span.first < b.span.first; });
    for (const Mention& m : mentions_)
      for (TokenId t = m.span.first; t < m.span.last; ++t) taken_[t] = true;
  }

  std::vector<Mention> read(Clusters& clusters) const {
    std::vector<Mention> found;
    for (TokenId t = 0; t < doc_.size(); ++t) {
      if (taken_[t] || !is_singled_out(t)) continue;
      const KnownEntity* body = nullptr;
      TokenId first = t;
      bool clear = true;
      for (const Mention& m : names_modifying(doc_, mentions_, t)) {
        const KnownEntity* const known = clusters.clusters[m.entity].known;
        clear = clear && known != nullptr && (body == nullptr || body == known);
        body = known;
        first = std::min(first, m.span.first);
      }
      if (!clear || body == nullptr || speaks_of_another_year(t)) continue;
      if (const KnownEntity* const holder = kb_.office_holder(body->id, office(t), date_))
        found.push_back({{first, t + 1}, t, Mention::Kind::nominal, clusters.of_known(*holder)});
    }
    return found;
  }

 private:
  /// A role noun that stands for its holder: neither a title before a name nor said of somebody named.
  bool is_singled_out(TokenId t) const {
    const Token& k = doc_.tokens[t];
    if ((k.pos != pos::NOUN && k.pos != pos::PROPN) || k.tag == tag::NNS || k.tag == tag::NNPS) return false;
    if (!is_role(lower_ascii(doc_.lemma(t)))) return false;
    static constexpr std::array said_of = {dep::compound, dep::appos, dep::attr, dep::amod,    dep::nmod,
                                           dep::conj,     dep::oprd,  dep::ROOT, dep::npadvmod};
    if (std::find(said_of.begin(), said_of.end(), k.dep) != said_of.end()) return false;
    if (k.dep == dep::pobj && doc_.word(k.head) == "as") return false;  // `served as president of Ruritania`
    for (const TokenId child : doc_.children(t)) {
      if (doc_.tokens[child].dep == dep::appos) return false;
      if (child < t && !taken_[child] && is_other(lower_ascii(doc_.word(child)))) return false;
    }
    return t + 1 >= doc_.size() || !taken_[t + 1] || doc_.tokens[t + 1].sent_start;
  }

  /// `foreign minister`, `secretary-general`: the role with the words before it that are no name.
  std::string office(TokenId t) const {
    TokenId first = t;
    while (first > 0 && !taken_[first - 1] && doc_.tokens[first - 1].head == t &&
           (doc_.tokens[first - 1].dep == dep::compound || doc_.tokens[first - 1].dep == dep::amod))
      --first;
    return std::string(doc_.span_text({first, t + 1}));
  }

  bool speaks_of_another_year(TokenId t) const {
    const TokenSpan sentence = doc_.sentences()[doc_.sentence_of(t)];
    for (TokenId i = sentence.first; i < sentence.last; ++i) {
      const std::string_view word = doc_.word(i);
      const bool year =
          word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_iso_date(word);
      if (year && !date_.starts_with(word)) return true;
    }
    return false;
  }

  const Document& doc_;
  const KnowledgeBase& kb_;
  std::vector<Mention> mentions_;
  std::string_view date_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<Mention> read_office_holders(const Document& doc, const KnowledgeBase& kb, Clusters& clusters,
                                         std::vector<Mention> mentions, std::string_view published) {
  if (!is_iso_date(published.substr(0, 10))) return {};
  return OfficeReader(doc, kb, std::move(mentions), published).read(clusters);
}

}  // namespace relata::detail
