#include "inquiry/diff/holding.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace entente::inquiry {
namespace {

using card::Value;

constexpr double kExact = 9007199254740992;  // Whole numbers below 2^53 are exact as doubles.

std::optional<double> number(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::nullopt;
}

/// 4 and 4.0 are one number.
bool same(const Value& a, const Value& b) {
  const auto x = number(a), y = number(b);
  return x && y ? *x == *y : a == b;
}

Value change_of(const Value& a, const Value& b) {
  const auto x = number(a), y = number(b);
  if (!x || !y || !std::isfinite(*y - *x)) return {};
  const double change = *y - *x;
  const bool whole = std::holds_alternative<std::int64_t>(a) &&
                     std::holds_alternative<std::int64_t>(b) && std::abs(change) < kExact;
  return whole ? Value(static_cast<std::int64_t>(change)) : Value(change);
}

/// Things by name; those that share one are numbered from the second on.
std::map<std::string, const Thing*> by_name(const std::vector<Thing>& things,
                                            std::vector<std::string>& names) {
  std::map<std::string, const Thing*> found;
  std::map<std::string, int> seen;
  for (const Thing& thing : things) {
    std::string name = thing.name;
    // A thing may be called so already.
    while (found.contains(name))
      name = thing.name + " (" + std::to_string(++seen[thing.name] + 1) + ")";
    names.push_back(name);
    found.emplace(std::move(name), &thing);
  }
  return found;
}

const HeldField* find(const Thing& thing, const std::string& name) {
  const auto found = std::ranges::find(thing.fields, name, &HeldField::name);
  return found == thing.fields.end() ? nullptr : &*found;
}

class Comparer {
 public:
  Comparison run(const Holdings& a, const Holdings& b) {
    const auto find_kind = [](const Holdings& all, const std::string& name) {
      const auto found = std::ranges::find(all, name, &ThingKind::name);
      return found == all.end() ? nullptr : &*found;
    };
    for (const ThingKind& one : a) kind(one, &one, find_kind(b, one.name));
    for (const ThingKind& one : b)
      if (find_kind(a, one.name) == nullptr) kind(one, nullptr, &one);
    return std::move(made_);
  }

 private:
  void kind(const ThingKind& described, const ThingKind* a, const ThingKind* b) {
    static const std::vector<Thing> kNone;
    const auto& things_a = a == nullptr ? kNone : a->things;
    const auto& things_b = b == nullptr ? kNone : b->things;
    const std::size_t before = made_.differences.size();
    kind_ = described.name;
    std::vector<std::string> names_a, names_b;
    const auto in_a = by_name(things_a, names_a), in_b = by_name(things_b, names_b);
    for (const std::string& name : names_a) {
      const auto other = in_b.find(name);
      if (other == in_b.end())
        only(name, *in_a.at(name), HeldBy::only_a);
      else
        both(name, *in_a.at(name), *other->second);
    }
    for (const std::string& name : names_b)
      if (!in_a.contains(name)) only(name, *in_b.at(name), HeldBy::only_b);
    made_.kinds.push_back({described.name, described.told_by, things_a.size(), things_b.size(),
                           made_.differences.size() - before});
  }

  void only(const std::string& name, const Thing& thing, HeldBy side) {
    Difference one;
    one.kind = kind_;
    one.name = name;
    one.held_by = side;
    if (!thing.fields.empty()) {
      const HeldField& main = thing.fields.front();
      one.field = main.name;
      one.unit = main.unit;
      (side == HeldBy::only_a ? one.a : one.b) = main.value;
      (side == HeldBy::only_a ? one.range_a : one.range_b) = main.range;
    }
    made_.differences.push_back(std::move(one));
  }

  void both(const std::string& name, const Thing& a, const Thing& b) {
    for (const HeldField& field : a.fields) {
      const HeldField* other = find(b, field.name);
      differ(name, field.name, &field, other);
    }
    for (const HeldField& field : b.fields)
      if (find(a, field.name) == nullptr) differ(name, field.name, nullptr, &field);
  }

  void differ(const std::string& name, const std::string& field, const HeldField* a,
              const HeldField* b) {
    static const HeldField kNothing;
    const HeldField& from = a == nullptr ? kNothing : *a;
    const HeldField& to = b == nullptr ? kNothing : *b;
    const bool one_unit = a == nullptr || b == nullptr || a->unit == b->unit;
    if (one_unit && same(from.value, to.value) && from.range == to.range) return;
    Difference one{kind_, name, field, HeldBy::both, from.value, to.value, {}, "", "", ""};
    if (one_unit) one.change = change_of(from.value, to.value);
    one.unit = a == nullptr ? to.unit : one_unit ? from.unit : from.unit + " against " + to.unit;
    one.range_a = from.range;
    one.range_b = to.range;
    made_.differences.push_back(std::move(one));
  }

  std::string kind_;
  Comparison made_;
};

}  // namespace

Comparison compare(const Holdings& a, const Holdings& b) { return Comparer().run(a, b); }

const Difference* largest(const Comparison& comparison) {
  const Difference* most = nullptr;
  for (const Difference& one : comparison.differences) {
    const auto change = number(one.change);
    if (!change) continue;
    if (most == nullptr) most = &one;
    if (one.kind != most->kind || one.field != most->field || one.unit != most->unit) continue;
    if (std::abs(*change) > std::abs(*number(most->change))) most = &one;
  }
  return most;
}

}  // namespace entente::inquiry
