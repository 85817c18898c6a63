/// Crisis rooms and what was done in them.
#include "store/database.h"
#include "store/secrets.h"

namespace entente::store {
namespace {

constexpr std::size_t kIdLength = 22;  // Of a secret: 16 bytes and a bit.

void add(Session& session, const std::string& room, std::int64_t number, const std::string& act) {
  session.change("insert into room_acts (room, number, act) values (:a, cast(:b as bigint), :c)",
                 {room, value_of(number), act});
}

RoomHead head_of(const Row& row) {
  return {.id = row[0],
          .owner = row[1],
          .key = row[2],
          .opened = number_of(row[3]),
          .changed = number_of(row[4]),
          .acts = number_of(row[5]),
          .opening = row.size() > 7 ? row[7] : std::string(),
          .summary = row[6]};
}

}  // namespace

std::string new_secret() { return new_token(); }

Result<std::string> Store::add_room(const RoomHead& room, const std::vector<std::string>& acts) {
  const std::string id = new_token().substr(0, kIdLength);
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const std::string now = value_of(session.now());
    session.change(
        "insert into rooms (id, number, owner, key, opened, changed, acts, opening, summary) "
        "values (:a, cast(:b as bigint), :c, :d, cast(:e as bigint), cast(:f as bigint), "
        "cast(:g as bigint), :h, :i)",
        {id, value_of(session.next("rooms")), room.owner, room.key, now, now,
         value_of(static_cast<std::int64_t>(acts.size())), room.opening, room.summary});
    for (std::size_t i = 0; i < acts.size(); ++i)
      add(session, id, static_cast<std::int64_t>(i + 1), acts[i]);
    session.note(room.owner, "room.open", id);
    return {};
  });
  if (!faults.empty()) return faults;
  return id;
}

Result<std::optional<RoomHead>> Store::room(std::string_view id) {
  std::optional<RoomHead> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.reset();
    const auto rows = session.ask(
        "select id, owner, key, opened, changed, acts, summary, opening from rooms where id = :a",
        8, {std::string(id)});
    if (!rows.empty()) found = head_of(rows[0]);
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

Result<std::vector<std::string>> Store::room_acts(std::string_view id, std::int64_t after) {
  std::vector<std::string> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.clear();
    const auto rows = session.ask(
        "select act from room_acts where room = :a and number > cast(:b as bigint) order by number",
        1, {std::string(id), value_of(after)});
    for (const Row& row : rows) found.push_back(row[0]);
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

Result<bool> Store::add_act(std::string_view id, std::int64_t number, std::string_view act,
                            std::string_view summary) {
  bool added = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    // Of two that write the same number one meets the row as it was.
    added = session.change(
                "update rooms set acts = cast(:a as bigint), changed = cast(:b as bigint), "
                "summary = :c where id = :d and acts = cast(:e as bigint)",
                {value_of(number), value_of(session.now()), std::string(summary), std::string(id),
                 value_of(number - 1)}) > 0;
    if (added) add(session, std::string(id), number, std::string(act));
    return {};
  });
  if (!faults.empty()) return faults;
  return added;
}

Result<std::vector<RoomHead>> Store::rooms(std::size_t most) {
  std::vector<RoomHead> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.clear();
    const auto rows = session.ask(
        "select id, owner, key, opened, changed, acts, summary from rooms order by number "
        "desc limit " +
            std::to_string(most),
        7);
    for (const Row& row : rows) found.push_back(head_of(row));
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

Result<bool> Store::remove_room(std::string_view id, std::string_view user) {
  bool removed = false;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    removed = session.change("delete from rooms where id = :a", {std::string(id)}) > 0;
    if (!removed) return {};
    session.change("delete from room_acts where room = :a", {std::string(id)});
    session.note(user, "room.remove", id);
    return {};
  });
  if (!faults.empty()) return faults;
  return removed;
}

Result<Milliseconds> Store::now() {
  Milliseconds now = 0;
  Faults faults = database_->read([&](Session& session) -> Faults {
    now = session.now();
    return {};
  });
  if (!faults.empty()) return faults;
  return now;
}

}  // namespace entente::store
