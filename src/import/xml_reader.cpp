// SPDX-License-Identifier: MIT
#include "import/xml_reader.hpp"

#include <expat.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <cstring>

namespace relata::importing {
namespace {

constexpr std::size_t most_nested = 256;
/// What Expat gets at a time, and so about what the pieces that wait take.
constexpr std::size_t portion = std::size_t{1} << 16;

std::string_view local_part(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

/// Expat calls for each piece; the pieces of a portion wait here until they are asked for.
struct XmlReader::Parser {
  /// A piece. Its words stand in `words`: an element's name, or the text; then `attributes` pairs of name and
  /// value.
  struct Piece {
    Event event;
    std::size_t offset, end;   ///< bytes of the document
    std::size_t words, sizes;  ///< where they begin
    std::size_t attributes;
  };

  explicit Parser(const InputText& from) : input(from), expat(XML_ParserCreate("UTF-8")) {
    if (expat == nullptr) throw std::bad_alloc();
    XML_SetUserData(expat, this);
    XML_SetElementHandler(expat, on_start, on_end);
    XML_SetCharacterDataHandler(expat, on_text);
    XML_SetXmlDeclHandler(expat, on_declaration);
    XML_SetStartDoctypeDeclHandler(expat, on_document_type);
    XML_SetSkippedEntityHandler(expat, on_skipped_entity);
  }
  ~Parser() { XML_ParserFree(expat); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Fills the pieces that wait; none are left when the document has ended. Throws Error when they are used
  /// up and a fault follows.
  void read_on() {
    pieces.clear();
    words.clear();
    sizes.clear();
    next_piece = 0;
    while (pieces.empty()) {
      if (!fault.empty()) input.fail(fault_offset, fault);
      if (given == input.bytes.size() && over) return;
      const std::size_t size = std::min(portion, input.bytes.size() - given);
      over = given + size == input.bytes.size();
      const XML_Status status =
          XML_Parse(expat, input.bytes.data() + given, static_cast<int>(size), over ? XML_TRUE : XML_FALSE);
      given += size;
      if (status == XML_STATUS_ERROR && fault.empty()) refuse(what_expat_says());
    }
  }

  std::string what_expat_says() const {
    const XML_Error error = XML_GetErrorCode(expat);
    const std::string said = XML_ErrorString(error);
    const std::string inside = open.empty() ? "" : " inside <" + open.back() + ">";
    switch (error) {
      case XML_ERROR_NO_ELEMENTS:
      case XML_ERROR_UNCLOSED_TOKEN:
      case XML_ERROR_UNCLOSED_CDATA_SECTION:
      case XML_ERROR_PARTIAL_CHAR:
        return "the file ends too soon" + inside + " (" + said + ")";
      case XML_ERROR_SYNTAX:
        return said + "; is this XML?";
      default:
        return said + inside;
    }
  }

  /// Ends the reading after the pieces that wait.
  void refuse(std::string why) {
    if (!fault.empty()) return;
    fault = std::move(why);
    fault_offset = offset();
    XML_StopParser(expat, XML_FALSE);
  }

  std::size_t offset() const {
    const XML_Index index = XML_GetCurrentByteIndex(expat);
    return index < 0 ? input.bytes.size() : static_cast<std::size_t>(index);
  }

  Piece& add(Event event) {
    const std::size_t begin = offset();
    pieces.push_back({event, begin, begin + static_cast<std::size_t>(XML_GetCurrentByteCount(expat)),
                      words.size(), sizes.size(), 0});
    return pieces.back();
  }
  void add_word(std::string_view word) {
    words += word;
    sizes.push_back(word.size());
  }

  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    Parser& parser = of(self);
    if (!parser.fault.empty()) return;
    if (parser.open.size() == most_nested) return parser.refuse("elements nested more than 256 deep");
    parser.open.emplace_back(name);
    Piece& piece = parser.add(Event::start);
    parser.add_word(local_part(name));
    for (; *attributes != nullptr; attributes += 2, ++piece.attributes) {
      parser.add_word(attributes[0]);
      parser.add_word(attributes[1]);
    }
  }
  static void XMLCALL on_end(void* self, const XML_Char* name) {
    Parser& parser = of(self);
    if (!parser.fault.empty()) return;
    parser.open.pop_back();
    parser.add(Event::end);
    parser.add_word(local_part(name));
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int size) {
    Parser& parser = of(self);
    if (!parser.fault.empty()) return;
    // Expat gives lines and references one by one.
    if (parser.pieces.empty() || parser.pieces.back().event != Event::text) {
      parser.add(Event::text);
      parser.sizes.push_back(0);
    }
    parser.words.append(text, static_cast<std::size_t>(size));
    parser.sizes.back() += static_cast<std::size_t>(size);
  }
  static void XMLCALL on_declaration(void* self, const XML_Char*, const XML_Char* encoding, int) {
    if (encoding == nullptr) return;
    const std::string name = boost::to_lower_copy(std::string(encoding));
    if (name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") return;
    of(self).refuse("is in " + std::string(encoding) + "; only UTF-8 is read");
  }
  static void XMLCALL on_document_type(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                       int has_own) {
    if (has_own != 0)
      of(self).refuse(
          "declares entities or elements of its own, which are not read: expanded, they may fill any memory");
  }
  static void XMLCALL on_skipped_entity(void* self, const XML_Char* name, int) {
    of(self).refuse("the entity " + in_quotes(name) + " is not declared");
  }

  const InputText& input;
  XML_Parser expat;
  std::vector<Piece> pieces;
  std::string words;
  std::vector<std::size_t> sizes;  ///< of the words, one after the other
  std::size_t next_piece = 0, given = 0;
  std::vector<std::string> open;  ///< elements, outermost first
  bool over = false;
  std::string fault;
  std::size_t fault_offset = 0;
};

XmlReader::XmlReader(const InputText& input) : input_(input), parser_(std::make_unique<Parser>(input)) {
  input.require_utf8();
}

XmlReader::~XmlReader() = default;

XmlReader::Event XmlReader::next() {
  if (parser_->next_piece == parser_->pieces.size()) parser_->read_on();
  attributes_.clear();
  if (parser_->pieces.empty()) {
    offset_ = next_offset_ = input_.bytes.size();
    return Event::finish;
  }
  const Parser::Piece& piece = parser_->pieces[parser_->next_piece++];
  offset_ = piece.offset;
  next_offset_ = piece.end;
  std::size_t at = piece.words, size = piece.sizes;
  const auto word = [&] {
    const std::string_view found = std::string_view(parser_->words).substr(at, parser_->sizes[size]);
    at += parser_->sizes[size++];
    return found;
  };
  if (piece.event == Event::text) {
    text_ = word();
    return Event::text;
  }
  name_ = word();
  for (std::size_t i = 0; i < piece.attributes; ++i) {
    const std::string_view name = word();
    attributes_.push_back({name, word()});
  }
  return piece.event;
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

}  // namespace relata::importing
