/// Runs that are carried out here, and what the store is told of them.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <new>

#include "base/digits.h"
#include "faces/server/reply.h"
#include "faces/server/run_entry.h"
#include "report/json.h"
#include "text/node.h"

namespace entente::server {
namespace {

namespace fs = std::filesystem;

/// Progress is told in steps of one per cent, so many times at most: a run has a bounded number of
/// events.
constexpr double kStep = 0.01;
constexpr std::size_t kMostEvents = 2000;

/// How long a result is offered to a store that does not answer, once the process is to end.
constexpr auto kLastPatience = std::chrono::seconds(5);

std::string progress_text(int stage, double share) {
  return "{\"stage\":" + std::to_string(stage) + ",\"share\":" + fixed(share, 2) + "}";
}

std::string estimate_text(const Estimate& figure) {
  return "{\"figure\":" + json_text(figure.figure) + ",\"of\":" + json_text(figure.of) +
         ",\"value\":" + shortest(figure.value) + ",\"low\":" + shortest(figure.low) +
         ",\"high\":" + shortest(figure.high) + ",\"draws\":" + std::to_string(figure.draws) + "}";
}

/// The bytes of a checkpoint that an analysis writes; empty where there are none.
std::string bytes_of(const std::string& file) {
  if (file.empty()) return {};
  std::error_code failure;
  if (!fs::exists(file, failure)) return {};
  const auto text = text::read_file(file);
  return text ? *text : std::string();
}

/// A file for the checkpoint of a run, away when it is done with.
class CheckpointFile {
 public:
  CheckpointFile(bool wanted, const std::string& id, const std::string& bytes) {
    if (!wanted) return;
    std::error_code failure;
    const fs::path folder = fs::temp_directory_path(failure);
    if (failure) return;
    path_ = (folder / ("entente-" + std::to_string(getpid()) + "-" + id + ".checkpoint")).string();
    if (!bytes.empty() && !text::write_file(bytes, path_).empty()) path_.clear();
  }
  CheckpointFile(const CheckpointFile&) = delete;
  CheckpointFile& operator=(const CheckpointFile&) = delete;
  ~CheckpointFile() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

void Runs::work_on() {
  while (true) {
    std::uint64_t seen = 0;
    {
      const std::lock_guard lock(mutex_);
      seen = asked_;
    }
    const auto job =
        store_.take(program_.worker, program_.version, program_.library, limits_.lease_ms);
    std::unique_lock lock(mutex_);
    if (stopping_) {
      lock.unlock();
      if (job && *job)
        (void)store_.release((*job)->request.id, program_.worker, store::Wish::go_on, "", "");
      return;
    }
    if (!job || !*job) {
      wanted_.wait_for(lock, std::chrono::milliseconds(limits_.tick_ms),
                       [this, seen] { return stopping_ || asked_ != seen; });
      continue;
    }
    const Held run = entered(**job);
    run->next = std::max(run->next, first_event((*job)->attempts - 1));
    run->state = store::State::running;
    run->mine = true;
    run->wish = store::Wish::go_on;
    run->stop = false;
    run->told = run->share = 0;
    run->stage = 1;
    ++busy_;
    tell(run, "progress", progress_text(run->stage, 0));
    lock.unlock();
    carry_out(**job, run);
    lock.lock();
    --busy_;
    idle_.notify_all();
  }
}

void Runs::carry_out(const store::Job& job, const Held& run) {
  const auto ask = read_(job.request.body);
  if (!ask) return settle(job.request.id, run, ask.error(), false, "");
  const CheckpointFile file(ask->analysis->card.checkpoints, job.request.id, job.checkpoint);
  {
    const std::lock_guard lock(mutex_);
    run->checkpoint_file = file.path();
    run->checkpoint_size = job.checkpoint.size();
  }
  Run how = ask->run;
  how.threads = limits_.threads;
  how.checkpoint = file.path();
  how.cancelled = [run] { return run->stop.load(); };
  how.progress = [this, run](double share) {
    const std::lock_guard lock(mutex_);
    run->share = std::clamp(share, 0.0, 1.0);
    if (run->share < run->told) {  // An analysis of several stages counts each from 0.
      ++run->stage;
      run->told = 0;
    }
    if (run->share < run->told + kStep || run->events.size() > kMostEvents) return;
    run->told = run->share;
    tell(run, "progress", progress_text(run->stage, run->told));
  };
  how.estimate = [this, run](const Estimate& figure) {
    const std::lock_guard lock(mutex_);
    tell(run, "estimate", estimate_text(figure));
  };
  Result<card::Record> record = Faults{};
  bool broke_off = false;
  try {
    record = work_(*ask, how);
    broke_off = record && record->partial;  // One that was stopped keeps what it has.
  } catch (const Cancelled&) {
    broke_off = true;
  } catch (const std::bad_alloc&) {
    record = Error{Code::too_large, {"run", 0, 0}, "there is not enough memory for this", ""};
  }
  std::string checkpoint;
  {
    const std::lock_guard lock(mutex_);
    run->checkpoint_file.clear();
  }
  if (broke_off) checkpoint = bytes_of(file.path());
  settle(job.request.id, run, record, broke_off, checkpoint);
}

/// Tells the store, and those who follow, how a run came out.
void Runs::settle(const std::string& id, const Held& run, const Result<card::Record>& record,
                  bool broke_off, const std::string& checkpoint) {
  store::Wish wish = store::Wish::go_on;
  {
    const std::lock_guard lock(mutex_);
    wish = run->wish;
  }
  const std::string json = record ? report::to_json(*record) : std::string();
  store::State state = store::State::queued;
  std::string words;
  bool kept = false;
  if (!broke_off && record) {
    state = store::State::done;
    words = record->finding;
    insist([&] {
      const auto mine = store_.finish(id, program_.worker, json);
      kept = mine && *mine;
      return mine.has_value();
    });
  } else if (!broke_off) {
    state = store::State::failed;
    words = record.error().front().message;
    const std::string problem = problem_text(422, record.error());
    insist([&] {
      const auto mine = store_.fail(id, program_.worker, problem);
      kept = mine && *mine;
      return mine.has_value();
    });
  } else if (wish != store::Wish::leave) {
    state = wish == store::Wish::cancel  ? store::State::cancelled
            : wish == store::Wish::pause ? store::State::paused
                                         : store::State::queued;
    const bool over = wish == store::Wish::cancel;
    insist([&] {
      const auto mine = store_.release(id, program_.worker, wish, checkpoint, over ? json : "");
      kept = mine && *mine;
      return mine.has_value();
    });
  }
  const std::lock_guard lock(mutex_);
  run->mine = false;
  // Where the run is another's by now, `keep` hears from the store how it ends.
  if (!kept) return;
  if (state == store::State::paused || state == store::State::queued) {
    run->state = state;
    const std::string word(store::state_word(state));
    tell(run, word, "{\"status\":\"" + word + "\"}");
  } else {
    end(run, state, words);
  }
}

/// Tries until the store has answered, or the process is to end and its patience is over.
void Runs::insist(const std::function<bool()>& attempt) {
  auto wait = std::chrono::milliseconds(100);
  std::optional<std::chrono::steady_clock::time_point> until;
  while (!attempt()) {
    std::unique_lock lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (stopping_ && !until) until = now + kLastPatience;
    if (until && now > *until) return;
    ticked_.wait_for(lock, wait, [] { return false; });
    wait = std::min(wait * 2, std::chrono::milliseconds(2000));
  }
}

/// Tells the store what runs here and hears what it knows of the runs that are followed here and
/// carried out elsewhere.
void Runs::keep() {
  while (true) {
    std::vector<Held> mine, others;
    {
      std::unique_lock lock(mutex_);
      ticked_.wait_for(lock, std::chrono::milliseconds(limits_.tick_ms),
                       [this] { return stopping_ && busy_ == 0; });
      if (stopping_ && busy_ == 0) return;
      for (const auto& [id, run] : runs_) {
        if (run->mine)
          mine.push_back(run);
        else if (!run->ended() && !run->watchers.empty())
          others.push_back(run);
      }
    }
    for (const Held& run : mine) keep_mine(run);
    for (const Held& run : others) follow(run);
  }
}

void Runs::keep_mine(const Held& run) {
  std::string file;
  double share = 0;
  std::size_t known = 0;
  {
    const std::lock_guard lock(mutex_);
    file = run->checkpoint_file;
    share = run->share;
    known = run->checkpoint_size;
  }
  std::string checkpoint = bytes_of(file);
  if (checkpoint.size() == known) checkpoint.clear();  // Rows are added, never changed.
  const auto wish = store_.renew(run->id, program_.worker, limits_.lease_ms, share, checkpoint);
  if (!wish) return;  // Tried again at the next tick; the lease is longer than that.
  const std::lock_guard lock(mutex_);
  if (!checkpoint.empty()) run->checkpoint_size = checkpoint.size();
  if (!run->mine || *wish == store::Wish::go_on) return;
  run->wish = *wish;
  run->stop = true;
}

void Runs::follow(const Held& run) {
  const auto job = store_.run(run->id);
  if (!job || !*job) return;
  const store::Job& now = **job;
  const std::lock_guard lock(mutex_);
  if (run->mine || run->ended()) return;
  switch (now.state) {
    case store::State::running:
      run->state = now.state;
      if (now.share < run->told + kStep) return;
      run->told = run->share = now.share;
      return tell(run, "progress", progress_text(1, now.share));
    case store::State::queued:
    case store::State::paused:
      run->state = now.state;
      return;
    case store::State::done:
    case store::State::failed:
    case store::State::cancelled:
      return end(run, now.state, closing_words(now.state, now.record, now.faults));
  }
}

}  // namespace entente::server
