/// Every way in which promises may be kept and broken, where few are uncertain.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "campaign/honour_draw.h"

namespace entente::campaign {

/// More uncertain promises than this are sampled: 4,096 patterns take as long as that many draws.
inline constexpr std::size_t kMostUncertain = 12;

struct HonourPatterns {
  std::size_t uncertain = 0;        ///< Promises that are neither certain nor impossible.
  bool integrated = false;          ///< Several of one promisor: quadrature over their cause.
  std::vector<Kept> kept;           ///< Patterns that are possible, in a fixed order.
  std::vector<double> probability;  ///< Of each; they sum to 1.
};

/// All patterns of what `kept_in` draws, in the contingencies `places` (all where that is empty);
/// in others everybody comes as expected. None where more than `kMostUncertain` promises are
/// uncertain, or quadrature over a common cause is not right to 1e-5. A promise counts if somebody
/// may come; support counts where a force hangs on it. Promises of one promisor and its support
/// share a cause. Cost O(patterns x owners x places).
[[nodiscard]] std::optional<HonourPatterns> honour_patterns(const Situation& situation,
                                                            const Numbers& numbers,
                                                            const std::vector<bool>& places = {});

/// What a record says of it, in one sentence.
[[nodiscard]] std::string notice_of(const HonourPatterns& patterns);

}  // namespace entente::campaign
