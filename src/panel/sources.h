/// Columns of the database laid into the rows of a panel.
///
/// Floor 4; uses history. Used by one thread at a time.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/run.h"
#include "panel/capabilities.h"
#include "panel/members.h"

namespace entente::panel {

/// One value a row of states, pairs or alliances; not a number where missing.
using Cells = std::vector<double>;

/// What happens to a second value for one row.
enum class Fold { replace, largest, sum };

/// How rows of a table become rows of pairs.
enum class Order {
  both,       ///< The table has both orders of a pair; without direction they are folded into one.
  first,      ///< The same, but a value belongs to its order: without direction that of a < b.
  symmetric,  ///< The table has one order, which speaks for both.
};

/// A column of a table by pair or state and year.
struct Asked {
  std::string_view table = {}, value = {};
  Fold fold = Fold::replace;
  Order order = Order::both;
  bool zero = false;  ///< A row that the table lacks is 0 in the years the table covers.
  std::string_view state = "ccode";
  std::string_view where = {};
};

/// An alliance in one year.
struct AllianceYear {
  std::int64_t atopid, year;
  auto operator<=>(const AllianceYear&) const = default;
};

class Sources {
 public:
  /// Both must outlive it. `directed`: pairs have a row for each order.
  Sources(const history::Store& store, const Members& members, bool directed, const Run& run)
      : store_(store), members_(members), directed_(directed), run_(run) {}

  [[nodiscard]] const history::Store& store() const { return store_; }
  [[nodiscard]] const Members& members() const { return members_; }
  [[nodiscard]] bool directed() const { return directed_; }
  [[nodiscard]] const Run& run() const { return run_; }

  [[nodiscard]] Result<Cells> by_state(const Asked& asked);
  [[nodiscard]] Result<Cells> by_pair(const Asked& asked);

  /// Of a table of pairs: whether (`largest`) or how much (`sum`) a state has of it with anyone.
  [[nodiscard]] Result<Cells> with_anyone(const Asked& asked);

  /// Columns of a table, read once. Good until the sources go.
  [[nodiscard]] Result<const history::Columns*> read(std::string_view table,
                                                     std::span<const std::string_view> names,
                                                     std::string_view where = {});
  [[nodiscard]] Result<const Capabilities*> capabilities();

  /// Alliances by year in which they were in force, by id, then year, within the years of members.
  [[nodiscard]] Result<const std::vector<AllianceYear>*> alliances();
  /// Place of an alliance and year, or -1. REQUIRES: `alliances()` was asked for.
  [[nodiscard]] std::ptrdiff_t alliance_row(std::int64_t atopid, std::int64_t year) const;

  /// Puts `value` into the cell of a pair, in both orders where both have rows and `order` says so.
  void put(Cells& cells, std::int64_t year, std::int64_t a, std::int64_t b, double value,
           const Asked& how) const;

  /// Rows of states or pairs with 0 in the years from `first` to `last`, else not a number.
  [[nodiscard]] Cells pairs_between(std::int64_t first, std::int64_t last) const;
  [[nodiscard]] Cells states_between(std::int64_t first, std::int64_t last) const;

 private:
  const history::Store& store_;
  const Members& members_;
  bool directed_;
  const Run& run_;
  std::map<std::string, std::unique_ptr<history::Columns>> read_;
  std::unique_ptr<Capabilities> capabilities_;
  std::unique_ptr<std::vector<AllianceYear>> alliances_;
};

/// A column as numbers, whatever it is held as. REQUIRES: no column of texts.
[[nodiscard]] Cells numbers_of(const history::Columns& columns, std::string_view name);

/// A year of a day YYYY-MM-DD, or `history::kMissing`.
[[nodiscard]] std::int64_t year_of_day(std::string_view day);

}  // namespace entente::panel
