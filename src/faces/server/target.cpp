#include "faces/server/target.h"

#include <algorithm>

namespace entente::server {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

/// Whether a decoded segment is a plain name: nothing that means another place.
bool is_plain(std::string_view segment) {
  return segment != "." && segment != ".." && segment.find('/') == std::string_view::npos &&
         segment.find('\\') == std::string_view::npos && std::ranges::none_of(segment, is_control);
}

/// Calls `each` with every part between two `mark`s.
template <class Each>
void split(std::string_view text, char mark, const Each& each) {
  while (true) {
    const std::size_t end = text.find(mark);
    each(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view Target::value(std::string_view name) const {
  for (const auto& [key, text] : query)
    if (key == name) return text;
  return {};
}

std::optional<std::string> decoded(std::string_view text, bool query) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (query && text[at] == '+') {
      bytes += ' ';
    } else if (text[at] != '%') {
      bytes += text[at];
    } else {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = hex(text[at + 1]), low = hex(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      bytes += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  return bytes;
}

std::optional<Target> read_target(std::string_view text) {
  if (!text.starts_with('/')) return std::nullopt;
  Target target;
  const std::size_t mark = text.find('?');
  bool sound = true;
  split(text.substr(0, mark).substr(1), '/', [&](std::string_view part) {
    const auto segment = decoded(part, false);
    if (!segment || !is_plain(*segment)) {
      sound = false;
    } else if (!segment->empty()) {
      target.path.push_back(*segment);
    }
  });
  if (mark != std::string_view::npos) {
    split(text.substr(mark + 1), '&', [&](std::string_view part) {
      if (part.empty()) return;
      const std::size_t equals = part.find('=');
      const auto key = decoded(part.substr(0, equals), true);
      const auto value = decoded(
          equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1), true);
      if (!key || !value || std::ranges::any_of(*key, is_control)) {
        sound = false;
      } else {
        target.query.emplace_back(*key, *value);
      }
    });
  }
  if (!sound) return std::nullopt;
  return target;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t";
  const std::size_t from = text.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

bool accepts(std::string_view list, std::string_view name) {
  bool any = false, named = false, refused = false;
  split(list, ',', [&](std::string_view part) {
    const std::size_t semicolon = part.find(';');
    const std::string coding = lower(trimmed(part.substr(0, semicolon)));
    std::string weight;
    if (semicolon != std::string_view::npos) weight = lower(trimmed(part.substr(semicolon + 1)));
    // Zero in any of its spellings: `q=0`, `q=0.000`.
    const bool none =
        weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == std::string::npos;
    if (coding == name) {
      named = !none;
      refused = none;
    }
    if (coding == "*" && !none) any = true;
  });
  return named || (any && !refused);
}

bool names_tag(std::string_view list, std::string_view tag) {
  const auto strong = [](std::string_view text) {
    return text.starts_with("W/") ? text.substr(2) : text;
  };
  bool found = false;
  split(list, ',', [&](std::string_view part) {
    const std::string_view one = trimmed(part);
    if (one == "*" || (!one.empty() && strong(one) == strong(tag))) found = true;
  });
  return found;
}

}  // namespace entente::server
