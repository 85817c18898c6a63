/// Things with fields, by kind: the common form of what two scenarios or records hold.
///
/// Floor 6; uses card.
#pragma once

#include <string>
#include <vector>

#include "card/record.h"

namespace entente::inquiry {

/// One field of a thing: `amount`, 21, `units`, "16 to 24".
struct HeldField {
  std::string name;
  card::Value value;
  std::string unit;
  std::string range = {};  ///< What is not known of it, in words; empty where that is not said.
};

/// A pool, an agreement, a row of a table. Its first field speaks for it where only one side has
/// the thing; a thing may have none.
struct Thing {
  std::string name;  ///< Tells it from the others of its kind.
  std::vector<HeldField> fields;
};

/// Things of one kind, in order.
struct ThingKind {
  std::string name;
  std::string told_by;  ///< What the names are made of: "owner, base, element".
  std::vector<Thing> things;
};

using Holdings = std::vector<ThingKind>;

/// Which of the two holds a thing.
enum class HeldBy { both, only_a, only_b };

/// One field that differs, or one thing that only one side has.
struct Difference {
  std::string kind, name, field;
  HeldBy held_by = HeldBy::both;
  card::Value a, b;
  card::Value change;  ///< b less a; nothing unless both are numbers of one unit.
  std::string unit;    ///< Of a, b and change.
  std::string range_a, range_b;
};

/// How one kind was compared.
struct KindCompared {
  std::string name, told_by;
  std::size_t things_a = 0, things_b = 0, differences = 0;
};

struct Comparison {
  std::vector<Difference> differences;
  std::vector<KindCompared> kinds;
};

/// Compares kind by kind and thing by thing, in the order of `a`; what only `b` has follows. Things
/// are matched by their names, and those that share one in their order: the second is called
/// `name (2)`. Cost O(n log n) in the fields.
[[nodiscard]] Comparison compare(const Holdings& a, const Holdings& b);

/// The figure that changed most: among the differences with the field of the first one that has a
/// change (same kind and unit), the first of the largest size. Null where no figure changed.
[[nodiscard]] const Difference* largest(const Comparison& comparison);

}  // namespace entente::inquiry
