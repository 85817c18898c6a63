/// Runs, for workers: who takes which, for how long, and how it ends.
#include "base/hash.h"
#include "store/run_rows.h"

namespace entente::store {
namespace {

/// A run that may be begun.
struct Next {
  Job job;
  std::string wish;       ///< Told of one whose worker is gone.
  std::int64_t lost = 0;  ///< How many workers ended over it before.
};

std::optional<Next> next_run(Session& session, std::string_view version, std::string_view library) {
  const auto rows = session.ask(
      std::string("select ") + kColumns +
          ", wish, lost from runs where version = :a and library = :b and (state = 'queued' or "
          "(state = "
          "'running' and lease < cast(:c as bigint))) order by priority desc, number limit 1" +
          (session.is_postgres() ? " for update skip locked" : ""),
      kColumnCount + 2, {std::string(version), std::string(library), value_of(session.now())});
  if (rows.empty()) return std::nullopt;
  return Next{job_of(rows[0]), rows[0][kColumnCount], number_of(rows[0][kColumnCount + 1])};
}

}  // namespace

Result<std::optional<Job>> Store::take(std::string_view worker, std::string_view version,
                                       std::string_view library, Milliseconds lease) {
  std::optional<Job> taken;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    taken.reset();
    while (auto next = next_run(session, version, library)) {
      Job& job = next->job;
      const bool lost = job.state == State::running;
      if (lost) ++next->lost;
      // What was wished of a run whose worker is gone is done for it.
      if (next->wish == "cancel" || next->wish == "pause" || next->lost >= settings_.losses) {
        set_state(session, job.request.id,
                  next->wish == "cancel"  ? State::cancelled
                  : next->wish == "pause" ? State::paused
                                          : State::failed);
        continue;
      }
      const Milliseconds now = session.now();
      session.change(
          "update runs set state = 'running', worker = :a, attempts = attempts + 1, "
          "lost = cast(:b as bigint), lease = cast(:c as bigint), started = cast(:d as bigint), "
          "wish = '' where id = :e",
          {std::string(worker), value_of(next->lost), value_of(now + lease), value_of(now),
           job.request.id});
      job.state = State::running;
      job.worker = worker;
      job.started = now;
      ++job.attempts;
      job.checkpoint =
          session.ask("select checkpoint from runs where id = :a", 1, {job.request.id}).at(0).at(0);
      taken = std::move(job);
      break;
    }
    return {};
  });
  if (!faults.empty()) return faults;
  return taken;
}

Result<Wish> Store::renew(std::string_view id, std::string_view worker, Milliseconds lease,
                          double share, std::string_view checkpoint) {
  Wish wish = Wish::leave;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    wish = Wish::leave;
    const auto rows =
        session.ask("select wish from runs where id = :a and worker = :b and state = 'running'", 1,
                    {std::string(id), std::string(worker)});
    if (rows.empty()) return {};
    session.change(
        "update runs set lease = cast(:a as bigint), share = cast(:b as bigint) where id = :c "
        "and worker = :d and state = 'running'",
        {value_of(session.now() + lease), value_of(static_cast<std::int64_t>(share * kWhole)),
         std::string(id), std::string(worker)});
    if (!checkpoint.empty())
      session.change(
          "update runs set checkpoint = :a where id = :b and worker = :c and state = 'running'",
          {std::string(checkpoint), std::string(id), std::string(worker)});
    wish = rows[0][0] == "cancel"  ? Wish::cancel
           : rows[0][0] == "pause" ? Wish::pause
                                   : Wish::go_on;
    return {};
  });
  if (!faults.empty()) return faults;
  return wish;
}

Result<bool> Store::finish(std::string_view id, std::string_view worker, std::string_view record) {
  bool mine = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    mine = session.change(
               "update runs set state = 'done', share = 1000000, record = :a, digest = :b, "
               "finished = cast(:c as bigint), lease = 0, wish = '', checkpoint = '' "
               "where id = :d and worker = :e and state = 'running'",
               {std::string(record), sha256(record), value_of(session.now()), std::string(id),
                std::string(worker)}) == 1;
    return {};
  });
  if (!faults.empty()) return faults;
  return mine;
}

Result<bool> Store::fail(std::string_view id, std::string_view worker, std::string_view why) {
  bool mine = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    mine =
        session.change(
            "update runs set state = 'failed', faults = :a, finished = cast(:b as bigint), "
            "lease = 0, wish = '', checkpoint = '' where id = :c and worker = :d and state = "
            "'running'",
            {std::string(why), value_of(session.now()), std::string(id), std::string(worker)}) == 1;
    return {};
  });
  if (!faults.empty()) return faults;
  return mine;
}

Result<bool> Store::release(std::string_view id, std::string_view worker, Wish wish,
                            std::string_view checkpoint, std::string_view record) {
  const State next = wish == Wish::cancel  ? State::cancelled
                     : wish == Wish::pause ? State::paused
                                           : State::queued;
  bool mine = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    mine = session.change(
               "update runs set state = :a, lease = 0, wish = '', finished = cast(:b as bigint), "
               "record = :c, digest = :d where id = :e and worker = :f and state = 'running'",
               {std::string(state_word(next)),
                next == State::cancelled ? value_of(session.now()) : "0", std::string(record),
                record.empty() ? std::string() : sha256(record), std::string(id),
                std::string(worker)}) == 1;
    if (mine && !checkpoint.empty())
      session.change("update runs set checkpoint = :a where id = :b",
                     {std::string(checkpoint), std::string(id)});
    return {};
  });
  if (!faults.empty()) return faults;
  return mine;
}

Result<std::int64_t> Store::give_up_others(std::string_view version, std::string_view library,
                                           std::string_view why) {
  std::int64_t met = 0;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    met = session.change(
        "update runs set state = 'failed', faults = :a, finished = cast(:b as bigint), lease = 0, "
        "wish = '', checkpoint = '' where state in ('queued', 'running', 'paused') and "
        "(version <> :c or library <> :d) and lease < cast(:e as bigint)",
        {std::string(why), value_of(session.now()), std::string(version), std::string(library),
         value_of(session.now())});
    return {};
  });
  if (!faults.empty()) return faults;
  return met;
}

}  // namespace entente::store
