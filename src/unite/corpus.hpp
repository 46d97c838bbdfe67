// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/evidence.hpp"

namespace relata::uniting {

/// Number of a name in a table of names.
using Symbol = std::uint32_t;

class Symbols {
 public:
  Symbol number(std::string_view name);
  const std::string& operator[](Symbol symbol) const { return names_[symbol]; }

 private:
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, Symbol> numbers_;
};

/// What articles say of a thing besides its name. Lists are sorted, each symbol once.
struct Context {
  std::uint32_t spheres = 0;      ///< walks of life of a person's roles, see sphere_of()
  std::vector<Symbol> roles;      ///< `president of the united states`
  std::vector<Symbol> nouns;      ///< `president`
  std::vector<Symbol> countries;  ///< it belongs to, lives in, leads
  std::vector<Symbol> bodies;     ///< organisations and places it belongs to
  std::vector<Symbol> seats;      ///< places that are no countries where a thing lies
  std::vector<Symbol> regions;    ///< those that are states or provinces
  std::vector<Symbol> meanings;   ///< of an acronym: the names it stands for
  bool stated = false;  ///< some statement can be made of a thing of its class alone: a role, a seat

  bool empty() const {
    return spheres == 0 && roles.empty() && countries.empty() && bodies.empty() && meanings.empty();
  }
  void add(const Context& other);
};

bool share(const std::vector<Symbol>& a, const std::vector<Symbol>& b);
void insert(std::vector<Symbol>& sorted, Symbol symbol);

/// An entity of one article.
struct Occurrence {
  std::uint32_t article = 0;
  std::uint32_t thing = 0;    ///< index in Corpus::things
  std::uint32_t context = 0;  ///< index in Corpus::contexts; 0: nothing is said of it
  std::uint32_t mentions = 0;
};

/// The entities of one id.
struct Thing {
  std::string id;
  Label cls;             ///< of most mentions
  bool known = false;    ///< the knowledge base gave the id: it is certain
  bool literal = false;  ///< or bound to its article: never one with others
  std::vector<std::pair<std::string, std::uint64_t>> labels;  ///< with mentions
  std::vector<std::string> aliases;
  std::vector<std::uint32_t> occurrences;
};

/// The articles' entities by id, with what is said of each.
struct Corpus {
  explicit Corpus(std::span<const ArticleEvidence> articles);

  Symbols symbols;
  std::vector<Thing> things;
  std::vector<Occurrence> occurrences;
  std::vector<Context> contexts;                       ///< the first is empty
  std::vector<std::vector<std::uint32_t>> of_article;  ///< occurrences, one an entity
  /// Whether few articles speak of a thing, so that sharing it says something.
  bool is_telling(std::uint32_t thing) const { return telling_[thing]; }
  const Context& context_of(std::uint32_t occurrence) const {
    return contexts[occurrences[occurrence].context];
  }

 private:
  void read_entities(std::span<const ArticleEvidence> articles);
  void find_telling(std::size_t articles);
  void read_statements(const ArticleEvidence& article, std::uint32_t first);
  Context& context_for(std::uint32_t occurrence);
  /// The number of a label's normalized name.
  Symbol symbol_of(const std::string& label);
  void add_role(Context& context, std::string_view label);
  void add_place(Context& context, const Entity& place, bool lies_there);
  void read_names();
  std::unordered_map<Symbol, bool> countries_;
  std::unordered_map<std::string, Symbol> of_label_;
  std::vector<bool> telling_;
};

}  // namespace relata::uniting
