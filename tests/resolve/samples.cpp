// SPDX-License-Identifier: MIT
#include "resolve/samples.hpp"

#include <map>
#include <sstream>

namespace relata::samples {

Document make(const std::string& lines) {
  // The lemmas that the samples need.
  static const std::map<std::string, std::string> lemmas = {
      {"opposes", "oppose"}, {"told", "tell"}, {"said", "say"}, {"countries", "country"}, {"is", "be"}};
  Document doc;
  std::istringstream in(lines);
  bool start = true;
  TokenId first = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream row(line);
    std::string word, tag, dep, type;
    TokenId head = 0;
    if (!(row >> word >> tag >> head >> dep)) {
      start = true;
      continue;
    }
    row >> type;
    const auto t = static_cast<TokenId>(doc.tokens.size());
    if (start) first = t;
    Token k;
    if (!doc.text.empty()) doc.text += ' ';
    k.begin = k.char_begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += word;
    k.end = k.char_end = static_cast<std::uint32_t>(doc.text.size());
    k.head = head == 0 ? t : first + head - 1;
    k.tag = Label::intern(tag);
    k.dep = Label::intern(dep);
    k.pos = tag.starts_with("NNP")   ? pos::PROPN
            : tag.starts_with("NN")  ? pos::NOUN
            : tag.starts_with("V")   ? pos::VERB
            : tag.starts_with("PRP") ? pos::PRON
            : tag == "IN"            ? pos::ADP
            : tag == "JJ"            ? pos::ADJ
            : tag == "DT"            ? pos::DET
                                     : pos::PUNCT;
    k.sent_start = start;
    k.space_after = true;
    if (!type.empty()) {
      k.ent_iob = type[0] == 'B' ? EntIob::begin : EntIob::inside;
      k.ent_type = Label::intern(type.substr(2));
    }
    start = false;
    doc.tokens.push_back(k);
    std::string lemma = word;
    for (char& c : lemma)
      if (c >= 'A' && c <= 'Z' && !tag.starts_with("NNP")) c = static_cast<char>(c + 32);
    const auto known = lemmas.find(lemma);
    doc.set_lemma(t, known == lemmas.end() ? lemma : known->second);
  }
  doc.index();
  return doc;
}

const KnowledgeBase& kb() {
  static const KnowledgeBase base = [] {
    KnowledgeBase b;
    b.add({"Q159", "Russia", cls::Country, "Q159", "", {}, {"Russian", "Russians"}, "Moscow"});
    b.add({"Q30", "United States", cls::Country, "Q30", "", {"US"}, {"American"}, "Washington"});
    b.add({"", "INF Treaty", cls::Treaty, "", "", {"INF"}, {}, ""});
    return b;
  }();
  return base;
}

Names mentions(const std::string& lines, const KnowledgeBase& base) {
  const Document doc = make(lines);
  const Resolution r = resolve({}, doc, base);
  Names out;
  for (const Mention& m : r.mentions)
    out.push_back(std::string(doc.span_text(m.span)) + " = " + r.entities[m.entity].label);
  return out;
}

Names classes(const std::string& lines) {
  const Document doc = make(lines);
  Names out;
  for (const Entity& e : resolve({}, doc, kb()).entities)
    out.push_back(e.label + ": " + std::string(e.cls.str()));
  return out;
}

}  // namespace relata::samples
