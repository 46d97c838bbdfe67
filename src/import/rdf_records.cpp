// SPDX-License-Identifier: MIT
#include "import/rdf_records.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "import/class_names.hpp"
#include "import/evidence_builder.hpp"
#include "import/joint_confidence.hpp"
#include "import/rdf_vocabulary.hpp"
#include "text/checksum.hpp"

namespace relata::importing {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::string_view xsd_space = "http://www.w3.org/2001/XMLSchema#";

/// What a subject of the file is.
enum class Role : std::uint8_t { thing, article, sentence, statement, triple, schema };

/// A sentence of one of the file's articles.
struct Sentence {
  std::uint32_t article = none;
  std::string_view text;
  CharSpan span;
};

/// Subject, object, relation and status of a statement that is known already.
using Stated = std::tuple<TermId, TermId, std::uint32_t>;
struct StatedHash {
  std::size_t operator()(const Stated& s) const {
    const std::uint64_t ends = std::uint64_t{std::get<0>(s)} << 32 | std::get<1>(s);
    return splitmix64(ends + std::get<2>(s) * golden_step);
  }
};

/// `xsd:date` for an IRI of XML Schema; numbers of any kind are decimals. Empty for others.
std::string datatype_of(const Term& literal) {
  if (!literal.datatype.starts_with(xsd_space)) return {};
  const std::string_view name = literal.datatype.substr(xsd_space.size());
  for (const std::string_view number :
       {"integer", "int", "long", "short", "byte", "float", "double", "nonNegativeInteger", "positiveInteger",
        "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort",
        "unsignedByte"})
    if (name == number) return "xsd:decimal";
  return "xsd:" + std::string(name);
}

class RdfRecords {
 public:
  RdfRecords(const InputText& input, Quads quads, const Schema& schema, const ImportOptions& options)
      : input_(input),
        quads_(std::move(quads.quads)),
        terms_(std::move(quads.terms)),
        vocabulary_(terms_, options.base),
        classes_(input),
        relations_(schema) {}

  ImportedGraph read(const DiagnosticSink& sink) {
    group_by_subject();
    find_roles();
    for_each(Role::article, [this](TermId subject) { read_article(subject); });
    for_each(Role::sentence, [this](TermId subject) { read_sentence(subject); });
    for_each(Role::thing, [this](TermId subject) { read_thing(subject); });
    for_each(Role::statement, [this](TermId subject) { read_statement(subject); });
    // What an article's graph says, the default graph need not say again.
    for_each(Role::thing, [this](TermId subject) { read_plain(subject, true); });
    for_each(Role::thing, [this](TermId subject) { read_plain(subject, false); });
    place_unstated();
    warn(sink);
    ImportedGraph graph;
    graph.decisions = std::move(decisions_);
    builder_.finish(graph);
    return graph;
  }

 private:
  /// Sets `first_`: where the quads of each subject begin; they keep the file's order.
  void group_by_subject() {
    first_.assign(terms_.size() + 1, 0);
    for (const Quad& quad : quads_) ++first_[quad.subject + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    std::vector<Quad> grouped(quads_.size());
    for (const Quad& quad : quads_) grouped[next[quad.subject]++] = quad;
    quads_ = std::move(grouped);
  }

  std::span<const Quad> about(TermId subject) const {
    return std::span(quads_).subspan(first_[subject], first_[subject + 1] - first_[subject]);
  }

  template <class Use>
  void for_each(Role role, Use use) {
    for (TermId subject = 0; subject < terms_.size(); ++subject)
      if (first_[subject] != first_[subject + 1] && roles_[subject] == role) use(subject);
  }

  /// The first value of a property; no_term where there is none.
  TermId value(TermId subject, TermId property) const {
    if (property == no_term) return no_term;
    for (const Quad& quad : about(subject))
      if (quad.predicate == property) return quad.object;
    return no_term;
  }
  std::string_view text(TermId subject, TermId property) const {
    const TermId found = value(subject, property);
    return found == no_term ? std::string_view() : terms_[found].text;
  }
  std::vector<TermId> values(TermId subject, TermId property) const {
    std::vector<TermId> all;
    if (property == no_term) return all;
    for (const Quad& quad : about(subject))
      if (quad.predicate == property) all.push_back(quad.object);
    return all;
  }

  void find_roles() {
    roles_.assign(terms_.size(), Role::thing);
    for (TermId subject = 0; subject < terms_.size(); ++subject)
      if (first_[subject] != first_[subject + 1]) roles_[subject] = role_of(subject);
    if (vocabulary_.reifies != no_term)
      for (const Quad& quad : quads_)
        if (quad.predicate == vocabulary_.reifies) roles_[quad.object] = Role::triple;
    // The lists that classes are united in belong to the schema as well.
    for (TermId subject = 0; subject < terms_.size(); ++subject) {
      const TermId member = value(subject, vocabulary_.first);
      if (member != no_term && is_schema(member)) roles_[subject] = Role::schema;
    }
  }

  bool is_schema(TermId term) const {
    if (roles_[term] == Role::schema) return true;
    if (terms_[term].kind != Term::Kind::iri) return false;
    const auto own = vocabulary_.own(terms_[term].text);
    return own && own->space == RdfSpace::cls;
  }

  Role role_of(TermId subject) const {
    if (value(subject, vocabulary_.reifies) != no_term) return Role::statement;
    if (value(subject, vocabulary_.subject) != no_term && value(subject, vocabulary_.predicate) != no_term &&
        value(subject, vocabulary_.object) != no_term)
      return Role::statement;
    for (const Quad& quad : about(subject)) {
      if (quad.predicate != vocabulary_.type) continue;
      if (quad.object == vocabulary_.article) return Role::article;
      if (quad.object == vocabulary_.sentence) return Role::sentence;
      if (vocabulary_.is_schema_class(quad.object)) return Role::schema;
    }
    if (terms_[subject].kind != Term::Kind::iri) return Role::thing;
    const auto own = vocabulary_.own(terms_[subject].text);
    return !own || own->space == RdfSpace::entity ? Role::thing : Role::schema;
  }

  void read_article(TermId subject) {
    ArticleEvidence article;
    const auto own = vocabulary_.own(terms_[subject].text);
    article.article_id = own ? own->name : std::string(terms_[subject].text);
    article.uri = text(subject, vocabulary_.uri);
    article.title = text(subject, vocabulary_.title);
    article.published = text(subject, vocabulary_.issued);
    articles_[subject] = builder_.add_article(std::move(article));
  }

  std::uint32_t offset(TermId subject, TermId property) const {
    const std::string_view digits = text(subject, property);
    std::uint32_t number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code != std::errc() || end != digits.data() + digits.size())
      throw Error(input_.name + ": the sentence " + in_quotes(terms_[subject].text) + " begins or ends at " +
                  in_quotes(digits) + ", which is no offset");
    return number;
  }

  void read_sentence(TermId subject) {
    Sentence sentence;
    const TermId part_of = value(subject, vocabulary_.part_of);
    const auto article = articles_.find(part_of);
    sentence.article = article == articles_.end() ? file() : article->second;
    sentence.text = text(subject, vocabulary_.text);
    sentence.span = {offset(subject, vocabulary_.begin), offset(subject, vocabulary_.end)};
    sentences_[subject] = sentence;
  }

  std::uint32_t file() {
    if (!file_) file_ = builder_.add_graph(input_.name);
    return *file_;
  }

  /// The article that a named graph stands for.
  std::uint32_t article_of_graph(TermId graph) {
    if (graph == no_term) return file();
    const auto [at, fresh] = articles_.try_emplace(graph, 0);
    if (fresh)
      at->second = builder_.add_graph(terms_[graph].kind == Term::Kind::iri
                                          ? std::string(terms_[graph].text)
                                          : input_.name + "#_:" + std::string(terms_[graph].text));
    return at->second;
  }

  /// The entity or literal that a term is.
  std::uint32_t entity(TermId term) {
    if (entities_.size() < terms_.size()) entities_.assign(terms_.size(), none);
    if (entities_[term] != none) return entities_[term];
    const std::uint32_t number = entities_[term] = builder_.add_entity();
    const Term& t = terms_[term];
    LocalEntity& local = builder_.entity(number);
    Entity& e = local.entity;
    if (t.kind == Term::Kind::literal) {
      local = literal_entity(t.text, datatype_of(t));
    } else if (t.kind == Term::Kind::blank) {
      e.id = input_.name + "#_:" + std::string(t.text);
      e.label = "_:" + std::string(t.text);
    } else if (const auto own = vocabulary_.own(t.text); own && own->space == RdfSpace::entity) {
      e.id = e.label = own->name;
    } else if (const std::string number_of = wikidata_of(t.text); !number_of.empty()) {
      e.id = e.wikidata = e.label = number_of;
    } else {
      e.id = t.text;
      e.label = local_name(t.text);
    }
    return number;
  }

  /// `Q42` of an entity of Wikidata.
  static std::string wikidata_of(std::string_view iri) {
    for (const std::string_view space :
         {"http://www.wikidata.org/entity/", "https://www.wikidata.org/entity/"})
      if (iri.starts_with(space)) return local_name(iri);
    return {};
  }

  /// Class, names and Wikidata's number.
  void read_thing(TermId subject) {
    Entity& e = builder_.entity(entity(subject)).entity;
    std::string_view cls;
    std::size_t types = 0;
    std::tuple<int, int> best{1000, 0};
    std::vector<std::string_view> names;
    for (const Quad& quad : about(subject)) {
      const Term& object = terms_[quad.object];
      if (quad.predicate == vocabulary_.type && object.kind == Term::Kind::iri) {
        const std::string_view name = object.text;
        ++types;
        if (cls.empty() || name < cls) cls = name;
      } else if (const int rank = vocabulary_.label_rank(quad.predicate); rank >= 0 && is_name(object)) {
        names.push_back(object.text);
        const int language = object.language.empty() || object.language.starts_with("en") ? 0 : 1;
        if (std::tuple(language, rank) < best) {
          best = {language, rank};
          e.label = object.text;
        }
      } else if ((quad.predicate == vocabulary_.alt_label || quad.predicate == vocabulary_.alternate_name) &&
                 is_name(object)) {
        names.push_back(object.text);
      } else if (quad.predicate == vocabulary_.same_as && object.kind == Term::Kind::iri) {
        if (std::string number = wikidata_of(object.text); !number.empty()) e.wikidata = std::move(number);
      }
    }
    std::unordered_set<std::string_view> known = {e.label};
    for (const std::string_view name : names)
      if (known.insert(name).second) e.aliases.emplace_back(name);
    if (types > 1) ++several_classes_;
    if (cls.empty()) return;
    const auto own = vocabulary_.own(cls);
    const std::string name = own && own->space == RdfSpace::cls ? own->name : local_name(cls);
    if (name != "Thing") e.cls = classes_.label(name, input_.bytes.size());
  }

  static bool is_name(const Term& object) {
    return object.kind == Term::Kind::literal && !object.text.empty();
  }

  std::uint32_t relation_number(const std::string& relation, Status status) {
    const auto at =
        relation_numbers_.try_emplace(relation, static_cast<std::uint32_t>(relation_numbers_.size())).first;
    return at->second * 8 + static_cast<std::uint32_t>(status);
  }

  const Property& property(TermId predicate) {
    const auto [at, fresh] = properties_.try_emplace(predicate);
    if (fresh) at->second = property_of(terms_[predicate].text, vocabulary_);
    return at->second;
  }

  void name_relation(Statement& s, const Property& p) {
    if (!p.own) return relations_.name(s, p.relation);
    s.relation = p.relation;
    s.open = p.relation.starts_with("open:");
  }

  /// A statement's node, which names the parts of its triple or reifies triples of RDF 1.2.
  void read_statement(TermId self) {
    const std::vector<TermId> reified = values(self, vocabulary_.reifies);
    for (const TermId triple : reified) read_statement(self, triple);
    if (reified.empty()) read_statement(self, self);
  }

  void read_statement(TermId self, TermId triple) {
    const TermId subject = value(triple, vocabulary_.subject),
                 predicate = value(triple, vocabulary_.predicate), object = value(triple, vocabulary_.object);
    if (subject == no_term || predicate == no_term || object == no_term)
      throw Error(input_.name + ": " + in_quotes(terms_[self].text) + " reifies no triple");
    Statement s;
    s.subject = entity(subject);
    s.object = entity(object);
    const Property& p = property(predicate);
    name_relation(s, p);
    s.status = status_of(self);
    s.frame = "import";
    stated_.emplace(subject, object, relation_number(p.relation, s.status));
    double confidence = 0.99;
    if (const std::string_view digits = text(self, vocabulary_.confidence); !digits.empty())
      std::from_chars(digits.data(), digits.data() + digits.size(), confidence);
    deal_out(self, s, confidence);
    if (text(self, vocabulary_.verdict) == "confirmed") confirm(self, s, p.relation);
  }

  Status status_of(TermId self) const {
    const TermId told = value(self, vocabulary_.status);
    if (told == no_term) return Status::factual;
    const auto own = vocabulary_.own(terms_[told].text);
    const auto status = parse_status(own ? std::string_view(own->name) : terms_[told].text);
    if (!status)
      throw Error(input_.name + ": the statement " + in_quotes(terms_[self].text) +
                  " has the unknown status " + in_quotes(terms_[told].text));
    return *status;
  }

  /// One statement for each sentence it was derived from. Which of several says who said it, or when, is not
  /// told: they take these in order.
  void deal_out(TermId self, const Statement& s, double confidence) {
    std::vector<Sentence> sentences;
    for (const TermId each : values(self, vocabulary_.derived_from))
      if (const auto found = sentences_.find(each); found != sentences_.end())
        sentences.push_back(found->second);
    if (sentences.empty()) {
      sentences.push_back({file(), {}, {place_, place_}});
      ++place_;
    }
    // As the graph sorts its evidence.
    const auto place = [this](const Sentence& each) {
      return std::tuple(builder_.address(each.article), each.span.begin, each.span.end);
    };
    std::stable_sort(sentences.begin(), sentences.end(),
                     [&](const Sentence& a, const Sentence& b) { return place(a) < place(b); });
    std::map<std::string_view, double> by_text;  // copies of one sentence count once
    for (const Sentence& each : sentences) by_text.emplace(each.text, 0);
    const std::vector<double> confidences = split_confidence(confidence, by_text.size());
    std::size_t next = 0;
    for (auto& [text, share] : by_text) share = confidences[next++];
    const std::vector<TermId> sources = values(self, vocabulary_.source),
                              names = values(self, vocabulary_.source_name),
                              starts = values(self, vocabulary_.start), ends = values(self, vocabulary_.end),
                              texts = values(self, vocabulary_.text);
    const std::size_t told =
        std::max({sources.size() + names.size(), starts.size(), ends.size(), texts.size()});
    if (told > sentences.size()) ++untold_;
    const auto part = [this](const std::vector<TermId>& list, std::size_t i) {
      return i < list.size() ? std::string(terms_[list[i]].text) : std::string();
    };
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      Statement one = s;
      one.sentence = sentences[i].text;
      one.sentence_span = sentences[i].span;
      one.confidence = by_text[sentences[i].text];
      if (i < sources.size()) {
        one.source = entity(sources[i]);
      } else {
        one.source_label = part(names, i - sources.size());
      }
      if (i < std::max({starts.size(), ends.size(), texts.size()}))
        one.time = StatementTime{part(starts, i), part(ends, i), part(texts, i)};
      builder_.state(sentences[i].article, std::move(one));
    }
  }

  void confirm(TermId self, const Statement& s, const std::string& relation) {
    const auto own = vocabulary_.own(terms_[self].text);
    decisions_.add(confirmed(own ? own->name : std::string(terms_[self].text),
                             builder_.entity(s.subject).entity, relation, builder_.entity(s.object).entity,
                             s.status));
  }

  /// The triples of a thing that no statement's node tells of.
  void read_plain(TermId subject, bool of_graphs) {
    for (const Quad& quad : about(subject)) {
      if ((quad.graph != no_term) != of_graphs || is_description(quad)) continue;
      const Property& p = property(quad.predicate);
      const auto key = std::tuple(subject, quad.object, relation_number(p.relation, p.status));
      const auto article = article_of_graph_if_new(key, quad.graph);
      if (!article) continue;
      Statement s;
      s.subject = entity(subject);
      s.object = entity(quad.object);
      name_relation(s, p);
      s.status = p.status;
      s.confidence = 0.99;  // the most that a graph has
      s.sentence_span = {place_, place_};
      ++place_;
      s.frame = "import";
      builder_.state(*article, std::move(s));
    }
  }

  /// Several graphs may say one thing; the default graph, and who has a statement's node, say it once.
  std::optional<std::uint32_t> article_of_graph_if_new(const Stated& key, TermId graph) {
    if (stated_.contains(key)) return std::nullopt;
    const auto [at, fresh] = plain_.try_emplace(key);
    if (graph == no_term ? !fresh
                         : std::find(at->second.begin(), at->second.end(), graph) != at->second.end())
      return std::nullopt;
    at->second.push_back(graph);
    return article_of_graph(graph);
  }

  /// Whether read_thing() has taken it.
  bool is_description(const Quad& quad) const {
    const Term& object = terms_[quad.object];
    if (quad.predicate == vocabulary_.type) return object.kind == Term::Kind::iri;
    if (quad.predicate == vocabulary_.same_as)
      return object.kind == Term::Kind::iri && !wikidata_of(object.text).empty();
    const bool names = quad.predicate == vocabulary_.alt_label ||
                       quad.predicate == vocabulary_.alternate_name ||
                       vocabulary_.label_rank(quad.predicate) >= 0;
    return names && object.kind == Term::Kind::literal;
  }

  /// Things of which nothing is stated go, in turn, with the articles that state nothing; where every article
  /// states something, with the first. An article without anything would not be kept.
  void place_unstated() {
    std::vector<std::uint32_t> things = builder_.unstated_entities();
    std::vector<std::uint32_t> articles = builder_.empty_articles();
    if (articles.empty() && !things.empty()) articles.push_back(articles_.empty() ? file() : 0);
    if (things.empty())
      for (std::uint32_t e = 0; e < builder_.entity_count() && things.size() < articles.size(); ++e)
        if (builder_.entity(e).entity.datatype.empty()) things.push_back(e);
    if (things.empty()) return;
    for (std::size_t i = 0; i < std::max(things.size(), articles.size()); ++i)
      builder_.mention(articles[i % articles.size()], things[i % things.size()]);
  }

  void warn(const DiagnosticSink& sink) {
    const auto say = [&](const std::string& message) {
      sink({Diagnostic::Severity::warning, input_.name, 0, 0, message});
    };
    if (several_classes_ > 0)
      say(std::to_string(several_classes_) + " things have several classes; the first by name is kept");
    if (untold_ > 0)
      say(std::to_string(untold_) +
          " statements have more sources or times than sentences; the rest is left out");
  }

  const InputText& input_;
  std::vector<Quad> quads_;
  Terms terms_;
  RdfVocabulary vocabulary_;
  ClassNames classes_;
  RelationNames relations_;
  EvidenceBuilder builder_;
  Decisions decisions_;
  std::vector<std::uint32_t> first_;     ///< by term: its first quad as subject
  std::vector<Role> roles_;              ///< by term
  std::vector<std::uint32_t> entities_;  ///< by term: its number in the builder
  std::unordered_map<TermId, std::uint32_t> articles_;
  std::unordered_map<TermId, Sentence> sentences_;
  std::unordered_map<TermId, Property> properties_;
  std::unordered_map<std::string, std::uint32_t> relation_numbers_;
  std::unordered_set<Stated, StatedHash> stated_;                      ///< by statements' nodes
  std::unordered_map<Stated, std::vector<TermId>, StatedHash> plain_;  ///< with the graphs that say so
  std::optional<std::uint32_t> file_;
  std::uint32_t place_ = 0;  ///< statements without a sentence so far
  std::size_t several_classes_ = 0, untold_ = 0;
};

}  // namespace

ImportedGraph rdf_records(const InputText& input, GraphSyntax syntax, const Schema& schema,
                          const ImportOptions& options, const DiagnosticSink& sink) {
  return RdfRecords(input, read_quads(input, syntax), schema, options).read(sink);
}

}  // namespace relata::importing
