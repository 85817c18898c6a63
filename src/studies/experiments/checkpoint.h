/// What is done of an ensemble, on disk every few seconds, so that a run that was killed goes on.
///
/// Floor 5; part of studies.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/run.h"
#include "studies/experiments/exploration.h"

namespace entente::studies {

/// The outcomes of a point as one line, every digit kept; empty for none.
[[nodiscard]] std::string row_text(const Outcomes& outcomes);

/// The same read back; nothing where the text is none.
[[nodiscard]] std::optional<Outcomes> row_of(const std::string& text);

/// Rows that are done, from the first on without a gap.
class Checkpoint {
 public:
  std::vector<Outcomes> rows;

  /// Writes what is done where the last time is some seconds ago. A file that cannot be written
  /// costs nothing but the chance to go on, so it is tried again the next time.
  void keep();

  /// Writes all that is done.
  void close();

 private:
  friend Result<Checkpoint> open_checkpoint(const Run& run, const std::vector<std::string>& origin,
                                            std::size_t figures, std::size_t wanted);
  using Clock = std::chrono::steady_clock;

  void write();

  std::string path_;  ///< Empty: nothing is kept.
  std::string head_;
  std::size_t written_ = 0;
  Clock::time_point next_ = {};
};

/// The checkpoint of a run: empty where it names none or where the file is not there yet. Of
/// several ranks the first reads and writes; all know what stands in it. Errors: `bad_value` where
/// the file is of another version, library, study, question, seed or design, with what differs;
/// `syntax` where it is no checkpoint, at its line; `unreadable` where a file cannot be made there.
[[nodiscard]] Result<Checkpoint> open_checkpoint(const Run& run,
                                                 const std::vector<std::string>& origin,
                                                 std::size_t figures, std::size_t wanted);

}  // namespace entente::studies
