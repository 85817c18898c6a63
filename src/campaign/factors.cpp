#include "campaign/factors.h"

#include <algorithm>
#include <map>

namespace entente::campaign {
namespace {

/// Collects factors under their names.
class Factors {
 public:
  explicit Factors(const Question& question) : s_(question.situation) {}

  std::vector<Factor> run() {
    assumptions();
    forces();
    places();
    for (const Curve& curve : s_.curves)
      if (!curve.rows.empty())
        add("readiness: " + curve.name, curve.rows.front().second, element_of(curve));
    for (const HoldCase& hold : s_.holds) {
      add("dependence on " + s_.suppliers[static_cast<std::size_t>(hold.supplier)], hold.share,
          hold.element);
      add("days until withheld services lapse", hold.lapse_days, -1);
    }
    std::vector<Factor> all;
    for (auto& [name, factor] : factors_) {
      factor.name = name;
      std::ranges::sort(factor.keys);
      factor.keys.erase(std::unique(factor.keys.begin(), factor.keys.end()), factor.keys.end());
      if (std::ranges::find(factor.elements, false) == factor.elements.end())
        factor.elements.clear();
      all.push_back(std::move(factor));
    }
    return all;
  }

 private:
  /// Adds a number to a factor; `element` -1 touches all.
  void add(const std::string& name, const Knob& knob, int element) {
    if (knob.range.fixed()) return;
    add_key(name, knob.key, element);
  }
  void add_key(const std::string& name, std::uint64_t key, int element) {
    Factor& factor = factors_[name];
    factor.keys.push_back(key);
    factor.elements.resize(s_.elements.size(), false);
    for (std::size_t k = 0; k < s_.elements.size(); ++k)
      if (element < 0 || static_cast<std::size_t>(element) == k) factor.elements[k] = true;
  }

  void assumption(const card::Field& field) {
    const std::string name(field.name);
    add_key(name, assumption_key(name), -1);
    factors_[name].assumption = true;
  }

  void assumptions() {
    for (const belief::Assumption& one : belief::kAssumptions)
      if (sampled(one)) assumption(one.field);
    for (const Assumption& one : kAssumptions) assumption(one.field);
  }

  int element_of(const Curve& curve) const {
    for (std::size_t k = 0; k < s_.elements.size(); ++k)
      if (curve.name == "general." + s_.element_names[k]) return static_cast<int>(k);
    return -1;
  }

  void forces() {
    for (const PoolCase& pool : s_.pools) {
      const OwnerCase& owner = s_.owners[static_cast<std::size_t>(pool.owner)];
      const std::string& kind = s_.element_names[static_cast<std::size_t>(pool.element)];
      add("forces of " + owner.name, pool.amount, -1);
      add("forces: " + kind, pool.amount, pool.element);
      add("price of units added: " + kind, pool.added, pool.element);
      add("home defence of " + owner.name, pool.home_defence, -1);
      add("home defence: " + kind, pool.home_defence, pool.element);
      add("readiness of " + owner.name, pool.readier, -1);
      for (std::size_t c = 0; c < s_.places.size(); ++c)
        add("days to " + s_.places[c].name, pool.reach[c].days, -1);
    }
    for (std::size_t i = 0; i < s_.suppliers.size(); ++i)
      add("doubt about " + s_.suppliers[i], s_.supplier_doubts[i], -1);
    for (const OwnerCase& owner : s_.owners) {
      add("doubt about " + owner.name, owner.doubt, -1);
      for (std::size_t c = 0; c < s_.places.size(); ++c) {
        const Role& role = owner.roles[c];
        if (role.helper == nullptr) continue;
        for (std::size_t k = 0; k < role.share.size(); ++k)
          if (role.share[k])
            add("share that " + owner.name + " sends", *role.share[k], static_cast<int>(k));
        add_key("reliability of " + owner.name, theta_key(owner, s_.places[c]), -1);
      }
    }
  }

  void places() {
    for (const PlaceCase& place : s_.places) {
      add("weight of " + place.name, place.weight, -1);
      for (std::size_t k = 0; k < s_.elements.size(); ++k) {
        for (const auto& [day, knob] : place.demand[k].rows) {
          add("demand of " + place.name, knob, -1);
          add("demand: " + s_.element_names[k], knob, static_cast<int>(k));
        }
        for (const auto& [day, knob] : place.host[k].rows)
          add("host forces in " + place.name, knob, static_cast<int>(k));
      }
    }
  }

  const Situation& s_;
  std::map<std::string, Factor> factors_;
};

}  // namespace

std::vector<Factor> factors_of(const Question& question) { return Factors(question).run(); }

std::optional<world::Uncertain> range_of(const Factor& factor, const Premises& premises) {
  std::optional<world::Uncertain> found;
  if (!factor.assumption) return found;
  each_assumption(premises, [&](const card::Field& field, double value) {
    if (field.name == factor.name) found = range_of(field, value, premises.plan);
  });
  return found;
}

}  // namespace entente::campaign
