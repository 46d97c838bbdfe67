// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "relata/decisions.hpp"
#include "relata/error.hpp"
#include "relata/evidence.hpp"

namespace relata {

/// Puts an article's evidence into the one form that a set of it has: entities by id, each once; literals
/// only where a statement takes them; statements by place and content, each once; confidence to two decimals;
/// mentions in text order. Statements that point outside the entities are left out. Evidence that differs in
/// order or repetition alone becomes equal.
void normalize(ArticleEvidence& article);

/// What became of an article that was put into a set of evidence.
enum class Put : std::uint8_t {
  added,     ///< its address was new
  known,     ///< all that it says was there
  extended,  ///< the same version, of which more is known now: the union is kept
  replaced,  ///< an older version of its address made room
  older,     ///< a later version of its address is there; nothing changed
};

/// Puts `incoming` beside `kept`, an article of the same address; both normalized. Of two versions the later
/// `published`, then the greater id, stays; of one version the union. Whatever the order of calls, the same
/// stays.
Put combine(ArticleEvidence& kept, ArticleEvidence&& incoming);

/// A set of evidence in memory, with the rules of a store.
class EvidenceSet {
 public:
  Put put(ArticleEvidence&& article);
  /// The articles by address; the set is empty afterwards.
  std::vector<ArticleEvidence> take();

 private:
  std::map<std::string, ArticleEvidence, std::less<>> articles_;
};

/// How many of what a store holds.
struct StoreCounts {
  std::uint64_t articles = 0, entities = 0, mentions = 0, statements = 0, sentences = 0;
};

/// The evidence of many articles in one SQLite file, whose schema docs/store.md describes. Articles are
/// written whole, in transactions of bounded size: a killed program leaves whole articles. All functions
/// throw Error that names the file and the cause: locked, read-only, damaged, made by a newer version, no
/// room.
class Store {
 public:
  enum class Mode : std::uint8_t {
    read,   ///< must exist; is not changed
    write,  ///< made where it is missing
    amend,  ///< must exist; may be changed
    whole,  ///< a new file, written in one transaction that ends with commit()
  };

  /// `patience`: how long to wait for another program that writes.
  Store(const std::filesystem::path& file, Mode mode,
        std::chrono::milliseconds patience = std::chrono::seconds(10));
  /// What was not committed is forgotten.
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Whether this version of the address is there: nothing need be read out of it again.
  bool holds(std::string_view address, std::string_view published, std::string_view article_id);

  /// Adds an article by the rules of combine(). Commits when enough has been gathered.
  Put put(ArticleEvidence&& article);
  /// Puts an article in the place of whatever version its address has.
  Put replace(ArticleEvidence&& article);
  /// Retracts the article of this address, or those of this id, with all that they alone said. False: there
  /// is none.
  bool remove(std::string_view address_or_id);
  /// What users decided on statements and names.
  Decisions decisions();
  /// Adds decisions, by the rules of Decisions::add.
  void keep(const Decisions& decisions);

  /// Makes everything so far last.
  void commit();

  /// Hands out the articles in order of address; memory holds one at a time.
  void each(const std::function<void(ArticleEvidence&&)>& take);
  StoreCounts counts();
  /// How many articles it holds, without counting the rest.
  std::uint64_t articles();
  /// Whether what users said of statements counts.
  enum class Verdicts : std::uint8_t { counted, ignored };
  /// A hash of the whole set of evidence and of what users decided: equal content, equal hash.
  std::string fingerprint(Verdicts verdicts = Verdicts::counted);
  /// Writes the store afresh to `file`, by write_store(), while no other program can add to it. The file may
  /// be the store's own: the new one takes its place, and this object is of no further use.
  void write_afresh(const std::filesystem::path& file);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Whether the file begins as a store does; false where it cannot be read.
bool is_store(const std::filesystem::path& file);

/// Writes a store afresh: equal evidence, put in order of address, gives equal bytes. The file is whole or
/// the old one.
void write_store(const std::filesystem::path& file, const std::function<void(Store&)>& fill);

}  // namespace relata
