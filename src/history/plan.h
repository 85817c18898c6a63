/// How a file is read: which of its columns go where, found by the names in its header.
///
/// Floor 3; part of history.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "history/formats/format.h"
#include "history/store.h"

namespace entente::history {

/// One column of a table.
struct PlannedColumn {
  std::string name;
  std::vector<std::string> spellings;  ///< In a file, lower case; the first is `name`.
  const ColumnSet* set = nullptr;
  std::vector<std::string> missing;  ///< Codes.
  int position = -1;                 ///< In the file, from 0; -1 where the file lacks it.
};

/// A layout held against a header.
struct Plan {
  const Layout* layout = nullptr;
  std::vector<PlannedColumn> columns;
  int version_at = -1;                ///< Position of the file's column `version`.
  std::vector<std::string> not_kept;  ///< Columns of the file that no table takes.

  /// The number of the column called `name`, or -1.
  [[nodiscard]] int column(std::string_view name) const;

  /// The columns of the table: version (where it is kept by version), those of the file, what is
  /// made, `censored`.
  [[nodiscard]] std::vector<StoredColumn> stored() const;
};

/// The columns of a layout, not yet held against a header.
[[nodiscard]] std::vector<PlannedColumn> columns_of(const Layout& layout);

/// The names of the key of a layout.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

/// The plans of the layouts of `format` that fit a header best: one, or several where only the
/// values tell them apart. Errors: `wrong_type` for the file of another format (named in the hint)
/// or of none, `missing_key` for each column that is missing from a file that looks right,
/// `duplicate` for a column that stands twice. Places are in line 1 of `file`.
[[nodiscard]] Result<std::vector<Plan>> recognise(std::span<const std::string> header,
                                                  const Format& format, const std::string& file);

}  // namespace entente::history
