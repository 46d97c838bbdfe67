// SPDX-License-Identifier: MIT
#include "canonicalize/article_state.hpp"

#include <algorithm>

#include "canonicalize/amounts.hpp"
#include "canonicalize/times.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

constexpr int max_depth = 6;  // transparent heads nest: `a number of members of the government of X`

void add_once(std::vector<EntityId>& out, EntityId e) {
  if (std::ranges::find(out, e) == out.end()) out.push_back(e);
}

}  // namespace

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_noun(const Token& token) {
  return token.tag == tag::NN || token.tag == tag::NNS || token.tag == tag::NNP || token.tag == tag::NNPS;
}

bool is_verb(const Token& token) {
  return token.pos == pos::VERB || token.pos == pos::AUX;
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3);
}

ArticleState::ArticleState(const Article& article, const Document& doc, const Resolution& resolution,
                           const KnowledgeBase& kb, const SchemaTables& schema)
    : article_(article),
      doc_(doc),
      resolution_(resolution),
      kb_(kb),
      schema_(schema),
      headed_(doc.size(), none),
      over_(doc.size(), none),
      entities_(resolution.entities),
      added_(entities_.size()) {
  // Mentions come longest first at one place; the innermost is written last.
  for (std::size_t m = 0; m < resolution.mentions.size(); ++m) {
    const Mention& mention = resolution.mentions[m];
    if (mention.entity >= entities_.size() || mention.span.last > doc.size()) continue;
    if (mention.head < doc.size()) headed_[mention.head] = m;
    for (TokenId t = mention.span.first; t < mention.span.last; ++t) over_[t] = m;
  }
  for (EntityId e = 0; e < entities_.size(); ++e) by_name_.try_emplace(lower(entities_[e].label), e);
  for (EntityId e = 0; e < entities_.size(); ++e)
    for (const std::string& alias : entities_[e].aliases) by_name_.try_emplace(lower(alias), e);
  main_country_ = count_countries();
}

EntityId ArticleState::count_countries() const {
  std::vector<std::size_t> count(entities_.size(), 0);
  for (const Mention& mention : resolution_.mentions)
    if (mention.entity < count.size() && entities_[mention.entity].cls == cls::Country)
      ++count[mention.entity];
  const auto most = std::ranges::max_element(count);
  if (most == count.end() || *most < 2) return no_entity;
  // Where others are named nearly as often, the article is about none of them alone.
  const bool shared =
      std::ranges::any_of(count, [&](const std::size_t& n) { return &n != &*most && 3 * n > 2 * *most; });
  return shared ? no_entity : static_cast<EntityId>(most - count.begin());
}

EntityId ArticleState::add(Entity entity) {
  const EntityId id = static_cast<EntityId>(entities_.size());
  by_name_.try_emplace(lower(entity.label), id);
  entities_.push_back(std::move(entity));
  added_.emplace_back();
  return id;
}

void ArticleState::conjuncts(TokenId head, std::vector<TokenId>& out) const {
  if (std::ranges::find(out, head) != out.end()) return;
  out.push_back(head);
  for (const TokenId child : doc_.children(head))
    if (doc_.tokens[child].dep == dep::conj) conjuncts(child, out);
}

void ArticleState::fill(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out) {
  fill_deep(head, allowed, common_nouns, out, 0);
}

void ArticleState::fill_deep(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out,
                             int depth) {
  if (head >= doc_.size() || depth > max_depth) return;
  std::size_t m = headed_[head];
  if (m == none && over_[head] != none && resolution_.mentions[over_[head]].kind == Mention::Kind::name)
    m = over_[head];
  if (m != none) {
    const Mention& mention = resolution_.mentions[m];
    // Words for several have a mention for each member: `both countries`.
    std::size_t first = m;
    while (first > 0 && resolution_.mentions[first - 1].span == mention.span) --first;
    const std::size_t before_members = out.size();
    for (; first <= m; ++first)
      if (class_of(resolution_.mentions[first].entity) & allowed)
        add_once(out, resolution_.mentions[first].entity);
    if (out.size() != before_members) return;
    if (mention.kind != Mention::Kind::nominal) return;
  }
  const Token& token = doc_.tokens[head];
  const Classes issue = schema_.class_bit(cls::Issue), office = schema_.class_bit(cls::Position);
  if (common_nouns && token.tag == tag::VBG && token.dep == dep::pcomp && (allowed & issue)) {
    // `accused of committing fraud`: the deed is what the noun says.
    const TokenId object = doc_.child(head, dep::dobj);
    if (object != no_token && words().committing.contains(lower(doc_.lemma(head)))) {
      fill_deep(object, allowed, true, out, depth + 1);
      if (!out.empty()) return;
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
  const std::size_t before = out.size();
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
  if (token.tag == tag::NNS) fill_list(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  if (common_nouns && words().counting.contains(lemma)) fill_counted(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  if (token.pos == pos::NUM) fill_counted(head, allowed, out, depth + 1);  // `six of the committees`
  if (words().transparent.contains(lemma)) fill_owner(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  const Classes places = schema_.class_bit(cls::Country) | schema_.class_bit(cls::Location);
  if (is_noun(token) && !(allowed & ~places)) fill_site(head, allowed, out, depth + 1);
  if (out.size() != before) return;
  if (common_nouns && is_noun(token)) {
    const EntityId e = common_noun(head, allowed);
    if (e != no_entity) add_once(out, e);
  }
}

/// What a transparent noun is of: `X's officials`, `Russian troops`, `the X government`, `members of X`.
void ArticleState::fill_owner(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth) {
  for (const TokenId child : doc_.children(head)) {
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
    for (const TokenId object : doc_.children(child)) {
      if (doc_.tokens[object].dep != dep::pobj) continue;
      std::vector<TokenId> members;
      conjuncts(object, members);
      for (const TokenId member : members) fill_deep(member, allowed, false, out, depth);
    }
  }
}

void ArticleState::listed(TokenId head, std::vector<TokenId>& out) const {
  for (const TokenId child : doc_.children(head)) {
    if (doc_.tokens[child].dep != dep::prep || child < head) continue;
    const std::string word = lower(doc_.word(child));
    const bool such = word == "as" && child > 0 && lower(doc_.word(child - 1)) == "such";
    if (word != "including" && !such) continue;
    for (const TokenId object : doc_.children(child))
      if (doc_.tokens[object].dep == dep::pobj) conjuncts(object, out);
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

std::string_view ArticleState::party_of(std::string_view word, std::string_view country) const {
  const KnownEntity* chosen = nullptr;
  for (const KnowledgeBase::Index i : kb_.by_member(word)) {
    const KnownEntity& party = kb_[i];
    if (!country.empty() && party.country == country) return party.name;
    if (chosen == nullptr || (party.country.empty() && !chosen->country.empty())) chosen = &party;
  }
  return chosen == nullptr ? std::string_view() : std::string_view(chosen->name);
}

EntityId ArticleState::named(std::string_view name, Label cls) {
  const std::string key = lower(name);
  if (const auto it = by_name_.find(key); it != by_name_.end()) return it->second;
  for (const KnowledgeBase::Index i : kb_.by_name(name)) {
    const KnownEntity& known = kb_[i];
    if (known.cls != cls) continue;
    for (EntityId e = 0; e < entities_.size(); ++e)
      if (entities_[e].id == known.id) return e;
    Entity entity;
    entity.id = known.id;
    entity.label = known.name;
    entity.cls = known.cls;
    entity.wikidata = known.wikidata;
    entity.aliases = {std::string(name)};
    return add(std::move(entity));
  }
  Entity entity;
  entity.id = std::string(cls.str()) + ":" + key;
  entity.label = name;
  entity.cls = cls;
  return add(std::move(entity));
}

EntityId ArticleState::position(const std::string& label, std::vector<std::string> aliases, TokenSpan words) {
  const std::string id = "Position:" + lower(label);
  EntityId found = no_entity;
  for (EntityId e = 0; e < entities_.size(); ++e)
    if (entities_[e].id == id) found = e;
  if (found == no_entity) {
    Entity entity;
    entity.id = id;
    entity.label = label;
    entity.cls = cls::Position;
    std::erase(aliases, label);
    entity.aliases = std::move(aliases);
    found = add(std::move(entity));
  }
  added_[found].push_back(words);
  return found;
}

EntityId ArticleState::date(TokenId word, bool future) {
  TokenId first = word, last = word + 1;
  while (first > 0 && doc_.tokens[first].ent_iob == EntIob::inside) --first;
  while (last < doc_.size() && doc_.tokens[last].ent_iob == EntIob::inside) ++last;
  const std::string_view text = doc_.span_text({first, last});
  const StatementTime time = parse_time(text, article_.published, future);
  if (time.start.empty()) return no_entity;
  std::string value = time.start;
  if (time.end != time.start) value += "/" + time.end;
  const std::string type(date_type(value));
  return literal(cls::Date, std::move(value), type, text);
}

EntityId ArticleState::amount(TokenId head) {
  const auto counts = [&](TokenId t) {
    const Label type = doc_.tokens[t].ent_type;
    return type == ent::MONEY || type == ent::PERCENT || type == ent::QUANTITY || type == ent::CARDINAL;
  };
  TokenId at = head;
  if (!counts(at))
    for (const TokenId child : doc_.children(head))
      if (doc_.tokens[child].dep == dep::nummod && counts(child)) at = child;
  if (!counts(at)) return no_entity;
  TokenId first = at, last = at + 1;
  while (first > 0 && doc_.tokens[first].ent_iob == EntIob::inside) --first;
  while (last < doc_.size() && doc_.tokens[last].ent_iob == EntIob::inside) ++last;
  // The sign of a currency may stand outside of the name: `$ 5 million`.
  if (first > 0 && doc_.tokens[first - 1].tag == tag::dollar) --first;
  if (last < doc_.size() && is_unit(doc_.word(last))) ++last;
  const std::string_view text = doc_.span_text({first, last});
  const std::optional<Amount> found = parse_amount(text);
  if (!found) return no_entity;
  return literal(cls::Amount, found->value, std::string(found->datatype), text);
}

EntityId ArticleState::literal(Label cls, std::string value, std::string datatype, std::string_view words) {
  for (EntityId e = 0; e < entities_.size(); ++e)
    if (entities_[e].cls == cls && entities_[e].value == value && entities_[e].datatype == datatype) {
      const std::string alias(words);
      if (std::ranges::find(entities_[e].aliases, alias) == entities_[e].aliases.end())
        entities_[e].aliases.push_back(alias);
      return e;
    }
  Entity entity;
  entity.id = std::string(cls.str()) + ":" + value;
  entity.label = value;
  entity.cls = cls;
  entity.value = std::move(value);
  entity.datatype = std::move(datatype);
  entity.aliases = {std::string(words)};
  return add(std::move(entity));
}

}  // namespace relata::detail
