#include "scenario/contingency_file.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include "base/name.h"
#include "text/reader.h"
#include "treaty/event.h"
#include "world/state_named.h"

namespace entente::scenario {
namespace {

using text::TableReader;
using world::Contingency;
using world::Uncertain;

constexpr std::array<std::string_view, 3> kStatus{"published", "derived", "assumption"};
constexpr std::array<std::string_view, 3> kConfidence{"A", "B", "C"};

/// The keys that say one number and what is not known about it.
struct Keys {
  std::string value, low, high, status, confidence;
};

Keys prefixed(const std::string& key) {
  return {key, key + "_low", key + "_high", key + "_status", key + "_confidence"};
}

const Keys kAmountKeys{"amount", "low", "high", "status", "confidence"};

class ContingencyReader {
 public:
  ContingencyReader(const text::Node& table, std::string_view file, world::World& world,
                    const ContingencyRules& rules, Faults& faults)
      : file_(file),
        world_(world),
        rules_(rules),
        faults_(faults),
        reader_(table, file, "a contingency", faults) {}

  std::optional<Contingency> read() {
    const std::size_t before = faults_.size();
    id();
    texts();
    event();
    weight();
    loss_clock();
    sponsor();
    amounts("demand", "a demand", read_.demand);
    amounts("host_supply", "a supply", read_.host_supply);
    amounts("red_committed", "a force", read_.red_committed);
    if (rules_.of_library && reader_.raw("demand") == nullptr)
      reader_.fault(Code::missing_key, "demand", "a contingency needs `demand`");
    reader_.done();
    if (faults_.size() != before) return std::nullopt;
    return std::move(read_);
  }

 private:
  /// The id, and what the world says of it where the table may build on that.
  void id() {
    const std::string id = reader_.required_text("id");
    if (!id.empty() && !is_slug(id))
      reader_.fault(Code::bad_value, "id", "`" + id + "` is no name",
                    "use small letters, digits and single underscores");
    const Symbol symbol = world_.symbols.intern(id);
    const auto known = std::ranges::find(world_.contingencies, symbol, &Contingency::id);
    changes_ = !rules_.of_library && known != world_.contingencies.end();
    if (changes_) read_ = *known;
    read_.id = symbol;
    if (!changes_) read_.theatre = symbol;
  }

  void texts() {
    if (rules_.of_library)
      read_.name = reader_.required_text("name");
    else if (const auto name = reader_.text("name"))
      read_.name = *name;
    else if (!changes_)
      read_.name = world_.symbols.name(read_.id);
    if (const auto source = reader_.text("source"); source && !source->empty())
      read_.source = *source;
    else if (rules_.of_library)
      reader_.fault(Code::no_source, "source", "this contingency has no source");
    else if (!changes_)
      read_.source = "the scenario";
    if (const auto theatre = reader_.text("theatre")) check_theatre(*theatre);
  }

  void check_theatre(const std::string& theatre) {
    std::vector<std::string> known(rules_.contingencies.begin(), rules_.contingencies.end());
    known.push_back(world_.symbols.name(read_.id));
    for (const Contingency& one : world_.contingencies) {
      known.push_back(world_.symbols.name(one.id));
      known.push_back(world_.symbols.name(one.theatre));
    }
    if (std::ranges::find(known, theatre) == known.end())
      reader_.fault(Code::unknown_name, "theatre",
                    "there is no contingency `" + theatre + "` whose theatre this could be",
                    did_you_mean(theatre, known));
    read_.theatre = world_.symbols.intern(theatre);
  }

  void event() {
    const auto line = reader_.text("event");
    if (!line) {
      if (!changes_ && reader_.raw("event") == nullptr)
        reader_.fault(Code::missing_key, "event", "a contingency needs `event`",
                      "as in \"RUS attacks EST at narva\"");
      return;
    }
    read_.event = *line;
    read_.where = reader_.where("event");
    const auto at_event = [&](const Faults& faults) {
      for (const Error& fault : faults)
        faults_.push_back({fault.code, read_.where, fault.message, fault.hint});
    };
    const auto written = treaty::parse_event(*line);
    if (!written) return at_event(written.error());
    if (const auto event = treaty::resolve(*written, world_); !event) at_event(event.error());
  }

  void weight() {
    const auto weight = uncertain(reader_, prefixed("weight"), "a weight", false);
    if (weight) read_.weight = *weight;
  }

  void loss_clock() {
    const auto days = uncertain(reader_, prefixed("loss_clock"), "a loss clock", true);
    if (days) read_.loss_clock = *days;
  }

  /// A share of one keeps its whole range within it.
  void share(const std::string& key, const std::string& what, Uncertain& share) {
    const auto found = uncertain(reader_, prefixed(key), what, true);
    if (!found) return;
    if (found->low < 0 || std::max(found->value, found->high) > 1)
      return reader_.fault(Code::bad_value, key, "`" + key + "` is a share of 1",
                           "write one from 0 to 1, its range within them");
    share = *found;
  }

  void sponsor() {
    if (const auto name = reader_.text("sponsor")) {
      const auto state = world::state_named(world_, *name, world_.day, reader_.where("sponsor"));
      if (state)
        check_sponsor(*state);
      else
        faults_.push_back(state.error().front());
    }
    share("link", "a link", read_.link);
    share("attribution", "an attribution", read_.attribution);
  }

  /// Groups have sponsors; a state that attacks is seen to.
  void check_sponsor(Symbol sponsor) {
    read_.sponsor = sponsor;
    const auto written = treaty::parse_event(read_.event);
    const auto event =
        written ? treaty::resolve(*written, world_) : Result<treaty::Event>(Faults{});
    if (!event) return;  // Said of the event.
    const auto is_group = [&](Symbol attacker) {
      const world::State* state = world_.state(attacker);
      return state != nullptr && state->is_actor;
    };
    const std::string& name = world_.symbols.name(sponsor);
    if (is_group(sponsor))
      reader_.fault(Code::bad_value, "sponsor", "`" + name + "` is no state",
                    "name the state behind the attackers");
    else if (!std::ranges::all_of(event->attackers, is_group))
      reader_.fault(Code::bad_value, "sponsor", "only attackers that are no states have a sponsor",
                    "leave `sponsor` out, or name a group as the attacker");
    else if (std::ranges::find(event->targets, sponsor) != event->targets.end())
      reader_.fault(Code::bad_value, "sponsor", "`" + name + "` would have itself attacked",
                    "name another sponsor");
  }

  void amounts(std::string_view key, std::string_view what, std::vector<world::Amount>& into) {
    if (reader_.raw(key) == nullptr) return;
    into.clear();
    std::set<std::pair<Symbol, int>> seen;
    for (const text::Node* node : reader_.tables(key)) {
      TableReader row(*node, file_, "an amount of `" + std::string(key) + "`", faults_);
      const std::size_t before = faults_.size();
      world::Amount amount = read_amount(row, what);
      if (faults_.size() == before && !seen.insert({amount.element, amount.day}).second)
        row.fault(Code::duplicate, "element",
                  "`" + world_.symbols.name(amount.element) + "` stands twice on day " +
                      std::to_string(amount.day));
      row.done();
      into.push_back(std::move(amount));
    }
    std::ranges::stable_sort(into, [&](const world::Amount& a, const world::Amount& b) {
      if (a.element != b.element)
        return world_.symbols.name(a.element) < world_.symbols.name(b.element);
      return a.day < b.day;
    });
  }

  world::Amount read_amount(TableReader& row, std::string_view what) {
    world::Amount amount;
    amount.element = element(row);
    amount.day = day(row);
    if (row.raw("amount") == nullptr) (void)row.required_number("amount");
    amount.units = uncertain(row, kAmountKeys, what, true).value_or(Uncertain{});
    amount.source = row.text("source").value_or("");
    return amount;
  }

  Symbol element(TableReader& row) {
    const std::string name = row.required_text("element");
    if (name.empty()) return {};
    std::vector<std::string> known = world_.names_of("element");
    known.insert(known.end(), rules_.elements.begin(), rules_.elements.end());
    if (std::ranges::find(known, name) == known.end())
      row.fault(Code::unknown_name, "element", "there is no element `" + name + "`",
                did_you_mean(name, known));
    return world_.symbols.intern(name);
  }

  static int day(TableReader& row) {
    if (row.raw("day") == nullptr) {
      (void)row.required_number("day");
      return 0;
    }
    const auto day = row.integer("day");
    if (!day) return 0;
    if (*day >= 0 && *day <= kLastDay) return static_cast<int>(*day);
    row.fault(Code::bad_value, "day",
              "a day lies from 0 to " + std::to_string(kLastDay) + ", counted from the first day");
    return 0;
  }

  /// A number with its range; nothing where there is none or it has a fault. A number of the
  /// library says with `marked` what it is and how sure; without, it is an assumption.
  std::optional<Uncertain> uncertain(TableReader& reader, const Keys& keys, std::string_view what,
                                     bool marked) {
    const std::size_t before = faults_.size();
    const auto value = reader.number(keys.value), low = reader.number(keys.low),
               high = reader.number(keys.high);
    const auto status = reader.choice(keys.status, kStatus);
    const auto confidence = reader.choice(keys.confidence, kConfidence);
    if (!value || faults_.size() != before) return std::nullopt;
    if (rules_.of_library && marked)
      for (const auto& [key, said] : {std::pair(keys.status, status.has_value()),
                                      std::pair(keys.confidence, confidence.has_value())})
        if (!said)
          reader.fault(Code::missing_key, keys.value, std::string(what) + " needs `" + key + "`");
    if (!rules_.of_library && !status && !low && !high && *value >= 0)
      return Uncertain::known(*value);
    const Uncertain read{*value, low.value_or(*value), high.value_or(*value),
                         !status || kStatus[*status] == "assumption",
                         kConfidence[confidence.value_or(2)].front()};
    if (faults_.size() == before) check_range(reader, keys, what, read, low && high);
    return read;
  }

  static void check_range(TableReader& reader, const Keys& keys, std::string_view what,
                          const Uncertain& read, bool whole) {
    if (read.value < 0 || read.low < 0)
      reader.fault(Code::bad_value, read.value < 0 ? keys.value : keys.low,
                   std::string(what) + " cannot be negative");
    else if (read.assumption && !whole)
      reader.fault(Code::range_missing, keys.value,
                   std::string(what) + " that is an assumption needs `" + keys.low + "` and `" +
                       keys.high + "`");
    else if (read.low > read.high)
      reader.fault(Code::bad_value, keys.low, "`" + keys.low + "` lies above `" + keys.high + "`");
    else if (read.value < read.low || read.value > read.high)
      reader.fault(Code::unsourced_range, keys.low,
                   "`" + keys.value + "` lies outside its own range");
  }

  static constexpr int kLastDay = 3650;  // The longest horizon of a plan.

  std::string_view file_;
  world::World& world_;
  const ContingencyRules& rules_;
  Faults& faults_;
  TableReader reader_;
  Contingency read_;
  bool changes_ = false;  // The world has a contingency of this name, and this changes it.
};

}  // namespace

std::optional<Contingency> read_contingency(const text::Node& table, std::string_view file,
                                            world::World& world, const ContingencyRules& rules,
                                            Faults& faults) {
  return ContingencyReader(table, file, world, rules, faults).read();
}

}  // namespace entente::scenario
