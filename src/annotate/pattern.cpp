// SPDX-License-Identifier: MIT
#include "annotate/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "relata/error.hpp"

namespace relata::annotate {
namespace {

/// \uXXXX and \UXXXXXXXX -> \x{...}; a leading (?u), which is what we compile with anyway, goes.
std::string to_pcre2(std::string_view python) {
  if (python.starts_with("(?u)")) python.remove_prefix(4);
  std::string out;
  out.reserve(python.size());
  for (std::size_t i = 0; i < python.size(); ++i) {
    if (python[i] != '\\' || i + 1 == python.size()) {
      out.push_back(python[i]);
      continue;
    }
    const char kind = python[i + 1];
    const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits > 0 && i + 2 + digits <= python.size()) {
      out.append("\\x{").append(python.substr(i + 2, digits)).append("}");
      i += 1 + digits;
    } else {
      out.append(python.substr(i++, 2));
    }
  }
  return out;
}

constexpr std::size_t jit_stack_start = 64 * 1024;
constexpr std::size_t jit_stack_limit = 8 * 1024 * 1024;

}  // namespace

struct MatchSpace::Buffers {
  pcre2_match_data* data = pcre2_match_data_create(4, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(jit_stack_start, jit_stack_limit, nullptr);

  Buffers() {
    if (data == nullptr || context == nullptr || stack == nullptr)
      throw Error("no memory for regular expressions");
    pcre2_jit_stack_assign(context, nullptr, stack);
  }
  ~Buffers() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
  }
  Buffers(const Buffers&) = delete;
};

MatchSpace::MatchSpace() : buffers_(std::make_unique<Buffers>()) {}
MatchSpace::~MatchSpace() = default;
MatchSpace::MatchSpace(MatchSpace&&) noexcept = default;

struct Pattern::Code {
  pcre2_code* code;
  bool jit;
  ~Code() { pcre2_code_free(code); }
};

Pattern::Pattern() = default;
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

Pattern::Pattern(std::string_view python_pattern, const std::string& name, Anchor anchor) {
  const std::string pattern = to_pcre2(python_pattern);
  int error = 0;
  PCRE2_SIZE place = 0;
  pcre2_compile_context* const context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  const std::uint32_t options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (anchor == Anchor::start ? PCRE2_ANCHORED : 0U);
  pcre2_code* const code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                         options, &error, &place, context);
  pcre2_compile_context_free(context);
  if (code == nullptr) {
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(error, text, sizeof text);
    throw Error(name + ": at offset " + std::to_string(place) + ": " + reinterpret_cast<const char*>(text));
  }
  const bool jit = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
  code_.reset(new Code{code, jit});
}

Pattern::Match Pattern::search(std::string_view text, const MatchSpace& space, std::size_t from) const {
  if (code_ == nullptr) return {};
  const MatchSpace::Buffers& b = space.buffers();
  const auto* const subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  const int found =
      code_->jit
          ? pcre2_jit_match(code_->code, subject, text.size(), from, 0, b.data, b.context)
          : pcre2_match(code_->code, subject, text.size(), from, PCRE2_NO_UTF_CHECK, b.data, b.context);
  if (found < 0) return {};
  const PCRE2_SIZE* const ends = pcre2_get_ovector_pointer(b.data);
  return {ends[0], ends[1]};
}

}  // namespace relata::annotate
