/// The sections of a scenario file on forces: their shape, their numbers and their names. What only
/// the whole world shows (which pool a deployment fits, how many units there are to move) is found
/// by `apply_forces`.
#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "base/name.h"
#include "scenario/pool_names.h"
#include "scenario/scenario_parts.h"

namespace entente::scenario {
namespace {

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// Letters, digits and underscores: what an element of a scenario's own may be called.
bool is_plain(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_';
  });
}

class ForcesReader {
 public:
  ForcesReader(ScenarioReading& reading, text::TableReader& root)
      : reading_(reading),
        root_(root),
        file_(reading.file),
        faults_(reading.faults),
        elements_(reading.based_on.world.names_of("element")) {
    if (reading.file.empty) return;
    const world::World& world = reading.based_on.world;
    const auto take = [&](Symbol base) { bases_.insert(world.symbols.name(base)); };
    for (const auto& pool : world.pools) take(pool.base);
    for (const auto& row : world.deployments) take(row.base);
    for (const auto& base : world.theatre_bases) take(base.base);
  }

  /// Weights, then forces: they say which elements there are in an empty scenario.
  void read() {
    if (const text::Node* table = root_.table("element_weights")) weights(*table);
    const auto states = root_.tables("state");
    for (std::size_t i = 0; i < states.size(); ++i) forces(*states[i], file_.states[i]);
    for (const text::Node* node : root_.tables("deploy")) deployment(*node);
    for (const text::Node* node : root_.tables("pool")) pool(*node);
    for (const text::Node* node : root_.tables("readiness")) readiness(*node);
  }

 private:
  void weights(const text::Node& table) {
    SectionReader reader("element_weights", table, file_.file, faults_);
    const card::Field& field = scenario_section("element_weights").keys[0].field;
    for (const text::Entry& entry : table.entries) {
      const double weight = reader.number(field, entry.key, entry.value);
      // A weight is what makes a name of one's own an element.
      if (reading_.empty && !known(entry.key) && is_plain(entry.key))
        elements_.push_back(entry.key);
      check_element(entry.key, {file_.file, entry.line, entry.column});
      file_.element_weights.emplace_back(entry.key, weight);
    }
  }

  void forces(const text::Node& node, ScenarioState& state) {
    SectionReader reader("state", node, file_.file, faults_);
    const text::Node* table = reader.raw("forces");
    if (table == nullptr) return;
    if (table->kind != text::Kind::table) {
      reader.fault(Code::wrong_type, "forces", "`forces` must be a table of units by element",
                   "as in { heavy_brigade = 20 }");
      return;
    }
    const auto& keys = scenario_section("state").keys;
    const card::Field& field = std::ranges::find(keys, Shape::amounts, &ScenarioKey::shape)->field;
    for (const text::Entry& entry : table->entries) {
      state.forces.emplace_back(entry.key, reader.number(field, entry.key, entry.value));
      add_element(entry.key, {file_.file, entry.line, entry.column});
    }
  }

  void pool(const text::Node& node) {
    SectionReader reader("pool", node, file_.file, faults_);
    ScenarioPool pool;
    pool.id = reader.text("id");
    pool.owner = reader.text("owner");
    pool.base = reader.text("base");
    pool.element = reader.text("element");
    pool.amount = reader.number("amount");
    pool.amount_low = reader.number("amount_low");
    pool.amount_high = reader.number("amount_high");
    pool.ready = reader.number("ready");
    pool.home_defence = reader.number("home_defence");
    pool.home_defence_low = reader.number("home_defence_low");
    pool.home_defence_high = reader.number("home_defence_high");
    pool.home = reader.boolean("home");
    pool.moved_from = reader.text("moved_from");
    pool.where = reader.where();
    pool.amount_where = reader.where("amount");
    pool.moved_where = reader.where("moved_from");
    reading_.known_state(reader, "owner", pool.owner);
    if (!pool.element.empty()) add_element(pool.element, reader.where("element"));
    check_id(reader, pool);
    check_base(reader, pool);
    reader.check_range("amount", pool.amount, pool.amount_low, pool.amount_high);
    reader.check_range("home_defence", pool.home_defence, pool.home_defence_low,
                       pool.home_defence_high);
    check_move(reader, pool);
    file_.pools.push_back(std::move(pool));
  }

  void check_id(SectionReader& reader, const ScenarioPool& pool) {
    if (!pool.id.empty() && !is_slug(pool.id))
      reader.fault(Code::bad_value, "id", quoted(pool.id) + " is no name",
                   "use lower-case letters, digits and single underscores");
    if (!pool.id.empty() && std::ranges::count(file_.pools, pool.id, &ScenarioPool::id) > 0)
      reader.fault(Code::duplicate, "id", "there are two pools " + quoted(pool.id));
    const std::tuple key(pool.owner, pool.base, pool.element);
    if (pool.moved_from.empty() && !pools_.insert(key).second)
      reader.fault(Code::duplicate, "base",
                   pool.element + " of " + pool.owner + " at " + pool.base + " stands here twice",
                   "write one pool with all of them");
  }

  /// Forces at a base that nothing is known of can never arrive, unless the file says how.
  void check_base(SectionReader& reader, const ScenarioPool& pool) {
    if (pool.base.empty()) return;
    if (!is_slug(pool.base)) {
      reader.fault(Code::bad_value, "base", quoted(pool.base) + " is no name of a base",
                   "use lower-case letters, digits and single underscores");
      return;
    }
    if (reading_.empty || bases_.contains(pool.base)) return;
    for (const ScenarioDeploy& deployment : file_.deployments)
      if (may_fit(deployment.pool, pool)) return;
    const std::vector<std::string> names(bases_.begin(), bases_.end());
    std::string hint = did_you_mean(pool.base, names);
    if (hint.empty()) hint = "a base of your own needs a `[[deploy]]` with its days";
    reader.fault(Code::unknown_name, "base", "there is no base " + quoted(pool.base), hint);
  }

  static void check_move(SectionReader& reader, const ScenarioPool& pool) {
    if (pool.moved_from.empty()) return;
    if (!pool.amount)
      reader.fault(Code::missing_key, "moved_from", "a move needs `amount`",
                   "write how many units are moved");
    if (pool.amount_low || pool.amount_high)
      reader.fault(Code::bad_value, pool.amount_low ? "amount_low" : "amount_high",
                   "units that are moved are counted and have no range",
                   "give the range to the pool they come from");
  }

  void readiness(const text::Node& node) {
    SectionReader reader("readiness", node, file_.file, faults_);
    ScenarioReadiness row;
    row.element = reader.text("element");
    row.day = reader.integer("day").value_or(0);
    row.share = reader.number("share").value_or(0);
    if (!row.element.empty()) check_element(row.element, reader.where("element"));
    if (!days_.insert({row.element, row.day}).second)
      reader.fault(Code::duplicate, "day",
                   "the readiness of " + quoted(row.element) + " on day " +
                       std::to_string(row.day) + " stands here twice");
    file_.readiness.push_back(std::move(row));
  }

  void deployment(const text::Node& node) {
    SectionReader reader("deploy", node, file_.file, faults_);
    ScenarioDeploy row;
    row.pool = reader.text("pool");
    row.contingency = reader.text("contingency");
    row.days = reader.number("days");
    row.km = reader.number("km");
    row.pool_where = reader.where("pool");
    std::vector<std::string> known;
    if (!file_.empty) known = reading_.based_on.world.names_of("contingency");
    for (const ScenarioContingency& one : file_.contingencies) known.push_back(one.id);
    if (!row.contingency.empty() && std::ranges::find(known, row.contingency) == known.end())
      reader.fault(Code::unknown_name, "contingency",
                   "there is no contingency " + quoted(row.contingency),
                   did_you_mean(row.contingency, known));
    if (!reading_.empty && !row.days)
      reader.fault(Code::missing_key, "days", "a deployment needs `days`",
                   "only in an empty scenario are they 0 where nothing is written");
    file_.deployments.push_back(std::move(row));
  }

  bool known(const std::string& element) const {
    return std::ranges::find(elements_, element) != elements_.end();
  }

  void check_element(const std::string& name, Where where) {
    if (known(name)) return;
    std::string hint = did_you_mean(name, elements_);
    if (reading_.empty)
      hint += (hint.empty() ? "" : " ") +
              std::string("an element of your own needs a weight under [element_weights]");
    faults_.push_back({Code::unknown_name, std::move(where), "there is no element " + quoted(name),
                       std::move(hint)});
  }

  /// In an empty scenario forces may be of an element of its own, unless its name is so close to a
  /// known one that it may be a slip.
  void add_element(const std::string& name, Where where) {
    if (reading_.empty && !known(name) && is_plain(name) && nearest(name, elements_).empty())
      elements_.push_back(name);
    check_element(name, std::move(where));
  }

  ScenarioReading& reading_;
  text::TableReader& root_;
  ScenarioFile& file_;
  Faults& faults_;
  std::vector<std::string> elements_;  ///< Known by name; in an empty scenario its own as well.
  std::set<std::string> bases_;        ///< Of the base.
  std::set<std::tuple<std::string, std::string, std::string>> pools_;
  std::set<std::pair<std::string, int>> days_;
};

}  // namespace

void read_scenario_states(ScenarioReading& reading, const std::vector<const text::Node*>& nodes) {
  auto& states = reading.file.states;
  for (const text::Node* node : nodes) {
    SectionReader reader("state", *node, reading.file.file, reading.faults);
    const std::string id = reader.text("id");
    if (!id.empty() && !is_slug(id) && !is_iso3(id))
      reader.fault(Code::bad_value, "id", quoted(id) + " is no name of a state",
                   "an ISO 3166 code such as `USA`, or a slug such as `austria_hungary`");
    if (!id.empty() && std::ranges::count(states, id, &ScenarioState::id) > 0)
      reader.fault(Code::duplicate, "id", "there are two states " + quoted(id));
    states.push_back({id, {}});
  }
}

void read_scenario_forces(ScenarioReading& reading, text::TableReader& root) {
  ForcesReader(reading, root).read();
}

}  // namespace entente::scenario
