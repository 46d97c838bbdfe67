// SPDX-License-Identifier: MIT
#include "read/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string>

#include "relata/error.hpp"

namespace relata::detail {
namespace {

struct FreeMatch {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

struct FreeContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

PCRE2_SPTR units(std::string_view s) {
  return reinterpret_cast<PCRE2_SPTR>(s.data());
}

pcre2_match_context* limits() {
  // News text is untrusted: no pattern may backtrack for long over it.
  thread_local const std::unique_ptr<pcre2_match_context, FreeContext> context = [] {
    std::unique_ptr<pcre2_match_context, FreeContext> made(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(made.get(), 200'000);
    return made;
  }();
  return context.get();
}

}  // namespace

void Pattern::Free::operator()(pcre2_real_code_8* code) const {
  pcre2_code_free(code);
}

Pattern::Pattern(std::string_view expression) {
  int error = 0;
  PCRE2_SIZE at = 0;
  code_.reset(pcre2_compile(units(expression), expression.size(), PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS,
                            &error, &at, nullptr));
  if (!code_) throw Error("bad pattern at " + std::to_string(at) + ": " + std::string(expression));
  pcre2_jit_compile(code_.get(), PCRE2_JIT_COMPLETE);
}

std::optional<std::vector<std::string_view>> Pattern::match(std::string_view subject) const {
  const std::unique_ptr<pcre2_match_data, FreeMatch> data(
      pcre2_match_data_create_from_pattern(code_.get(), nullptr));
  if (pcre2_match(code_.get(), units(subject), subject.size(), 0, PCRE2_NO_UTF_CHECK, data.get(), limits()) <
      0)
    return std::nullopt;
  const PCRE2_SIZE* borders = pcre2_get_ovector_pointer(data.get());
  std::vector<std::string_view> groups(pcre2_get_ovector_count(data.get()));
  for (std::size_t g = 0; g < groups.size(); ++g)
    if (borders[2 * g] != PCRE2_UNSET && borders[2 * g] <= borders[2 * g + 1])
      groups[g] = subject.substr(borders[2 * g], borders[2 * g + 1] - borders[2 * g]);
  return groups;
}

bool Pattern::matches(std::string_view subject) const {
  return match(subject).has_value();
}

}  // namespace relata::detail
