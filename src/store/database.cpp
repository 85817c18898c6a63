#include "store/database.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <thread>

namespace entente::store {
namespace {

/// How often a transaction that lost against another is tried before its caller hears of it.
constexpr int kTries = 40;

bool is_postgres_url(const std::string& url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

/// The first line of what a database says, without the query that SOCI adds.
std::string first_line(const std::string& message) {
  std::string line = message.substr(0, message.find('\n'));
  if (const std::size_t query = line.find(" while "); query != line.npos) line.resize(query);
  while (!line.empty() && (line.back() == ' ' || line.back() == '.')) line.pop_back();
  return line;
}

/// Whether a transaction lost against another one and may be tried again.
bool is_contention(const soci::soci_error& fault) {
  const std::string_view text = fault.what();
  for (const std::string_view sign :
       {"database is locked", "could not serialize access", "deadlock detected",
        "duplicate key value", "UNIQUE constraint"})
    if (text.find(sign) != text.npos) return true;
  return false;
}

class SociSession final : public Session {
 public:
  SociSession(soci::session& session, bool postgres) : session_(session), postgres_(postgres) {}

  std::vector<Row> ask(const std::string& sql, std::size_t columns, const Values& values) override {
    soci::statement statement(session_);
    Row row(columns);
    std::vector<soci::indicator> indicators(columns, soci::i_ok);
    for (std::size_t i = 0; i < columns; ++i) statement.exchange(soci::into(row[i], indicators[i]));
    for (const std::string& value : values) statement.exchange(soci::use(value));
    statement.alloc();
    statement.prepare(sql);
    statement.define_and_bind();
    statement.execute(false);
    std::vector<Row> rows;
    while (statement.fetch()) {
      Row copy = row;
      for (std::size_t i = 0; i < columns; ++i)
        if (indicators[i] == soci::i_null) copy[i].clear();
      rows.push_back(std::move(copy));
    }
    return rows;
  }

  std::int64_t change(const std::string& sql, const Values& values) override {
    soci::statement statement(session_);
    for (const std::string& value : values) statement.exchange(soci::use(value));
    statement.alloc();
    statement.prepare(sql);
    statement.define_and_bind();
    statement.execute(true);
    return statement.get_affected_rows();
  }

  Milliseconds now() override {
    if (postgres_)
      return number_of(
          ask("select cast(floor(extract(epoch from clock_timestamp()) * 1000) as bigint)", 1, {})
              .at(0)
              .at(0));
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  }

  [[nodiscard]] bool is_postgres() const override { return postgres_; }

 private:
  soci::session& session_;
  bool postgres_;
};

class SociDatabase final : public Database {
 public:
  SociDatabase(std::string url, std::string name, const Settings& settings)
      : url_(std::move(url)),
        name_(std::move(name)),
        postgres_(is_postgres_url(url_)),
        wait_s_(settings.wait_s),
        // Each connection to memory would be a store of its own.
        free_(url_ == "memory" ? 1 : settings.connections) {}

  Faults transact(const Work& work) override {
    return carry_out(work, postgres_ ? "begin" : "begin immediate");
  }

  Faults read(const Work& work) override {
    return carry_out(work, postgres_ ? "begin isolation level repeatable read read only" : "begin");
  }

  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  using Held = std::unique_ptr<soci::session>;

  Held opened() const {
    if (postgres_) {
      auto session = std::make_unique<soci::session>("postgresql", url_);
      *session << "set client_min_messages = warning";  // Its notices would go to our stderr.
      return session;
    }
    const std::string place = url_ == "memory" ? ":memory:" : url_;
    auto session = std::make_unique<soci::session>(
        soci::sqlite3, "dbname=\"" + place + "\" timeout=" + std::to_string(wait_s_));
    if (url_ != "memory") {
      // Survives a killed program; a power cut may cost the last moments, never the file.
      *session << "pragma journal_mode = wal";
      *session << "pragma synchronous = normal";
    }
    return session;
  }

  Held taken() {
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [this] { return free_ > 0; });
    --free_;
    if (idle_.empty()) return nullptr;
    Held session = std::move(idle_.back());
    idle_.pop_back();
    return session;
  }

  void give_back(Held session) {
    const std::lock_guard lock(mutex_);
    ++free_;
    if (session) idle_.push_back(std::move(session));
    freed_.notify_one();
  }

  Error unreachable(const soci::soci_error& fault) const {
    return {Code::unreadable,
            {name_, 0, 0},
            "the store does not answer: " + first_line(fault.what()),
            "see that the database runs and that there is room on its disk"};
  }

  Faults carry_out(const Work& work, const char* begin) {
    Held session = taken();
    struct Return {
      SociDatabase& database;
      Held& session;
      ~Return() { database.give_back(std::move(session)); }
    } const always{*this, session};
    bool reused = session != nullptr;
    for (int attempt = 1;; ++attempt) {
      bool begun = false;
      try {
        if (!session) session = opened();
        *session << begin;
        begun = true;
        SociSession one(*session, postgres_);
        Faults faults = work(one);
        *session << (faults.empty() ? "commit" : "rollback");
        return faults;
      } catch (const soci::soci_error& fault) {
        const bool again = is_contention(fault) && attempt < kTries;
        const bool stale = reused && !begun;  // The connection was lost while nobody used it.
        if (!again || !undone(session, begun)) session.reset();
        reused = false;
        if (!again && !stale) return {unreachable(fault)};
        if (again) std::this_thread::sleep_for(std::chrono::milliseconds(attempt));
      } catch (...) {
        session.reset();
        throw;
      }
    }
  }

  /// Leaves a transaction that broke off. False where the connection is of no use any more.
  static bool undone(const Held& session, bool begun) {
    if (!session || !begun) return session != nullptr;
    try {
      *session << "rollback";
      return true;
    } catch (const soci::soci_error&) {
      return false;
    }
  }

  std::string url_, name_;
  bool postgres_;
  int wait_s_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<Held> idle_;
  int free_;
};

/// Makes the folder of a file; who else may read it is left to nobody.
Faults make_place(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(path).parent_path();
  std::error_code failure;
  if (!folder.empty() && !fs::exists(folder, failure)) {
    fs::create_directories(folder, failure);
    if (!failure) fs::permissions(folder, fs::perms::owner_all, failure);
    if (failure)
      return {{Code::unreadable,
               {path, 0, 0},
               "the folder of the store cannot be made: " + failure.message(),
               "name another place with --store"}};
  }
  if (path.find('"') != path.npos)
    return {{Code::bad_value, {path, 0, 0}, "a store's path has no quotation marks", ""}};
  return {};
}

}  // namespace

void Session::note(std::string_view user, std::string_view action, std::string_view subject,
                   std::string_view detail) {
  change(
      "insert into changes (number, at, who, action, subject, detail) "
      "values (cast(:a as bigint), cast(:b as bigint), :c, :d, :e, :f)",
      {value_of(next("changes")), value_of(now()), std::string(user), std::string(action),
       std::string(subject), std::string(detail)});
}

std::int64_t Session::next(const std::string& counter) {
  change("update counters set value = value + 1 where name = :a", {counter});
  return number_of(ask("select value from counters where name = :a", 1, {counter}).at(0).at(0));
}

std::string value_of(std::int64_t number) { return std::to_string(number); }

std::int64_t number_of(const std::string& value) {
  return std::strtoll(value.c_str(), nullptr, 10);
}

std::string shown(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return url;
  const std::size_t start = scheme + 3;
  const std::size_t at = url.rfind('@', url.find('/', start));
  const std::size_t colon = url.find(':', start);
  std::string clean = url;
  if (at != url.npos && at > start && colon < at) clean.replace(colon, at - colon, ":***");
  // A password may also stand among the parameters.
  if (const std::size_t given = clean.find("password="); given != clean.npos)
    clean.replace(given, clean.find('&', given) - given, "password=***");
  return clean;
}

std::string default_place(std::string_view data_home, std::string_view home) {
  if (!data_home.empty()) return std::string(data_home) + "/entente/entente.db";
  if (!home.empty()) return std::string(home) + "/.local/share/entente/entente.db";
  return {};
}

Result<std::shared_ptr<Database>> connect(const std::string& url, const Settings& settings) {
  if (url.empty())
    return Error{Code::bad_value,
                 {"store", 0, 0},
                 "no place is named for the store",
                 "name one: --store FILE, or --store postgresql://USER@HOST/NAME"};
  if (!is_postgres_url(url)) {
    if (url.find("://") != url.npos)
      return Error{Code::bad_value,
                   {shown(url), 0, 0},
                   "a store is a file or PostgreSQL",
                   "as in --store FILE, or --store postgresql://USER@HOST/NAME"};
    if (url != "memory")
      if (Faults faults = make_place(url); !faults.empty()) return faults;
  }
  return std::shared_ptr<Database>(std::make_shared<SociDatabase>(url, shown(url), settings));
}

}  // namespace entente::store
