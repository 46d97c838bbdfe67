// SPDX-License-Identifier: MIT
#include "canonicalize/frame_matcher.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

class Matcher {
 public:
  Matcher(ArticleState& state, const Predicate& predicate, std::vector<Candidate>& out)
      : state_(state), doc_(state.doc()), schema_(state.schema()), predicate_(predicate), out_(out) {}

  void run() {
    for (const std::string& trigger : predicate_.triggers)
      for (const FrameRow& row : schema_.frames(predicate_.kind, trigger)) match(row);
  }

 private:
  bool takes_with(const Frame& frame) const {
    return (frame.with.empty() || stands_beside(frame.with)) &&
           (frame.without.empty() || !stands_beside(frame.without));
  }

  /// Whether one of the words stands in a slot or with the predicate.
  bool stands_beside(const std::vector<std::string>& lemmas) const {
    const auto listed = [&](TokenId t) {
      return t != no_token && std::ranges::find(lemmas, lower(doc_.lemma(t))) != lemmas.end();
    };
    for (const Slot& slot : predicate_.slots)
      if (listed(slot.head)) return true;
    if (listed(predicate_.deed)) return true;
    for (const TokenId child : doc_.children(predicate_.token)) {
      const Label d = doc_.tokens[child].dep;
      if ((d == dep::compound || d == dep::amod || d == dep::acomp || d == dep::oprd || d == dep::acl) &&
          listed(child))
        return true;
      if (d == dep::oprd || d == dep::attr)  // `called him a brave man`
        for (const TokenId modifier : doc_.children(child))
          if ((doc_.tokens[modifier].dep == dep::amod || doc_.tokens[modifier].dep == dep::compound) &&
              listed(modifier))
            return true;
      if (d == dep::prep) {  // `followed him as chairman`
        if (listed(child)) return true;
        for (const TokenId object : doc_.children(child))
          if (listed(object)) return true;
      }
    }
    return false;
  }

  /// One of `out|back`, or none where the frame asks for none.
  bool has_particle(const Frame& frame) const {
    if (frame.particle.empty()) return predicate_.particle.empty();
    for (std::string_view rest = frame.particle; !rest.empty();) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      const std::string_view one = rest.substr(0, bar);
      if (one == predicate_.particle || one == predicate_.adverb) return true;
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return false;
  }

  /// `both met`, `the ministers of X and Y met`: one phrase for several.
  bool is_plural(TokenId t) const {
    const Label g = doc_.tokens[t].tag;
    return g == tag::NNS || g == tag::PRP || g == tag::PRPS || g == tag::DT;
  }

  void match(const FrameRow& row) {
    const Frame& frame = *row.frame;
    if (predicate_.kind == Frame::Kind::verb && !has_particle(frame)) return;
    if (predicate_.deputy && schema_.schema().relations[row.relation].name == "leader_of") return;
    const bool pair = row.subject == row.object;  // the members of one coordination: `X and Y met`
    std::vector<const Slot*> subjects, objects;
    for (const Slot& slot : predicate_.slots) {
      if (slot.name == row.subject) subjects.push_back(&slot);
      if (slot.name == row.object) objects.push_back(&slot);
    }
    if (subjects.empty() || objects.empty()) return;
    if (pair && subjects.size() < 2 && row.subject != schema_.slot("between") &&
        !is_plural(subjects[0]->head))
      return;
    if (!takes_with(frame)) return;
    std::vector<EntityId> s, o;
    for (const Slot* left : subjects) {
      s.clear();
      fill(*left, row.subject_classes, row.narrow_subject, s);
      if (s.empty()) continue;
      for (const Slot* right : objects) {
        if (pair && right->head <= left->head) continue;
        o.clear();
        fill(*right, row.object_classes, row.narrow_object || takes_any_noun(row), o);
        for (const EntityId subject : s)
          for (const EntityId object : o) emit(row, subject, object, *left, *right);
      }
    }
    if (pair && subjects.size() == 1) {
      s.clear();
      fill(*subjects[0], row.subject_classes, false, s);
      for (std::size_t i = 0; i < s.size(); ++i)
        for (std::size_t j = i + 1; j < s.size(); ++j) emit(row, s[i], s[j], *subjects[0], *subjects[0]);
    }
  }

  /// Positions towards something (supports, criticizes, bans) take events and policies as objects.
  bool takes_any_noun(const FrameRow& row) const { return row.object_classes == schema_.things(); }

  void fill(const Slot& slot, Classes allowed, bool common, std::vector<EntityId>& out) {
    state_.fill(slot.head, allowed, common, out);
  }

  void emit(const FrameRow& row, EntityId s, EntityId o, const Slot& left, const Slot& right) {
    if (s == o) return;
    const Frame& frame = *row.frame;
    Candidate c;
    c.subject = s;
    c.object = o;
    c.relation = row.relation;
    c.token = predicate_.token;
    double sure = predicate_.kind == Frame::Kind::verb   ? confidence::verb
                  : predicate_.kind == Frame::Kind::noun ? confidence::noun
                                                         : confidence::adjective;
    if (frame.confidence > 0) sure = frame.confidence;
    if (left.inherited || right.inherited) sure *= confidence::inherited;
    c.confidence = sure;
    c.also = frame.also;
    c.status = frame.status;
    c.declared = &frame;
    c.subject_at = left.head;
    c.object_at = right.head;
    constexpr const char* kinds[] = {"verb", "noun", "adjective", "title", "pattern"};
    c.frame = kinds[static_cast<std::size_t>(predicate_.kind)];
    c.frame.append(" ")
        .append(frame.trigger)
        .append(" ")
        .append(frame.subject_slot)
        .append(">")
        .append(frame.object_slot);
    out_.push_back(std::move(c));
  }

  ArticleState& state_;
  const Document& doc_;
  const SchemaTables& schema_;
  const Predicate& predicate_;
  std::vector<Candidate>& out_;
};

}  // namespace

void match_frames(ArticleState& state, const Predicate& predicate, std::vector<Candidate>& out) {
  Matcher(state, predicate, out).run();
}

void open_relations(ArticleState& state, std::span<const Clause> clauses, std::vector<Candidate>& out) {
  const Document& doc = state.doc();
  const Classes things = state.schema().things();
  std::vector<EntityId> subjects, objects;
  std::set<std::pair<TokenId, TokenId>> used;
  for (const Candidate& c : out) used.emplace(c.subject_at, c.object_at);
  for (const Clause& clause : clauses) {
    if (clause.kind != Clause::Kind::verb || clause.predicate >= doc.size()) continue;
    const std::string lemma = lower(doc.lemma(clause.predicate));
    if (lemma.empty() || lemma == "be" || words().reporting.contains(lemma)) continue;
    for (const Argument& a : clause.arguments) {
      if (a.role != Role::subject) continue;
      subjects.clear();
      state.fill(a.head, things, false, subjects);
      if (subjects.empty()) continue;
      for (const Argument& b : clause.arguments) {
        if (b.role != Role::object && b.role != Role::oblique) continue;
        if (b.role == Role::oblique && (b.preposition == no_token || names_source(doc, b.preposition)))
          continue;
        if (used.contains({a.head, b.head})) continue;  // a relation of the schema says it
        objects.clear();
        state.fill(b.head, things, false, objects);
        for (const EntityId s : subjects)
          for (const EntityId o : objects) {
            if (s == o) continue;
            Candidate c;
            c.subject = s;
            c.object = o;
            c.open = "open:";
            c.open += lemma;
            if (clause.particle != no_token) c.open.append("_").append(lower(doc.word(clause.particle)));
            if (b.role == Role::oblique) c.open.append("_").append(lower(doc.word(b.preposition)));
            c.token = clause.predicate;
            c.confidence = confidence::open;
            c.frame = "open";
            c.subject_at = a.head;
            c.object_at = b.head;
            out.push_back(std::move(c));
          }
      }
    }
  }
}

}  // namespace relata::detail
