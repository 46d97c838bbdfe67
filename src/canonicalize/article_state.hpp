// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "canonicalize/schema_tables.hpp"
#include "relata/evidence.hpp"
#include "relata/knowledge_base.hpp"

namespace relata::detail {

std::string lower(std::string_view s);
bool is_noun(const Token& token);
bool is_verb(const Token& token);
/// A capitalised word: a name or part of one.
bool is_capitalised(std::string_view word);

/// What is found out about one article while it is canonicalized: its entities, those of the resolution
/// first, then common nouns, offices and literals that statements take.
class ArticleState {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  ArticleState(const Article& article, const Document& doc, const Resolution& resolution,
               const KnowledgeBase& kb, const SchemaTables& schema);

  const Article& article() const { return article_; }
  const Document& doc() const { return doc_; }
  const SchemaTables& schema() const { return schema_; }
  const std::vector<Mention>& mentions() const { return resolution_.mentions; }

  /// Index of the innermost mention that has this head, or `none`.
  std::size_t mention_headed(TokenId t) const { return headed_[t]; }
  /// Index of the innermost mention that covers the token, or `none`.
  std::size_t mention_over(TokenId t) const { return over_[t]; }

  const std::vector<Entity>& entities() const { return entities_; }
  const Entity& entity(EntityId e) const { return entities_[e]; }
  Classes class_of(EntityId e) const { return schema_.class_bit(entities_[e].cls); }
  const std::vector<std::vector<TokenSpan>>& added_mentions() const { return added_; }

  /// Entities that the phrase under `head` stands for, as far as `allowed` admits their class: named ones,
  /// what a transparent noun is of, what stands in apposition, and, if asked for, common nouns.
  void fill(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out);
  /// The country that the article is about: the one it names most often, and more than once; or no_entity.
  EntityId main_country() const { return main_country_; }
  /// The words that name what a common noun stands for: its modifiers, itself, and the phrase after it that
  /// tells which one.
  TokenSpan noun_phrase(TokenId head) const;
  /// A common noun that is no part of a name or of another noun's phrase.
  bool stands_alone(TokenId t) const;
  /// The entity a common noun stands for.
  EntityId common_noun(TokenId head, Classes allowed);
  /// Name of the party whose members are called so: that of the country, else one of no country, else the
  /// first known.
  std::string_view party_of(std::string_view word, std::string_view country) const;
  /// Whether the entity is a party, by its name or as the knowledge base has it.
  bool is_party(EntityId e) const;
  /// The entity known or used in the article under this name, or a new one.
  EntityId named(std::string_view name, Label cls);
  /// An office with its short names.
  EntityId position(const std::string& label, std::vector<std::string> aliases, TokenSpan words);
  /// A noun that titles of the schema know, alone or with the word before it (`chief executive`).
  bool is_role(TokenId t) const;
  /// The name under which titles know the word, in the singular; empty where they do not.
  std::string role_lemma(TokenId t) const;
  /// `president` for `presidential`; empty for other words.
  static std::string_view office_of_adjective(std::string_view word);
  /// The body in which the person is known to hold or have held the office, if the article speaks of it.
  EntityId known_body(EntityId person, std::string_view office) const;
  /// The office that `words` name, of `body` unless that is no_entity.
  EntityId office(TokenSpan words, EntityId body);
  /// The office that the phrase under a role noun names: `prime minister of X`, `X's president`.
  EntityId office_phrase(TokenId role);
  /// `foreign policy chief`, `jury president`: where the common nouns begin of what the office is of, within
  /// what a name before them stands for; `office` where there are none.
  TokenId part_start(TokenId first, TokenId office) const;
  /// An office of a part of the body named with it: `the Ruritanian intelligence chief` heads no state.
  bool is_of_part(TokenId role) const;
  /// The date that the named span over `word` states, or no_entity; `future` says on which side of the
  /// article's day a weekday lies.
  EntityId date(TokenId word, bool future);
  /// The date that the words state, or no_entity.
  EntityId date_called(std::string_view words, bool future = false);
  EntityId literal(Label cls, std::string value, std::string datatype, std::string_view words);

  /// Who has written what a noun without a name says: `a letter by X`, `X's statement`.
  void authors(TokenId text, std::vector<TokenId>& out) const;
  /// The members that a plural goes on to name: `neighbours including X and Y`, `states such as X`.
  void listed(TokenId head, std::vector<TokenId>& out) const;
  /// Members of the coordination that `head` opens, itself included, in text order.
  void conjuncts(TokenId head, std::vector<TokenId>& out) const;
  /// Adds the members of the phrase after a preposition: `to X and Y`.
  void objects(TokenId preposition, std::vector<TokenId>& out) const;

 private:
  /// A common noun that stands for an entity.
  struct Noun {
    std::string head;                ///< lemma, one for synonyms
    std::vector<std::string> words;  ///< sorted lemmas that tell it from others of its kind
    Label cls;
    bool plural = false;
    bool named = false;    ///< a name is among the words
    bool counted = false;  ///< a number is before it
    bool generic = false;  ///< several, of which nothing is said: `chosen by primaries`
    TokenId first = 0;     ///< head of its first mention
    TokenId last = 0;      ///< head of its last mention
    EntityId entity = no_entity;
  };

  /// Whose a common noun is, or whom its phrase is about.
  struct Owner {
    EntityId entity = no_entity;
    std::string preposition;  ///< before the owner: `of`, `into`; empty for a possessor
    TokenSpan words;          ///< the possessor with its mark, or the preposition with what follows
  };

  EntityId add(Entity entity);
  EntityId count_countries() const;
  EntityId body_over(TokenId t) const;
  EntityId deed(TokenId verb);
  EntityId amount(TokenId head);
  std::string of_body(std::string_view office, EntityId body, std::vector<std::string>& aliases) const;
  EntityId office_named(std::string name, EntityId body, TokenSpan words);
  std::string_view seat_in_congress(std::string_view office, EntityId body) const;
  EntityId adjective_office(TokenId adjective);
  TokenSpan named_span(TokenId word) const;
  void fill_holder(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth);
  void fill_list(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth);
  void fill_site(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth);
  void fill_counted(TokenId head, Classes allowed, std::vector<EntityId>& out, int depth);
  void fill_owner(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out, int depth);
  void fill_deep(TokenId head, Classes allowed, bool common_nouns, std::vector<EntityId>& out, int depth);
  TokenId speaker_meant(TokenId pronoun) const;
  TokenId among_those(TokenId pronoun) const;
  TokenId phrase_start(TokenId head) const;
  std::vector<std::string> telling_words(TokenSpan phrase, TokenId head, const Owner& owner) const;
  std::string year_held(TokenId event) const;
  bool is_only_wanted(TokenId event) const;
  Owner owner_of(TokenId head) const;
  std::string name_with(const Owner& owner, TokenSpan phrase) const;
  Noun* repeated(const Noun& noun, bool definite, bool fresh);
  Noun* repeated_event(const Noun& noun, bool definite, bool fresh);
  void read_events();

  const Article& article_;
  const Document& doc_;
  const Resolution& resolution_;
  const KnowledgeBase& kb_;
  const SchemaTables& schema_;
  std::vector<std::size_t> headed_, over_;
  std::vector<Entity> entities_;
  std::vector<std::vector<TokenSpan>> added_;
  std::unordered_map<std::string, EntityId> by_name_;
  std::vector<Noun> nouns_;
  std::vector<EntityId> events_;  ///< by the head of a mention that is no name
  EntityId main_country_ = no_entity;
};

}  // namespace relata::detail
