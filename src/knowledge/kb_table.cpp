// SPDX-License-Identifier: MIT
#include "knowledge/kb_table.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "text/utf8.hpp"

namespace relata::detail {
namespace {

constexpr std::string_view list_columns[] = {"aliases", "demonyms", "weak", "local",
                                             "members", "office",   "same", "different"};

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

/// Throws where the first row cannot serve as names of columns.
void check_header(const std::vector<std::string>& header, const std::string& at) {
  const auto has = [&](std::string_view column) {
    return std::find(header.begin(), header.end(), column) != header.end();
  };
  for (const std::string& column : header) {
    if (KbRow::column(column) == kb_columns.size()) throw Error(at + ": unknown column '" + column + "'");
    if (std::count(header.begin(), header.end(), column) > 1)
      throw Error(at + ": column '" + column + "' stands twice");
  }
  if (!has("name")) throw Error(at + ": column 'name' is missing");
  if (!has("class") && !has("office") && !has("same") && !has("different"))
    throw Error(at + ": column 'class' is missing");
}

void read_csv(std::string_view text, const KbRowUse& use, const Reporter& report) {
  CsvReader reader(text);
  std::vector<std::string> header, fields;
  std::string fault;
  if (!reader.next(header, fault) || !fault.empty())
    throw Error(report.file + ": " + (fault.empty() ? "empty: the first row must name the columns" : fault));
  check_header(header, report.file + ":" + std::to_string(reader.line()));
  while (reader.next(fields, fault)) {
    if (fault.empty() && fields.size() != header.size())
      fault = std::to_string(fields.size()) + " fields, but " + std::to_string(header.size()) + " columns";
    if (fault.empty() && std::any_of(fields.begin(), fields.end(), [](const std::string& f) {
          return utf8::find_invalid(f) != std::string_view::npos;
        }))
      fault = "not valid UTF-8";
    if (fault.empty()) {
      KbRow row;
      for (std::size_t i = 0; i < fields.size(); ++i) row[header[i]] = std::move(fields[i]);
      fault = use(row);
    }
    if (!fault.empty()) report(reader.line(), fault);
  }
}

/// A string, or a list joined as in the CSV form; what is neither is named in `fault`.
std::string field_text(const nlohmann::json& value, const std::string& key, std::string& fault) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  std::string joined;
  if (value.is_array() &&
      std::find(std::begin(list_columns), std::end(list_columns), key) != std::end(list_columns)) {
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

void read_jsonl(std::string_view text, const KbRowUse& use, const Reporter& report) {
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
    KbRow row;
    std::string fault;
    for (const auto& [key, value] : record.items()) {
      if (KbRow::column(key) == kb_columns.size()) {
        fault = "unknown key '" + key + "'";
      } else {
        row[key] = field_text(value, key, fault);
      }
      if (!fault.empty()) break;
    }
    if (fault.empty()) fault = use(row);
    if (!fault.empty()) report(number, fault);
  }
}

}  // namespace

std::size_t KbRow::column(std::string_view name) {
  return static_cast<std::size_t>(std::find(kb_columns.begin(), kb_columns.end(), name) - kb_columns.begin());
}

void read_kb_table(const std::filesystem::path& file, const KbRowUse& use, const DiagnosticSink& sink) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || std::filesystem::is_directory(file) || !(text << in.rdbuf()))
    throw Error(file.string() + ": cannot be read as a table of entities");
  const Reporter report{file.string(), sink};
  const std::string content = std::move(text).str();
  if (file.extension() == ".csv") {
    read_csv(content, use, report);
  } else {
    read_jsonl(content, use, report);
  }
}

}  // namespace relata::detail
