/// Rows of the table of runs. For `runs.cpp` and `leases.cpp`.
///
/// Part of store.
#pragma once

#include <string>
#include <string_view>

#include "store/database.h"

namespace entente::store {

inline constexpr double kWhole = 1e6;  ///< A share is kept in millionths.

/// The columns that `job_of` reads, in its order.
inline constexpr const char* kColumns =
    "id, name, body, version, library, priority, owner, state, share, attempts, worker, accepted, "
    "started, finished";
inline constexpr std::size_t kColumnCount = 14;

[[nodiscard]] State state_of(const std::string& word);
[[nodiscard]] Job job_of(const Row& row);

/// Changes the state of a run, and what belongs to it: no lease, no wish, when it ended.
void set_state(Session& session, std::string_view id, State state);

}  // namespace entente::store
