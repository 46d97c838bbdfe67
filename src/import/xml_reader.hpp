// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "import/input_text.hpp"

namespace relata::importing {

/// Reads XML 1.0 (W3C Recommendation, fifth edition) in UTF-8 from tag to tag, in place and without
/// recursion: memory does not grow with the document. What is not well-formed, entities of the document's
/// own, and elements nested more than 256 deep throw Error with the place. Comments and processing
/// instructions are passed over; of qualified names the local part is given.
class XmlReader {
 public:
  enum class Event : std::uint8_t { start, text, end, finish };

  /// `input` must outlive the reader.
  explicit XmlReader(const InputText& input);

  /// Goes on to the next piece; views of the last one are void then.
  Event next();

  /// Of the element that starts or ends.
  std::string_view name() const { return name_; }
  /// Of an element that starts; nullptr where it has no such attribute.
  const std::string_view* attribute(std::string_view name) const;
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

  bool at(std::string_view word) const { return input_.bytes.substr(at_).starts_with(word); }
  void skip_blanks();
  void skip_past(std::string_view end, const char* what);
  void read_declaration();
  void skip_document_type();
  std::string_view read_name();
  Event read_start();
  Event read_end();
  Event read_text();
  void read_attribute();
  void append_cdata(std::string_view section);
  /// Appends what stands for a reference (`&amp;`, `&#10;`) to `out`.
  void read_reference(std::string& out);
  std::string_view read_value(char quote);

  const InputText& input_;
  std::size_t at_ = 0, offset_ = 0;
  std::string_view name_, text_;
  std::vector<Attribute> attributes_;
  std::vector<std::string_view> open_;  ///< qualified names
  std::deque<std::string> values_;      ///< of attributes with references; they stay where they are
  std::size_t used_values_ = 0;
  std::string scratch_;
  bool empty_element_ = false, had_root_ = false;
};

}  // namespace relata::importing
