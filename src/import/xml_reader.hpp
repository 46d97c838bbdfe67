// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "import/input_text.hpp"

namespace relata::importing {

/// Reads XML 1.0 (W3C Recommendation, fifth edition) in UTF-8 from tag to tag, in place: what holds no
/// reference and no line break to be replaced is given as a view of the document, and no tree is made. What
/// is not well-formed, entities of the document's own, and elements nested more than 256 deep throw Error
/// with the place. Comments and processing instructions are passed over; of qualified names the local part is
/// given.
class XmlReader {
 public:
  enum class Event : std::uint8_t { start, text, end, finish };

  /// `input` must outlive the reader.
  explicit XmlReader(const InputText& input);

  /// Goes on to the next piece. Names, values and texts stay valid until forget().
  Event next();
  /// Lets go of the names, values and texts given so far.
  void forget() { replaced_used_ = 0; }
  /// Keeps a text of the caller's own as long.
  std::string_view keep(std::string_view text) { return fresh_text() = text; }

  /// Of the element that starts or ends.
  std::string_view name() const { return name_; }
  /// Of an element that starts; nullptr where it has no such attribute.
  const std::string_view* attribute(std::string_view name) const {
    for (const Attribute& each : attributes_)
      if (each.name == name) return &each.value;
    return nullptr;
  }
  /// As attribute(), and throws Error where there is none.
  std::string_view required(std::string_view name) const;
  /// Characters up to the next tag, references replaced.
  std::string_view text() const { return text_; }
  /// Byte at which the piece begins.
  std::size_t offset() const { return offset_; }
  /// Byte at which the next piece begins.
  std::size_t next_offset() const { return at_; }
  /// Throws Error with the place of the piece.
  [[noreturn]] void fail(const std::string& fault) const { input_.fail(offset_, fault); }

 private:
  struct Attribute {
    std::string_view name, value;
  };

  [[noreturn]] void refuse(const std::string& fault) const { input_.fail(at_, fault); }
  [[noreturn]] void ended(std::string_view inside) const;
  bool follows(std::string_view text) const { return bytes_.substr(at_, text.size()) == text; }
  /// The next byte; 0, which no document may hold, at the end.
  char peek(std::size_t ahead = 0) const { return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0'; }
  bool skip_spaces();
  /// Up to the next byte that is one of `marks` in the table of characters.
  void skip_plain(std::uint8_t marks);
  void check_character();
  void pass_character();

  Event outside_of_root();
  Event read_start();
  Event read_end();
  bool read_text();
  bool read_replaced_text(std::size_t begin);

  std::string_view read_name(const char* of_what);
  std::string_view read_value();
  std::string_view read_literal(const char* of_what);
  void check_attributes() const;
  void append_reference(std::string& out);
  void append_cdata(std::string& out);
  void skip_comment();
  void skip_instruction();
  void read_declaration();
  void read_document_type();
  std::string& fresh_text();

  const InputText& input_;
  std::string_view bytes_;
  std::size_t at_ = 0, offset_ = 0;
  std::string_view name_, text_;
  std::vector<Attribute> attributes_;
  std::vector<std::string_view> open_;  ///< qualified names of elements, outermost first
  bool empty_ = false;                  ///< the element that started is over: `<a/>`
  bool root_read_ = false, type_read_ = false;
  std::deque<std::string> replaced_;  ///< values and texts that differ from the document's bytes; used again
  std::size_t replaced_used_ = 0;
};

}  // namespace relata::importing
