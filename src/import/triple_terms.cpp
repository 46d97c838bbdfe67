// SPDX-License-Identifier: MIT
#include "import/triple_terms.hpp"

#include <algorithm>
#include <array>

#include "import/turtle_lexer.hpp"

namespace relata::importing {
namespace {

constexpr std::string_view opening = "<<(", closing = ")>>", blanks = " \t\r\n";
constexpr std::array<std::string_view, 3> properties = {
    " <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ",
    " ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> ",
    " ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> "};

class Rewriter {
 public:
  explicit Rewriter(const InputText& input) : input_(input), bytes_(input.bytes) {
    out_.reserve(bytes_.size() * 5 / 4);
  }

  std::string rewrite() {
    std::size_t copied = 0;
    while (at_ < bytes_.size()) {
      if (bytes_[at_] == '<' && at(opening)) {
        out_.append(bytes_, copied, at_ - copied);
        triple_term();
        copied = at_;
      } else {
        const std::size_t past = past_quoted(bytes_, at_);
        at_ = past == at_ ? at_ + 1 : past;
      }
    }
    out_.append(bytes_, copied, bytes_.size() - copied);
    return std::move(out_);
  }

 private:
  bool at(std::string_view word) const { return bytes_.substr(at_).starts_with(word); }

  void triple_term() {
    const std::size_t begin = at_;
    at_ += opening.size();
    out_ += '[';
    for (const std::string_view property : properties) {
      out_ += property;
      copy_blanks();
      if (at(opening)) input_.fail(at_, "a triple term inside a triple term, which is not read");
      copy_term();
    }
    copy_blanks();
    if (!at(closing)) input_.fail(begin, "no triple term: three terms and )>> should stand here");
    at_ += closing.size();
    out_ += " ]";
  }

  void copy_blanks() {
    const std::size_t end = std::min(bytes_.find_first_not_of(blanks, at_), bytes_.size());
    out_.append(bytes_, at_, end - at_);
    at_ = end;
  }

  /// An IRI, literal with language or datatype, blank node or prefixed name.
  void copy_term() {
    const std::size_t begin = at_;
    if (at("\"") || at("'")) {
      at_ = past_string(bytes_, at_);
      if (at("^^")) {
        at_ += 2;
        pass_name();
      } else if (at("@")) {
        pass_word();
      }
    } else {
      pass_name();
    }
    const std::string_view term = bytes_.substr(begin, at_ - begin);
    if (term.empty()) input_.fail(begin, "a term should stand here");
    out_ += term == "a" ? std::string_view("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>") : term;
  }

  /// An IRI or a word.
  void pass_name() {
    if (at("<")) {
      at_ = past_iri(bytes_, at_);
    } else {
      pass_word();
    }
  }

  void pass_word() {
    while (at_ < bytes_.size() &&
           std::string_view(" \t\r\n<>()\"'").find(bytes_[at_]) == std::string_view::npos)
      at_ = bytes_[at_] == '\\' ? std::min(at_ + 2, bytes_.size()) : at_ + 1;
  }

  const InputText& input_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

bool has_triple_terms(std::string_view bytes) {
  return bytes.find(opening) != std::string_view::npos;
}

std::string without_triple_terms(const InputText& input) {
  return Rewriter(input).rewrite();
}

}  // namespace relata::importing
