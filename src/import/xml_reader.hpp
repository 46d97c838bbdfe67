// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "import/input_text.hpp"

namespace relata::importing {

/// Reads XML 1.0 (W3C Recommendation, fifth edition) in UTF-8 from tag to tag, by Expat: memory does not grow
/// with the document. What is not well-formed, entities of the document's own, and elements nested more than
/// 256 deep throw Error with the place. Comments and processing instructions are passed over; of qualified
/// names the local part is given.
class XmlReader {
 public:
  enum class Event : std::uint8_t { start, text, end, finish };

  /// `input` must outlive the reader.
  explicit XmlReader(const InputText& input);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

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
  std::size_t next_offset() const { return next_offset_; }
  /// Throws Error with the place of the piece.
  [[noreturn]] void fail(const std::string& fault) const { input_.fail(offset_, fault); }

 private:
  struct Attribute {
    std::string_view name, value;
  };
  struct Parser;

  const InputText& input_;
  std::unique_ptr<Parser> parser_;
  std::string_view name_, text_;
  std::size_t offset_ = 0, next_offset_ = 0;
  std::vector<Attribute> attributes_;
};

}  // namespace relata::importing
