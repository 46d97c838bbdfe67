// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "relata/knowledge_base.hpp"
#include "text/utf8.hpp"

namespace relata {
namespace {

constexpr std::array<std::string_view, 8> columns = {"id",      "name",    "class",    "wikidata",
                                                     "country", "aliases", "demonyms", "capital"};

/// Strings by column; unset is empty.
struct Row {
  std::array<std::string, columns.size()> fields;
  std::string& operator[](std::string_view column) {
    return fields[std::find(columns.begin(), columns.end(), column) - columns.begin()];
  }
};

std::vector<std::string> split_list(std::string_view s) {
  std::vector<std::string> parts;
  while (!s.empty()) {
    const std::size_t bar = std::min(s.find('|'), s.size());
    std::string_view part = s.substr(0, bar);
    s.remove_prefix(std::min(bar + 1, s.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

bool is_q_number(std::string_view s) {
  return s.size() > 1 && s[0] == 'Q' && s[1] != '0' &&
         std::all_of(s.begin() + 1, s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::array thing_classes = {cls::Person,         cls::Country,  cls::Location, cls::Organization,
                                      cls::GovernmentBody, cls::Treaty,   cls::Event,    cls::MediaOutlet,
                                      cls::Work,           cls::Position, cls::Group,    cls::Product,
                                      cls::Issue};

/// What is wrong with the row, or empty and `out` is filled.
std::string to_entity(Row& row, KnownEntity& out) {
  if (normalized_name(row["name"]).empty()) return "no name";
  const std::string& cls_name = row["class"];
  if (cls_name.empty()) return "'" + row["name"] + "' has no class";
  const bool plain = std::all_of(cls_name.begin(), cls_name.end(), [](unsigned char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain || cls_name.size() > 64) return "'" + cls_name + "' is no class name";
  const auto known =
      std::find_if(thing_classes.begin(), thing_classes.end(), [&](Label l) { return l.str() == cls_name; });
  if (cls_name == cls::Date.str() || cls_name == cls::Amount.str())
    return "class " + cls_name + " holds values, not entities";
  out.cls = known != thing_classes.end() ? *known : Label::intern(cls_name);
  if (!row["wikidata"].empty() && !is_q_number(row["wikidata"]))
    return "'" + row["wikidata"] + "' is no Wikidata id (Q and a number)";
  out.id = std::move(row["id"]);
  out.name = std::move(row["name"]);
  out.wikidata = std::move(row["wikidata"]);
  out.country = std::move(row["country"]);
  out.capital = std::move(row["capital"]);
  out.aliases = split_list(row["aliases"]);
  out.demonyms = split_list(row["demonyms"]);
  return {};
}

/// Reads CSV records as RFC 4180 has them, also with bare line feeds. Comment and blank lines are skipped.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
  }

  /// False at the end. `fault` says what is wrong with the record just read, else it is empty.
  bool next(std::vector<std::string>& fields, std::string& fault) {
    fields.clear();
    fault.clear();
    while (at_ < text_.size() && (text_[at_] == '#' || text_[at_] == '\n' || text_[at_] == '\r')) skip_line();
    if (at_ >= text_.size()) return false;
    start_ = line_;
    fields.emplace_back();
    for (;;) {
      if (peek() == '"') {
        if (!quoted(fields.back())) fault = "a quoted field is not closed";
        if (at_ < text_.size() && peek() != ',' && peek() != '\n' && peek() != '\r')
          fault = "text after a closing quote";
      }
      while (at_ < text_.size() && peek() != ',' && peek() != '\n' && peek() != '\r')
        fields.back() += text_[at_++];
      if (at_ < text_.size() && peek() == ',') {
        ++at_;
        fields.emplace_back();
        continue;
      }
      skip_line();
      return true;
    }
  }

  std::size_t line() const { return start_; }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool quoted(std::string& field) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  void skip_line() {
    at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    ++line_;
  }

  std::string_view text_;
  std::size_t at_ = 0, line_ = 1, start_ = 1;
};

/// Reports faults of one file.
struct Reporter {
  std::string file;
  const DiagnosticSink& sink;
  void operator()(std::size_t line, std::string message) const {
    if (sink) sink({Diagnostic::Severity::error, file, line, 0, std::move(message)});
  }
};

void load_csv(KnowledgeBase& kb, std::string_view text, const Reporter& report) {
  CsvReader reader(text);
  std::vector<std::string> header, fields;
  std::string fault;
  if (!reader.next(header, fault) || !fault.empty())
    throw Error(report.file + ": " + (fault.empty() ? "empty: the first row must name the columns" : fault));
  for (const std::string& column : header) {
    if (std::find(columns.begin(), columns.end(), column) == columns.end())
      throw Error(report.file + ":" + std::to_string(reader.line()) + ": unknown column '" + column + "'");
    if (std::count(header.begin(), header.end(), column) > 1)
      throw Error(report.file + ":" + std::to_string(reader.line()) + ": column '" + column +
                  "' stands twice");
  }
  for (const char* const needed : {"name", "class"})
    if (std::find(header.begin(), header.end(), needed) == header.end())
      throw Error(report.file + ":" + std::to_string(reader.line()) + ": column '" + needed + "' is missing");
  while (reader.next(fields, fault)) {
    if (fault.empty() && fields.size() != header.size())
      fault = std::to_string(fields.size()) + " fields, but " + std::to_string(header.size()) + " columns";
    if (fault.empty() && std::any_of(fields.begin(), fields.end(), [](const std::string& f) {
          return utf8::find_invalid(f) != std::string_view::npos;
        }))
      fault = "not valid UTF-8";
    KnownEntity entity;
    if (fault.empty()) {
      Row row;
      for (std::size_t i = 0; i < fields.size(); ++i) row[header[i]] = std::move(fields[i]);
      fault = to_entity(row, entity);
    }
    if (fault.empty()) {
      kb.add(std::move(entity));
    } else {
      report(reader.line(), fault);
    }
  }
}

/// A string, or a list joined as in the CSV form; what is neither is named in `fault`.
std::string field_text(const nlohmann::json& value, const std::string& key, std::string& fault) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  std::string joined;
  if (value.is_array() && (key == "aliases" || key == "demonyms")) {
    for (const nlohmann::json& part : value) {
      if (!part.is_string()) {
        fault = "'" + key + "' holds something that is not a string";
        return {};
      }
      joined += joined.empty() ? "" : "|";
      joined += part.get<std::string>();
    }
    return joined;
  }
  fault = "'" + key + "' is not a string";
  return {};
}

void load_jsonl(KnowledgeBase& kb, std::string_view text, const Reporter& report) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object()) {
      report(number, record.is_discarded() ? "not valid JSON" : "not a JSON object");
      continue;
    }
    Row row;
    std::string fault;
    for (const auto& [key, value] : record.items()) {
      if (std::find(columns.begin(), columns.end(), key) == columns.end()) {
        fault = "unknown key '" + key + "'";
      } else {
        row[key] = field_text(value, key, fault);
      }
      if (!fault.empty()) break;
    }
    KnownEntity entity;
    if (fault.empty()) fault = to_entity(row, entity);
    if (fault.empty()) {
      kb.add(std::move(entity));
    } else {
      report(number, fault);
    }
  }
}

}  // namespace

void KnowledgeBase::load(const std::filesystem::path& file, const DiagnosticSink& sink) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || std::filesystem::is_directory(file) || !(text << in.rdbuf()))
    throw Error(file.string() + ": cannot be read as a table of entities");
  const Reporter report{file.string(), sink};
  const std::string content = std::move(text).str();
  if (file.extension() == ".csv") {
    load_csv(*this, content, report);
  } else {
    load_jsonl(*this, content, report);
  }
}

}  // namespace relata
