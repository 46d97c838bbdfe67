// SPDX-License-Identifier: MIT
#include "import/xml_reader.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>

#include "import/xml_characters.hpp"
#include "text/name_characters.hpp"
#include "text/utf8.hpp"

namespace relata::importing {
namespace {

constexpr std::size_t most_nested = 256;
/// Up to so many attributes are compared each with each.
constexpr std::size_t few_attributes = 16;

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string code_point(char32_t c) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string hexadecimal;
  for (int shift = 20; shift >= 0; shift -= 4)
    if (c >> shift != 0 || shift < 16) hexadecimal += digits[c >> shift & 0xF];
  return "U+" + hexadecimal;
}

}  // namespace

XmlReader::XmlReader(const InputText& input) : input_(input), bytes_(input.bytes) {
  input.require_utf8();
  if (follows("\xEF\xBB\xBF")) at_ = 3;
  if (follows("<?xml") && (peek(5) == '?' || (xml_mark_of(peek(5)) & xml_mark::space) != 0))
    read_declaration();
}

XmlReader::Event XmlReader::next() {
  attributes_.clear();
  if (empty_) {
    empty_ = false;
    offset_ = at_;
    open_.pop_back();
    return Event::end;
  }
  if (open_.empty()) return outside_of_root();
  offset_ = at_;
  if (read_text()) return Event::text;
  offset_ = at_;
  return peek(1) == '/' ? read_end() : read_start();
}

std::string_view XmlReader::required(std::string_view name) const {
  const std::string_view* const value = attribute(name);
  if (value == nullptr)
    fail("<" + std::string(name_) + "> without the attribute '" + std::string(name) + "'");
  return *value;
}

void XmlReader::ended(std::string_view inside) const {
  std::string fault = "the file ends too soon";
  if (!open_.empty()) fault.append(" inside <").append(open_.back()).append(">");
  if (!inside.empty()) fault.append(", in ").append(inside);
  input_.fail(bytes_.size(), fault);
}

bool XmlReader::skip_spaces() {
  const std::size_t begin = at_;
  while (at_ < bytes_.size() && (xml_mark_of(bytes_[at_]) & xml_mark::space) != 0) ++at_;
  return at_ != begin;
}

void XmlReader::skip_plain(std::uint8_t marks) {
  const char* const end = bytes_.data() + bytes_.size();
  const char* p = bytes_.data() + at_;
  while (p != end && (xml_mark_of(*p) & marks) == 0) ++p;
  at_ = static_cast<std::size_t>(p - bytes_.data());
}

/// Refuses the byte that follows where it begins no character of XML, else passes it over.
void XmlReader::check_character() {
  std::size_t past = at_;
  const char32_t c = utf8::next(bytes_, past);
  if (!is_xml_character(c)) refuse("holds the character " + code_point(c) + ", which XML does not admit");
  ++at_;
}

/// Passes over the byte that follows, and refuses it where it begins no character of XML.
void XmlReader::pass_character() {
  if ((xml_mark_of(peek()) & xml_mark::odd) != 0) {
    check_character();
  } else {
    ++at_;
  }
}

XmlReader::Event XmlReader::outside_of_root() {
  for (;;) {
    skip_spaces();
    offset_ = at_;
    if (at_ == bytes_.size()) {
      if (!root_read_) input_.fail(at_, "the file ends too soon: there is no element");
      return Event::finish;
    }
    if (follows("<!--")) {
      skip_comment();
    } else if (follows("<?")) {
      skip_instruction();
    } else if (follows("<!DOCTYPE") && !root_read_ && !type_read_) {
      read_document_type();
    } else if (root_read_) {
      refuse("something follows the end of the document's element");
    } else if (peek() != '<') {
      refuse("text stands where the first element should begin; is this XML?");
    } else {
      root_read_ = true;
      return read_start();
    }
  }
}

XmlReader::Event XmlReader::read_start() {
  ++at_;  // <
  const std::string_view name = read_name("an element");
  name_ = local_part(name);
  if (open_.size() == most_nested) fail("elements nested more than 256 deep");
  for (;;) {
    const bool spaced = skip_spaces();
    const char c = peek();
    if (c == '>') {
      ++at_;
      break;
    }
    if (c == '/') {
      if (at_ + 1 == bytes_.size()) ended("a tag");
      if (peek(1) != '>') refuse("'/' stands inside a tag");
      at_ += 2;
      empty_ = true;
      break;
    }
    if (at_ == bytes_.size()) ended("a tag");
    if (!spaced) refuse("a blank should stand before the next attribute");
    const std::string_view attribute = read_name("an attribute");
    skip_spaces();
    if (at_ == bytes_.size()) ended("a tag");
    if (peek() != '=') refuse("'=' should follow the attribute " + in_quotes(attribute));
    ++at_;
    skip_spaces();
    attributes_.push_back({attribute, {}});
    attributes_.back().value = read_value();
  }
  check_attributes();
  open_.push_back(name);
  return Event::start;
}

XmlReader::Event XmlReader::read_end() {
  at_ += 2;  // </
  const std::string_view expected = open_.back();
  if (follows(expected) && peek(expected.size()) == '>') {  // as most are
    at_ += expected.size() + 1;
    open_.pop_back();
    name_ = local_part(expected);
    return Event::end;
  }
  const std::string_view name = read_name("an element");
  skip_spaces();
  if (at_ == bytes_.size()) ended("a tag");
  if (peek() != '>') refuse("'>' should end the tag </" + std::string(name) + ">");
  if (name != expected)
    fail("</" + std::string(name) + "> stands where <" + std::string(expected) + "> should end");
  ++at_;
  open_.pop_back();
  name_ = local_part(name);
  return Event::end;
}

/// The text before the next tag, if any.
bool XmlReader::read_text() {
  const std::size_t begin = at_;
  skip_plain(xml_mark::text);
  const char c = peek(1);
  if (peek() != '<' || c == '!' || c == '?') return read_replaced_text(begin);
  text_ = bytes_.substr(begin, at_ - begin);
  return at_ != begin;
}

/// The same where it holds more than plain characters; those up to the next byte are passed over already.
bool XmlReader::read_replaced_text(std::size_t begin) {
  std::string& text = fresh_text();
  for (;;) {
    text += bytes_.substr(begin, at_ - begin);
    if (at_ == bytes_.size()) ended("");
    begin = at_;
    switch (bytes_[at_]) {
      case '<':
        if (follows("<!--")) {
          skip_comment();
        } else if (follows("<![CDATA[")) {
          append_cdata(text);
        } else if (follows("<?")) {
          skip_instruction();
        } else if (follows("<!")) {
          refuse("'<!' begins no comment and no CDATA section");
        } else {
          text_ = text;
          return !text.empty();
        }
        begin = at_;
        break;
      case '&':
        append_reference(text);
        begin = at_;
        break;
      case '\r':  // every line break is one character (section 2.11)
        text += '\n';
        at_ += peek(1) == '\n' ? 2 : 1;
        begin = at_;
        break;
      case ']':
        if (follows("]]>")) refuse("']]>' ends no CDATA section");
        ++at_;
        break;
      default:
        check_character();
    }
    skip_plain(xml_mark::text);
  }
}

std::string_view XmlReader::read_name(const char* of_what) {
  const std::size_t begin = at_;
  while (at_ < bytes_.size()) {
    const std::uint8_t mark = xml_mark_of(bytes_[at_]);
    if ((mark & (at_ == begin ? xml_mark::name_start : xml_mark::name)) != 0) {
      ++at_;
      continue;
    }
    if ((mark & xml_mark::not_ascii) == 0) break;
    std::size_t past = at_;
    const char32_t c = utf8::next(bytes_, past);
    if (at_ == begin ? !begins_name(c) : !goes_on_name(c)) break;
    at_ = past;
  }
  if (at_ == bytes_.size()) ended("the name of " + std::string(of_what));
  if (at_ == begin) refuse("the name of " + std::string(of_what) + " should stand here");
  return bytes_.substr(begin, at_ - begin);
}

/// The value of an attribute, quotes and all: white space becomes blanks (section 3.3.3).
std::string_view XmlReader::read_value() {
  if (at_ == bytes_.size()) ended("a tag");
  const char quote = peek();
  if (quote != '"' && quote != '\'') refuse("a quote should begin the attribute's value");
  std::size_t begin = ++at_;
  skip_plain(xml_mark::value);
  if (peek() == quote) return bytes_.substr(begin, at_++ - begin);
  std::string& value = fresh_text();
  for (;;) {
    value += bytes_.substr(begin, at_ - begin);
    if (at_ == bytes_.size()) ended("a tag");
    begin = at_;
    const char c = bytes_[at_];
    if (c == quote) {
      ++at_;
      return value;
    }
    if (c == '<') refuse("'<' stands in the value of an attribute");
    if (c == '&') {
      append_reference(value);
      begin = at_;
    } else if ((xml_mark_of(c) & xml_mark::space) != 0) {
      value += ' ';
      at_ += c == '\r' && peek(1) == '\n' ? 2 : 1;
      begin = at_;
    } else if ((xml_mark_of(c) & xml_mark::odd) != 0) {
      check_character();
    } else {
      ++at_;  // the other quote
    }
    skip_plain(xml_mark::value);
  }
}

void XmlReader::check_attributes() const {
  const auto twice = [this](std::string_view name) {
    input_.fail(static_cast<std::size_t>(name.data() - bytes_.data()),
                "the attribute " + in_quotes(name) + " stands twice in <" + std::string(name_) + ">");
  };
  if (attributes_.size() <= few_attributes) {
    for (std::size_t i = 1; i < attributes_.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (attributes_[k].name == attributes_[i].name) twice(attributes_[i].name);
    return;
  }
  std::vector<std::string_view> names;
  for (const Attribute& each : attributes_) names.push_back(each.name);
  std::stable_sort(names.begin(), names.end());
  const auto pair = std::adjacent_find(names.begin(), names.end());
  if (pair != names.end()) twice(*std::next(pair));
}

void XmlReader::append_reference(std::string& out) {
  const std::size_t begin = at_++;
  std::string_view name;
  char32_t c = 0;
  if (peek() == '#') {
    const bool hexadecimal = peek(1) == 'x';
    at_ += hexadecimal ? 2 : 1;
    const std::size_t digits = at_;
    for (;; ++at_) {
      const char d = peek();
      const bool letter = hexadecimal && ((d >= 'a' && d <= 'f') || (d >= 'A' && d <= 'F'));
      if (!letter && (d < '0' || d > '9')) break;
      const auto digit = static_cast<char32_t>(letter ? (d | 0x20) - 'a' + 10 : d - '0');
      if (c <= 0x10FFFF) c = c * (hexadecimal ? 16 : 10) + digit;
    }
    name = bytes_.substr(digits, at_ - digits);
  } else if ((xml_mark_of(peek()) & (xml_mark::name_start | xml_mark::not_ascii)) != 0) {
    name = read_name("an entity");
  }
  if (at_ == bytes_.size()) ended("a reference");
  if (peek() != ';' || name.empty())
    input_.fail(begin, "'&' begins no reference: it should stand as '&amp;'");
  ++at_;
  if (bytes_[begin + 1] == '#') {
    if (!is_xml_character(c))
      input_.fail(begin, "the reference " + in_quotes(bytes_.substr(begin, at_ - begin)) +
                             " stands for a character that XML does not admit");
    utf8::append(out, c);
    return;
  }
  static constexpr std::pair<std::string_view, char> entities[] = {
      {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
  for (const auto& [entity, character] : entities)
    if (name == entity) {
      out += character;
      return;
    }
  input_.fail(begin, "the entity " + in_quotes(name) + " is not declared");
}

void XmlReader::append_cdata(std::string& out) {
  at_ += 9;  // <![CDATA[
  for (;;) {
    const std::size_t begin = at_;
    skip_plain(xml_mark::odd | xml_mark::text);
    out += bytes_.substr(begin, at_ - begin);
    if (at_ == bytes_.size()) ended("a CDATA section");
    if (follows("]]>")) break;
    if (peek() == '\r') {
      out += '\n';
      at_ += peek(1) == '\n' ? 2 : 1;
      continue;
    }
    const std::size_t one = at_;
    pass_character();
    out += bytes_[one];
  }
  at_ += 3;
}

void XmlReader::skip_comment() {
  at_ += 4;  // <!--
  while (!follows("--")) {
    if (at_ == bytes_.size()) ended("a comment");
    pass_character();
  }
  if (at_ + 2 == bytes_.size()) ended("a comment");
  if (peek(2) != '>') refuse("'--' stands inside a comment");
  at_ += 3;
}

void XmlReader::skip_instruction() {
  at_ += 2;  // <?
  const std::size_t begin = at_;
  const std::string_view target = read_name("a processing instruction");
  if (boost::to_lower_copy(std::string(target)) == "xml")
    input_.fail(begin - 2, "an XML declaration stands after the document's begin");
  if (!follows("?>") && !skip_spaces())
    refuse("a blank should follow the name of the processing instruction");
  while (!follows("?>")) {
    if (at_ == bytes_.size()) ended("a processing instruction");
    pass_character();
  }
  at_ += 2;
}

/// Text in quotes in which nothing is replaced.
std::string_view XmlReader::read_literal(const char* of_what) {
  const char quote = peek();
  if (quote != '"' && quote != '\'') refuse(std::string(of_what) + " should stand here in quotes");
  const std::size_t begin = at_ + 1;
  const std::size_t end = bytes_.find(quote, begin);
  if (end == std::string_view::npos) ended("quotes");
  at_ = begin;
  while (at_ < end) pass_character();
  ++at_;
  return bytes_.substr(begin, end - begin);
}

void XmlReader::read_declaration() {
  const std::size_t begin = at_;
  at_ += 5;  // <?xml
  static constexpr std::string_view parts[] = {"version", "encoding", "standalone"};
  std::size_t part = 0;
  while (skip_spaces() && !follows("?>")) {
    const std::string_view name = read_name("a part of the XML declaration");
    while (part < std::size(parts) && parts[part] != name && part > 0) ++part;
    if (part == std::size(parts) || parts[part] != name)
      input_.fail(begin, "the XML declaration has " + in_quotes(name) + " where it should not stand");
    skip_spaces();
    if (peek() != '=') refuse("'=' should follow " + in_quotes(name));
    ++at_;
    skip_spaces();
    const std::string_view value = read_literal("its value");
    if (part == 0 && (!value.starts_with("1.") || value.size() == 2 ||
                      value.find_first_not_of("0123456789", 2) != std::string_view::npos))
      input_.fail(begin, "is XML of version " + in_quotes(value) + "; 1.0 is read");
    if (part == 1) {
      const std::string encoding = boost::to_lower_copy(std::string(value));
      if (encoding != "utf-8" && encoding != "utf8" && encoding != "us-ascii" && encoding != "ascii")
        input_.fail(begin, "is in " + std::string(value) + "; only UTF-8 is read");
    }
    if (part == 2 && value != "yes" && value != "no")
      input_.fail(begin, "'standalone' is neither 'yes' nor 'no'");
    ++part;
  }
  if (part == 0) refuse("the XML declaration should name the version");
  if (!follows("?>")) refuse("'?>' should end the XML declaration");
  at_ += 2;
}

void XmlReader::read_document_type() {
  at_ += 9;  // <!DOCTYPE
  type_read_ = true;
  if (!skip_spaces()) refuse("a blank should follow '<!DOCTYPE'");
  read_name("the document's element");
  if (skip_spaces() && (follows("SYSTEM") || follows("PUBLIC"))) {
    const bool is_public = peek() == 'P';
    at_ += 6;
    if (!skip_spaces()) refuse("a blank should stand here");
    if (is_public) {
      read_literal("a public identifier");
      if (!skip_spaces()) refuse("a blank should stand here");
    }
    read_literal("a system identifier");
    skip_spaces();
  }
  if (peek() == '[')
    refuse(
        "declares entities or elements of its own, which are not read: expanded, they may fill any memory");
  if (at_ == bytes_.size()) ended("<!DOCTYPE");
  if (peek() != '>') refuse("'>' should end '<!DOCTYPE'");
  ++at_;
}

std::string& XmlReader::fresh_text() {
  if (replaced_used_ == replaced_.size()) replaced_.emplace_back();
  std::string& text = replaced_[replaced_used_++];
  text.clear();
  return text;
}

}  // namespace relata::importing
