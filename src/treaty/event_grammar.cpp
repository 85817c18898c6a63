// The one-line grammar of events and the file form; names are not looked up here.
#include <array>
#include <optional>
#include <utility>

#include "base/name.h"
#include "text/reader.h"
#include "treaty/event.h"

namespace entente::treaty {
namespace {

struct Word {
  std::string text;
  int column = 1;
};

/// Splits at blanks and at commas; a comma is a word of its own.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
      continue;
    }
    std::size_t length = 1;
    if (c != ',')
      while (at + length < text.size() &&
             std::string_view(" \t\n\r,").find(text[at + length]) == std::string_view::npos)
        ++length;
    words.push_back({std::string(text.substr(at, length)), static_cast<int>(at) + 1});
    at += length;
  }
  return words;
}

constexpr std::string_view kShape =
    "write: ATTACKERS attacks TARGETS [at PLACE] [by MEANS] [hitting ASSET] [on DATE] [since DATE] "
    "[after provocation] [killing N]";

class Grammar {
 public:
  explicit Grammar(std::string_view text)
      : words_(words_of(text)), end_(static_cast<int>(text.size()) + 1) {}

  Result<EventText> read() {
    if (words_.empty()) return Error{Code::syntax, at(), "there is no event", std::string(kShape)};
    list(event_.attackers, "an attacker");
    if (peek() == "attacks")
      ++next_;
    else
      fault("expected `attacks` after the attackers");
    list(event_.targets, "a target");
    while (faults_.empty() && next_ < words_.size()) part();
    if (!faults_.empty()) return faults_;
    return event_;
  }

 private:
  [[nodiscard]] std::string_view peek() const {
    return next_ < words_.size() ? std::string_view(words_[next_].text) : std::string_view();
  }
  [[nodiscard]] Where at() const {
    return {"event", 1, next_ < words_.size() ? words_[next_].column : end_};
  }
  void fault(std::string message) {
    // One fault of grammar is enough: what follows it would be noise.
    if (faults_.empty())
      faults_.push_back({Code::syntax, at(), std::move(message), std::string(kShape)});
  }

  static bool is_keyword(std::string_view word) {
    for (const std::string_view known :
         {"attacks", "at", "by", "hitting", "on", "since", "after", "killing"})
      if (word == known) return true;
    return false;
  }

  std::optional<EventText::Name> name(const std::string& what) {
    if (next_ >= words_.size() || peek() == "," || is_keyword(peek())) {
      fault("expected " + what);
      return std::nullopt;
    }
    EventText::Name taken{words_[next_].text, at()};
    ++next_;
    return taken;
  }

  void list(std::vector<EventText::Name>& into, const std::string& what) {
    while (faults_.empty()) {
      if (auto taken = name(what)) into.push_back(std::move(*taken));
      if (peek() != ",") return;
      ++next_;
    }
  }

  void part() {
    const std::string keyword(peek());
    const std::array<std::pair<std::string_view, std::optional<EventText::Name>*>, 6> parts{{
        {"at", &event_.at},
        {"by", &event_.by},
        {"hitting", &event_.hitting},
        {"on", &event_.on},
        {"since", &event_.since},
        {"killing", &event_.killing},
    }};
    for (const auto& [word, slot] : parts) {
      if (word != keyword) continue;
      if (slot->has_value()) return fault("`" + keyword + "` stands twice");
      ++next_;
      *slot = name("a word after `" + keyword + "`");
      return;
    }
    if (keyword != "after") return fault("`" + keyword + "` is no part of an event");
    ++next_;
    if (peek() != "provocation") return fault("expected `provocation` after `after`");
    ++next_;
    event_.after_provocation = true;
  }

  std::vector<Word> words_;
  int end_;
  std::size_t next_ = 0;
  EventText event_;
  Faults faults_;
};

}  // namespace

std::string_view word(Asset asset) {
  constexpr std::array<std::string_view, 4> kWords{"territory", "forces", "vessel", "aircraft"};
  return kWords[static_cast<std::size_t>(asset)];
}

Result<EventText> parse_event(std::string_view text) { return Grammar(text).read(); }

Result<EventText> read_event(const text::Document& document) {
  Faults faults;
  EventText event;
  text::TableReader reader(document.root, document.file, "an event", faults);
  const auto names = [&](std::string_view key, std::vector<EventText::Name>& into) {
    for (auto& item : reader.texts(key))
      into.push_back({std::move(item), reader.where(key, into.size())});
    const text::Node* node = reader.raw(key);
    if (node == nullptr || (node->kind == text::Kind::array && node->items.empty()))
      reader.fault(Code::missing_key, key, "an event needs `" + std::string(key) + "`");
  };
  names("attackers", event.attackers);
  names("targets", event.targets);
  const auto word_at = [&](std::string_view key, std::optional<EventText::Name>& into) {
    if (auto text = reader.text(key)) into = EventText::Name{std::move(*text), reader.where(key)};
  };
  word_at("at", event.at);
  word_at("by", event.by);
  word_at("hitting", event.hitting);
  const auto day_at = [&](std::string_view key, std::optional<EventText::Name>& into) {
    if (auto day = reader.date(key)) into = EventText::Name{to_text(*day), reader.where(key)};
  };
  day_at("on", event.on);
  day_at("since", event.since);
  if (auto killed = reader.integer("killing"))
    event.killing = EventText::Name{std::to_string(*killed), reader.where("killing")};
  event.after_provocation = reader.boolean("provoked").value_or(false);
  reader.done();
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return event;
}

}  // namespace entente::treaty
