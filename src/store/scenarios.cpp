/// Scenarios in versions.
#include <algorithm>

#include "store/database.h"

namespace entente::store {
namespace {

Scenario scenario_of(const Row& row) {
  return {.name = row[0],
          .version = number_of(row[1]),
          .author = row[2],
          .at = number_of(row[3]),
          .removed = row[4] != "0",
          .text = row.size() > 5 ? row[5] : std::string()};
}

/// The newest version of a name, with no text; version 0 where there is none.
Scenario newest(Session& session, const std::string& name) {
  const auto rows = session.ask(
      "select name, version, author, at, removed from scenarios where name = :a "
      "order by version desc limit 1",
      5, {name});
  return rows.empty() ? Scenario{.name = name} : scenario_of(rows[0]);
}

void add(Session& session, const std::string& name, std::int64_t version, std::string_view user,
         bool removed, std::string_view text) {
  session.change(
      "insert into scenarios (name, version, author, at, removed, body) values "
      "(:a, cast(:b as bigint), :c, cast(:d as bigint), cast(:e as bigint), :f)",
      {name, value_of(version), std::string(user), value_of(session.now()), removed ? "1" : "0",
       std::string(text)});
  session.note(user, removed ? "scenario.remove" : "scenario.put", name,
               "version " + value_of(version));
}

}  // namespace

Result<std::vector<Scenario>> Store::scenarios() {
  std::vector<Scenario> found;
  Faults faults = database_->read([&found](Session& session) -> Faults {
    found.clear();
    for (const Row& row : session.ask(
             "select s.name, s.version, s.author, s.at, s.removed from scenarios s join (select "
             "name, max(version) as newest from scenarios group by name) n on n.name = s.name and "
             "n.newest = s.version where s.removed = 0",
             5))
      found.push_back(scenario_of(row));
    return {};
  });
  if (!faults.empty()) return faults;
  // Each database has its own order of letters; this is the program's.
  std::sort(found.begin(), found.end(),
            [](const Scenario& a, const Scenario& b) { return a.name < b.name; });
  return found;
}

Result<std::vector<Scenario>> Store::versions(std::string_view name) {
  std::vector<Scenario> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.clear();
    for (const Row& row :
         session.ask("select name, version, author, at, removed from scenarios where name = :a "
                     "order by version",
                     5, {std::string(name)}))
      found.push_back(scenario_of(row));
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

Result<std::optional<Scenario>> Store::scenario(std::string_view name, std::int64_t version) {
  std::optional<Scenario> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.reset();
    const auto rows =
        version == 0
            ? session.ask(
                  "select name, version, author, at, removed, body from scenarios where name = :a "
                  "order by version desc limit 1",
                  6, {std::string(name)})
            : session.ask(
                  "select name, version, author, at, removed, body from scenarios where name = :a "
                  "and version = cast(:b as bigint)",
                  6, {std::string(name), value_of(version)});
    if (!rows.empty()) found = scenario_of(rows[0]);
    return {};
  });
  if (!faults.empty()) return faults;
  if (found && found->removed) found.reset();
  return found;
}

Result<Written> Store::put(std::string_view name, std::string_view text, std::int64_t expected,
                           std::string_view user) {
  Written written;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const std::string key(name);
    const Scenario last = newest(session, key);
    const bool there = last.version > 0 && !last.removed;
    written = {Outcome::done, last.version};
    if (expected == 0 && there) {
      written.outcome = Outcome::exists;
    } else if (expected > 0 && !there) {
      written.outcome = Outcome::absent;
    } else if (expected > 0 && expected != last.version) {
      written.outcome = Outcome::stale;
    } else {
      // Two at once meet in the key of the table: the second is tried again and finds the first.
      add(session, key, ++written.version, user, false, text);
    }
    return {};
  });
  if (!faults.empty()) return faults;
  return written;
}

Result<Written> Store::remove(std::string_view name, std::int64_t expected, std::string_view user) {
  Written written;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    const std::string key(name);
    const Scenario last = newest(session, key);
    written = {Outcome::done, last.version};
    if (last.version == 0 || last.removed)
      written.outcome = Outcome::absent;
    else if (expected != kAnyVersion && expected != last.version)
      written.outcome = Outcome::stale;
    else
      add(session, key, ++written.version, user, true, "");
    return {};
  });
  if (!faults.empty()) return faults;
  return written;
}

}  // namespace entente::store
