#include "faces/server/runs.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>

#include "base/digits.h"
#include "base/hash.h"
#include "faces/server/reply.h"
#include "report/json.h"

namespace entente::server {
namespace {

/// Progress is told in steps of one per cent, so many times at most: a run has a bounded number of
/// events.
constexpr double kStep = 0.01;
constexpr std::size_t kMostEvents = 2000;

std::string progress_text(int stage, double share) {
  return "{\"stage\":" + std::to_string(stage) + ",\"share\":" + fixed(share, 2) + "}";
}

std::string estimate_text(const Estimate& figure) {
  return "{\"figure\":" + json_text(figure.figure) + ",\"of\":" + json_text(figure.of) +
         ",\"value\":" + shortest(figure.value) + ",\"low\":" + shortest(figure.low) +
         ",\"high\":" + shortest(figure.high) + ",\"draws\":" + std::to_string(figure.draws) + "}";
}

/// Ids cannot be guessed: who knows one was told.
std::string new_id(std::uint64_t number) {
  std::random_device device;
  std::string bytes = std::to_string(number);
  for (int i = 0; i < 8; ++i) bytes += " " + std::to_string(device());
  return "r" + sha256(bytes).substr(0, 24);
}

}  // namespace

std::string_view status_word(Status status) {
  switch (status) {
    case Status::queued:
      return "queued";
    case Status::running:
      return "running";
    case Status::done:
      return "done";
    case Status::failed:
      return "failed";
    case Status::cancelled:
      return "cancelled";
  }
  return "failed";
}

/// A run with all that belongs to it. Guarded by the mutex of the runs, but for `cancelled`.
struct Runs::Entry {
  struct Event {
    std::string name, data;
  };

  RunView view;
  Ask ask;
  std::string key;
  std::vector<Event> events;  ///< Numbers are places from 1.
  std::vector<std::pair<std::uint64_t, std::function<void()>>> watchers;
  std::atomic<bool> cancelled{false};
  double told = 0;
  int stage = 1;

  [[nodiscard]] bool ended() const {
    return view.status != Status::queued && view.status != Status::running;
  }
};

Runs::Runs(Work work, RunLimits limits) : work_(std::move(work)), limits_(limits) {
  for (int i = 0; i < limits_.workers; ++i) workers_.emplace_back([this] { work_on(); });
}

Runs::~Runs() { (void)stop(1e9); }

std::optional<std::string> Runs::add(Ask ask) {
  const std::lock_guard lock(mutex_);
  const Held run = std::make_shared<Entry>();
  run->key = key_of(ask);
  run->view = {.id = new_id(next_),
               .name = std::string(ask.analysis->card.name),
               .subject = ask.subject,
               .arguments = ask.arguments,
               .seed = ask.run.seed,
               .draws = ask.run.draws,
               .record = {},
               .whole = {},
               .faults = {}};
  run->ask = std::move(ask);
  const auto known = by_key_.find(run->key);
  if (known == by_key_.end() && (stopping_ || waiting_.size() >= limits_.waiting))
    return std::nullopt;
  ++next_;
  runs_.emplace(run->view.id, run);
  if (known != by_key_.end()) {
    // The same question has the same record: that is what the engine promises.
    run->view.record = known->second->view.record;
    run->view.whole = known->second->view.whole;
    run->key.clear();
    ++counts_.queued;
    end(run, Status::done, "the record was there already");
  } else {
    ++counts_.queued;
    tell(run, "queued", R"({"status":"queued"})");
    waiting_.push_back(run);
    wanted_.notify_one();
  }
  return run->view.id;
}

Runs::Held Runs::entry(std::string_view id) const {
  const auto found = runs_.find(id);
  return found == runs_.end() ? nullptr : found->second;
}

std::optional<RunView> Runs::find(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  const Held run = entry(id);
  if (!run) return std::nullopt;
  return run->view;
}

std::vector<RunView> Runs::list(std::size_t most) const {
  const std::lock_guard lock(mutex_);
  std::vector<RunView> views;
  const auto add = [&](const Held& run) {
    if (views.size() < most) views.push_back(run->view);
  };
  std::for_each(waiting_.rbegin(), waiting_.rend(), add);
  for (const auto& [id, run] : runs_)
    if (run->view.status == Status::running) add(run);
  std::for_each(ended_.rbegin(), ended_.rend(), add);
  return views;
}

bool Runs::cancel(std::string_view id) {
  const std::lock_guard lock(mutex_);
  const Held run = entry(id);
  if (!run) return false;
  run->cancelled = true;
  if (run->view.status == Status::queued) {
    std::erase(waiting_, run);
    end(run, Status::cancelled, "");
  }
  return true;
}

EventChunk Runs::events(std::string_view id, std::uint64_t after) const {
  const std::lock_guard lock(mutex_);
  EventChunk chunk;
  chunk.last = after;
  const Held run = entry(id);
  if (!run) {
    chunk.ended = true;
    return chunk;
  }
  for (std::uint64_t i = after; i < run->events.size(); ++i) {
    const Entry::Event& event = run->events[i];
    chunk.bytes += "id: " + std::to_string(i + 1) + "\nevent: " + event.name +
                   "\ndata: " + event.data + "\n\n";
    chunk.last = i + 1;
  }
  chunk.ended = run->ended();
  return chunk;
}

std::uint64_t Runs::watch(const std::string& id, std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t token = next_token_++;
  if (const Held run = entry(id)) run->watchers.emplace_back(token, std::move(wake));
  return token;
}

void Runs::unwatch(const std::string& id, std::uint64_t token) {
  const std::lock_guard lock(mutex_);
  if (const Held run = entry(id))
    std::erase_if(run->watchers, [&](const auto& one) { return one.first == token; });
}

RunCounts Runs::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

bool Runs::stop(double seconds) {
  {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    for (const auto& [id, run] : runs_) run->cancelled = true;
    while (!waiting_.empty()) {
      const Held run = waiting_.front();
      waiting_.pop_front();
      end(run, Status::cancelled, "");
    }
    wanted_.notify_all();
    const auto limit = std::chrono::duration<double>(std::min(seconds, 1e7));
    if (!idle_.wait_for(lock, limit, [this] { return busy_ == 0; })) return false;
  }
  for (std::thread& worker : workers_)
    if (worker.joinable()) worker.join();
  return true;
}

// ---- Workers: the mutex is held in all of these but `work_on` and `carry_out`
// --------------------

void Runs::work_on() {
  while (true) {
    Held run;
    {
      std::unique_lock lock(mutex_);
      wanted_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      run = waiting_.front();
      waiting_.pop_front();
      ++busy_;
      --counts_.queued;
      ++counts_.running;
      run->view.status = Status::running;
      tell(run, "progress", progress_text(run->stage, 0));
    }
    carry_out(run);
    const std::lock_guard lock(mutex_);
    --busy_;
    idle_.notify_all();
  }
}

void Runs::carry_out(const Held& run) {
  Run how = run->ask.run;
  how.threads = limits_.threads;
  how.cancelled = [run] { return run->cancelled.load(); };
  how.progress = [this, run](double share) {
    const std::lock_guard lock(mutex_);
    run->view.share = std::clamp(share, 0.0, 1.0);
    if (run->view.share < run->told) {  // An analysis of several stages counts each from 0.
      ++run->stage;
      run->told = 0;
    }
    if (run->view.share < run->told + kStep || run->events.size() > kMostEvents) return;
    run->told = run->view.share;
    tell(run, "progress", progress_text(run->stage, run->told));
  };
  how.estimate = [this, run](const Estimate& figure) {
    const std::lock_guard lock(mutex_);
    tell(run, "estimate", estimate_text(figure));
  };
  Status status = Status::failed;
  std::string finding;
  std::shared_ptr<const std::string> json;
  std::shared_ptr<const card::Record> whole;
  Faults faults;
  try {
    Result<card::Record> record = work_(run->ask, how);
    if (record) {  // One that was stopped keeps what it has.
      status = record->partial ? Status::cancelled : Status::done;
      finding = record->finding;
      json = std::make_shared<const std::string>(report::to_json(*record));
      whole = std::make_shared<const card::Record>(std::move(record).value());
    } else {
      faults = record.error();
    }
  } catch (const Cancelled&) {
    status = Status::cancelled;
  } catch (const std::bad_alloc&) {
    faults = {{Code::too_large, {"run", 0, 0}, "there is not enough memory for this", ""}};
  }
  const std::lock_guard lock(mutex_);
  run->view.record = std::move(json);
  run->view.whole = std::move(whole);
  run->view.faults = std::move(faults);
  end(run, status, finding);
}

void Runs::tell(const Held& run, std::string name, std::string data) {
  run->events.push_back({std::move(name), std::move(data)});
  for (const auto& [token, wake] : run->watchers) wake();
}

void Runs::end(const Held& run, Status status, const std::string& finding) {
  --(run->view.status == Status::queued ? counts_.queued : counts_.running);
  run->view.status = status;
  if (run->view.record && !run->key.empty()) bytes_ += run->view.record->size();
  if (status == Status::done) {
    ++counts_.done;
    run->view.share = 1;
    if (!run->key.empty()) by_key_[run->key] = run;
  } else {
    ++(status == Status::failed ? counts_.failed : counts_.cancelled);
  }
  std::string data = "{\"status\":\"" + std::string(status_word(status)) + "\"";
  if (status == Status::done) data += ",\"finding\":" + json_text(finding);
  if (status == Status::failed)
    data += ",\"detail\":" + json_text(run->view.faults.front().message);
  ended_.push_back(run);
  tell(run, "done", data + "}");
  run->ask.texts.clear();
  forget();
}

/// Drops the oldest runs beyond the limits; never the one that has just ended.
void Runs::forget() {
  while (ended_.size() > 1 && (ended_.size() > limits_.kept || bytes_ > limits_.bytes)) {
    const Held oldest = ended_.front();
    ended_.pop_front();
    runs_.erase(oldest->view.id);
    if (oldest->key.empty() || !oldest->view.record) continue;
    bytes_ -= oldest->view.record->size();
    const auto known = by_key_.find(oldest->key);
    if (known != by_key_.end() && known->second == oldest) by_key_.erase(known);
  }
}

}  // namespace entente::server
