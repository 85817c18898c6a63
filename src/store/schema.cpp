#include "store/schema.h"

#include <array>

namespace entente::store {
namespace {

constexpr std::string_view kFirst[] = {
    "create table counters (name text primary key, value bigint not null)",
    "insert into counters (name, value) values ('changes', 0)",
    "insert into counters (name, value) values ('runs', 0)",
    R"(create table scenarios (name text not null, version bigint not null, author text not null,
         at bigint not null, removed bigint not null, body text not null,
         primary key (name, version)))",
    R"(create table runs (id text primary key, number bigint not null unique, name text not null,
         body text not null, version text not null, library text not null,
         priority bigint not null, owner text not null, state text not null, share bigint not null,
         attempts bigint not null, lost bigint not null, worker text not null, lease bigint not null, wish text not null,
         accepted bigint not null, started bigint not null, finished bigint not null,
         record text not null, digest text not null, faults text not null,
         checkpoint text not null))",
    "create index runs_waiting on runs (state, priority, number)",
    "create index runs_of_owner on runs (owner, state)",
    R"(create table users (name text primary key, role text not null, password text not null,
         quota bigint not null, disabled bigint not null, created bigint not null))",
    R"(create table tokens (hash text primary key, owner text not null, label text not null,
         created bigint not null, expires bigint not null))",
    "create index tokens_of_owner on tokens (owner)",
    R"(create table changes (number bigint primary key, at bigint not null, who text not null,
         action text not null, subject text not null, detail text not null))",
};

// The crisis room: a room and what was done in it, act by act.
constexpr std::string_view kRooms[] = {
    "insert into counters (name, value) values ('rooms', 0)",
    R"(create table rooms (id text primary key, number bigint not null unique, owner text not null,
         key text not null, opened bigint not null, changed bigint not null, acts bigint not null,
         opening text not null, summary text not null))",
    R"(create table room_acts (room text not null, number bigint not null, act text not null,
         primary key (room, number)))",
};

constexpr std::span<const std::string_view> kSteps[] = {kFirst, kRooms};

constexpr Table kTables[] = {
    {"counters", "name,value", "name", "value"},
    {"scenarios", "name,version,author,at,removed,body", "name,version", "version,at,removed"},
    {"runs",
     "id,number,name,body,version,library,priority,owner,state,share,attempts,lost,worker,lease,"
     "wish,"
     "accepted,started,finished,record,digest,faults,checkpoint",
     "number", "number,priority,share,attempts,lost,lease,accepted,started,finished"},
    {"users", "name,role,password,quota,disabled,created", "name", "quota,disabled,created"},
    {"tokens", "hash,owner,label,created,expires", "hash", "created,expires"},
    {"changes", "number,at,who,action,subject,detail", "number", "number,at"},
    {"rooms", "id,number,owner,key,opened,changed,acts,opening,summary", "number",
     "number,opened,changed,acts"},
    {"room_acts", "room,number,act", "room,number", "number"},
};

/// The number of the schema that a store has; 0 for none.
std::size_t schema_of(Session& session) {
  session.change("create table if not exists meta (name text primary key, value bigint not null)");
  const auto rows = session.ask("select value from meta where name = 'schema'", 1);
  return rows.empty() ? 0 : static_cast<std::size_t>(number_of(rows[0][0]));
}

}  // namespace

std::span<const std::span<const std::string_view>> steps() { return kSteps; }

std::span<const Table> tables() { return kTables; }

Faults bring_up_to_date(Database& database) {
  return database.transact([&database](Session& session) -> Faults {
    // Of several programs that start at once one brings the tables; the others wait.
    if (session.is_postgres()) session.ask("select 1 from pg_advisory_xact_lock(7303014)", 1);
    const std::size_t has = schema_of(session);
    if (has > steps().size())
      return {{Code::bad_value,
               {database.name(), 0, 0},
               "the store has schema " + std::to_string(has) + ", and this program knows " +
                   std::to_string(steps().size()),
               "use the newer program that wrote it"}};
    for (std::size_t step = has; step < steps().size(); ++step)
      for (const std::string_view statement : steps()[step]) session.change(std::string(statement));
    if (has == 0)
      session.change("insert into meta (name, value) values ('schema', cast(:a as bigint))",
                     {value_of(static_cast<std::int64_t>(steps().size()))});
    else if (has < steps().size())
      session.change("update meta set value = cast(:a as bigint) where name = 'schema'",
                     {value_of(static_cast<std::int64_t>(steps().size()))});
    return {};
  });
}

}  // namespace entente::store
