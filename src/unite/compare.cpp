// SPDX-License-Identifier: MIT
#include "unite/compare.hpp"

#include <algorithm>

#include "unite/name_forms.hpp"
#include "unite/name_tables.hpp"

namespace relata::uniting {
namespace {

/// The first by name of what two lists share, or of one list.
std::string first_name(const Symbols& symbols, const std::vector<Symbol>& list,
                       const std::vector<Symbol>* also = nullptr) {
  const std::string* best = nullptr;
  for (const Symbol symbol : list) {
    if (also && !std::binary_search(also->begin(), also->end(), symbol)) continue;
    if (best == nullptr || symbols[symbol] < *best) best = &symbols[symbol];
  }
  return best ? *best : std::string();
}

std::string against(const Symbols& symbols, const char* what, const std::vector<Symbol>& a,
                    const std::vector<Symbol>& b) {
  std::string text = what;
  text += ": ";
  text += first_name(symbols, a);
  text += " / ";
  text += first_name(symbols, b);
  return text;
}

bool differ(const std::vector<Symbol>& a, const std::vector<Symbol>& b) {
  return !a.empty() && !b.empty() && !share(a, b);
}

}  // namespace

Kind kind_of(Label cls) {
  if (cls == cls::Person) return Kind::person;
  if (cls == cls::Country || cls == cls::Location) return Kind::place;
  if (cls == cls::Treaty) return Kind::treaty;
  if (cls == cls::Organization || cls == cls::GovernmentBody || cls == cls::MediaOutlet || cls == cls::Group)
    return Kind::body;
  return Kind::other;
}

bool is_generic(const std::vector<std::string>& words) {
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [](const auto& w) { return is_generic_word(w); });
}

bool is_of_one_state(const std::vector<std::string>& words) {
  return is_generic(words) ||
         std::any_of(words.begin(), words.end(), [](const auto& w) { return is_law_word(w); });
}

std::string_view country_in_name(const std::vector<std::string>& words) {
  if (words.size() < 2) return {};
  const std::string_view first = country_of_demonym(words.front());
  if (first != words.front() && is_generic({words.begin() + 1, words.end()})) return first;
  for (std::size_t of = 1; of + 1 < words.size(); ++of) {
    if (words[of] != "of") continue;
    const std::size_t from = words[of + 1] == "the" ? of + 2 : of + 1;
    const std::string tail = joined({words.begin() + static_cast<std::ptrdiff_t>(from), words.end()});
    const std::string_view country = country_named(tail);
    if (!country.empty() && is_generic({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(of)}))
      return country;
  }
  return {};
}

std::string contradiction(const Symbols& symbols, const Context& a, const Context& b, Kind kind,
                          bool one_state, bool crossing) {
  if (differ(a.meanings, b.meanings)) return against(symbols, "stands for", a.meanings, b.meanings);
  if (share(a.roles, b.roles)) return {};
  if (kind == Kind::treaty && !one_state) return {};  // treaties belong to several countries
  const bool lives_differ = a.spheres != 0 && b.spheres != 0 && (a.spheres & b.spheres) == 0;
  if (kind == Kind::person && lives_differ) {
    const bool move = (a.spheres & public_spheres) != 0 && (b.spheres & public_spheres) != 0;
    if (!move || !share(a.countries, b.countries)) {
      if (!share(a.bodies, b.bodies)) return against(symbols, "walks of life", a.nouns, b.nouns);
    }
  }
  // Two towns of one state's parts, two hospitals of two towns.
  if (kind == Kind::place && !crossing && differ(a.regions, b.regions))
    return against(symbols, "places", a.regions, b.regions);
  if (kind == Kind::body && one_state && differ(a.seats, b.seats))
    return against(symbols, "places", a.seats, b.seats);
  if (share(a.countries, b.countries) || share(a.bodies, b.bodies)) return {};
  if (differ(a.countries, b.countries)) return against(symbols, "countries", a.countries, b.countries);
  if (kind == Kind::place && differ(a.bodies, b.bodies))
    return against(symbols, "places", a.bodies, b.bodies);
  if (kind == Kind::place &&
      ((!a.countries.empty() && !b.bodies.empty()) || (!b.countries.empty() && !a.bodies.empty())))
    return {};
  const auto placed = [](const Context& c) { return !c.countries.empty() || !c.bodies.empty(); };
  if (kind == Kind::person && differ(a.nouns, b.nouns) && (a.spheres == 0 || b.spheres == 0) && placed(a) &&
      placed(b))
    return against(symbols, "roles", a.nouns, b.nouns);
  return {};
}

int support(const Context& a, const Context& b) {
  int sum = 0;
  if (share(a.roles, b.roles)) sum += 3;
  if (share(a.bodies, b.bodies)) sum += 2;
  if (share(a.countries, b.countries)) sum += 1;
  if (share(a.meanings, b.meanings)) sum += 2;
  return sum;
}

std::string common_ground(const Symbols& symbols, const Context& a, const Context& b) {
  for (const auto list : {&Context::roles, &Context::bodies, &Context::meanings, &Context::countries})
    if (share(a.*list, b.*list)) return first_name(symbols, a.*list, &(b.*list));
  return {};
}

void add_company(const Corpus& corpus, std::uint32_t article, Company& company) {
  for (const std::uint32_t o : corpus.of_article[article])
    if (corpus.is_telling(corpus.occurrences[o].thing)) company.insert(corpus.occurrences[o].thing);
}

std::uint32_t common_company(const Corpus& corpus, const Company& a, const Company& b, std::uint32_t but) {
  const Company& fewer = a.size() <= b.size() ? a : b;
  const Company& more = a.size() <= b.size() ? b : a;
  std::uint32_t best = none;
  for (const std::uint32_t thing : fewer)
    if (thing != but && more.contains(thing) &&
        (best == none || corpus.things[thing].id < corpus.things[best].id))
      best = thing;
  return best;
}

}  // namespace relata::uniting
