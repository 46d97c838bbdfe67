// SPDX-License-Identifier: MIT
#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "read/compose.hpp"
#include "read/dates.hpp"
#include "read/decode.hpp"
#include "read/furniture.hpp"
#include "read/pattern.hpp"
#include "text/blanks.hpp"

namespace relata {
namespace {

using namespace detail;

std::string_view attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_skipped(const GumboNode& node) {
  switch (node.v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      break;
  }
  if (attribute(node, "hidden").data() != nullptr || attribute(node, "aria-hidden") == "true") return true;
  static const Pattern named(
      R"(\b(?:nav|menu|breadcrumbs?|share|sharing|social|cookies?|consent|comments?|related|recommended|promo|advert\w*|ads?|sidebar|footer|newsletter|subscribe|caption|credit|toolbar|banner|popup|modal|most-?read)\b)");
  for (const char* const name : {"class", "id", "role"})
    if (const std::string_view value = attribute(node, name); !value.empty() && named.matches(value))
      return true;
  return false;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
      return true;
    default:
      return false;
  }
}

/// A stretch of text between block borders.
struct TextBlock {
  std::string text;
  GumboTag tag = GUMBO_TAG_UNKNOWN;   ///< of the nearest block element
  const GumboNode* parent = nullptr;  ///< of that element
  std::size_t linked = 0;             ///< bytes inside links
};

struct Page {
  std::vector<TextBlock> blocks;
  std::string heading, document_title, meta_title, meta_date, time_date, json_date;
};

/// Walks the page with a stack of its own: nesting in a page has no bound.
class PageWalk {
 public:
  Page walk(const GumboNode& root) {
    struct Visit {
      const GumboNode* node;
      const GumboNode* block;
      bool linked;
      bool leaving;
    };
    std::vector<Visit> stack = {{&root, &root, false, false}};
    while (!stack.empty()) {
      const Visit visit = stack.back();
      stack.pop_back();
      const GumboNode& node = *visit.node;
      if (visit.leaving) {
        close_block();
        continue;
      }
      if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
          node.type == GUMBO_NODE_WHITESPACE) {
        open_block(*visit.block);
        const std::size_t before = current_.text.size();
        append_collapsed(current_.text, node.v.text.text);
        if (visit.linked) current_.linked += current_.text.size() - before;
        continue;
      }
      if (node.type != GUMBO_NODE_ELEMENT) continue;
      note_metadata(node);
      const GumboTag tag = node.v.element.tag;
      if (tag != GUMBO_TAG_HTML && tag != GUMBO_TAG_BODY && tag != GUMBO_TAG_HEAD && is_skipped(node))
        continue;
      const bool block = is_block(tag);
      if (block) {
        close_block();
        stack.push_back({&node, visit.block, false, true});
      }
      const GumboVector& children = node.v.element.children;
      for (unsigned i = children.length; i-- > 0;)
        stack.push_back({static_cast<const GumboNode*>(children.data[i]), block ? &node : visit.block,
                         visit.linked || tag == GUMBO_TAG_A, false});
    }
    close_block();
    return std::move(page_);
  }

 private:
  void open_block(const GumboNode& block) {
    if (!current_.text.empty()) return;
    current_.tag = block.type == GUMBO_NODE_ELEMENT ? block.v.element.tag : GUMBO_TAG_UNKNOWN;
    current_.parent = block.parent;
  }

  void close_block() {
    current_.text = std::string(trimmed(current_.text));
    if (!current_.text.empty()) {
      if (current_.tag == GUMBO_TAG_H1 && page_.heading.empty()) page_.heading = current_.text;
      page_.blocks.push_back(std::move(current_));
    }
    current_ = {};
  }

  static std::string inner_text(const GumboNode& node) {
    std::string text;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      if (const auto* const child = static_cast<const GumboNode*>(children.data[i]);
          child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE)
        text += child->v.text.text;
    return text;
  }

  void note_metadata(const GumboNode& node) {
    const auto first = [](std::string& slot, std::string_view value) {
      if (slot.empty()) append_collapsed(slot, value);
    };
    switch (node.v.element.tag) {
      case GUMBO_TAG_TITLE:
        first(page_.document_title, inner_text(node));
        break;
      case GUMBO_TAG_TIME:
        first(page_.time_date, attribute(node, "datetime"));
        break;
      case GUMBO_TAG_META: {
        const std::string_view name =
            attribute(node, "property").empty() ? attribute(node, "name") : attribute(node, "property");
        if (name == "og:title" || name == "twitter:title")
          first(page_.meta_title, attribute(node, "content"));
        if (name == "article:published_time" || name == "datePublished" || name == "date" ||
            name == "dc.date" || name == "pubdate")
          first(page_.meta_date, attribute(node, "content"));
        if (attribute(node, "itemprop") == "datePublished")
          first(page_.meta_date, attribute(node, "content"));
        break;
      }
      case GUMBO_TAG_SCRIPT: {
        static const Pattern published(R"re("datePublished"\s*:\s*"([^"]{4,40})")re");
        if (attribute(node, "type") != "application/ld+json") break;
        const std::string data = inner_text(node);
        if (const auto match = published.match(data)) first(page_.json_date, (*match)[1]);
        break;
      }
      default:
        break;
    }
  }

  Page page_;
  TextBlock current_;
};

/// The element that holds the story: the one whose paragraphs, its own and half of those of its children,
/// weigh most (after Readability's scoring, without its tuning).
const GumboNode* story_root(const std::vector<TextBlock>& blocks) {
  std::vector<std::pair<const GumboNode*, double>> scores;
  std::unordered_map<const GumboNode*, std::size_t> index;
  const auto add = [&](const GumboNode* node, double score) {
    if (node == nullptr) return;
    const auto [at, is_new] = index.try_emplace(node, scores.size());
    if (is_new) scores.emplace_back(node, 0);
    scores[at->second].second += score;
  };
  for (const TextBlock& block : blocks) {
    if (block.linked * 3 > block.text.size() || count_words(block.text) < 8) continue;
    const auto weight = static_cast<double>(block.text.size());
    add(block.parent, weight);
    if (block.parent != nullptr) add(block.parent->parent, weight * 0.5);
  }
  const GumboNode* best = nullptr;
  double most = 0;
  for (const auto& [node, score] : scores)
    if (score > most) {
      most = score;
      best = node;
    }
  return best;
}

/// Whether nodes lie in the subtree of `root`. Answers are remembered along each path, so that a page nested
/// to any depth is walked once.
class Inside {
 public:
  explicit Inside(const GumboNode* root) { known_.emplace(root, true); }

  bool operator()(const GumboNode* node) {
    path_.clear();
    bool inside = false;
    for (; node != nullptr; node = node->parent) {
      if (const auto found = known_.find(node); found != known_.end()) {
        inside = found->second;
        break;
      }
      path_.push_back(node);
    }
    for (const GumboNode* const passed : path_) known_.emplace(passed, inside);
    return inside;
  }

 private:
  std::unordered_map<const GumboNode*, bool> known_;
  std::vector<const GumboNode*> path_;
};

/// `Headline | Paper` → `Headline`: the site's name behind the last separator is dropped where a headline
/// stays.
std::string headline(std::string title) {
  for (const std::string_view separator : {" | ", " - ", " — ", " – ", " :: "}) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && count_words(std::string_view(title).substr(0, at)) >= 3) {
      title.resize(at);
      break;
    }
  }
  return title;
}

/// Refuses nesting that no page has: an HTML5 parser needs quadratic time for it.
void check_nesting(std::string_view html, const std::string& uri) {
  constexpr long most = 4096;
  long depth = 0;
  for (std::size_t i = html.find('<'); i != std::string_view::npos && i + 1 < html.size();
       i = html.find('<', i + 1)) {
    const char next = html[i + 1];
    if (next == '/') {
      if (depth > 0) --depth;
      continue;
    }
    if ((next | 0x20) < 'a' || (next | 0x20) > 'z') continue;
    // Elements that are void or end by themselves do not nest.
    static const Pattern flat(
        R"(^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|tr|th|dt|dd|option)\b)");
    if (flat.matches(html.substr(i, 8))) continue;
    if (++depth > most)
      throw Error(uri + ": elements nested more than " + std::to_string(most) +
                  " deep, which no page needs and an HTML parser takes quadratic time for");
  }
}

/// The encoding that the first bytes of a page name.
std::string declared_encoding(std::string_view bytes) {
  static const Pattern charset(R"re(<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30}))re");
  std::string ascii(bytes.substr(0, 4096));
  std::replace_if(
      ascii.begin(), ascii.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\0'; },
      '?');
  const auto match = charset.match(ascii);
  return match ? std::string((*match)[1]) : std::string();
}

}  // namespace

Article read_html(std::string_view bytes, const std::string& uri, const ReadOptions& options) {
  const std::string html = decode(bytes, declared_encoding(bytes), uri);
  check_nesting(html, uri);
  GumboOptions settings = kGumboDefaultOptions;
  settings.max_errors = 0;
  const auto destroy = [&settings](GumboOutput* output) { gumbo_destroy_output(&settings, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
      gumbo_parse_with_options(&settings, html.data(), html.size()), destroy);
  const Page page = PageWalk().walk(*parsed->root);

  std::string title = clean_characters(!page.meta_title.empty() ? page.meta_title
                                       : !page.heading.empty()  ? page.heading
                                                                : headline(page.document_title));
  std::string published;
  for (const std::string* date : {&page.meta_date, &page.json_date, &page.time_date})
    if (published.empty() && !date->empty()) published = find_date(*date);

  std::vector<Piece> pieces;
  if (!title.empty()) pieces.push_back({Block::Kind::title, title});
  const GumboNode* const root = story_root(page.blocks);
  Inside in_story(root);
  std::size_t sentences = 0;
  for (const TextBlock& block : page.blocks) {
    if (root != nullptr && !in_story(block.parent)) continue;
    const std::string text = clean_characters(block.text);
    if (sentences > 2 && opens_tail(text)) break;
    if (text == title || is_furniture(text)) continue;
    if (is_date_line(text)) {
      if (published.empty()) published = find_date(text);
      continue;
    }
    if (block.linked * 2 > block.text.size() && !ends_like_sentence(text)) continue;
    const bool sentence = ends_like_sentence(text);
    const bool heading = block.tag == GUMBO_TAG_H1 || block.tag == GUMBO_TAG_H2 ||
                         block.tag == GUMBO_TAG_H3 || block.tag == GUMBO_TAG_H4;
    if (!sentence && !heading && count_words(text) < 4) continue;
    sentences += sentence;
    pieces.push_back({heading                     ? Block::Kind::heading
                      : block.tag == GUMBO_TAG_LI ? Block::Kind::list_item
                                                  : Block::Kind::paragraph,
                      text});
  }
  return compose(pieces, std::move(title), std::move(published), uri, options);
}

}  // namespace relata
