// Reads the top of an agreement file, its parties, suspensions, areas and examples.
#include "treaty/read.h"

#include <algorithm>
#include <array>

#include "base/name.h"
#include "treaty/read_parts.h"

namespace entente::treaty {
namespace {

constexpr std::array<std::string_view, 5> kForms{"treaty", "executive", "statute", "memorandum",
                                                 "declaration"};
constexpr std::array<std::string_view, 3> kPublicity{"public", "secret", "part_secret"};

int small_number(text::TableReader& reader, std::string_view key, int highest) {
  const auto number = reader.integer(key);
  if (!number) return 0;
  if (*number < 0 || *number > highest) {
    reader.fault(Code::bad_value, key,
                 "`" + std::string(key) + "` must lie between 0 and " + std::to_string(highest));
    return 0;
  }
  return static_cast<int>(*number);
}

char read_confidence(text::TableReader& reader) {
  const std::string text = reader.required_text("confidence");
  if (text == "A" || text == "B" || text == "C") return text.front();
  if (!text.empty()) reader.fault(Code::bad_value, "confidence", "`confidence` must be A, B or C");
  return 'C';
}

void read_top(const ReadingRoom& room, text::TableReader& reader, Agreement& agreement) {
  const std::string id = reader.required_text("id");
  if (!id.empty() && !is_slug(id))
    reader.fault(Code::bad_value, "id", "`" + id + "` is no slug",
                 "lower-case letters, digits and underscores");
  agreement.id = room.world.symbols.intern(id);
  agreement.name = reader.required_text("name");
  const auto form = reader.choice("form", kForms);
  if (!reader.raw("form")) (void)reader.required_text("form");
  agreement.form = static_cast<Form>(form.value_or(0));
  agreement.rung = small_number(reader, "rung", 5);
  agreement.institution = small_number(reader, "institution", 3);
  agreement.nuclear = reader.boolean("nuclear").value_or(false);
  if (const auto index = reader.choice("publicity", kPublicity))
    agreement.publicity = kPublicity[*index];
  agreement.signed_on = reader.required_date("signed");
  agreement.in_force = reader.date("in_force");
  agreement.ended = reader.date("ended");
  agreement.kept_apart = reader.boolean("kept_apart").value_or(false);
  agreement.atop = reader.text("atop").value_or("");
  agreement.summary = reader.text("summary").value_or("");
  agreement.note = reader.text("note").value_or("");
  if (!reader.raw("source"))
    reader.fault(Code::no_source, "source", "an agreement needs a `source`",
                 "name the text or the publication it was read from");
  agreement.source = reader.text("source").value_or("");
  if (reader.raw("source") && agreement.source.empty())
    reader.fault(Code::no_source, "source", "`source` is empty");
  agreement.confidence = read_confidence(reader);
  if (agreement.in_force && agreement.ended && *agreement.ended < *agreement.in_force)
    reader.fault(
        Code::order_of_dates, "ended",
        "the agreement ends on " + to_text(*agreement.ended) + ", before it enters into force");
  if (agreement.ended && !agreement.in_force)
    reader.fault(Code::missing_key, "ended", "an agreement that ended needs `in_force`");
}

/// The days on which an agreement can bind anybody.
Spell life(const Agreement& agreement) {
  return {agreement.in_force.value_or(kAlwaysAfter), agreement.ended.value_or(kAlwaysAfter)};
}

void read_party(const ReadingRoom& room, const text::Node& node, Agreement& agreement) {
  text::TableReader reader(node, room.file, "a party", room.faults);
  const auto names = reader.texts("state");
  if (names.empty() && !reader.raw("state"))
    reader.fault(Code::missing_key, "state", "a party needs `state`");
  Party party;
  party.spell = read_spell(reader);
  if (party.spell.from != kAlwaysBefore && party.spell.from < agreement.signed_on)
    reader.fault(Code::order_of_dates, "from",
                 "a party cannot join on " + to_text(party.spell.from) +
                     ", before the agreement was signed on " + to_text(agreement.signed_on));
  if (party.spell.to != kAlwaysAfter && agreement.ended && party.spell.to > *agreement.ended)
    reader.fault(Code::order_of_dates, "to",
                 "a party cannot stay to " + to_text(party.spell.to) +
                     ", after the agreement ended on " + to_text(*agreement.ended));
  if (party.spell.from == kAlwaysBefore) party.spell.from = life(agreement).from;
  if (party.spell.to == kAlwaysAfter) party.spell.to = life(agreement).to;
  if (agreement.in_force && reader.raw("to") && !reader.raw("from") &&
      party.spell.to < *agreement.in_force)
    reader.fault(Code::order_of_dates, "to",
                 "a party cannot leave on " + to_text(party.spell.to) +
                     ", before the agreement is in force on " + to_text(*agreement.in_force));
  party.disputed = read_reading(room, reader, "disputed");
  party.frozen = reader.boolean("frozen").value_or(false);
  party.note = reader.text("note").value_or("");
  party.source = reader.text("source").value_or("");
  for (std::size_t i = 0; i < names.size(); ++i) {
    party.where = reader.where("state", i);
    party.state = known_state(room, names[i], party.where);
    if (!party.state) continue;
    for (const Party& other : agreement.parties)
      if (other.state == party.state && other.spell.overlaps(party.spell))
        room.faults.push_back({Code::overlap, party.where,
                               "`" + names[i] + "` has two spells of membership that overlap",
                               "the other stands in line " + std::to_string(other.where.line)});
    agreement.parties.push_back(party);
  }
  reader.done();
}

void read_suspension(const ReadingRoom& room, const text::Node& node, Agreement& agreement) {
  text::TableReader reader(node, room.file, "a suspension", room.faults);
  const auto names = reader.texts("between");
  if (names.size() != 2)
    reader.fault(Code::bad_value, "between", "a suspension stands `between` two states");
  Suspension suspension;
  suspension.spell = read_spell(reader);
  if (!names.empty()) suspension.a = known_state(room, names.front(), reader.where("between", 0));
  if (names.size() > 1) suspension.b = known_state(room, names[1], reader.where("between", 1));
  suspension.note = reader.text("note").value_or("");
  suspension.source = reader.text("source").value_or("");
  reader.done();
  agreement.suspensions.push_back(std::move(suspension));
}

void read_example(const ReadingRoom& room, const text::Node& node, Agreement& agreement) {
  text::TableReader reader(node, room.file, "an example", room.faults);
  Example example;
  example.event = reader.required_text("event");
  example.given = reader.texts("given");
  example.expect = reader.texts("expect");
  if (example.expect.empty() && !reader.raw("expect"))
    reader.fault(Code::missing_key, "expect", "an example needs `expect`");
  example.why = reader.text("why").value_or("");
  example.where = reader.where();
  reader.done();
  agreement.examples.push_back(std::move(example));
}

}  // namespace

Symbol known_state(const ReadingRoom& room, const std::string& name, const Where& where) {
  const Symbol symbol = room.world.symbols.find(name);
  if (symbol && room.world.state(symbol) != nullptr) return symbol;
  room.faults.push_back({Code::unknown_state, where, "the library has no state `" + name + "`",
                         did_you_mean(name, room.world.names_of("state"))});
  return {};
}

ReadingIs read_reading(const ReadingRoom& room, text::TableReader& reader, std::string_view key) {
  const auto text = reader.text(key);
  if (!text) return {};
  const auto equals = text->find('=');
  const std::string id = text->substr(0, equals);
  std::vector<std::string> known;
  for (const Reading& reading : room.readings) {
    known.push_back(room.world.symbols.name(reading.id));
    if (known.back() != id) continue;
    std::vector<std::string> values;
    for (const Symbol one : reading.values) values.push_back(room.world.symbols.name(one));
    if (equals == std::string::npos) {
      reader.fault(Code::bad_value, key, "`" + *text + "` names a reading without a value",
                   "write READING=VALUE; the values are " + join(values, ", "));
      return {};
    }
    const Symbol value = room.world.symbols.find(text->substr(equals + 1));
    if (std::ranges::find(reading.values, value) != reading.values.end())
      return {reading.id, value};
    reader.fault(Code::unknown_name, key,
                 "reading `" + id + "` has no value `" + text->substr(equals + 1) + "`",
                 "one of " + join(values, ", "));
    return {};
  }
  reader.fault(Code::unknown_name, key, "there is no reading `" + id + "`",
               did_you_mean(id, known));
  return {};
}

Spell read_spell(text::TableReader& reader) {
  Spell spell;
  spell.from = reader.date("from").value_or(kAlwaysBefore);
  spell.to = reader.date("to").value_or(kAlwaysAfter);
  if (spell.to < spell.from)
    reader.fault(
        Code::order_of_dates, "to",
        "`to` (" + to_text(spell.to) + ") lies before `from` (" + to_text(spell.from) + ")");
  return spell;
}

Predicate read_predicate(const ReadingRoom& room, text::TableReader& reader, std::string_view key) {
  const std::string text = reader.required_text(key);
  if (text.empty()) return {{Step{.op = Step::Op::no}}};
  auto parsed = parse_predicate(text, room.world.symbols);
  if (parsed) return std::move(parsed).value();
  for (const Error& error : parsed.error()) {
    Where where = reader.where(key);
    where.column += error.where.column;  // The opening quote is one column before the text.
    room.faults.push_back({error.code, where, error.message, error.hint});
  }
  return {{Step{.op = Step::Op::no}}};
}

std::vector<Area> read_area_list(const ReadingRoom& room,
                                 const std::vector<const text::Node*>& nodes) {
  std::vector<Area> areas;
  for (const text::Node* node : nodes) {
    text::TableReader reader(*node, room.file, "an area", room.faults);
    Area area;
    area.id = room.world.symbols.intern(reader.required_text("id"));
    area.where = read_predicate(room, reader, "where");
    area.at = reader.where("where");
    area.spell = read_spell(reader);
    area.summary = reader.text("summary").value_or("");
    area.source = reader.text("source").value_or("");
    for (const Area& other : areas)
      if (other.id == area.id && other.spell.overlaps(area.spell))
        reader.fault(
            Code::overlap, "id",
            "area `" + room.world.symbols.name(area.id) + "` is defined twice for the same days");
    reader.done();
    areas.push_back(std::move(area));
  }
  return areas;
}

Result<Agreement> read_agreement(const text::Document& document, world::World& world,
                                 const std::vector<Area>& shared,
                                 const std::vector<Reading>& readings) {
  Faults faults;
  const ReadingRoom room{document.file, world, shared, readings, faults};
  text::TableReader reader(document.root, document.file, "an agreement", faults);
  Agreement agreement;
  agreement.file = document.file;
  read_top(room, reader, agreement);
  for (const text::Node* node : reader.tables("party")) read_party(room, *node, agreement);
  if (agreement.parties.empty())
    reader.fault(Code::missing_key, "party", "an agreement needs at least one `[[party]]`");
  for (const text::Node* node : reader.tables("suspension"))
    read_suspension(room, *node, agreement);
  agreement.areas = read_area_list(room, reader.tables("area"));
  read_articles(room, reader, agreement);
  read_exceptions(room, reader, agreement);
  for (const text::Node* node : reader.tables("example")) read_example(room, *node, agreement);
  reader.done();
  check_names(room, agreement);
  check_exceptions(agreement, world.symbols, faults);
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return agreement;
}

}  // namespace entente::treaty
