// SPDX-License-Identifier: MIT
#include "import/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/utf8.hpp"

namespace relata::importing {
namespace {

constexpr std::size_t most_nested = 256;
constexpr std::size_t most_attributes = 1024;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

enum : unsigned char { plain = 0, special = 1, never = 2, not_in_name = 4 };

constexpr std::array<unsigned char, 256> classes = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = never | not_in_name;
  table['\t'] = table['\n'] = not_in_name;
  table['\r'] = table['&'] = table['<'] = special | not_in_name;
  for (const char c : std::string_view(" >/=\"'?!#;,()[]{}|\\^`~*+@$%"))
    table[static_cast<unsigned char>(c)] |= not_in_name;
  return table;
}();

unsigned char class_of(char c) {
  return classes[static_cast<unsigned char>(c)];
}

bool is_character(std::uint32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool equal_but_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

}  // namespace

XmlReader::XmlReader(const InputText& input) : input_(input) {
  input_.require_utf8();
  if (at("\xEF\xBB\xBF")) at_ = 3;
  if (at("<?xml") && input_.bytes.size() > at_ + 5 && is_blank(input_.bytes[at_ + 5])) read_declaration();
}

const std::string_view* XmlReader::attribute(std::string_view name) const {
  for (const Attribute& each : attributes_)
    if (each.name == name) return &each.value;
  return nullptr;
}

std::string_view XmlReader::required(std::string_view name) const {
  const std::string_view* const value = attribute(name);
  if (value == nullptr)
    fail("<" + std::string(name_) + "> without the attribute '" + std::string(name) + "'");
  return *value;
}

XmlReader::Event XmlReader::next() {
  if (empty_element_) {  // `name_` is still its name
    empty_element_ = false;
    open_.pop_back();
    attributes_.clear();
    return Event::end;
  }
  const std::string_view bytes = input_.bytes;
  for (;;) {
    offset_ = at_;
    if (at_ == bytes.size()) {
      if (!open_.empty()) fail("the file ends inside <" + std::string(open_.back()) + ">");
      if (!had_root_) fail("no element");
      return Event::finish;
    }
    const bool markup = bytes[at_] == '<';
    const char after = markup && at_ + 1 < bytes.size() ? bytes[at_ + 1] : '\0';
    if (markup && after == '/') return read_end();
    if (markup && after != '!' && after != '?') return read_start();
    if (!open_.empty() && (!markup || at("<![CDATA["))) return read_text();
    if (at("<!--")) {
      skip_past("-->", "a comment");
    } else if (after == '?') {
      skip_past("?>", "a processing instruction");
    } else if (at("<!DOCTYPE") && !had_root_) {
      skip_document_type();
    } else if (!markup && is_blank(bytes[at_])) {
      skip_blanks();
    } else {
      fail(markup ? "markup that does not belong here" : "text outside the root element; is this XML?");
    }
  }
}

void XmlReader::skip_blanks() {
  while (at_ < input_.bytes.size() && is_blank(input_.bytes[at_])) ++at_;
}

void XmlReader::skip_past(std::string_view end, const char* what) {
  const std::size_t found = input_.bytes.find(end, at_);
  if (found == std::string_view::npos) input_.fail(at_, std::string("the file ends inside ") + what);
  at_ = found + end.size();
}

void XmlReader::read_declaration() {
  const std::size_t begin = at_;
  skip_past("?>", "the XML declaration");
  const std::string_view declaration = input_.bytes.substr(begin, at_ - begin);
  const std::size_t word = declaration.find("encoding");
  if (word == std::string_view::npos) return;
  const std::size_t open = declaration.find_first_of("\"'", word);
  if (open == std::string_view::npos) return;
  const std::string_view rest = declaration.substr(open + 1);
  const std::string_view encoding = rest.substr(0, rest.find(declaration[open]));
  for (const std::string_view known : {"utf-8", "utf8", "us-ascii", "ascii"})
    if (equal_but_case(encoding, known)) return;
  input_.fail(begin, "is in " + std::string(encoding) + "; only UTF-8 is read");
}

void XmlReader::skip_document_type() {
  for (char quote = 0; at_ < input_.bytes.size(); ++at_) {
    const char c = input_.bytes[at_];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      fail(
          "declares entities or elements of its own, which are not read: expanded, they may fill any memory");
    } else if (c == '>') {
      ++at_;
      return;
    }
  }
  fail("the file ends inside the document type");
}

std::string_view XmlReader::read_name() {
  const std::size_t begin = at_;
  while (at_ < input_.bytes.size() && (class_of(input_.bytes[at_]) & not_in_name) == 0) ++at_;
  if (at_ == begin)
    input_.fail(begin,
                at_ == input_.bytes.size() ? "the file ends inside a tag" : "a name should stand here");
  return input_.bytes.substr(begin, at_ - begin);
}

XmlReader::Event XmlReader::read_start() {
  if (open_.empty() && had_root_) fail("a second root element");
  had_root_ = true;
  ++at_;
  const std::string_view name = read_name();
  name_ = local_part(name);
  if (open_.size() == most_nested) fail("elements nested more than 256 deep");
  open_.push_back(name);
  attributes_.clear();
  used_values_ = 0;
  const std::string_view bytes = input_.bytes;
  for (;;) {
    const std::size_t before = at_;
    skip_blanks();
    if (at_ == bytes.size()) fail("the file ends inside the tag <" + std::string(name) + ">");
    if (bytes[at_] == '>') {
      ++at_;
      return Event::start;
    }
    if (at("/>")) {
      at_ += 2;
      empty_element_ = true;
      return Event::start;
    }
    if (at_ == before) input_.fail(at_, "a blank or > should stand here");
    read_attribute();
  }
}

void XmlReader::read_attribute() {
  const std::size_t begin = at_;
  const std::string_view name = read_name();
  skip_blanks();
  if (!at("=")) input_.fail(at_, "the attribute " + in_quotes(name) + " has no value");
  ++at_;
  skip_blanks();
  if (!at("\"") && !at("'")) input_.fail(at_, "the value of " + in_quotes(name) + " is not in quotes");
  for (const Attribute& each : attributes_)
    if (each.name == name) input_.fail(begin, "the attribute " + in_quotes(name) + " stands twice");
  if (attributes_.size() == most_attributes) input_.fail(begin, "more than 1024 attributes");
  const char quote = input_.bytes[at_++];
  attributes_.push_back({name, read_value(quote)});
}

std::string_view XmlReader::read_value(char quote) {
  const std::string_view bytes = input_.bytes;
  const std::size_t begin = at_, close = bytes.find(quote, at_);
  if (close == std::string_view::npos) input_.fail(begin, "the file ends inside a quoted value");
  const auto is_plain = [](char c) { return (class_of(c) & (special | never)) == 0 && !is_blank(c); };
  const auto blank_or_plain = [&](char c) { return c == ' ' || is_plain(c); };
  if (std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                  bytes.begin() + static_cast<std::ptrdiff_t>(close), blank_or_plain)) {
    at_ = close + 1;
    return bytes.substr(begin, close - begin);
  }
  if (used_values_ == values_.size()) values_.emplace_back();
  std::string& value = values_[used_values_++];
  value.clear();
  while (at_ < close) {
    const char c = bytes[at_];
    if (c == '<') input_.fail(at_, "< inside a quoted value");
    if ((class_of(c) & never) != 0) input_.fail(at_, "a control character, which XML cannot hold");
    if (c == '&') {
      read_reference(value);
      continue;
    }
    // Attribute-value normalization (XML 1.0, section 3.3.3).
    if (c == '\r' && at_ + 1 < close && bytes[at_ + 1] == '\n') ++at_;
    value += is_blank(c) ? ' ' : c;
    ++at_;
  }
  at_ = close + 1;
  return value;
}

void XmlReader::read_reference(std::string& out) {
  const std::string_view bytes = input_.bytes;
  const std::size_t begin = at_;
  const std::size_t semicolon = bytes.substr(begin, 16).find(';');
  if (semicolon == std::string_view::npos) input_.fail(begin, "& without a reference; it should be &amp;");
  std::string_view name = bytes.substr(begin + 1, semicolon - 1);
  at_ = begin + semicolon + 1;
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x');
    if (hexadecimal) name.remove_prefix(1);
    std::uint32_t value = 0;
    for (const char c : name) {
      const int digit = std::isdigit(static_cast<unsigned char>(c)) != 0 ? c - '0'
                        : hexadecimal && std::isxdigit(static_cast<unsigned char>(c)) != 0
                            ? std::tolower(static_cast<unsigned char>(c)) - 'a' + 10
                            : -1;
      if (digit < 0 || value > 0x10FFFF) input_.fail(begin, "no character reference");
      value = value * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    if (name.empty() || !is_character(value))
      input_.fail(begin, "a reference to a character that XML cannot hold");
    utf8::append(out, value);
    return;
  }
  constexpr std::array<std::pair<std::string_view, char>, 5> known = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [entity, character] : known)
    if (entity == name) {
      out += character;
      return;
    }
  input_.fail(begin, "the entity " + in_quotes(name) + " is not declared");
}

XmlReader::Event XmlReader::read_end() {
  at_ += 2;
  const std::string_view name = read_name();
  if (open_.empty()) fail("</" + std::string(name) + "> closes nothing");
  if (open_.back() != name) fail("</" + std::string(name) + "> closes <" + std::string(open_.back()) + ">");
  skip_blanks();
  if (!at(">")) input_.fail(at_, "> should stand here");
  ++at_;
  name_ = local_part(name);
  open_.pop_back();
  attributes_.clear();
  return Event::end;
}

void XmlReader::append_cdata(std::string_view section) {
  for (std::size_t i = 0; i < section.size(); ++i) {
    const char c = section[i];
    if ((class_of(c) & never) != 0)
      input_.fail(static_cast<std::size_t>(&section[i] - input_.bytes.data()),
                  "a control character, which XML cannot hold");
    if (c != '\r') {
      scratch_ += c;
    } else if (i + 1 == section.size() || section[i + 1] != '\n') {
      scratch_ += '\n';
    }
  }
}

XmlReader::Event XmlReader::read_text() {
  const std::string_view bytes = input_.bytes;
  const auto run_end = [&] {
    std::size_t i = at_;
    while (i < bytes.size() && (class_of(bytes[i]) & (special | never)) == 0) ++i;
    return i;
  };
  const std::size_t begin = at_;
  std::size_t end = run_end();
  const auto at_tag = [&](std::size_t i) {
    return i + 1 < bytes.size() && bytes[i] == '<' && bytes[i + 1] != '!' && bytes[i + 1] != '?';
  };
  if (at_tag(end)) {  // nearly all text
    at_ = end;
    text_ = bytes.substr(begin, end - begin);
    return Event::text;
  }
  scratch_.clear();
  for (;;) {
    scratch_.append(bytes, at_, end - at_);
    at_ = end;
    if (at_ == bytes.size() || at_tag(at_)) break;
    const char c = bytes[at_];
    if (c == '&') {
      read_reference(scratch_);
    } else if (c == '\r') {  // ends of lines (XML 1.0, section 2.11)
      at_ += at("\r\n") ? 2 : 1;
      scratch_ += '\n';
    } else if (at("<![CDATA[")) {
      const std::size_t first = at_ + 9;
      skip_past("]]>", "a CDATA section");
      append_cdata(bytes.substr(first, at_ - 3 - first));
    } else if (at("<!--")) {
      skip_past("-->", "a comment");
    } else if (at("<?")) {
      skip_past("?>", "a processing instruction");
    } else if (c == '<') {
      input_.fail(
          at_, at_ + 1 == bytes.size() ? "the file ends inside a tag" : "markup that does not belong here");
    } else {
      input_.fail(at_, "a control character, which XML cannot hold");
    }
    end = run_end();
  }
  text_ = scratch_;
  return Event::text;
}

}  // namespace relata::importing
