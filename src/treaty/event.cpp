// Looks the names of events and facts up in the world.
#include "treaty/event.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/name.h"

namespace entente::treaty {
namespace {

using world::World;

constexpr std::array kAssets{Asset::territory, Asset::forces, Asset::vessel, Asset::aircraft};

/// Collects faults while names turn into symbols.
class Resolver {
 public:
  Resolver(const World& world, Faults& faults) : world_(world), faults_(faults) {}

  Date day(const std::optional<EventText::Name>& name, Date fallback) {
    if (!name) return fallback;
    if (const auto date = parse_date(name->text)) return *date;
    add(Code::no_such_date, name->where, "there is no day `" + name->text + "`",
        "write it as 2026-07-01");
    return fallback;
  }

  /// The state a name means on the day; a title that passed on is followed, with a notice.
  Symbol state(const EventText::Name& name, Date day, std::vector<std::string>& notices) {
    if (const Symbol found = world_.resolve(name.text, day)) {
      if (const auto& id = world_.symbols.name(found); id != name.text)
        notices.push_back(name.text + " on " + to_text(day) + " is " + id);
      return found;
    }
    const auto known = world_.names_of("state");
    if (const auto* state = world_.state(world_.symbols.find(name.text)); state != nullptr) {
      std::string life = "it lived from " + to_text(state->alive.from);
      if (state->alive.to != kAlwaysAfter) life += " to " + to_text(state->alive.to);
      add(Code::not_alive, name.where, "`" + name.text + "` was no state on " + to_text(day), life);
    } else if (world_.knows_state(name.text)) {
      add(Code::not_alive, name.where, "nothing was called `" + name.text + "` on " + to_text(day),
          "`entente describe " + name.text + "` shows whom the name meant, and when");
    } else {
      add(Code::unknown_state, name.where, "the library has no state or actor `" + name.text + "`",
          did_you_mean(name.text, known));
    }
    return {};
  }

  Symbol place(const EventText::Name& name) {
    const Symbol found = world_.symbols.find(name.text);
    if (found && !world_.place(found).empty()) return found;
    add(Code::unknown_place, name.where, "the library has no place `" + name.text + "`",
        did_you_mean(name.text, world_.names_of("place")));
    return {};
  }

  void add(Code code, const Where& where, std::string message, std::string hint = "") {
    faults_.push_back({code, where, std::move(message), std::move(hint)});
  }

  [[nodiscard]] const World& world() const { return world_; }

 private:
  const World& world_;
  Faults& faults_;
};

void resolve_rest(const EventText& written, Resolver& resolver, Event& event) {
  const World& world = resolver.world();
  if (written.at) event.at = resolver.place(*written.at);
  event.means = world.symbols.find(written.by ? written.by->text : "armed_force");
  if (world.find_means(event.means) == nullptr)
    resolver.add(
        Code::unknown_name, written.by ? written.by->where : Where{"event", 1, 1},
        "the library has no means `" + (written.by ? written.by->text : "armed_force") + "`",
        did_you_mean(written.by ? written.by->text : "", world.names_of("means")));
  if (written.hitting) {
    for (const Asset asset : kAssets)
      if (word(asset) == written.hitting->text) event.hitting = asset;
    if (!event.hitting)
      resolver.add(Code::bad_value, written.hitting->where,
                   "an attack cannot hit `" + written.hitting->text + "`",
                   "one of territory, forces, vessel, aircraft");
  }
  if (!written.killing) return;
  const auto& text = written.killing->text;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), event.killed);
  if (error != std::errc{} || rest != text.data() + text.size() || event.killed < 0)
    resolver.add(Code::bad_value, written.killing->where, "`" + text + "` is no number of dead",
                 "a whole number, 0 or more");
}

void check_sides(const EventText& written, const Event& event, Resolver& resolver) {
  const auto once = [&](const std::vector<Symbol>& side,
                        const std::vector<EventText::Name>& names) {
    for (std::size_t i = 0; i < side.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (side[i] && side[i] == side[j])
          resolver.add(Code::duplicate, names[i].where, "`" + names[i].text + "` stands twice");
  };
  once(event.attackers, written.attackers);
  once(event.targets, written.targets);
  for (std::size_t i = 0; i < event.targets.size(); ++i)
    if (event.targets[i] &&
        std::ranges::find(event.attackers, event.targets[i]) != event.attackers.end())
      resolver.add(Code::duplicate, written.targets[i].where,
                   "`" + written.targets[i].text + "` stands on both sides",
                   "a state cannot attack itself");
}

}  // namespace

Result<Event> resolve(const EventText& written, const World& world) {
  Faults faults;
  Resolver resolver(world, faults);
  Event event;
  event.on = resolver.day(written.on, world.day);
  event.since = resolver.day(written.since, event.on);
  event.provoked = written.after_provocation;
  if (event.since > event.on)
    resolver.add(Code::order_of_dates, written.since->where,
                 "the war cannot begin on " + to_text(event.since) + ", after the event on " +
                     to_text(event.on));
  for (const auto& name : written.attackers)
    event.attackers.push_back(resolver.state(name, event.on, event.notices));
  for (const auto& name : written.targets)
    event.targets.push_back(resolver.state(name, event.on, event.notices));
  check_sides(written, event, resolver);
  resolve_rest(written, resolver, event);
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return event;
}

Result<Event> event_from(std::string_view subject, const World& world) {
  const auto from = [&](const Result<text::Document>& document) -> Result<Event> {
    if (!document) return document.error();
    const auto written = read_event(*document);
    if (!written) return written.error();
    return resolve(*written, world);
  };
  if (subject.starts_with('{')) return from(text::parse_json(subject, "event"));
  const bool is_file = subject.find(' ') == std::string_view::npos &&
                       (subject.ends_with(".toml") || subject.ends_with(".json"));
  if (is_file) return from(text::read_document(std::string(subject)));
  const auto written = parse_event(subject);
  if (!written) return written.error();
  return resolve(*written, world);
}

std::string to_text(const Event& event, const World& world) {
  const auto names = [&](const std::vector<Symbol>& side) {
    std::vector<std::string> list;
    for (const Symbol name : side) list.push_back(world.symbols.name(name));
    return join(list, ",");
  };
  std::string text = names(event.attackers) + " attacks " + names(event.targets);
  if (event.at) text += " at " + world.symbols.name(event.at);
  text += " by " + world.symbols.name(event.means);
  if (event.hitting) text += " hitting " + std::string(word(*event.hitting));
  text += " on " + to_text(event.on);
  if (event.since != event.on) text += " since " + to_text(event.since);
  if (event.provoked) text += " after provocation";
  if (event.killed > 0) text += " killing " + std::to_string(event.killed);
  return text;
}

}  // namespace entente::treaty
