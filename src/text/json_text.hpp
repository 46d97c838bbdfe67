// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "text/number.hpp"

namespace relata {

/// Appends `"…"` as JSON has it (RFC 8259); ill-formed UTF-8 becomes U+FFFD.
void append_json(std::string& out, std::string_view text);

/// The same, safe inside a script element of HTML: `<`, `>` and `&` are escaped, so that no text ends the
/// element or opens a comment in it; so are U+2028 and U+2029, line ends to JavaScript.
///   </script>  →  "\u003c/script\u003e"
void append_json_in_html(std::string& out, std::string_view text);

/// Appends the shortest form that reads back the same; 0 for what is not finite, which JSON has no word for.
void append_json_number(std::string& out, double value);

/// The same with a point in it, so that readers take it for a fraction.
void append_json(std::string& out, double value);

/// Writes the members of a JSON object, one after the other; the object ends with this.
class JsonMembers {
 public:
  explicit JsonMembers(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonMembers() { out_ += '}'; }
  JsonMembers(const JsonMembers&) = delete;
  JsonMembers& operator=(const JsonMembers&) = delete;

  /// The name alone: its value is to follow.
  void name(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json(out_, key);
    out_ += ':';
  }
  void text(std::string_view key, std::string_view value) {
    name(key);
    append_json(out_, value);
  }
  void text_or_null(std::string_view key, std::string_view value) {
    if (!value.empty()) return text(key, value);
    name(key);
    out_ += "null";
  }
  /// Left out where it is empty.
  void text_if_any(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void boolean(std::string_view key, bool value) {
    name(key);
    out_ += value ? "true" : "false";
  }
  void number(std::string_view key, double value) {
    name(key);
    append_json(out_, value);
  }
  void count(std::string_view key, std::size_t value) {
    name(key);
    append_number(out_, value);
  }
  /// A list of texts, or of anything that `write` appends.
  template <typename Range, typename Write>
  void list(std::string_view key, const Range& values, const Write& write) {
    name(key);
    out_ += '[';
    bool first = true;
    for (const auto& value : values) {
      if (!first) out_ += ',';
      first = false;
      write(value);
    }
    out_ += ']';
  }
  template <typename Range>
  void texts(std::string_view key, const Range& values) {
    list(key, values, [this](std::string_view value) { append_json(out_, value); });
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace relata
