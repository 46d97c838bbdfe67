// SPDX-License-Identifier: MIT
#include "relata/canonicalize.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "canonicalize/assertion.hpp"
#include "canonicalize/frame_matcher.hpp"
#include "canonicalize/individuals.hpp"
#include "canonicalize/patterns.hpp"
#include "canonicalize/times.hpp"
#include "canonicalize/titles.hpp"
#include "canonicalize/trace.hpp"
#include "canonicalize/words.hpp"

namespace relata {
namespace {

using namespace detail;

/// One relation a pair and sentence, the surest; a title, a place or a frame that says `also` stands beside
/// it.
std::vector<Candidate> choose(const Document& doc, std::vector<Candidate> candidates) {
  std::ranges::stable_sort(candidates, [&](const Candidate& a, const Candidate& b) {
    return std::tuple(doc.sentence_of(a.token), a.open.empty() ? 0 : 1, -a.confidence) <
           std::tuple(doc.sentence_of(b.token), b.open.empty() ? 0 : 1, -b.confidence);
  });
  std::vector<Candidate> chosen;
  std::set<std::tuple<std::uint32_t, EntityId, EntityId>> taken;
  std::set<std::tuple<EntityId, EntityId, std::uint32_t>> titles;
  std::set<std::tuple<std::uint32_t, EntityId, EntityId, std::uint32_t, std::string>> seen;
  for (Candidate& c : candidates) {
    const std::uint32_t sentence = doc.sentence_of(c.token);
    if (!seen.emplace(sentence, c.subject, c.object, c.open.empty() ? c.relation : UINT32_MAX, c.open).second)
      continue;
    if (c.unconditional) {
      if (!titles.emplace(c.subject, c.object, c.relation).second) continue;
    } else {
      const bool fresh =
          taken.emplace(sentence, std::min(c.subject, c.object), std::max(c.subject, c.object)).second;
      if (!fresh && !c.also) continue;
    }
    chosen.push_back(std::move(c));
  }
  std::ranges::stable_sort(chosen, {}, &Candidate::token);
  return chosen;
}

/// Who leads a body by one office holds that office; the statement of the bare office, or of the office that
/// makes its holder the leader, says nothing more.
void drop_repeated_offices(const ArticleState& state, const Schema& schema,
                           std::vector<Candidate>& candidates) {
  std::set<EntityId> leaders;
  std::map<EntityId, std::vector<std::string>> offices;
  const auto is = [&](const Candidate& c, std::string_view relation) {
    return c.open.empty() && schema.relations[c.relation].name == relation;
  };
  for (const Candidate& c : candidates) {
    if (is(c, "leader_of")) leaders.insert(c.subject);
    if (is(c, "holds_position")) offices[c.subject].push_back(lower(state.entity(c.object).label));
  }
  std::erase_if(candidates, [&](const Candidate& c) {
    if (!is(c, "holds_position")) return false;
    const std::string office = lower(state.entity(c.object).label);
    if ((office == "president" || office == "prime minister" || office == "leader" ||
         office == "chancellor") &&
        leaders.contains(c.subject))
      return true;
    return std::ranges::any_of(offices[c.subject], [&](const std::string& other) {
      return other.starts_with(office + " of ") || other.ends_with(" " + office);
    });
  });
}

CharSpan char_span(const Document& doc, TokenSpan span) {
  return {doc.tokens[span.first].char_begin, doc.tokens[span.last - 1].char_end};
}

/// The sentence without the blanks around it.
TokenSpan trimmed(const Document& doc, TokenSpan sentence) {
  while (sentence.first + 1 < sentence.last && doc.tokens[sentence.first].pos == pos::SPACE) ++sentence.first;
  while (sentence.last > sentence.first + 1 && doc.tokens[sentence.last - 1].pos == pos::SPACE)
    --sentence.last;
  return sentence;
}

/// `a former chairman`
bool is_of_the_past(const Document& doc, TokenId noun) {
  return std::ranges::any_of(doc.children(noun), [&](TokenId child) {
    return child < noun && doc.tokens[child].dep != dep::poss &&
           words().past.contains(lower(doc.word(child)));
  });
}

Statement statement(ArticleState& state, const Schema& schema, const Candidate& c, Assertion& a) {
  const Document& doc = state.doc();
  Statement s;
  s.subject = c.subject;
  s.object = c.object;
  s.open = !c.open.empty();
  s.relation = s.open ? c.open : schema.relations[c.relation].name;
  s.confidence = c.confidence;
  s.frame = c.frame;
  if (c.unconditional) {
    if (c.past) s.time = StatementTime{"past", "", "former"};
  } else {
    a = assertion(state, c.token);
    s.status = a.status;
    s.source = a.source;
    s.source_label = a.source_label;
    // `X said Y broke the law`: that Y did stands on the word of X alone.
    const bool on_ones_word = (s.source != no_entity && s.source != s.subject) || !s.source_label.empty();
    if (!s.open && schema.relations[c.relation].wrong && s.status == Status::factual && on_ones_word)
      s.status = Status::reported;
    s.time = time_of(state, c.token, s.status == Status::planned);
    if (!s.time && is_noun(doc.tokens[c.token]) && is_of_the_past(doc, c.token))
      s.time = StatementTime{"past", "", "former"};
  }
  // What says the day of something holds on that day.
  if (const Entity& object = state.entity(c.object); object.cls == cls::Date) {
    const std::size_t slash = std::min(object.value.find('/'), object.value.size());
    s.time = StatementTime{object.value.substr(0, slash),
                           slash == object.value.size() ? object.value : object.value.substr(slash + 1),
                           object.aliases.front()};
  }
  if (!c.status.empty()) s.status = parse_status(c.status).value_or(s.status);
  const TokenSpan sentence = trimmed(doc, doc.sentences()[doc.sentence_of(c.token)]);
  s.sentence = doc.span_text(sentence);
  s.sentence_span = char_span(doc, sentence);
  return s;
}

/// Keeps the entities that have a name in the text, are singled out by it or take part in a statement, and
/// numbers them anew.
void keep_entities(ArticleState& state, ArticleEvidence& evidence) {
  const std::vector<EntityId> singled_out = individuals(state);
  const Document& doc = state.doc();
  const std::size_t count = state.entities().size();
  std::vector<std::vector<CharSpan>> mentions(count);
  std::vector<bool> keep(count, false);
  for (const Mention& m : state.mentions()) {
    if (m.entity >= count || m.span.first >= m.span.last || m.span.last > doc.size()) continue;
    mentions[m.entity].push_back(char_span(doc, m.span));
    if (m.kind == Mention::Kind::name) keep[m.entity] = true;
  }
  for (EntityId e = 0; e < count; ++e) {
    for (const TokenSpan span : state.added_mentions()[e]) mentions[e].push_back(char_span(doc, span));
    std::ranges::sort(mentions[e]);
    mentions[e].erase(std::unique(mentions[e].begin(), mentions[e].end()), mentions[e].end());
  }
  for (const EntityId e : singled_out) keep[e] = true;
  for (const Statement& s : evidence.statements) {
    keep[s.subject] = keep[s.object] = true;
    if (s.source != no_entity) keep[s.source] = true;
  }
  std::vector<EntityId> number(count, no_entity);
  for (EntityId e = 0; e < count; ++e) {
    if (!keep[e]) continue;
    number[e] = static_cast<EntityId>(evidence.entities.size());
    evidence.entities.push_back({state.entity(e), std::move(mentions[e])});
  }
  for (Statement& s : evidence.statements) {
    s.subject = number[s.subject];
    s.object = number[s.object];
    if (s.source != no_entity) s.source = number[s.source];
  }
}

}  // namespace

struct Canonicalizer::Tables {
  SchemaTables schema;
  const KnowledgeBase& kb;
};

Canonicalizer::Canonicalizer(const Schema& schema, const KnowledgeBase& kb)
    : tables_(std::make_unique<Tables>(Tables{SchemaTables(schema), kb})) {}

Canonicalizer::~Canonicalizer() = default;

ArticleEvidence Canonicalizer::canonicalize(const Article& article, const Document& doc,
                                            const Resolution& resolution, std::span<const Clause> clauses,
                                            Tracing tracing) const {
  ArticleEvidence evidence;
  evidence.article_id = article.id;
  evidence.uri = article.uri;
  evidence.title = article.title;
  evidence.published = article.published;
  if (doc.size() == 0) return evidence;

  ArticleState state(article, doc, resolution, tables_->kb, tables_->schema);
  std::vector<Candidate> candidates;
  title_statements(state, candidates);
  std::vector<Predicate> predicates;
  verb_predicates(state, clauses, predicates);
  noun_predicates(state, clauses, predicates);
  std::ranges::stable_sort(predicates, {}, &Predicate::token);
  for (const Predicate& predicate : predicates) match_frames(state, predicate, candidates);
  place_statements(state, candidates);
  affiliation_statements(state, candidates);
  open_relations(state, clauses, candidates);
  drop_repeated_offices(state, tables_->schema.schema(), candidates);

  std::set<std::tuple<EntityId, std::string, EntityId, Status, std::uint32_t>> seen;
  for (const Candidate& c : choose(doc, std::move(candidates))) {
    Assertion asserted;
    Statement s = statement(state, tables_->schema.schema(), c, asserted);
    if (!seen.emplace(s.subject, s.relation, s.object, s.status, doc.sentence_of(c.token)).second) continue;
    evidence.statements.push_back(std::move(s));
    if (tracing == Tracing::on) evidence.traces.push_back(trace(state, c, asserted));
  }
  keep_entities(state, evidence);
  return evidence;
}

}  // namespace relata
