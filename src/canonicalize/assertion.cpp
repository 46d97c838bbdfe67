// SPDX-License-Identifier: MIT
#include "canonicalize/assertion.hpp"

#include "canonicalize/modality.hpp"
#include "canonicalize/words.hpp"

namespace relata::detail {
namespace {

/// A word met on the way up that sets the status; the first of its kind is kept.
class Cue {
 public:
  void set(TokenId t) {
    if (at_ == no_token) at_ = t;
  }
  TokenId at() const { return at_; }

 private:
  TokenId at_ = no_token;
};

struct Cues {
  Cue denied, planned, hypothetical, reported;

  /// The guideline's order decides between them: denied, planned, hypothetical, reported.
  void decide(Assertion& result) const {
    for (const auto& [status, cue] :
         {std::pair(Status::denied, denied), std::pair(Status::planned, planned),
          std::pair(Status::hypothetical, hypothetical), std::pair(Status::reported, reported)}) {
      if (cue.at() == no_token) continue;
      result.status = status;
      result.cue = cue.at();
      return;
    }
  }
};

class Path {
 public:
  Path(ArticleState& state, TokenId start) : state_(state), doc_(state.doc()), start_(start) {}

  Assertion climb() {
    TokenId t = start_;
    own_cues(t);
    if (is_verb(doc_.tokens[t]) && is_scheduling(lemma_of(t), particle_of(t))) cues_.planned.set(t);
    for (int steps = 0; steps < 40 && !doc_.is_root(t); ++steps) {
      const TokenId governor = doc_.tokens[t].head;
      step(t, governor);
      t = governor;
    }
    // A headline: `Ruritania to leave treaty`.
    if (infinitive_ && modal_scope_ && t != no_token && is_verb(doc_.tokens[t]) &&
        doc_.has_child(t, dep::nsubj))
      cues_.planned.set(t);
    const TokenSpan sentence = doc_.sentences()[doc_.sentence_of(start_)];
    const TokenId last = last_word(sentence);
    if (would_ != no_token) cues_.hypothetical.set(would_);
    if (doc_.word(last) == "?") cues_.hypothetical.set(last);
    according_to(sentence);
    cues_.decide(result_);
    return std::move(result_);
  }

 private:
  TokenId last_word(TokenSpan sentence) const {
    TokenId last = sentence.last - 1;
    while (last > sentence.first &&
           (doc_.tokens[last].pos == pos::SPACE || doc_.tokens[last].tag == tag::close_quote))
      --last;
    return last;
  }

  std::string lemma_of(TokenId t) const { return lower(doc_.lemma(t)); }

  std::string particle_of(TokenId verb) const {
    const TokenId particle = doc_.child(verb, dep::prt);
    return particle == no_token ? std::string() : lower(doc_.word(particle));
  }

  bool is_negated(TokenId t) const {
    if (doc_.has_child(t, dep::neg)) return true;
    // `is not able to`: the copula bears the word
    return !doc_.is_root(t) && doc_.tokens[t].dep == dep::acomp &&
           doc_.has_child(doc_.tokens[t].head, dep::neg);
  }

  /// Takes what a governing word makes of the deed; `did not rule out joining` leaves it open.
  void take(std::optional<Status> status, TokenId governor) {
    if (!status) return;
    if (*status == Status::denied && is_negated(governor)) {
      cues_.hypothetical.set(governor);
      undone_denial_ = governor;
      return;
    }
    set(*status, governor);
  }

  void set(Status status, TokenId cue) {
    switch (status) {
      case Status::denied:
        return cues_.denied.set(cue);
      case Status::planned:
        return cues_.planned.set(cue);
      case Status::hypothetical:
        return cues_.hypothetical.set(cue);
      case Status::reported:
        return cues_.reported.set(cue);
      case Status::factual:
        break;
    }
  }

  /// `no country`, `neither X nor Y`, `nobody`: what is said of them is denied.
  TokenId denial_in_subject(TokenId subject) const {
    static const WordSet nobody = {"nobody", "none", "nothing", "neither"};
    if (nobody.contains(lower(doc_.word(subject)))) return subject;
    for (const TokenId child : doc_.children(subject)) {
      const std::string word = lower(doc_.word(child));
      const Label d = doc_.tokens[child].dep;
      if ((word == "no" && d == dep::det) || (word == "neither" && child < subject)) return child;
    }
    return no_token;
  }

  bool is_denied(TokenId governor) const {
    if (is_negated(governor)) return true;
    const TokenId subject = doc_.child(governor, dep::nsubj);
    return subject != no_token && denial_in_subject(subject) != no_token;
  }

  /// What governs a clause with `that`; of `it is possible that` the adjective.
  void govern_clause(TokenId governor) {
    TokenId word = governor;
    if (const TokenId adjective = doc_.child(governor, dep::acomp); adjective != no_token) word = adjective;
    const std::string lemma = lemma_of(word);
    if (is_belief(lemma)) {
      if (is_denied(governor) || has_no(word)) cues_.denied.set(word);  // `no evidence that`
    } else if (const auto made = status_of_clause(lemma)) {
      if (made == Status::hypothetical) cues_.planned = {};  // `fears that X will leave`
      take(made, word);
    }
  }

  /// `Had X left, …`, `Should X leave, …`: a condition without a word for it.
  bool is_inverted_condition(TokenId t, TokenId auxiliary) const {
    const TokenId subject = doc_.child(t, dep::nsubj);
    if (doc_.tokens[t].dep != dep::advcl || subject == no_token || auxiliary > subject) return false;
    const std::string word = lower(doc_.word(auxiliary));
    return word == "had" || word == "were" || word == "should";
  }

  /// `is said to have left`: nobody vouches for it.
  bool is_hearsay(const std::string& lemma, TokenId governor) const {
    static const WordSet vouched = {"confirm", "acknowledge", "reveal", "admit", "announce"};
    return words().reporting.contains(lemma) && !vouched.contains(lemma) &&
           doc_.has_child(governor, dep::nsubjpass);
  }

  /// Negation, auxiliaries and determiners of the word itself.
  void own_cues(TokenId t) {
    if (!modal_scope_) return;
    bool to_infinitive = false, asked = false;
    for (const TokenId child : doc_.children(t)) {
      const Token& token = doc_.tokens[child];
      const std::string word = lower(doc_.word(child));
      if (token.dep == dep::neg && t != undone_denial_) cues_.denied.set(child);
      if (word == "yet" && token.dep == dep::advmod && infinitive_) cues_.denied.set(child);  // `has yet to`
      if (token.dep == dep::det && word == "no") cues_.denied.set(child);
      if (token.dep == dep::aux && token.tag == tag::MD) {
        if (word == "will" || word == "shall" || word == "'ll" || word == "wo" || word == "wilt") {
          cues_.planned.set(child);
        } else if (word == "would" || word == "'d") {
          would_ = child;
        } else if (word == "could" || word == "may" || word == "might" || word == "should" ||
                   word == "must" || word == "can" || word == "ought") {
          // What can be done is not done; `could not` is.
          cues_.hypothetical.set(child);
        }
      }
      if (token.dep == dep::aux && token.tag == tag::TO) to_infinitive = true;
      if (token.dep == dep::mark) {
        asked |= word == "if" || word == "unless" || word == "whether";
        if (asked || (word == "before" && is_present(t))) cues_.hypothetical.set(child);
      }
      if (t == start_ && token.dep == dep::dobj && has_no(child)) cues_.denied.set(child);
      if (token.dep == dep::advmod)
        if (const auto made = status_of_adverb(word)) set(*made, child);
      if (token.dep == dep::nsubj || token.dep == dep::nsubjpass)
        if (const TokenId no = denial_in_subject(child); no != no_token) cues_.denied.set(no);
      if (token.dep == dep::aux && is_inverted_condition(t, child)) cues_.hypothetical.set(child);
      if (token.dep == dep::amod) {
        if (const auto made = status_of_adjective(word)) set(*made, child);
      }
    }
    infinitive_ = to_infinitive;
    if (asked) {  // `whether it will leave`
      would_ = no_token;
      cues_.planned = {};
    }
  }

  /// `before it signs`: not done yet.
  bool is_present(TokenId verb) const {
    return doc_.tokens[verb].tag == tag::VBZ || doc_.tokens[verb].tag == tag::VBP;
  }

  void step(TokenId t, TokenId governor) {
    const Label d = doc_.tokens[t].dep;
    const std::string lemma = lower(doc_.lemma(governor));
    const bool verb = is_verb(doc_.tokens[governor]);
    if (d == dep::appos) {  // `X, the head of Y, will leave` is its head
      modal_scope_ = false;
      return;
    }
    if (d == dep::conj) {
      // Conjoined verbs share the auxiliaries of the first; a clause of its own subject does not.
      if (modal_scope_ && !doc_.has_child(t, dep::nsubj)) {
        const Cue denied = cues_.denied;
        own_cues(governor);
        cues_.denied = denied;
      }
      return;
    }
    if (d == dep::xcomp || (d == dep::ccomp && infinitive_)) {
      const std::optional<Status> made =
          infinitive_ ? status_of_infinitive(lemma) : status_of_gerund(lemma, particle_of(governor));
      if (words().refusing.contains(lemma)) {
        take(Status::denied, governor);
      } else if (lemma == "vote" && infinitive_ && is_left_to_do(lemma_of(t))) {
        cues_.planned.set(governor);
      } else if (made && modal_scope_) {
        take(made, governor);
      } else if (words().planning.contains(lemma) && modal_scope_ && infinitive_) {
        cues_.planned.set(governor);
      } else if ((words().suggesting.contains(lemma) || lemma == "tell") && infinitive_) {
        cues_.hypothetical.set(governor);
      } else if (lemma == "be" && infinitive_) {
        cues_.planned.set(governor);
      } else if (words().claiming.contains(lemma) || is_hearsay(lemma, governor)) {
        cues_.reported.set(governor);
      }
      if (words().reporting.contains(lemma)) said_by(governor);
      own_cues(governor);
      return;
    }
    if (d == dep::ccomp && t < governor && !doc_.has_child(governor, dep::nsubj) &&
        doc_.has_child(t, dep::nsubj)) {
      // A headline, `Putin writes to Bush, wants better ties`: the second verb shares the subject of the
      // first, and says nothing of its deed.
      modal_scope_ = false;
      return;
    }
    if (d == dep::ccomp || d == dep::parataxis) {
      if (would_ != no_token)  // `said it would leave`
        (words().reporting.contains(lemma) ? cues_.planned : cues_.hypothetical).set(would_);
      would_ = no_token;
      if (lemma == "deny" || lemma == "dispute") cues_.denied.set(governor);
      govern_clause(governor);
      if (words().claiming.contains(lemma)) cues_.reported.set(governor);
      if (words().suggesting.contains(lemma) && !words().reporting.contains(lemma))
        cues_.hypothetical.set(governor);
      if (words().planning.contains(lemma) && !words().reporting.contains(lemma)) cues_.planned.set(governor);
      if (words().reporting.contains(lemma)) said_by(governor);
      modal_scope_ = false;
      return;
    }
    if (would_ != no_token) {
      cues_.hypothetical.set(would_);
      would_ = no_token;
    }
    const bool of_noun = d == dep::acl || (d == dep::advcl && infinitive_);  // `calls for X to leave`
    if (of_noun && !verb) {
      if (infinitive_ || doc_.has_child(t, dep::mark)) content_ = governor;
      if (is_ordinal(lemma) && infinitive_) {  // `was the first to leave`
        infinitive_ = modal_scope_ = false;
        return;
      }
      if (has_no(governor)) cues_.denied.set(governor);  // `has no plans to leave`
      if (infinitive_) {
        if (words().refusing.contains(lemma))
          cues_.denied.set(governor);
        else if (words().planning_nouns.contains(lemma))
          cues_.planned.set(governor);
        else
          cues_.hypothetical.set(governor);
      } else if (words().claiming.contains(lemma)) {
        cues_.reported.set(governor);
      } else if (doc_.has_child(t, dep::mark)) {
        govern_clause(governor);
      }
      infinitive_ = false;
      modal_scope_ = false;
      return;
    }
    if (d == dep::pcomp) {
      // `accused X of doing`, `plans for doing`
      of_claim_ = true;
      return;
    }
    if (content_ != no_token && (content_ == t || doc_.tokens[content_].head == t))
      undo_content(d, t, governor, lemma);
    if (d == dep::prep && of_claim_) {
      if (verb && lower(doc_.word(t)) == "by") {  // `will respond by expelling`: done if the response is
        own_cues(governor);
        return;
      }
      if (words().claiming.contains(lemma)) {
        cues_.reported.set(governor);
        said_by(governor);
      } else if (const auto made = after_preposition(t, governor)) {
        take(made, governor);
        // `is not capable of joining`; but of `left without joining` and `the risk of joining` nothing
        // further.
        if (!is_noun(doc_.tokens[governor]) && made != Status::denied) return;
      } else if (words().planning_nouns.contains(lemma)) {
        cues_.planned.set(governor);
      }
      modal_scope_ = false;
      return;
    }
    if (d == dep::prep && doc_.tokens[start_].head == t && is_aim(lemma_of(start_)) &&
        (lemma_of(t) == "against" || lemma_of(t) == "for" || lemma_of(t) == "on" || lemma_of(t) == "about"))
      cues_.hypothetical.set(governor);  // `is against Ruritania's membership in X`
    if (d == dep::prep && doc_.tokens[start_].head == t && !is_verb(doc_.tokens[start_]))
      take(status_of_noun_after(lemma, lemma_of(t)), governor);
    if (d == dep::relcl || d == dep::advcl || d == dep::acl) {
      if (infinitive_ && lacks(lemma)) cues_.hypothetical.set(governor);  // `needs votes to pass the bill`
      // `campaigned for X to leave`, `time for X to leave`
      if (const TokenId mark = doc_.child(t, dep::mark); infinitive_ && mark != no_token && d != dep::acl &&
                                                         lemma != "vote" && lower(doc_.word(mark)) == "for")
        cues_.hypothetical.set(governor);
      if (d == dep::advcl && infinitive_ && verb && is_journey(lemma)) {  // `will travel there to meet X`
        own_cues(governor);
        return;
      }
      modal_scope_ = false;
      return;
    }
    // Nouns: what is done to the thing decides whether it is.
    if (verb && (d == dep::dobj || d == dep::nsubjpass) && !is_verb(doc_.tokens[t])) {
      if (t == start_ && is_aim(lemma_of(t)) && is_stance(lemma)) cues_.hypothetical.set(governor);
      // Who rejects a claim does not undo that it was made.
      const bool claim = words().claiming.contains(lemma_of(t));
      if (t == start_ && !claim)
        take(words().refusing.contains(lemma) ? Status::denied
                                              : status_of_object(lemma, particle_of(governor)),
             governor);
      own_cues(governor);
      return;
    }
    if (d == dep::attr || d == dep::acomp || d == dep::oprd || d == dep::prep || d == dep::pobj ||
        d == dep::nsubj) {
      const bool happens = d == dep::nsubj && t == start_ && words().happening.contains(lemma);
      if (verb && (d != dep::nsubj || happens)) own_cues(governor);
      if (happens) due(governor);
      return;
    }
  }

  static bool is_journey(std::string_view verb) {
    static const WordSet verbs = {"travel", "fly", "go", "come", "visit", "head", "return", "send", "arrive"};
    return verbs.contains(verb);
  }

  static bool lacks(std::string_view verb) {
    static const WordSet verbs = {"need", "require", "lack", "want", "wait", "seek", "take"};
    return verbs.contains(verb);
  }

  bool has_no(TokenId noun) const {
    for (const TokenId child : doc_.children(noun))
      if (doc_.tokens[child].dep == dep::det && lower(doc_.word(child)) == "no") return true;
    return false;
  }

  static bool is_ordinal(std::string_view lemma) {
    return lemma == "first" || lemma == "last" || lemma == "only" || lemma == "latest";
  }

  /// What is said of the report, plan or attempt whose clause the deed is: `denied reports that`, `abandoned
  /// plans to`, `rumours that … were false`.
  void undo_content(Label d, TokenId t, TokenId governor, const std::string& lemma) {
    static const WordSet dropping = {"abandon",  "drop", "scrap",  "shelve", "dismiss",
                                     "withdraw", "foil", "thwart", "abort",  "renounce",
                                     "halt",     "end",  "resist", "rebuff", "quash"};
    static const WordSet untrue = {"false",      "untrue", "baseless", "unfounded",
                                   "groundless", "wrong",  "incorrect"};
    if (content_ == t && (d == dep::dobj || d == dep::nsubjpass)) {
      if ((words().refusing.contains(lemma) || dropping.contains(lemma)) && !is_negated(governor))
        cues_.denied.set(governor);
    } else if (content_ == t && d == dep::nsubj) {
      for (const TokenId child : doc_.children(governor))
        if (doc_.tokens[child].dep == dep::acomp && untrue.contains(lemma_of(child))) cues_.denied.set(child);
      if (lemma == "fail" || lemma == "collapse") cues_.denied.set(governor);
    } else if (lemma == "fail" && d == dep::prep && lower(doc_.word(t)) == "in") {
      cues_.denied.set(governor);  // `failed in its bid to`
    }
  }

  /// `the summit is due to open`, `is set for Monday`
  void due(TokenId copula) {
    for (const TokenId child : doc_.children(copula)) {
      const std::string lemma = lemma_of(child);
      if (doc_.tokens[child].dep == dep::acomp && (lemma == "due" || lemma == "set" || lemma == "ready"))
        cues_.planned.set(child);
    }
  }

  /// What the word before a preposition makes of the gerund after it.
  std::optional<Status> after_preposition(TokenId preposition, TokenId governor) const {
    const std::string word = lower(doc_.word(preposition)), lemma = lemma_of(governor);
    if (const TokenId adverb = doc_.child(governor, dep::advmod); adverb != no_token && word == "to") {
      if (lemma_of(adverb) == "forward") return Status::planned;  // `looks forward to joining`
    }
    if (const TokenId adverb = doc_.child(preposition, dep::advmod); adverb != no_token)
      if (lower(doc_.word(adverb)) == "instead") return Status::denied;
    // `came close to joining` did not join.
    if (lemma == "close" && !doc_.is_root(governor) && lemma_of(doc_.tokens[governor].head) == "come")
      return Status::denied;
    return status_after_preposition(lemma, word);
  }

  void said_by(TokenId verb) {
    if (result_.source != no_entity || !result_.source_label.empty()) return;
    TokenId subject = doc_.child(verb, dep::nsubj);
    if (subject == no_token) {
      const TokenId agent = doc_.child(verb, dep::agent);
      if (agent != no_token) subject = doc_.child(agent, dep::pobj);
    }
    // `X denied it and said that`
    for (TokenId first = verb; subject == no_token && doc_.tokens[first].dep == dep::conj;) {
      first = doc_.tokens[first].head;
      subject = doc_.child(first, dep::nsubj);
    }
    if (subject != no_token) source(subject);
  }

  void source(TokenId subject) {
    std::vector<EntityId> found;
    std::vector<TokenId> authors;  // `a statement by X said`
    state_.authors(subject, authors);
    for (const TokenId author : authors) state_.fill(author, state_.schema().things(), false, found);
    if (found.empty()) state_.fill(subject, state_.schema().things(), false, found);
    if (!found.empty()) {
      result_.source = found.front();
      result_.source_at = subject;
    } else if (is_noun(doc_.tokens[subject])) {
      result_.source_label = std::string(doc_.span_text({doc_.subtree(subject).first, subject + 1}));
    }
  }

  void according_to(TokenSpan sentence) {
    if (result_.source != no_entity) return;
    for (TokenId t = sentence.first; t + 1 < sentence.last; ++t)
      if (lower(doc_.word(t)) == "according" && lower(doc_.word(t + 1)) == "to") {
        const TokenId object = doc_.child(t + 1, dep::pobj);
        if (object != no_token) source(object);
        return;
      }
  }

  ArticleState& state_;
  const Document& doc_;
  TokenId start_;
  Cues cues_;
  Assertion result_;
  bool modal_scope_ = true;  ///< auxiliaries further up still hold of the predicate
  bool infinitive_ = false;
  TokenId would_ = no_token;  ///< plan or condition, as what governs it decides
  bool of_claim_ = false;
  TokenId content_ = no_token;        ///< the noun whose content the deed is: `reports that`
  TokenId undone_denial_ = no_token;  ///< its negation has been counted
};

}  // namespace

Assertion assertion(ArticleState& state, TokenId t) {
  return Path(state, t).climb();
}

}  // namespace relata::detail
