// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace relata {

/// An interned name out of a small closed set: tags, parts of speech, morphology, dependency and entity
/// labels, entity classes. Comparing two is comparing two integers. Well-known ones are constants below.
/// The table is process-wide, safe for use by many threads, and holds at most 65,535 names.
class Label {
 public:
  constexpr Label() = default;
  constexpr explicit Label(std::uint16_t id) : id_(id) {}

  /// The label spelled `name`; throws Error when the table is full.
  static Label intern(std::string_view name);

  /// The spelling; lives as long as the process. The default label is spelled "".
  std::string_view str() const;

  constexpr std::uint16_t id() const { return id_; }
  constexpr bool empty() const { return id_ == 0; }
  friend constexpr bool operator==(Label, Label) = default;
  friend constexpr auto operator<=>(Label, Label) = default;

 private:
  std::uint16_t id_ = 0;
};

// clang-format would indent these lists anew on every run.
// clang-format off
// RELATA_LABELS(group, X): X(constant, "spelling") for every well-known label.
// Penn Treebank tags as OntoNotes and spaCy's English pipelines write them.
#define RELATA_TAG_LABELS(X) \
  X(CC, "CC") X(CD, "CD") X(DT, "DT") X(EX, "EX") X(FW, "FW") X(IN, "IN") X(JJ, "JJ") X(JJR, "JJR") \
  X(JJS, "JJS") X(LS, "LS") X(MD, "MD") X(NN, "NN") X(NNP, "NNP") X(NNPS, "NNPS") X(NNS, "NNS") \
  X(PDT, "PDT") X(POS, "POS") X(PRP, "PRP") X(PRPS, "PRP$") X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS") \
  X(RP, "RP") X(SP, "_SP") X(SYM, "SYM") X(TO, "TO") X(UH, "UH") X(VB, "VB") X(VBD, "VBD") \
  X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP") X(VBZ, "VBZ") X(WDT, "WDT") X(WP, "WP") X(WPS, "WP$") \
  X(WRB, "WRB") X(comma, ",") X(period, ".") X(colon, ":") X(open_quote, "``") X(close_quote, "''") \
  X(LRB, "-LRB-") X(RRB, "-RRB-") X(HYPH, "HYPH") X(NFP, "NFP") X(ADD, "ADD") X(AFX, "AFX") \
  X(dollar, "$") X(XX, "XX")
// Universal POS tags; POS_ as "PUNCT" and "SYM" collide with nothing inside their namespace.
#define RELATA_POS_LABELS(X) \
  X(ADJ, "ADJ") X(ADP, "ADP") X(ADV, "ADV") X(AUX, "AUX") X(CCONJ, "CCONJ") X(DET, "DET") \
  X(INTJ, "INTJ") X(NOUN, "NOUN") X(NUM, "NUM") X(PART, "PART") X(PRON, "PRON") X(PROPN, "PROPN") \
  X(PUNCT, "PUNCT") X(SCONJ, "SCONJ") X(SYM, "SYM") X(VERB, "VERB") X(X, "X") X(SPACE, "SPACE")
// CLEAR dependency labels as spaCy's English pipelines write them.
#define RELATA_DEP_LABELS(X) \
  X(ROOT, "ROOT") X(acl, "acl") X(acomp, "acomp") X(advcl, "advcl") X(advmod, "advmod") \
  X(agent, "agent") X(amod, "amod") X(appos, "appos") X(attr, "attr") X(aux, "aux") \
  X(auxpass, "auxpass") X(case_, "case") X(cc, "cc") X(ccomp, "ccomp") X(compound, "compound") \
  X(conj, "conj") X(csubj, "csubj") X(csubjpass, "csubjpass") X(dative, "dative") X(dep, "dep") \
  X(det, "det") X(dobj, "dobj") X(expl, "expl") X(intj, "intj") X(mark, "mark") X(meta, "meta") \
  X(neg, "neg") X(nmod, "nmod") X(npadvmod, "npadvmod") X(nsubj, "nsubj") X(nsubjpass, "nsubjpass") \
  X(nummod, "nummod") X(oprd, "oprd") X(parataxis, "parataxis") X(pcomp, "pcomp") X(pobj, "pobj") \
  X(poss, "poss") X(preconj, "preconj") X(predet, "predet") X(prep, "prep") X(prt, "prt") \
  X(punct, "punct") X(quantmod, "quantmod") X(relcl, "relcl") X(xcomp, "xcomp")
// OntoNotes entity types.
#define RELATA_ENT_LABELS(X) \
  X(CARDINAL, "CARDINAL") X(DATE, "DATE") X(EVENT, "EVENT") X(FAC, "FAC") X(GPE, "GPE") \
  X(LANGUAGE, "LANGUAGE") X(LAW, "LAW") X(LOC, "LOC") X(MONEY, "MONEY") X(NORP, "NORP") \
  X(ORDINAL, "ORDINAL") X(ORG, "ORG") X(PERCENT, "PERCENT") X(PERSON, "PERSON") \
  X(PRODUCT, "PRODUCT") X(QUANTITY, "QUANTITY") X(TIME, "TIME") X(WORK_OF_ART, "WORK_OF_ART")
// Entity classes of the default schema; a user's schema may add others through Label::intern.
#define RELATA_CLASS_LABELS(X) \
  X(Person, "Person") X(Country, "Country") X(Location, "Location") X(Organization, "Organization") \
  X(GovernmentBody, "GovernmentBody") X(Treaty, "Treaty") X(Event, "Event") \
  X(MediaOutlet, "MediaOutlet") X(Work, "Work") X(Position, "Position") X(Group, "Group") \
  X(Product, "Product") X(Issue, "Issue") X(Date, "Date") X(Amount, "Amount")
// clang-format on

namespace detail {
// A spelling that stands in two groups (the POS tag "SYM", the dependency "dep") is one label with two
// constants' worth of ids avoided: each group's list is interned in order, the first occurrence owns the id.
inline constexpr std::string_view well_known_labels[] = {
    "",
#define RELATA_SPELLING(constant, spelling) spelling,
    RELATA_TAG_LABELS(RELATA_SPELLING) RELATA_POS_LABELS(RELATA_SPELLING) RELATA_DEP_LABELS(RELATA_SPELLING)
        RELATA_ENT_LABELS(RELATA_SPELLING) RELATA_CLASS_LABELS(RELATA_SPELLING)
#undef RELATA_SPELLING
};

constexpr Label well_known(std::string_view spelling) {
  std::uint16_t id = 0;
  while (well_known_labels[id] != spelling)
    ++id;  // the first of equal spellings; ill-formed when there is none
  return Label(id);
}
}  // namespace detail

#define RELATA_CONSTANT(constant, spelling) inline constexpr Label constant = detail::well_known(spelling);
/// Penn Treebank tags.
namespace tag {
RELATA_TAG_LABELS(RELATA_CONSTANT)
}
/// Universal parts of speech.
namespace pos {
RELATA_POS_LABELS(RELATA_CONSTANT)
}
/// CLEAR dependency labels.
namespace dep {
RELATA_DEP_LABELS(RELATA_CONSTANT)
}
/// OntoNotes entity types.
namespace ent {
RELATA_ENT_LABELS(RELATA_CONSTANT)
}
/// Entity classes of the default schema.
namespace cls {
RELATA_CLASS_LABELS(RELATA_CONSTANT)
}
#undef RELATA_CONSTANT

}  // namespace relata
