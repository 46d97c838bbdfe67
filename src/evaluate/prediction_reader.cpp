// SPDX-License-Identifier: MIT
#include <istream>
#include <nlohmann/json.hpp>

#include "relata/evaluate.hpp"

namespace relata {
namespace {

using Json = nlohmann::json;

/// The text under a key; empty where it is absent or null.
std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  if (!found->is_string()) throw Error(std::string("'") + key + "': expected text");
  return found->get<std::string>();
}

std::string needed(const Json& object, const char* key) {
  if (const auto found = object.find(key); found == object.end() || found->is_null())
    throw Error(std::string("'") + key + "' is missing");
  return text(object, key);
}

std::vector<std::string> texts(const Json& object, const char* key) {
  std::vector<std::string> out;
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return out;
  if (!found->is_array()) throw Error(std::string("'") + key + "': expected a list");
  for (const Json& one : *found) {
    if (!one.is_string()) throw Error(std::string("'") + key + "': expected a list of texts");
    out.push_back(one.get<std::string>());
  }
  return out;
}

/// `subject` or `object` of a statement record: a thing with its label, or a literal with its value.
Prediction::Entity end_of(const Json& record, const char* key) {
  const auto found = record.find(key);
  if (found == record.end()) throw Error(std::string("'") + key + "' is missing");
  if (!found->is_object()) throw Error(std::string("'") + key + "': expected an object");
  return {found->contains("label") ? needed(*found, "label") : needed(*found, "value"),
          texts(*found, "aliases")};
}

std::string relation_of(const Json& record) {
  std::string relation = needed(record, "relation");
  if (relation.empty()) throw Error("'relation' is empty");
  return relation;
}

Prediction short_form(const Json& record) {
  Prediction p;
  p.article = needed(record, "article");
  if (record.contains("entity")) {
    p.subject = {needed(record, "entity"), texts(record, "aliases")};
    p.cls = text(record, "class");
    return p;
  }
  p.subject = {needed(record, "subject"), texts(record, "subject_aliases")};
  p.object = {needed(record, "object"), texts(record, "object_aliases")};
  p.relation = relation_of(record);
  p.status = text(record, "status");
  return p;
}

/// Appends what the record says; nothing for a record of another type.
void append(const Json& record, std::vector<Prediction>& out) {
  if (!record.is_object()) throw Error("expected a JSON object");
  const auto article = record.find("article");
  const std::string type = text(record, "type");
  if (article == record.end() || !article->is_object()) {
    if (!type.empty() && type != "statement" && type != "entity") return;
    out.push_back(short_form(record));
    return;
  }
  Prediction p;
  p.article = text(*article, "uri");
  if (p.article.empty()) p.article = needed(*article, "id");
  if (type == "entity") {
    p.subject = {needed(record, "label"), texts(record, "aliases")};
    p.cls = text(record, "class");
  } else if (type == "statement" || type.empty()) {
    p.subject = end_of(record, "subject");
    p.object = end_of(record, "object");
    p.relation = relation_of(record);
    p.status = text(record, "status");
    // An open relation stays out of the schema whatever it is called.
    const auto open = record.find("open");
    if (open != record.end() && open->is_boolean() && open->get<bool>() && !p.relation.starts_with("open:"))
      p.relation.insert(0, "open:");
  } else {
    return;
  }
  out.push_back(std::move(p));
}

}  // namespace

std::vector<Prediction> read_predictions(std::istream& in, const std::string& name,
                                         const DiagnosticSink& sink) {
  std::vector<Prediction> predictions;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      append(Json::parse(line), predictions);
    } catch (const Json::exception& fault) {
      sink({.file = name, .line = number, .message = fault.what()});
    } catch (const Error& fault) {
      sink({.file = name, .line = number, .message = fault.what()});
    }
  }
  if (in.bad()) throw Error(name + ": cannot be read to its end");
  return predictions;
}

}  // namespace relata
