// SPDX-License-Identifier: MIT
// Phrases that a parser hangs on the nearest word, and that belong to the verb above.

#include <array>
#include <optional>
#include <string_view>

#include "extract/grammar.hpp"
#include "relata/extract.hpp"

namespace relata {
namespace {

using namespace detail;

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  for (const std::string_view one : words)
    if (one == word) return true;
  return false;
}

/// Verbs that say of what somebody is held guilty or free.
bool takes_deed(std::string_view lemma) {
  return is_one_of<7>(lemma, {"accuse", "convict", "acquit", "suspect", "absolve", "exonerate", "deprive"});
}

/// A deed stands bare or under an article of one of many: `of fraud`, `of a cover-up`, `of breaking the law`.
bool may_be_deed(const Document& doc, TokenId of) {
  if (doc.has_child(of, dep::pcomp)) return true;
  const TokenId object = doc.child(of, dep::pobj);
  if (object == no_token || doc.tokens[object].pos != pos::NOUN) return false;
  if (is_one_of<5>(doc.lemma(object), {"state", "parliament", "government", "congress", "opposition"}))
    return false;
  for (const TokenId child : doc.children(object)) {
    const Label d = doc.tokens[child].dep;
    if (d == dep::poss || (d == dep::det && doc.word(child) != "a" && doc.word(child) != "an")) return false;
  }
  return true;
}

/// `accused the commission of fraud`: the deed hangs on the verb, not on whom it accuses.
TokenId deed_of_object(const Document& doc, TokenId verb) {
  const TokenId object = doc.child(verb, dep::dobj);
  if (object == no_token) return no_token;
  for (const TokenId child : doc.children(verb))
    if (child > object && doc.tokens[child].dep == dep::prep && doc.word(child) == "of") return no_token;
  TokenId found = no_token;
  for (TokenId noun = object; noun != no_token;) {
    TokenId next = no_token;
    for (const TokenId child : doc.children(noun)) {
      if (child < noun || doc.tokens[child].dep != dep::prep || doc.word(child) != "of") continue;
      if (may_be_deed(doc, child)) found = child;
      next = doc.child(child, dep::pobj);
    }
    noun = next;
  }
  return found;
}

/// `found the box of a jet that crashed, killing all on board`: what the relative clause tells has killed
/// them.
TokenId verb_of_result(const Document& doc, TokenId participle) {
  const Token& k = doc.tokens[participle];
  if (k.dep != dep::advcl || k.tag != tag::VBG || participle < 2 || doc.word(participle - 1) != ",")
    return no_token;
  if (!is_one_of<6>(doc.lemma(participle), {"kill", "injure", "wound", "destroy", "damage", "hurt"}))
    return no_token;
  for (TokenId t = participle - 2; t > k.head; --t)
    if (doc.tokens[t].dep == dep::relcl && doc.subtree(t).last == participle - 1) return t;
  return no_token;
}

/// `the opposition Liberal Front rejects`: the noun that the parser takes for a subject of its own says what
/// the name behind it is. The name, or no_token.
TokenId name_behind(const Document& doc, TokenId noun) {
  const Token& k = doc.tokens[noun];
  const TokenId name = doc.subtree(noun).last;
  if (k.dep != dep::nsubj || k.tag != tag::NN || name != noun + 1) return no_token;
  for (const TokenId other : doc.children(k.head))
    if (other > noun && doc.tokens[other].dep == dep::nsubj && doc.tokens[other].tag == tag::NNP &&
        doc.subtree(other).first == name)
      return other;
  return no_token;
}

/// `bought a stake in the maker Novex`: the parser makes the name a second object of the verb. The name
/// behind the noun, or no_token.
TokenId name_as_object(const Document& doc, TokenId noun) {
  const Token& k = doc.tokens[noun];
  if (k.dep != dep::pobj || k.tag != tag::NN || noun + 1 >= doc.size()) return no_token;
  TokenId name = noun + 1;
  while (name + 1 < doc.size() && doc.tokens[name].dep == dep::compound) ++name;
  if (doc.tokens[name].dep != dep::dobj || doc.tokens[name].tag != tag::NNP ||
      doc.subtree(name).first != noun + 1)
    return no_token;
  const TokenId object = doc.child(doc.tokens[name].head, dep::dobj);
  return object != no_token && object < k.head && doc.tokens[k.head].head == object ? name : no_token;
}

/// `X will leave the club, Y announced`: who says so at the end, taken for a relative clause of the last
/// noun.
bool is_closing_speech(const Document& doc, TokenId verb) {
  const Token& k = doc.tokens[verb];
  if (k.dep != dep::relcl || k.tag != tag::VBD) return false;
  if (!is_one_of<5>(doc.lemma(verb), {"announce", "say", "declare", "confirm", "report"})) return false;
  const TokenId first = doc.subtree(verb).first, subject = doc.child(verb, dep::nsubj);
  if (subject == no_token || first == 0 || doc.word(first - 1) != "," || doc.has_child(verb, dep::dobj))
    return false;
  for (TokenId t = first; t < verb; ++t)
    if (is_relative_pronoun(doc, t) || doc.tokens[t].tag == tag::IN) return false;
  return true;
}

/// `Ann Novak married singer Jo Wills`: the verb that the parser takes for an adjective of the second name
/// stands right behind the subject of a sentence without a verb. The verb, or no_token.
TokenId marrying_between(const Document& doc, TokenId name) {
  const Token& k = doc.tokens[name];
  if (!doc.is_root(name) || k.pos != pos::PROPN || doc.has_child(name, dep::aux)) return no_token;
  const TokenId subject = doc.child(name, dep::nsubj);
  if (subject == no_token || subject > name || doc.tokens[subject].pos != pos::PROPN) return no_token;
  for (TokenId t = subject + 1; t < name; ++t) {
    const Token& verb = doc.tokens[t];
    if (verb.head == subject && verb.dep != dep::prep) continue;
    const bool of_name = verb.head == name || doc.tokens[verb.head].head == name;
    return of_name && verb.dep == dep::amod && doc.word(t) == "married" ? t : no_token;
  }
  return no_token;
}

/// `a degree from Novex College and a doctorate from Zelda College`: the second noun is joined to the first,
/// not to the name between them. The first noun, or no_token.
TokenId parallel_noun(const Document& doc, TokenId noun) {
  const Token& k = doc.tokens[noun];
  if (k.dep != dep::conj || k.pos != pos::NOUN || k.head > noun) return no_token;
  const Token& name = doc.tokens[k.head];
  if (name.dep != dep::pobj || name.pos != pos::PROPN) return no_token;
  const TokenId article = doc.subtree(noun).first, own = doc.child(noun, dep::prep);
  if (own == no_token || doc.word(own) != doc.word(name.head)) return no_token;
  if (doc.word(article) != "a" && doc.word(article) != "an") return no_token;
  const TokenId first = doc.tokens[name.head].head;
  return doc.tokens[first].pos == pos::NOUN ? first : doc.child(first, dep::dobj);
}

/// `accused neighbouring Ruritania of`: the parser takes what is said of the name for a deed. The name, or
/// no_token.
TokenId name_of_neighbour(const Document& doc, TokenId participle) {
  const Token& k = doc.tokens[participle];
  const std::string_view word = doc.word(participle);
  if ((word != "neighbouring" && word != "neighboring") || (k.dep != dep::xcomp && k.dep != dep::ccomp))
    return no_token;
  const TokenId name = doc.child(participle, dep::dobj);
  return name == participle + 1 && doc.child(k.head, dep::dobj) == no_token ? name : no_token;
}

/// `a message on Twitter blaming X`: the message does, not where it stands. The text, or no_token.
TokenId text_that_tells(const Document& doc, TokenId participle) {
  const Token& k = doc.tokens[participle];
  // The name may be taken for the subject of the participle.
  const TokenId name = k.dep == dep::pcomp ? doc.child(participle, dep::nsubj) : k.head;
  if (k.tag != tag::VBG || name == no_token || doc.tokens[name].pos != pos::PROPN) return no_token;
  if (k.dep != dep::pcomp && (k.dep != dep::acl || doc.tokens[name].dep != dep::pobj)) return no_token;
  const TokenId preposition = k.dep == dep::pcomp ? k.head : doc.tokens[name].head;
  const TokenId over = doc.tokens[preposition].head;
  const TokenId text = doc.tokens[over].pos == pos::VERB ? doc.child(over, dep::dobj) : over;
  if (text == no_token || !is_one_of<4>(doc.word(preposition), {"on", "to", "in", "from"})) return no_token;
  return is_one_of<10>(doc.lemma(text), {"message", "letter", "statement", "post", "tweet", "video", "email",
                                         "note", "article", "report"})
             ? text
             : no_token;
}

/// The family name of a person that the parser takes for a verb, `by Paul Novak and Jane Wills`.
bool is_name_as_verb(const Document& doc, const EntitySpan& person) {
  const TokenId last = person.last - 1;
  return person.type == ent::PERSON && last > person.first && doc.tokens[last].pos == pos::VERB &&
         doc.tokens[last].dep == dep::conj && doc.tokens[last - 1].head == last &&
         doc.tokens[last - 1].dep == dep::compound;
}

}  // namespace

std::optional<Document> reattached(const Document& doc) {
  std::optional<Document> mended;
  const auto attach = [&](TokenId t, TokenId head, Label label = {}) {
    if (!mended) mended.emplace(doc);
    mended->tokens[t].head = head;
    if (!label.empty()) mended->tokens[t].dep = label;
  };
  const auto read_as = [&](TokenId t, Label pos, Label tag) {
    mended->tokens[t].pos = pos;
    mended->tokens[t].tag = tag;
  };
  for (const EntitySpan& person : doc.entities()) {
    if (!is_name_as_verb(doc, person)) continue;
    const TokenId last = person.last - 1;
    attach(last, doc.tokens[last].head);
    read_as(last, pos::PROPN, tag::NNP);
    TokenId verb = doc.tokens[last].head;
    while (!doc.is_root(verb) && doc.tokens[verb].pos != pos::VERB) verb = doc.tokens[verb].head;
    for (const TokenId child : doc.children(last))
      if (child > last) attach(child, verb);
  }
  for (TokenId t = 0; t < doc.size(); ++t) {
    const Token& token = doc.tokens[t];
    if (const TokenId name = name_of_neighbour(doc, t); name != no_token) {
      for (const TokenId child : doc.children(t)) attach(child, token.head);
      attach(t, name, dep::amod);
      read_as(t, pos::ADJ, tag::JJ);
    }
    if (const TokenId text = text_that_tells(doc, t); text != no_token) {
      if (token.dep == dep::pcomp) attach(doc.child(t, dep::nsubj), token.head, dep::pobj);
      attach(t, text, dep::acl);
    }
    if (const TokenId first = parallel_noun(doc, t); first != no_token && first < t) attach(t, first);
    if (const TokenId verb = marrying_between(doc, t); verb != no_token) {
      for (const TokenId child : doc.children(t))
        if (child < verb || (doc.tokens[child].dep != dep::compound && doc.tokens[child].dep != dep::prep))
          attach(child, verb);
      attach(verb, verb, dep::ROOT);
      read_as(verb, pos::VERB, tag::VBD);
      mended->set_lemma(verb, "marry");
      attach(t, verb, dep::dobj);
    }
    if (token.pos == pos::VERB && takes_deed(doc.lemma(t)))
      if (const TokenId of = deed_of_object(doc, t); of != no_token) attach(of, t);
    // `X is opposed to it`: the subject belongs to the participle, not to its auxiliary.
    if (const Label d = doc.tokens[token.head].dep; token.dep == dep::nsubj &&
                                                    doc.tokens[token.head].pos == pos::AUX &&
                                                    (d == dep::auxpass || d == dep::aux))
      attach(t, doc.tokens[token.head].head, d == dep::auxpass ? dep::nsubjpass : dep::nsubj);
    if (const TokenId verb = verb_of_result(doc, t); verb != no_token) attach(t, verb);
    if (const TokenId name = name_behind(doc, t); name != no_token) attach(t, name, dep::compound);
    if (const TokenId name = name_as_object(doc, t); name != no_token) {
      attach(t, name, dep::compound);
      attach(name, token.head, dep::pobj);
    }
    if (is_closing_speech(doc, t)) {
      TokenId main = t;
      while (!doc.is_root(main)) main = doc.tokens[main].head;
      attach(main, t, dep::ccomp);
      attach(t, t, dep::ROOT);
    }
  }
  if (mended) mended->index();
  return mended;
}

}  // namespace relata
