#include "faces/server/runs.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "faces/server/reply.h"
#include "faces/server/run_entry.h"

namespace entente::server {
namespace {

RunView view_of(const store::Job& job) {
  RunView view;
  view.id = job.request.id;
  view.name = job.request.name;
  view.question = question_of(job.request.body);
  view.state = job.state;
  view.share = job.share;
  view.record = job.record;
  view.problem = job.faults;
  if (job.state == store::State::failed && view.problem.empty())
    view.problem =
        problem_text(422, {{Code::too_large,
                            {"run", 0, 0},
                            "the run was given up: its workers ended over it again and again",
                            "ask for fewer draws; if that does not help, please report it"}});
  return view;
}

std::string state_text(store::State state, const std::string& detail) {
  std::string data = "{\"status\":\"" + std::string(store::state_word(state)) + "\"";
  if (state == store::State::done) data += ",\"finding\":" + json_text(detail);
  if (state == store::State::failed) data += ",\"detail\":" + json_text(detail);
  return data + "}";
}

}  // namespace

std::string closing_words(store::State state, const std::string& record,
                          const std::string& problem) {
  const bool done = state == store::State::done;
  const auto json = nlohmann::json::parse(done ? record : problem, nullptr, false);
  if (!json.is_object()) return {};
  const auto found = json.find(done ? "finding" : "detail");
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Runs::Runs(store::Store& store, Program program, Read read, Work work, RunLimits limits)
    : store_(store),
      program_(std::move(program)),
      read_(std::move(read)),
      work_(std::move(work)),
      limits_(limits) {
  for (int i = 0; i < limits_.workers; ++i) workers_.emplace_back([this] { work_on(); });
  keeper_ = std::thread([this] { keep(); });
}

Runs::~Runs() { (void)stop(1e9); }

Result<RunView> Runs::add(const Ask& ask, const std::string& user) {
  const std::string body = kept_form(ask);
  const std::string id = run_id(body, program_.version, program_.library);
  std::uint64_t ended_at = 0;  // The number after the last event of one that had ended.
  {
    const std::lock_guard lock(mutex_);
    const Held known = entry(id);
    if (known && known->ended()) ended_at = known->next;
  }
  auto job = store_.accept({.id = id,
                            .name = std::string(ask.analysis->card.name),
                            .body = body,
                            .version = program_.version,
                            .library = program_.library,
                            .priority = ask.priority,
                            .user = user});
  if (!job) return job.error();
  if (job->state == store::State::done) {
    auto whole = store_.run(id);
    if (!whole) return whole.error();
    if (*whole) return view_of(**whole);
  }
  const std::lock_guard lock(mutex_);
  const Held run = entered(*job);
  // It is asked again; unless a worker was quicker, and has ended it once more.
  if (run->ended() && run->next == ended_at) {
    run->state = store::State::queued;
    tell(run, "queued", state_text(store::State::queued, ""));
  }
  ++asked_;
  wanted_.notify_one();
  return view_of(*job);
}

Result<std::optional<RunView>> Runs::find(std::string_view id) const {
  const auto job = store_.run(id);
  if (!job) return job.error();
  if (!*job) return std::optional<RunView>();
  RunView view = view_of(**job);
  const std::lock_guard lock(mutex_);
  const Held run = entry(view.id);
  if (run && run->mine && view.state == store::State::running) view.share = run->share;
  return std::optional(std::move(view));
}

Result<std::vector<RunView>> Runs::list(std::size_t most) const {
  const auto jobs = store_.runs(most);
  if (!jobs) return jobs.error();
  std::vector<RunView> views;
  for (const store::Job& job : *jobs) views.push_back(view_of(job));
  return views;
}

Result<bool> Runs::order(std::string_view id, Order order, const std::string& user) {
  auto met = order == Order::cancel  ? store_.cancel(id, user)
             : order == Order::pause ? store_.pause(id, user)
                                     : store_.resume(id, user);
  if (!met || !*met) return met;
  const auto job = store_.run(id);
  if (!job) return job.error();
  const std::lock_guard lock(mutex_);
  const Held run = entry(std::string(id));
  if (run && run->mine && order != Order::resume) {
    run->wish = order == Order::cancel ? store::Wish::cancel : store::Wish::pause;
    run->stop = true;
  } else if (run && !run->mine && *job && !run->ended()) {
    const store::State state = (*job)->state;
    if (state == store::State::cancelled) end(run, state, "");
    if (state == store::State::paused || state == store::State::queued) {
      run->state = state;
      tell(run, std::string(store::state_word(state)), state_text(state, ""));
    }
  }
  ++asked_;
  wanted_.notify_one();
  return true;
}

/// The entry of a run, made from the store where there is none; null where the store knows none.
/// The mutex is not held.
Runs::Held Runs::ensured(const std::string& id) {
  {
    const std::lock_guard lock(mutex_);
    if (Held known = entry(id)) return known;
  }
  const auto job = store_.run(id);
  if (!job || !*job) return nullptr;
  const std::lock_guard lock(mutex_);
  Held run = entered(**job);
  if (run->ended() && run->events.empty())
    tell(run, "done",
         state_text((*job)->state, closing_words((*job)->state, (*job)->record, (*job)->faults)));
  return run;
}

EventChunk Runs::events(const std::string& id, std::uint64_t after) {
  EventChunk chunk;
  chunk.last = after;
  const Held run = ensured(id);
  if (!run) {
    chunk.ended = true;
    return chunk;
  }
  const std::lock_guard lock(mutex_);
  for (const Entry::Event& event : run->events) {
    if (event.number <= after) continue;
    chunk.bytes += "id: " + std::to_string(event.number) + "\nevent: " + event.name +
                   "\ndata: " + event.data + "\n\n";
    chunk.last = event.number;
  }
  chunk.ended = run->ended();
  return chunk;
}

std::uint64_t Runs::watch(const std::string& id, std::function<void()> wake) {
  const Held run = ensured(id);
  const std::lock_guard lock(mutex_);
  const std::uint64_t token = next_token_++;
  if (run) run->watchers.emplace_back(token, std::move(wake));
  return token;
}

void Runs::unwatch(const std::string& id, std::uint64_t token) {
  const std::lock_guard lock(mutex_);
  if (const Held run = entry(id))
    std::erase_if(run->watchers, [&](const auto& one) { return one.first == token; });
}

bool Runs::stop(double seconds) {
  {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    for (const auto& [id, run] : runs_) run->stop = true;
    wanted_.notify_all();
    ticked_.notify_all();
    const auto limit = std::chrono::duration<double>(std::min(seconds, 1e7));
    if (!idle_.wait_for(lock, limit, [this] { return busy_ == 0; })) return false;
  }
  for (std::thread& worker : workers_)
    if (worker.joinable()) worker.join();
  if (keeper_.joinable()) keeper_.join();
  return true;
}

// ---- Entries: the mutex is held -----------------------------------------------------------------

Runs::Held Runs::entry(const std::string& id) const {
  const auto found = runs_.find(id);
  return found == runs_.end() ? nullptr : found->second;
}

/// The entry of a run of the store, made where there is none.
Runs::Held Runs::entered(const store::Job& job) {
  if (Held known = entry(job.request.id)) return known;
  Held run = std::make_shared<Entry>();
  run->id = job.request.id;
  run->state = job.state;
  run->share = run->told = job.share;
  runs_.emplace(run->id, run);
  const bool over = run->ended();
  const bool running = job.state == store::State::running;
  run->next = first_event(job.attempts + (over ? 1 : running ? -1 : 0));
  if (over) {
    run->remembered = true;
    ended_.push_back(run);
    forget();
  } else {
    const store::State told =
        job.state == store::State::paused ? store::State::paused : store::State::queued;
    tell(run, std::string(store::state_word(told)), state_text(told, ""));
  }
  return run;
}

void Runs::tell(const Held& run, std::string name, std::string data) {
  run->events.push_back({run->next++, std::move(name), std::move(data)});
  for (const auto& [token, wake] : run->watchers) wake();
}

void Runs::end(const Held& run, store::State state, const std::string& detail) {
  if (run->ended()) return;
  run->state = state;
  run->mine = false;
  tell(run, "done", state_text(state, detail));
  if (!run->remembered) ended_.push_back(run);
  run->remembered = true;
  forget();
}

/// Drops the events of the oldest runs beyond the limit; the store still knows the runs.
void Runs::forget() {
  for (std::size_t tries = ended_.size(); ended_.size() > limits_.followed && tries > 0; --tries) {
    const Held oldest = ended_.front();
    ended_.pop_front();
    if (oldest->ended() && oldest->watchers.empty())
      runs_.erase(oldest->id);
    else if (oldest->ended())
      ended_.push_back(oldest);
    else
      oldest->remembered = false;
  }
}

}  // namespace entente::server
