// Reads the general rules and the exceptions of an agreement file.
#include <algorithm>
#include <array>
#include <sstream>

#include "base/name.h"
#include "treaty/read_parts.h"

namespace entente::treaty {
namespace {

constexpr std::array<std::string_view, 9> kDuties{
    "fight", "assist", "supply", "share", "host", "consult", "stay_out", "not_attack", "none"};
constexpr std::array<std::string_view, 4> kDiscretions{"automatic", "own_judgement", "on_request",
                                                       "by_vote"};
constexpr std::array<std::string_view, 14> kTriggers{
    "armed_attack", "aggression",         "threat",          "war",        "war_joined",
    "own_attack",   "violation",          "indirect_attack", "insurgency", "mobilisation",
    "occupation",   "terror_or_disaster", "request",         "standing"};
constexpr std::array<std::string_view, 17> kThresholds{"armed_attack",
                                                       "armed_aggression",
                                                       "state_of_war",
                                                       "aerospace_attack",
                                                       "attack",
                                                       "aggression",
                                                       "aggression_or_insurgency",
                                                       "extreme_threat",
                                                       "vital_interest",
                                                       "nuclear_threat",
                                                       "public_vessels",
                                                       "terror_disaster",
                                                       "sub_threshold",
                                                       "threat",
                                                       "request",
                                                       "consult",
                                                       "never"};
constexpr std::array<std::string_view, 3> kNonState{"no", "practice", "text"};

/// What a trigger asks for when the file does not say (docs/agreements.md, Triggers).
Threshold usual_threshold(Trigger trigger, Duty duty) {
  if (duty == Duty::consult && trigger != Trigger::standing) return Threshold::consult;
  switch (trigger) {
    case Trigger::armed_attack:
    case Trigger::war_joined:
    case Trigger::own_attack:
      return Threshold::armed_attack;
    case Trigger::war:
      return Threshold::state_of_war;
    case Trigger::aggression:
    case Trigger::violation:
      return Threshold::aggression;
    case Trigger::insurgency:
      return Threshold::aggression_or_insurgency;
    case Trigger::terror_or_disaster:
      return Threshold::terror_disaster;
    case Trigger::threat:
    case Trigger::indirect_attack:
    case Trigger::mobilisation:
    case Trigger::occupation:
      return Threshold::threat;
    case Trigger::request:
      return Threshold::request;
    case Trigger::standing:
      if (duty == Duty::not_attack) return Threshold::attack;
      return duty == Duty::host || duty == Duty::share ? Threshold::consult : Threshold::never;
  }
  return Threshold::never;
}

class PartReader {
 public:
  PartReader(const ReadingRoom& room, const Agreement& agreement, text::TableReader& reader)
      : room_(room), agreement_(agreement), reader_(reader) {}

  /// `all`, `others`, a group, or states.
  PartySet parties(std::string_view key, PartySet::Who fallback) {
    PartySet set;
    set.who = fallback;
    const auto names = reader_.texts(key);
    if (names.empty()) return set;
    if (names.size() == 1 && (names[0] == "all" || names[0] == "others")) {
      set.who = names[0] == "all" ? PartySet::Who::all : PartySet::Who::others;
      return set;
    }
    if (names.size() == 1 && is_group(names[0])) {
      set.who = PartySet::Who::group;
      set.group = room_.world.symbols.find(names[0]);
      return set;
    }
    set.who = PartySet::Who::listed;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (const Symbol state = known_state(room_, names[i], reader_.where(key, i)))
        set.states.push_back(state);
    return set;
  }

  /// `any`, `third`, or states and groups; then those left out.
  Adversary adversary(std::string_view key, std::string_view not_key) {
    Adversary adversary;
    const auto names = reader_.texts(key), left_out = reader_.texts(not_key);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "any") continue;
      if (names[i] == "third" || names[i] == "parties") {
        adversary.third = true;
        continue;
      }
      adversary.any = false;
      power(names[i], reader_.where(key, i), adversary.states, adversary.groups);
    }
    for (std::size_t i = 0; i < left_out.size(); ++i) {
      if (left_out[i] == "parties")
        adversary.third = true;
      else
        power(left_out[i], reader_.where(not_key, i), adversary.not_states, adversary.not_groups);
    }
    return adversary;
  }

  std::vector<Requires> conditions() {
    std::vector<Requires> list;
    const auto texts = reader_.texts("requires");
    for (std::size_t i = 0; i < texts.size(); ++i)
      list.push_back(condition(texts[i], reader_.where("requires", i)));
    return list;
  }

  Symbol area_name(std::string_view key) { return area_name(reader_, key); }

  AreaOf areas() {
    AreaOf areas;
    const text::Node* node = reader_.raw("area");
    if (node == nullptr) return areas;
    if (node->kind == text::Kind::table) {
      text::TableReader objects(*node, room_.file, "an area by object", room_.faults);
      const auto one = [&](std::string_view key) { return area_name(objects, key); };
      areas = {one("territory"), one("forces"), one("vessel"), one("aircraft"), true};
      objects.done();
      return areas;
    }
    const Symbol name = area_name("area");
    return {name, name, name, name, false};
  }

  std::string no_duty_reason(Duty duty) {
    std::string reason = reader_.text("reason").value_or("");
    if (duty == Duty::none && reason.empty())
      reader_.fault(Code::missing_key, "reason", "a rule that owes nothing needs a `reason`",
                    "such as opt_in, political, no_duty");
    if (!reason.empty() && !is_slug(reason))
      reader_.fault(Code::bad_value, "reason", "`" + reason + "` is no reason code",
                    "lower-case letters and underscores");
    return reason;
  }

  /// Kinds of means; one that no means is of would keep the clause silent for ever.
  std::vector<Symbol> kinds() {
    std::vector<std::string> known;
    for (const auto& means : room_.world.means)
      known.push_back(room_.world.symbols.name(means.kind));
    std::vector<Symbol> list;
    const auto kinds = reader_.texts("kinds");
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      list.push_back(room_.world.symbols.intern(kinds[i]));
      if (std::ranges::find(known, kinds[i]) == known.end())
        room_.faults.push_back({Code::unknown_name, reader_.where("kinds", i),
                                "there is no kind of means `" + kinds[i] + "`",
                                did_you_mean(kinds[i], known)});
    }
    return list;
  }

  /// A number of powers; the file gives it as a whole number that people can count.
  int powers(std::string_view key, int fallback) {
    constexpr std::int64_t kMost = 200;
    const auto number = reader_.integer(key);
    if (!number) return fallback;
    if (*number >= 1 && *number <= kMost) return static_cast<int>(*number);
    reader_.fault(Code::bad_value, key,
                  "`" + std::string(key) + "` must lie between 1 and " + std::to_string(kMost));
    return fallback;
  }

  char confidence() {
    constexpr std::array<std::string_view, 3> kLevels{"A", "B", "C"};
    const auto level = reader_.choice("confidence", kLevels);
    return level ? kLevels[*level].front() : agreement_.confidence;
  }

 private:
  /// An area of the file or of the shared geography: all of them are read before the rules.
  Symbol area_name(text::TableReader& reader, std::string_view key) {
    const auto text = reader.text(key);
    if (!text) return {};
    std::vector<std::string> known;
    for (const auto* areas : {&agreement_.areas, &room_.shared})
      for (const Area& area : *areas) known.push_back(room_.world.symbols.name(area.id));
    if (std::ranges::find(known, *text) == known.end())
      reader.fault(Code::unknown_area, key, "nobody defined the area `" + *text + "`",
                   did_you_mean(*text, known));
    return room_.world.symbols.intern(*text);
  }

  bool is_group(const std::string& name) const {
    const Symbol symbol = room_.world.symbols.find(name);
    return symbol && room_.world.group(symbol) != nullptr;
  }

  void power(const std::string& name, const Where& where, std::vector<Symbol>& states,
             std::vector<Symbol>& groups) {
    if (is_group(name)) {
      groups.push_back(room_.world.symbols.find(name));
      return;
    }
    const Symbol symbol = room_.world.symbols.find(name);
    if (symbol && room_.world.state(symbol) != nullptr) {
      states.push_back(symbol);
      return;
    }
    auto known = room_.world.names_of("state");
    const auto groups_known = room_.world.names_of("group");
    known.insert(known.end(), groups_known.begin(), groups_known.end());
    room_.faults.push_back({Code::unknown_state, where,
                            "the library has no state or group `" + name + "`",
                            did_you_mean(name, known)});
  }

  Requires condition(const std::string& text, const Where& where) {
    std::istringstream words(text);
    std::string first, second, third, fourth;
    words >> first >> second >> third >> fourth;
    if (first == "resists" && second.empty()) return {Requires::Kind::resists, {}, {}};
    if (second == "resists" && third.empty())
      return {Requires::Kind::resists, known_state(room_, first, where), {}};
    if (second == "assists" && third.empty())
      return {Requires::Kind::assists, known_state(room_, first, where), {}};
    if (second == "at" && third == "war" && fourth.empty())
      return {Requires::Kind::at_war, known_state(room_, first, where), {}};
    if (second == "bound" && third == "by" && !fourth.empty())
      return {Requires::Kind::bound, known_state(room_, first, where),
              room_.world.symbols.intern(fourth)};
    room_.faults.push_back(
        {Code::bad_value, where, "`" + text + "` is no condition",
         "write `STATE assists`, `resists`, `STATE at war` or `STATE bound by AGREEMENT`"});
    return {};
  }

  const ReadingRoom& room_;
  const Agreement& agreement_;
  text::TableReader& reader_;
};

void read_article(const ReadingRoom& room, const text::Node& node, Agreement& agreement) {
  text::TableReader reader(node, room.file, "an article", room.faults);
  PartReader part(room, agreement, reader);
  Article article;
  article.label = room.world.symbols.intern(reader.required_text("label"));
  article.where = reader.where("label");
  article.text = reader.text("text").value_or("");
  const auto duty = reader.choice("duty", kDuties);
  if (!reader.raw("duty")) (void)reader.required_text("duty");
  article.duty = static_cast<Duty>(duty.value_or(kDuties.size() - 1));
  article.reason = duty ? part.no_duty_reason(article.duty) : "";
  article.discretion =
      static_cast<Discretion>(reader.choice("discretion", kDiscretions).value_or(0));
  article.trigger = static_cast<Trigger>(reader.choice("trigger", kTriggers).value_or(0));
  article.threshold = usual_threshold(article.trigger, article.duty);
  if (const auto own = reader.choice("threshold", kThresholds))
    article.threshold = static_cast<Threshold>(*own);
  if (const auto vessel = reader.choice("threshold_vessel", kThresholds))
    article.threshold_vessel = static_cast<Threshold>(*vessel);
  article.promisors = part.parties("promisors", PartySet::Who::all);
  article.beneficiaries = part.parties("beneficiaries", PartySet::Who::others);
  article.adversary = part.adversary("adversary", "adversary_not");
  article.min_adversaries = part.powers("min_adversaries", 1);
  article.max_adversaries = part.powers("max_adversaries", 0);
  if (article.max_adversaries > 0 && article.max_adversaries < article.min_adversaries)
    reader.fault(Code::bad_value, "max_adversaries",
                 "`max_adversaries` lies below `min_adversaries`");
  article.unprovoked = reader.boolean("unprovoked").value_or(false);
  article.covers_older_war = reader.boolean("covers_older_war").value_or(false);
  article.non_state = static_cast<NonState>(reader.choice("non_state", kNonState).value_or(0));
  article.kinds = part.kinds();
  article.area = part.areas();
  article.conditions = part.conditions();
  article.spell = read_spell(reader);
  article.secret = reader.boolean("secret").value_or(false);
  article.reading = read_reading(room, reader, "reading");
  article.source = reader.text("source").value_or("");
  article.confidence = part.confidence();
  reader.done();
  agreement.articles.push_back(std::move(article));
}

void read_exception(const ReadingRoom& room, const text::Node& node, Agreement& agreement) {
  text::TableReader reader(node, room.file, "an exception", room.faults);
  PartReader part(room, agreement, reader);
  Exception exception;
  exception.label = room.world.symbols.intern(reader.required_text("label"));
  exception.where = reader.where("label");
  exception.to = room.world.symbols.intern(reader.required_text("to"));
  exception.text = reader.text("text").value_or("");
  exception.duty = static_cast<Duty>(reader.choice("duty", kDuties).value_or(kDuties.size() - 1));
  exception.reason = part.no_duty_reason(exception.duty);
  exception.discretion =
      static_cast<Discretion>(reader.choice("discretion", kDiscretions).value_or(0));
  if (reader.raw("promisors")) exception.promisors = part.parties("promisors", PartySet::Who::all);
  if (reader.raw("beneficiaries"))
    exception.beneficiaries = part.parties("beneficiaries", PartySet::Who::others);
  if (reader.raw("attackers") || reader.raw("attackers_not"))
    exception.attackers = part.adversary("attackers", "attackers_not");
  exception.attacker_is_party = reader.boolean("attacker_is_party");
  exception.provoked = reader.boolean("provoked");
  exception.non_state = reader.boolean("non_state");
  exception.side_is_attacker = reader.boolean("side_is_attacker");
  exception.area = part.area_name("area");
  if (const Symbol outside = part.area_name("outside_area")) {
    exception.area = outside;
    exception.outside_area = true;
  }
  exception.conditions = part.conditions();
  // `to` names the rule that is overridden, so the last day of an exception is `until`.
  exception.spell.from = reader.date("from").value_or(kAlwaysBefore);
  exception.spell.to = reader.date("until").value_or(kAlwaysAfter);
  if (exception.spell.to < exception.spell.from)
    reader.fault(Code::order_of_dates, "until",
                 "`until` (" + to_text(exception.spell.to) + ") lies before `from` (" +
                     to_text(exception.spell.from) + ")");
  exception.reading = read_reading(room, reader, "reading");
  exception.source = reader.text("source").value_or("");
  reader.done();
  agreement.exceptions.push_back(std::move(exception));
}

}  // namespace

std::string_view word(Trigger trigger) { return kTriggers[static_cast<std::size_t>(trigger)]; }
std::string_view word(Threshold threshold) {
  return kThresholds[static_cast<std::size_t>(threshold)];
}

void read_articles(const ReadingRoom& room, text::TableReader& top, Agreement& agreement) {
  for (const text::Node* node : top.tables("article")) read_article(room, *node, agreement);
  if (agreement.articles.empty())
    top.fault(Code::missing_key, "article", "an agreement needs at least one `[[article]]`",
              "an agreement that owes nothing has one with duty = \"none\" and a reason");
}

void read_exceptions(const ReadingRoom& room, text::TableReader& top, Agreement& agreement) {
  for (const text::Node* node : top.tables("exception")) read_exception(room, *node, agreement);
}

}  // namespace entente::treaty
