/// Runs, for those who ask.
#include <array>

#include "store/run_rows.h"

namespace entente::store {
namespace {

constexpr std::string_view kStates[] = {"queued", "running", "paused",
                                        "done",   "failed",  "cancelled"};

/// The run, held against others until the transaction ends.
std::optional<Job> held(Session& session, std::string_view id) {
  const auto rows = session.ask(std::string("select ") + kColumns + " from runs where id = :a" +
                                    (session.is_postgres() ? " for update" : ""),
                                kColumnCount, {std::string(id)});
  if (rows.empty()) return std::nullopt;
  return job_of(rows[0]);
}

void wish_for(Session& session, std::string_view id, std::string_view wish) {
  session.change("update runs set wish = :a where id = :b", {std::string(wish), std::string(id)});
}

/// How many unfinished runs a user may have.
std::int64_t quota_of(Session& session, const std::string& user, const Settings& settings) {
  const auto rows = session.ask("select quota from users where name = :a", 1, {user});
  const std::int64_t own = rows.empty() ? 0 : number_of(rows[0][0]);
  return own > 0 ? own : settings.quota;
}

Faults over_quota(Session& session, const std::string& user, const Settings& settings) {
  const std::int64_t has = number_of(
      session
          .ask("select count(*) from runs where owner = :a and state in ('queued', 'running', "
               "'paused')",
               1, {user})
          .at(0)
          .at(0));
  const std::int64_t may = quota_of(session, user, settings);
  if (has < may) return {};
  return {
      {Code::too_large,
       {"runs", 0, 0},
       "too many runs wait already: " + value_of(has) + ", and " + value_of(may) + " are allowed",
       "wait until some are done, or cancel some"}};
}

void insert(Session& session, const Request& request) {
  session.change(
      "insert into runs (id, number, name, body, version, library, priority, owner, state, share, "
      "attempts, lost, worker, lease, wish, accepted, started, finished, record, digest, faults, "
      "checkpoint) values (:a, cast(:b as bigint), :c, :d, :e, :f, cast(:g as bigint), :h, "
      "'queued', 0, 0, 0, '', 0, '', cast(:i as bigint), 0, 0, '', '', '', '')",
      {request.id, value_of(session.next("runs")), request.name, request.body, request.version,
       request.library, value_of(request.priority), request.user, value_of(session.now())});
}

}  // namespace

State state_of(const std::string& text) {
  for (std::size_t i = 0; i < std::size(kStates); ++i)
    if (kStates[i] == text) return static_cast<State>(i);
  return State::failed;
}

Job job_of(const Row& row) {
  Job job;
  job.request = {.id = row[0],
                 .name = row[1],
                 .body = row[2],
                 .version = row[3],
                 .library = row[4],
                 .priority = static_cast<int>(number_of(row[5])),
                 .user = row[6]};
  job.state = state_of(row[7]);
  job.share = static_cast<double>(number_of(row[8])) / kWhole;
  job.attempts = static_cast<int>(number_of(row[9]));
  job.worker = row[10];
  job.accepted = number_of(row[11]);
  job.started = number_of(row[12]);
  job.finished = number_of(row[13]);
  return job;
}

void set_state(Session& session, std::string_view id, State state) {
  const bool ended = state == State::done || state == State::failed || state == State::cancelled;
  session.change(
      "update runs set state = :a, wish = '', lease = 0, finished = cast(:b as bigint) "
      "where id = :c",
      {std::string(state_word(state)), ended ? value_of(session.now()) : "0", std::string(id)});
}

std::string_view state_word(State state) { return kStates[static_cast<std::size_t>(state)]; }

Result<Job> Store::accept(const Request& request) {
  Job job;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const auto known = held(session, request.id);
    const bool begins = !known || known->state == State::cancelled || known->state == State::failed;
    if (begins)
      if (Faults too_many = over_quota(session, request.user, settings_); !too_many.empty())
        return too_many;
    if (!known) {
      insert(session, request);
    } else if (begins) {
      session.change(
          "update runs set state = 'queued', wish = '', lost = 0, finished = 0, record = '', "
          "digest = '', faults = '', owner = :a, priority = cast(:b as bigint) where id = :c",
          {request.user, value_of(request.priority), request.id});
    } else if (known->state == State::running) {
      session.change("update runs set wish = '' where id = :a and wish = 'cancel'", {request.id});
    }
    if (begins) session.note(request.user, "run.add", request.id, request.name);
    job = *held(session, request.id);
    return {};
  });
  if (!faults.empty()) return faults;
  return job;
}

Result<std::optional<Job>> Store::run(std::string_view id) {
  std::optional<Job> job;
  Faults faults = database_->read([&](Session& session) -> Faults {
    job.reset();
    const auto rows =
        session.ask(std::string("select ") + kColumns + ", record, faults from runs where id = :a",
                    kColumnCount + 2, {std::string(id)});
    if (rows.empty()) return {};
    job = job_of(rows[0]);
    job->record = rows[0][kColumnCount];
    job->faults = rows[0][kColumnCount + 1];
    return {};
  });
  if (!faults.empty()) return faults;
  return job;
}

Result<std::vector<Job>> Store::runs(std::size_t most) {
  std::vector<Job> jobs;
  Faults faults = database_->read([&](Session& session) -> Faults {
    jobs.clear();
    for (const Row& row :
         session.ask(std::string("select ") + kColumns + " from runs order by number desc limit " +
                         std::to_string(most),
                     kColumnCount))
      jobs.push_back(job_of(row));
    return {};
  });
  if (!faults.empty()) return faults;
  return jobs;
}

Result<Counts> Store::counts() {
  Counts counts;
  Faults faults = database_->read([&](Session& session) -> Faults {
    counts = {};
    const std::array<std::int64_t*, 6> into = {&counts.queued, &counts.running, &counts.paused,
                                               &counts.done,   &counts.failed,  &counts.cancelled};
    for (const Row& row : session.ask("select state, count(*) from runs group by state", 2))
      *into.at(static_cast<std::size_t>(state_of(row[0]))) = number_of(row[1]);
    return {};
  });
  if (!faults.empty()) return faults;
  return counts;
}

Result<bool> Store::cancel(std::string_view id, std::string_view user) {
  bool there = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const auto job = held(session, id);
    there = job.has_value();
    if (!there) return {};
    if (job->state == State::queued || job->state == State::paused)
      set_state(session, id, State::cancelled);
    else if (job->state == State::running)
      wish_for(session, id, "cancel");
    else
      return {};
    session.note(user, "run.cancel", id);
    return {};
  });
  if (!faults.empty()) return faults;
  return there;
}

Result<bool> Store::pause(std::string_view id, std::string_view user) {
  bool there = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const auto job = held(session, id);
    there = job.has_value();
    if (!there) return {};
    if (job->state == State::queued)
      set_state(session, id, State::paused);
    else if (job->state == State::running)
      wish_for(session, id, "pause");
    else
      return {};
    session.note(user, "run.pause", id);
    return {};
  });
  if (!faults.empty()) return faults;
  return there;
}

Result<bool> Store::resume(std::string_view id, std::string_view user) {
  bool there = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const auto job = held(session, id);
    there = job.has_value();
    if (!there) return {};
    if (job->state == State::paused)
      set_state(session, id, State::queued);
    else if (job->state == State::running)
      wish_for(session, id, "");
    else
      return {};
    session.note(user, "run.resume", id);
    return {};
  });
  if (!faults.empty()) return faults;
  return there;
}

Result<std::int64_t> Store::prune(Milliseconds older, std::string_view user) {
  std::int64_t met = 0;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    met = session.change(
        "delete from runs where state in ('done', 'failed', 'cancelled') and "
        "finished < cast(:a as bigint)",
        {value_of(session.now() - older)});
    if (met > 0) session.note(user, "run.prune", "", value_of(met) + " runs");
    return {};
  });
  if (!faults.empty()) return faults;
  return met;
}

}  // namespace entente::store
