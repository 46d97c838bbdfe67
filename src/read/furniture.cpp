// SPDX-License-Identifier: MIT
#include "read/furniture.hpp"

#include "read/dates.hpp"
#include "read/pattern.hpp"

namespace relata::detail {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view blanks = " \t\n\r\f\v";
  const std::size_t first = line.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : line) {
    const bool blank = c == ' ' || c == '\t';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

bool ends_like_sentence(std::string_view line) {
  // Closing marks first: ASCII ones by byte, ” ’ » by their UTF-8 forms.
  for (bool again = true; again && !line.empty();) {
    again = false;
    for (const std::string_view mark : {"\"", "'", ")", "]", "”", "’", "»"}) {
      if (line.ends_with(mark)) {
        line.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…") ||
         line.ends_with(':');
}

bool is_furniture(std::string_view raw) {
  const std::string_view line = trimmed(raw);
  if (line.empty()) return true;
  const std::size_t words = count_words(line);
  // What opens a line of prompts, wherever it stands.
  static const Pattern prompt(
      R"(^(?:skip to|jump to|sign (?:in|up)\b|log in\b|subscribe\b|(?:share|tweet|email|print|save|bookmark)(?: this| on| via|$)|follow us|like us|find us on)"
      R"(|get the (?:latest|day)|newsletter|advertisement|sponsored|accept (?:all )?cookies|cookies? on this|we use cookies|this (?:web)?site uses cookies)"
      R"(|read (?:more|next|also)\b|see also\b|related\b ?:|more (?:on|from) this|most (?:read|popular|viewed)|breaking news$|latest news$|trending|recommended)"
      R"(|accessibility (?:links|help)|page last updated|last updated|. last updated|via [A-Z]|(?-i:Photo|Image|Picture|File photo|Credit|Photograph)s? ?:)"
      R"(|home ?[/>|»]|news ?[/>|»]|(?:\d+ )?comments?$|leave a (?:comment|reply)|terms (?:of|and)|privacy policy|contact us|about us|all rights reserved)"
      R"(|copyright\b|\(c\) ?\d{4}|© ?|download the app|watch live|click here|back to top|advertise with|e-?mail this|printable version|video and audio news|registered in)"
      R"(|the \w+ is not responsible for|twitter ?:|.{0,40}\bwebsite can (?:also )?be accessed))");
  // What gives a short line away in any place.
  static const Pattern within(
      R"(all rights reserved|copyright (?:©|\d{4})|© ?(?:copyright )?\d{4}|right on your browser|updates as we post|style ?sheets?|\bcookies?\b.{0,80}\b(?:policy|settings|experience|consent|visit|accept)|taboola|outbrain|website can (?:also )?be accessed|is not responsible for the content)");
  // A caption, told by the credit at its end.
  static const Pattern credit(R"(\b(?-i:Image|Photo|Photograph|Picture)s?: ?.{2,60}$)");
  if (credit.matches(line) && words <= 40) return true;
  // `Follow us, the general told the crowd.` is a sentence of the story.
  if (prompt.matches(line) && (words < 6 || !ends_like_sentence(line))) return true;
  if (within.matches(line) && words <= 40) return true;
  // Breadcrumbs and menus: `Home / World / Asia`, `News | Sport | Weather`.
  static const Pattern trail(R"(^[\p{L}\d &'’.-]{1,30}(?:\s*[/|>»›·•]\s*[\p{L}\d &'’.-]{1,30}){1,12}$)");
  if (words <= 24 && trail.matches(line) && !ends_like_sentence(line)) return true;
  static const Pattern handles(R"(^(?:.{0,24}:\s*)?@\w+(?:(?:,| and|\s)+@\w+)*$)");
  return handles.matches(line) || is_update_line(line) || is_bare_day(line);
}

bool opens_tail(std::string_view raw) {
  static const Pattern tail(
      R"(^(?:sources?|external links?|sister links?|related (?:news|stories|articles|topics|links)|references|have an opinion.*|(?:most|top) (?:read|popular|stories).*|more on this story.*|read next.*|elsewhere on.*|also in the news|share this (?:article|story|page|text).*|(?:comments?|\d+ comments?)|bbc navigation|languages?|services)\s*:?$)");
  const std::string_view line = trimmed(raw);
  return line.size() < 90 && tail.matches(line);
}

}  // namespace relata::detail
