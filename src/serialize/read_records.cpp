// SPDX-License-Identifier: MIT
#include <istream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>
#include <utility>

#include "knowledge/max_revision.hpp"
#include "relata/records.hpp"
#include "text/utf8.hpp"

namespace relata {
namespace {

using Json = nlohmann::json;

std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  return found->get<std::string>();
}

/// An offset or index: nlohmann would wrap what does not fit.
std::uint32_t offset_of(const Json& number) {
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
    throw Error("expected an offset from 0 to 4294967295, found " + number.dump());
  return number.get<std::uint32_t>();
}

/// Calls `use` with what `read(type, record)` makes of each line, where it makes anything; what `read` throws
/// is a fault of that line, what `use` throws is not.
template <class Read, class Use>
void for_each_record(std::istream& in, const std::string& name, const DiagnosticSink& sink, Read read,
                     Use use) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    decltype(read(line, Json())) found;
    try {
      const Json record = Json::parse(line);
      if (!record.is_object()) throw Error("expected a JSON object");
      found = read(record.at("type").get<std::string>(), record);
    } catch (const Json::exception& fault) {
      sink({.file = name, .line = number, .message = fault.what()});
    } catch (const Error& fault) {
      sink({.file = name, .line = number, .message = fault.what()});
    }
    if (found) use(std::move(*found));
  }
}

std::uint64_t revision_of(const Json& record) {
  const Json& number = record.at("revision");
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() == 0 ||
      number.get<std::uint64_t>() > max_revision)
    throw Error("expected a revision from 1 to 4294967295, found " + number.dump());
  return number.get<std::uint64_t>();
}

/// Takes a `verdict` or `rule` record; false: it is neither.
bool read_decision(const std::string& type, const Json& record, Decisions& decisions) {
  if (type == "verdict") {
    Verdict v;
    v.id = record.at("id").get<std::string>();
    if (!parse(record.at("verdict").get<std::string>(), v.judgement))
      throw Error("no such verdict: " + record.at("verdict").dump());
    v.revision = revision_of(record);
    v.subject = text(record, "subject");
    v.relation = text(record, "relation");
    v.object = text(record, "object");
    v.status = text(record, "status");
    v.words = text(record, "statement");
    decisions.add(std::move(v));
    return true;
  }
  if (type != "rule") return false;
  NameRule r;
  if (!parse(record.at("rule").get<std::string>(), r.sameness))
    throw Error("no such rule: " + record.at("rule").dump());
  r.a = record.at("names").at(0).get<std::string>();
  r.b = record.at("names").at(1).get<std::string>();
  r.revision = revision_of(record);
  decisions.add(std::move(r));
  return true;
}

Document document_from(const Json& record) {
  Document doc;
  doc.text = text(record, "text");
  // Byte offsets of code points, so that `start` and `end` can be looked up.
  std::vector<std::uint32_t> byte_of;
  for (std::size_t i = 0; i < doc.text.size();) {
    byte_of.push_back(static_cast<std::uint32_t>(i));
    utf8::next(doc.text, i);
  }
  byte_of.push_back(static_cast<std::uint32_t>(doc.text.size()));
  const Json& tokens = record.at("tokens");
  const std::size_t n = tokens.size();
  doc.tokens.reserve(n);
  for (const Json& t : tokens) {
    Token token;
    token.char_begin = offset_of(t.at("start"));
    token.char_end = offset_of(t.at("end"));
    if (token.char_begin > token.char_end || token.char_end >= byte_of.size())
      throw Error("token offsets lie outside the text");
    token.begin = byte_of[token.char_begin];
    token.end = byte_of[token.char_end];
    token.space_after = token.end < doc.text.size() && doc.text[token.end] == ' ';
    token.head = offset_of(t.at("head"));
    if (token.head >= n) throw Error("a token's head lies outside the document");
    token.tag = Label::intern(text(t, "tag"));
    token.pos = Label::intern(text(t, "pos"));
    token.morph = Label::intern(text(t, "morph"));
    token.dep = Label::intern(text(t, "dep"));
    token.ent_type = Label::intern(text(t, "ent_type"));
    const std::string iob = text(t, "ent_iob");
    token.ent_iob = iob == "B" ? EntIob::begin : iob == "I" ? EntIob::inside : EntIob::out;
    token.sent_start = t.at("sent_start").get<bool>();
    doc.tokens.push_back(token);
    doc.set_lemma(static_cast<TokenId>(doc.tokens.size() - 1), text(t, "lemma"));
  }
  doc.index();
  return doc;
}

Entity entity_from(const Json& json) {
  Entity e;
  e.datatype = text(json, "datatype");
  e.value = text(json, "value");
  e.label = text(json, "label");
  e.id = text(json, "id");
  e.cls = Label::intern(text(json, "class"));
  e.wikidata = text(json, "wikidata");
  for (const Json& alias : json.value("aliases", Json::array()))
    e.aliases.push_back(alias.get<std::string>());
  if (e.datatype.empty() && e.id.empty()) throw Error("an entity without an id");
  return e;
}

ArticleEvidence article_from(const Json& record) {
  const Json& about = record.at("article");
  return {text(about, "id"), text(about, "uri"), text(about, "title"), text(about, "published"), {}, {}};
}

ArticleEvidence entity_record(const Json& record) {
  ArticleEvidence article = article_from(record);
  LocalEntity local{entity_from(record), {}};
  for (const Json& m : record.value("mentions", Json::array())) {
    if (m.size() != 2) throw Error("a mention is [begin, end]");
    local.mentions.push_back({offset_of(m[0]), offset_of(m[1])});
  }
  article.entities.push_back(std::move(local));
  return article;
}

ArticleEvidence statement_record(const Json& record) {
  ArticleEvidence article = article_from(record);
  const auto add = [&article](const Json& json) {
    article.entities.push_back({entity_from(json), {}});
    return static_cast<EntityId>(article.entities.size() - 1);
  };
  Statement s;
  s.relation = record.at("relation").get<std::string>();
  s.open = record.value("open", false);
  const auto status = parse_status(text(record, "status"));
  if (!status) throw Error("unknown status '" + text(record, "status") + "'");
  s.status = *status;
  s.subject = add(record.at("subject"));
  s.object = add(record.at("object"));
  if (const auto source = record.find("source"); source != record.end() && source->is_object()) {
    if (source->contains("id")) {
      s.source = add(*source);
    } else {
      s.source_label = text(*source, "label");
    }
  }
  if (const auto time = record.find("time"); time != record.end() && time->is_object())
    s.time = StatementTime{text(*time, "start"), text(*time, "end"), text(*time, "text")};
  s.confidence = record.at("confidence").get<double>();
  const Json& evidence = record.at("evidence");
  s.sentence = text(evidence, "sentence");
  s.sentence_span = {offset_of(evidence.at("begin")), offset_of(evidence.at("end"))};
  s.frame = text(record, "frame");
  article.statements.push_back(std::move(s));
  return article;
}

std::optional<ArticleEvidence> evidence_record(const std::string& type, const Json& record) {
  if (type == "statement") return statement_record(record);
  if (type == "entity") return entity_record(record);
  return std::nullopt;
}

/// Joins the records of many articles, in order of their first appearance.
class EvidenceCollector {
 public:
  /// Adds what one record says of its article.
  void add(ArticleEvidence&& record) {
    const auto [known, is_new] = by_id_.try_emplace(key_of(record), articles_.size());
    if (is_new) {
      articles_.push_back({record.article_id, record.uri, record.title, record.published, {}, {}});
      entities_.emplace_back();
    }
    ArticleEvidence& article = articles_[known->second];
    std::vector<EntityId> ids;
    for (LocalEntity& local : record.entities) {
      const Entity& e = local.entity;
      const std::string key = e.datatype.empty() ? "id " + e.id : "value " + e.datatype + ' ' + e.value;
      const auto [place, is_first] =
          entities_[known->second].try_emplace(key, static_cast<EntityId>(article.entities.size()));
      ids.push_back(place->second);
      if (is_first) {
        article.entities.push_back(std::move(local));
      } else {
        std::vector<CharSpan>& mentions = article.entities[place->second].mentions;
        mentions.insert(mentions.end(), local.mentions.begin(), local.mentions.end());
      }
    }
    for (Statement& s : record.statements) {
      s.subject = ids[s.subject];
      s.object = ids[s.object];
      if (s.source != no_entity) s.source = ids[s.source];
      article.statements.push_back(std::move(s));
    }
  }

  /// Whether other records of the article came before.
  bool knows(const ArticleEvidence& record) const { return by_id_.contains(key_of(record)); }
  std::vector<ArticleEvidence>& articles() { return articles_; }

 private:
  static std::string key_of(const ArticleEvidence& article) {
    return article.article_id + '\n' + article.uri;
  }

  std::vector<ArticleEvidence> articles_;
  std::vector<std::unordered_map<std::string, EntityId>> entities_;  ///< by article, then by key
  std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace

void read_evidence(std::istream& in, const std::string& name,
                   const std::function<void(ArticleEvidence&&)>& take, const DiagnosticSink& sink) {
  EvidenceCollector collector;
  for_each_record(in, name, sink, evidence_record,
                  [&](ArticleEvidence&& record) { collector.add(std::move(record)); });
  for (ArticleEvidence& article : collector.articles()) take(std::move(article));
}

void stream_evidence(std::istream& in, const std::string& name,
                     const std::function<void(ArticleEvidence&&)>& take, const DiagnosticSink& sink,
                     Decisions* decisions) {
  EvidenceCollector collector;
  const auto read = [&](const std::string& type, const Json& record) {
    if (decisions != nullptr && read_decision(type, record, *decisions))
      return std::optional<ArticleEvidence>();
    return evidence_record(type, record);
  };
  const auto hand_on = [&] {
    for (ArticleEvidence& article : collector.articles()) take(std::move(article));
    collector = {};
  };
  for_each_record(in, name, sink, read, [&](ArticleEvidence&& record) {
    if (!collector.knows(record)) hand_on();
    collector.add(std::move(record));
  });
  hand_on();
  if (in.bad()) throw Error(name + ": reading failed");
}

void read_documents(std::istream& in, const std::string& name,
                    const std::function<void(Article&&, Document&&)>& take, const DiagnosticSink& sink) {
  using Read = std::pair<Article, Document>;
  const auto read = [](const std::string& type, const Json& record) -> std::optional<Read> {
    if (type != "doc") return std::nullopt;
    Document doc = document_from(record);
    const Json& about = record.at("article");
    Article article{.id = text(about, "id"),
                    .uri = text(about, "uri"),
                    .title = text(about, "title"),
                    .published = text(about, "published"),
                    .text = doc.text,
                    .model_text = {},
                    .blocks = {}};
    return Read(std::move(article), std::move(doc));
  };
  for_each_record(in, name, sink, read,
                  [&](Read&& found) { take(std::move(found.first), std::move(found.second)); });
}

}  // namespace relata
