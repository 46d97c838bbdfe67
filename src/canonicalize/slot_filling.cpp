// SPDX-License-Identifier: MIT
// Who or what a phrase in a slot stands for.

#include <algorithm>

#include "canonicalize/article_state.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

constexpr int max_depth = 6;  // transparent heads nest: `a number of members of the government of X`

void add_once(std::vector<EntityId>& out, EntityId e) {
  if (std::ranges::find(out, e) == out.end()) out.push_back(e);
}

}  // namespace

void ArticleState::fill(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out) {
  fill_deep(head, allowed, common_nouns, out, 0);
}

void ArticleState::fill_deep(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out,
                             int depth) {
  if (head >= doc_.size() || depth > max_depth) return;
  const std::size_t before = out.size();
  std::size_t m = headed_[head];
  if (m == none && over_[head] != none && resolution_.mentions[over_[head]].kind == Mention::Kind::name)
    m = over_[head];
  if (m != none) {
    const Mention& mention = resolution_.mentions[m];
    // Words for several have a mention for each member: `both countries`.
    std::size_t first = m;
    // `an Australian` is somebody, not the state, `a Republican` not the party.
    const bool somebody = (mention.kind == Mention::Kind::demonym || is_party(mention.entity)) &&
                          is_noun(doc_.tokens[head]) &&
                          std::ranges::any_of(doc_.children(head), [&](TokenId child) {
                            const std::string word = lower(doc_.word(child));
                            return doc_.tokens[child].dep == dep::det && (word == "a" || word == "an");
                          });
    if (somebody) allowed &= ~(schema_.class_bit(cls::Country) | schema_.class_bit(cls::Organization));
    while (first > 0 && resolution_.mentions[first - 1].span == mention.span) --first;
    for (; first <= m; ++first)
      if (class_of(resolution_.mentions[first].entity) & allowed)
        add_once(out, resolution_.mentions[first].entity);
    // `Democrats such as X`: the party, and those that are named.
    if (const Label g = doc_.tokens[head].tag; g == tag::NNS || g == tag::NNPS)
      fill_list(head, allowed, out, depth + 1);
    if (out.size() != before) return;
    if (mention.kind != Mention::Kind::nominal && !somebody) return;
  }
  const Token& token = doc_.tokens[head];
  if (common_nouns && m == none && token.pos == pos::PRON)
    if (const TokenId speaker = speaker_meant(head); speaker != no_token) {
      fill_deep(speaker, allowed, true, out, depth + 1);
      return;
    }
  if (const TokenId member = among_those(head); member != no_token) {
    std::vector<TokenId> members;
    conjuncts(member, members);
    for (const TokenId one : members) fill_deep(one, allowed, common_nouns, out, depth + 1);
    return;
  }
  const Classes issue = schema_.class_bit(cls::Issue), office = schema_.class_bit(cls::Position);
  if (common_nouns && token.tag == tag::VBG && token.dep == dep::pcomp && (allowed & issue)) {
    // `accused of committing fraud`: the deed is what the noun says.
    const TokenId object = doc_.child(head, dep::dobj);
    if (object != no_token && words().committing.contains(lower(doc_.lemma(head)))) {
      fill_deep(object, allowed, true, out, depth + 1);
      if (out.size() != before) return;
    }
    if (const EntityId e = deed(head); e != no_entity) add_once(out, e);
    return;
  }
  if (common_nouns && (allowed & office) && !office_of_adjective(lower(doc_.word(head))).empty()) {
    add_once(out, adjective_office(head));
    return;
  }
  if (common_nouns && (allowed & office) && !(allowed & schema_.class_bit(cls::Person)) && is_role(head)) {
    if (const EntityId e = office_phrase(head); e != no_entity) add_once(out, e);
    return;
  }
  if (!is_noun(token) && token.pos != pos::PRON && token.pos != pos::DET && token.pos != pos::NUM &&
      token.pos != pos::ADJ)
    return;
  if ((allowed & schema_.class_bit(cls::Date)) && token.ent_type == ent::DATE) {
    if (const EntityId e = date(head, false); e != no_entity) add_once(out, e);
    return;
  }
  if (allowed == schema_.class_bit(cls::Amount)) {
    if (const EntityId e = amount(head); e != no_entity) add_once(out, e);
    return;
  }
  const std::string lemma = lower(doc_.lemma(head));
  for (const TokenId child : doc_.children(head))
    if (doc_.tokens[child].dep == dep::appos && headed_[child] != none &&
        resolution_.mentions[headed_[child]].kind == Mention::Kind::name) {
      fill_deep(child, allowed, false, out, depth + 1);
      if (token.tag != tag::NNS) continue;
      std::vector<TokenId> members;  // `two envoys, X and Y`
      conjuncts(child, members);
      for (const TokenId member : members) fill_deep(member, allowed, false, out, depth + 1);
    }
  // `the pop group X released`: the parser may take the kind and the name for two subjects.
  if (const TokenId next = head + 1; out.size() == before && next < doc_.size() && over_[next] != none &&
                                     token.tag == tag::NN && doc_.tokens[head].head != head) {
    const Mention& name = resolution_.mentions[over_[next]];
    if (name.kind == Mention::Kind::name && name.span.first == next &&
        doc_.tokens[name.head].head == token.head && doc_.tokens[name.head].dep == token.dep)
      fill_deep(name.head, allowed, false, out, depth + 1);
  }
  if (token.tag == tag::NNS) fill_list(head, allowed, out, depth + 1);
  if (out.size() == before && is_role(head)) fill_holder(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  if (common_nouns && words().counting.contains(lemma)) fill_counted(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  if (token.pos == pos::NUM) fill_counted(head, allowed, out, depth + 1);  // `six of the committees`
  // One diplomat is not the state, nor are four: `accused a Russian diplomat`.
  static const WordSet ones = {"diplomat", "soldier", "citizen", "colleague", "negotiator"};
  const bool one = ((token.tag == tag::NN || doc_.has_child(head, dep::nummod)) && ones.contains(lemma)) ||
                   (lemma == "official" && doc_.has_child(head, dep::nummod));
  if (words().transparent.contains(lemma) && !one) {
    // `thousands of farmers` are the farmers.
    const bool counts =
        token.ent_type == ent::CARDINAL || lemma == "number" || lemma == "majority" || lemma == "dozen";
    fill_owner(head, allowed, common_nouns && counts, out, depth + 1);
  }
  if (token.tag == tag::NNS && is_role(head) && !words().transparent.contains(lemma)) {
    // `the foreign ministers of X and Y`; presidents of one state are any.
    fill_owner(head, allowed, false, out, depth + 1);
    if (out.size() < before + 2) out.resize(before);
  }
  if (out.size() != before) return;
  // `X, a lawyer representing Y`: the lawyer is X.
  if (token.dep == dep::appos && headed_[token.head] != none &&
      resolution_.mentions[headed_[token.head]].kind == Mention::Kind::name)
    fill_deep(token.head, allowed, false, out, depth + 1);
  if (out.size() != before) return;
  // `X is a company based in Y`: the company is X.
  if (token.dep == dep::attr && token.tag == tag::NN && lower(doc_.lemma(token.head)) == "be")
    if (const TokenId subject = doc_.child(token.head, dep::nsubj);
        subject != no_token && headed_[subject] != none &&
        resolution_.mentions[headed_[subject]].kind == Mention::Kind::name)
      fill_deep(subject, allowed, false, out, depth + 1);
  if (out.size() != before) return;
  const Classes places = schema_.class_bit(cls::Country) | schema_.class_bit(cls::Location);
  if (is_noun(token) && !(allowed & ~places)) fill_site(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  if (common_nouns && is_noun(token)) {
    const EntityId e = common_noun(head, allowed);
    if (e != no_entity) add_once(out, e);
  }
}

/// `police said they had arrested X`: the common noun that speaks and, by its number, is meant; or no_token.
TokenId ArticleState::speaker_meant(TokenId pronoun) const {
  const Token& k = doc_.tokens[pronoun];
  const std::string word = lower(doc_.word(pronoun));
  if ((k.dep != dep::nsubj && k.dep != dep::nsubjpass) || (word != "they" && word != "it")) return no_token;
  const Token& verb = doc_.tokens[k.head];
  if (verb.dep != dep::ccomp || !words().reporting.contains(lower(doc_.lemma(verb.head)))) return no_token;
  const TokenId speaker = doc_.child(verb.head, dep::nsubj);
  if (speaker == no_token || speaker > k.head || headed_[speaker] != none || !is_noun(doc_.tokens[speaker]))
    return no_token;
  const bool several = doc_.tokens[speaker].tag == tag::NNS || doc_.lemma(speaker) == "police";
  return several == (word == "they") ? speaker : no_token;
}

/// `X was among those who left`, `X is one of those who left`: who is one of them; or no_token.
TokenId ArticleState::among_those(TokenId pronoun) const {
  if (lower(doc_.word(pronoun)) != "those" || doc_.tokens[pronoun].dep != dep::pobj) return no_token;
  const TokenId preposition = doc_.tokens[pronoun].head;
  TokenId verb = doc_.tokens[preposition].head;
  const std::string word = lower(doc_.word(preposition));
  if (word == "of" && lower(doc_.word(verb)) == "one") {
    if (doc_.tokens[verb].dep == dep::appos) return doc_.tokens[verb].head;
    verb = doc_.tokens[verb].head;
  } else if (word != "among") {
    return no_token;
  }
  if (doc_.lemma(verb) != "be" || doc_.has_child(verb, dep::neg)) return no_token;
  const TokenId subject = doc_.child(verb, dep::nsubj);
  return subject == no_token ? doc_.child(verb, dep::attr) : subject;
}

void ArticleState::authors(TokenId text, std::vector<TokenId>& out) const {
  if (headed_[text] != none && resolution_.mentions[headed_[text]].kind == Mention::Kind::name) return;
  if (!words().texts.contains(lower(doc_.lemma(text)))) return;
  // `X posted a message that`
  static const WordSet writing = {"post", "write", "send", "publish", "issue", "release", "sign"};
  const TokenId verb = doc_.tokens[text].head;
  if (doc_.tokens[text].dep == dep::dobj && writing.contains(lower(doc_.lemma(verb))))
    if (const TokenId writer = doc_.child(verb, dep::nsubj); writer != no_token) conjuncts(writer, out);
  for (const TokenId child : doc_.children(text)) {
    const Label d = doc_.tokens[child].dep;
    if (d == dep::poss) conjuncts(child, out);
    TokenId by = child;
    if (d == dep::acl && child > text) by = doc_.child(child, dep::agent);  // `issued by X`
    if (by == no_token || by < text) continue;
    const std::string word = lower(doc_.word(by));
    if ((doc_.tokens[by].dep == dep::prep && (word == "by" || word == "from")) ||
        doc_.tokens[by].dep == dep::agent)
      objects(by, out);
  }
}

/// What a transparent noun is of: `X's officials`, `Russian troops`, `the X government`, `members of X`.
void ArticleState::fill_owner(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out,
                              int depth) {
  // `the Polish city of X` is X.
  if (words().place_nouns.contains(lower(doc_.lemma(head))))
    for (const TokenId child : doc_.children(head))
      if (doc_.tokens[child].dep == dep::prep && child > head && lower(doc_.word(child)) == "of") {
        const std::size_t before = out.size();
        std::vector<TokenId> members;
        objects(child, members);
        for (const TokenId member : members) fill_deep(member, allowed, false, out, depth);
        if (out.size() != before) return;
      }
  // `a Swedish group` is not Sweden, `a group of Swedes` is Swedes.
  static const WordSet counted = {"group", "team", "part", "number", "majority", "people"};
  const bool of_alone = counted.contains(lower(doc_.lemma(head)));
  for (const TokenId child : doc_.children(head)) {
    if (of_alone) break;
    const Label d = doc_.tokens[child].dep;
    if (d == dep::poss || d == dep::compound || d == dep::nmod || d == dep::amod) {
      const std::size_t m = headed_[child] != none ? headed_[child] : over_[child];
      if (m != none && (class_of(resolution_.mentions[m].entity) & allowed))
        add_once(out, resolution_.mentions[m].entity);
    }
  }
  for (const TokenId child : doc_.children(head)) {
    if (doc_.tokens[child].dep != dep::prep) continue;
    const std::string word = lower(doc_.word(child));
    if (word != "of" && word != "from" && word != "for") continue;
    std::vector<TokenId> members;
    objects(child, members);
    for (const TokenId member : members) fill_deep(member, allowed, common_nouns, out, depth);
  }
}

void ArticleState::listed(TokenId head, std::vector<TokenId>& out) const {
  // `several states, among them X and Y, left`: the phrase may hang on the verb.
  const TokenId among = head + 2;
  if (among + 2 < doc_.size() && lower(doc_.word(among)) == "among" && lower(doc_.word(among + 1)) == "them")
    for (const TokenId child : doc_.children(among))
      if (child > among + 1 && doc_.tokens[child].dep == dep::pobj) conjuncts(child, out);
  for (const TokenId child : doc_.children(head)) {
    if (doc_.tokens[child].dep == dep::relcl)  // `the states that left, including X`
      for (const TokenId inner : doc_.children(child))
        if (doc_.tokens[inner].dep == dep::prep && lower(doc_.word(inner)) == "including")
          objects(inner, out);
    if (doc_.tokens[child].dep != dep::prep || child < head) continue;
    const std::string word = lower(doc_.word(child));
    const bool such = word == "as" && child > 0 && lower(doc_.word(child - 1)) == "such";
    if (word != "including" && !such) continue;
    objects(child, out);
  }
}

/// `the mayor of X, Y`: the parser may hang the name on the town.
void ArticleState::fill_holder(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth) {
  for (const TokenId child : doc_.children(head)) {
    if (doc_.tokens[child].dep != dep::prep || child < head) continue;
    const TokenId body = doc_.child(child, dep::pobj);
    const TokenId name = body == no_token ? no_token : doc_.child(body, dep::appos);
    if (name == no_token || headed_[name] == none) continue;
    const Mention& mention = resolution_.mentions[headed_[name]];
    if (mention.kind == Mention::Kind::name && entities_[mention.entity].cls == cls::Person)
      fill_deep(name, allowed, false, out, depth);
  }
}

void ArticleState::fill_list(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth) {
  std::vector<TokenId> members;
  listed(head, members);
  for (const TokenId member : members) fill_deep(member, allowed, false, out, depth);
}

/// Where a site without a name stands: `flew to a base in X`.
void ArticleState::fill_site(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth) {
  for (const TokenId child : doc_.children(head)) {
    const std::string word = lower(doc_.word(child));
    if (doc_.tokens[child].dep != dep::prep || child < head ||
        (word != "in" && word != "near" && word != "at"))
      continue;
    for (const TokenId object : doc_.children(child))
      if (doc_.tokens[object].dep == dep::pobj) fill_deep(object, allowed, false, out, depth);
    return;
  }
}

/// What is counted: `two counts of fraud and perjury`.
void ArticleState::fill_counted(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth) {
  for (const TokenId child : doc_.children(head)) {
    if (doc_.tokens[child].dep != dep::prep || child < head || lower(doc_.word(child)) != "of") continue;
    for (const TokenId object : doc_.children(child)) {
      if (doc_.tokens[object].dep != dep::pobj && doc_.tokens[object].dep != dep::pcomp) continue;
      std::vector<TokenId> members;
      conjuncts(object, members);
      for (const TokenId member : members) fill_deep(member, allowed, true, out, depth);
    }
  }
}

}  // namespace relata::detail
