// SPDX-License-Identifier: MIT
#include <istream>
#include <nlohmann/json.hpp>
#include <unordered_map>

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

/// Calls `take(type, record)` for each well-formed line; what it throws is a fault of that line.
template <class Take>
void for_each_record(std::istream& in, const std::string& name, const DiagnosticSink& sink, Take take) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    try {
      const Json record = Json::parse(line);
      if (!record.is_object()) throw Error("expected a JSON object");
      take(record.at("type").get<std::string>(), record);
    } catch (const Json::exception& fault) {
      sink({.file = name, .line = number, .message = fault.what()});
    } catch (const Error& fault) {
      sink({.file = name, .line = number, .message = fault.what()});
    }
  }
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
    token.char_begin = t.at("start").get<std::uint32_t>();
    token.char_end = t.at("end").get<std::uint32_t>();
    if (token.char_begin > token.char_end || token.char_end >= byte_of.size()) throw Error("token offsets lie outside the text");
    token.begin = byte_of[token.char_begin];
    token.end = byte_of[token.char_end];
    token.space_after = token.end < doc.text.size() && doc.text[token.end] == ' ';
    token.head = t.at("head").get<std::uint32_t>();
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

}  // namespace

void read_documents(std::istream& in, const std::string& name, const std::function<void(Article&&, Document&&)>& take,
                    const DiagnosticSink& sink) {
  for_each_record(in, name, sink, [&](const std::string& type, const Json& record) {
    if (type != "doc") return;
    Document doc = document_from(record);
    const Json& about = record.at("article");
    Article article{.id = text(about, "id"), .uri = text(about, "uri"), .title = text(about, "title"),
                    .published = text(about, "published"), .text = doc.text, .model_text = {}, .blocks = {}};
    take(std::move(article), std::move(doc));
  });
}

}  // namespace relata
