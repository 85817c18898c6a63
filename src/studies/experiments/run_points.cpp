/// Runs the points of an exploration: threads, ranks, and a checkpoint.
#include <algorithm>
#include <atomic>
#include <utility>

#include "base/digits.h"
#include "base/hash.h"
#include "base/threads.h"
#include "base/version.h"
#include "studies/experiments/checkpoint.h"
#include "studies/experiments/experiments.h"

namespace entente::studies {
namespace {

/// "at partners, point 12: doubt = -1.2": where a run failed.
Faults at_point(Faults faults, const Exploration& e, const Points& points, std::size_t row) {
  std::string place = " (at point " + std::to_string(row + 1) + ":";
  for (std::size_t j = 0; j < e.axes.size(); ++j)
    place += std::string(j == 0 ? " " : ", ") + e.axes[j].id() + " = " +
             e.axes[j].word(points.row(row)[j]);
  for (Error& one : faults) one.message += place + ")";
  return faults;
}

/// Futures of their own: of Sobol' points A and B, all rows of any other design.
std::vector<std::size_t> ensemble_of(const DesignChoice& choice, const solve::Design& design) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < design.rows(); ++i)
    if (choice.kind != "sobol" || i % design.block == 0 || i % design.block == design.block - 1)
      rows.push_back(i);
  return rows;
}

struct Task {
  std::size_t row = 0;
  Outcomes outcomes = {};
  Faults faults = {};
};

/// What other ranks need to know of a task; of one that failed, only that.
std::string packed(const Task& task) { return row_text(task.outcomes); }

void unpack(Task& task, const std::string& text) {
  if (auto row = row_of(text)) task.outcomes = std::move(*row);
}

/// All that says which points these are.
std::string points_hash(const Exploration& e, const Points& points) {
  Sha256 hash;
  for (const Axis& axis : e.axes) hash.add(axis.id() + "\n");
  for (const double value : points.values) hash.add(shortest(value) + "\n");
  return hash.digits();
}

}  // namespace

std::vector<std::string> origin_of(const scenario::Request& request, const std::string& study) {
  std::string asked = request.subject + "\n" + std::to_string(request.run.draws) + "\n";
  for (const auto& [name, values] : request.arguments)
    for (const std::string& value : values) asked += name + " " + value + "\n";
  return {"version " + std::string(kVersion), "library " + request.library.hash,
          "study " + sha256(study), "question " + sha256(asked),
          "seed " + std::to_string(request.run.seed)};
}

Result<Experiments> run_points(const Exploration& e, DesignChoice choice, Points points,
                               const Run& run, const std::vector<std::string>& origin) {
  Experiments found{std::move(choice), std::move(points), 0, {}, {}};
  found.wanted = found.points.rows();
  const std::size_t figures = e.options.size() * e.gauges.size();
  std::vector<std::string> lines = origin;
  lines.push_back("points " + points_hash(e, found.points));
  auto opened = open_checkpoint(run, lines, figures, found.wanted);
  if (!opened) return opened.error();
  Checkpoint checkpoint = std::move(opened).value();
  std::vector<Outcomes>& rows = checkpoint.rows;
  std::vector<Task> tasks(found.wanted - rows.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].row = rows.size() + i;
  // What is run at a point is this process's own affair.
  Run alone = run;
  alone.ranks = nullptr;
  alone.checkpoint.clear();
  const auto at = [&](std::size_t row) { return outcomes_at(e, found.points.row(row), alone); };
  std::atomic<bool> failed =
      false;  // Set where tasks are taken, so in the same place on every rank.
  std::size_t broken = found.wanted;
  const auto work = [&](Task& task) {
    if (failed) return;
    if (auto outcomes = at(task.row)) task.outcomes = std::move(outcomes).value();
  };
  in_order_on_ranks(tasks, run, work, packed, unpack, [&](const Task& task) {
    if (task.outcomes.empty() && !failed.exchange(true)) broken = task.row;
    if (failed) return;
    rows.push_back(task.outcomes);
    checkpoint.keep();
  });
  checkpoint.close();
  // Every rank finds the same fault in the same place, whoever met it.
  if (broken < found.wanted)
    if (const auto again = at(broken); !again)
      return at_point(again.error(), e, found.points, broken);
  const std::size_t whole = rows.size() / found.points.design.block * found.points.design.block;
  if (whole == 0) throw Cancelled();
  found.points.design.values.resize(whole * e.axes.size());
  found.points.values.resize(whole * e.axes.size());
  found.y.assign(e.options.size(), std::vector<std::vector<double>>(e.gauges.size()));
  for (std::size_t i = 0; i < whole; ++i)
    for (std::size_t o = 0; o < e.options.size(); ++o)
      for (std::size_t g = 0; g < e.gauges.size(); ++g)
        found.y[o][g].push_back(rows[i][o * e.gauges.size() + g]);
  found.ensemble = ensemble_of(found.choice, found.points.design);
  return found;
}

}  // namespace entente::studies
