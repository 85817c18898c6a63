/// Opening, backing up, restoring and checking a store.
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "store/database.h"
#include "store/schema.h"
#include "text/node.h"

namespace entente::store {
namespace {

using Json = nlohmann::ordered_json;

/// Rows that are in memory at once.
constexpr std::size_t kPage = 100;

constexpr int kForm = 1;  ///< Of a backup.

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    words.emplace_back(list.substr(0, comma));
    list.remove_prefix(comma == list.npos ? list.size() : comma + 1);
  }
  return words;
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Every row of a table in the order of its key, page by page.
void each_row(Session& session, const Table& table, const std::function<void(const Row&)>& use) {
  const std::size_t columns = words_of(table.columns).size();
  for (std::size_t from = 0;; from += kPage) {
    const auto rows =
        session.ask("select " + std::string(table.columns) + " from " + std::string(table.name) +
                        " order by " + std::string(table.key) + " limit " + std::to_string(kPage) +
                        " offset " + std::to_string(from),
                    columns);
    for (const Row& row : rows) use(row);
    if (rows.size() < kPage) return;
  }
}

std::int64_t count(Session& session, const Table& table) {
  return number_of(session.ask("select count(*) from " + std::string(table.name), 1).at(0).at(0));
}

/// The statement that adds a row with every column.
std::string insertion(const Table& table) {
  const auto columns = words_of(table.columns);
  const auto numbers = words_of(table.numbers);
  std::string values;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string name = ":v" + std::to_string(i);
    const bool number = std::find(numbers.begin(), numbers.end(), columns[i]) != numbers.end();
    values += (i == 0 ? "" : ", ") + (number ? "cast(" + name + " as bigint)" : name);
  }
  return "insert into " + std::string(table.name) + " (" + std::string(table.columns) +
         ") values (" + values + ")";
}

const Table* table_called(std::string_view name) {
  for (const Table& table : tables())
    if (table.name == name) return &table;
  return nullptr;
}

/// Reads a backup line by line, with the hash of what was read so far.
class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path), file_(path, std::ios::binary) {}

  [[nodiscard]] bool is_open() const { return file_.is_open(); }

  /// The next line as an object; null where the file ends or the line is none.
  Json next() {
    std::string line;
    if (!std::getline(file_, line)) return nullptr;
    ++line_;
    hash_before_ = hash_.digits();
    hash_.add(line + "\n");
    Json json = Json::parse(line, nullptr, false);
    return json.is_object() ? json : Json(nullptr);
  }

  [[nodiscard]] Error damaged() const {
    return {Code::syntax,
            {path_, line_, 1},
            "this is no backup of a store, or a damaged one",
            "restore another one; nothing was changed"};
  }

  /// Of all lines before the last.
  [[nodiscard]] const std::string& hash_before() const { return hash_before_; }

 private:
  std::string path_;
  std::ifstream file_;
  Sha256 hash_;
  std::string hash_before_;
  int line_ = 0;
};

/// Adds the row that a line holds; false where it holds none.
bool restore_row(Session& session, const Json& line) {
  const Table* table = table_called(line.value("table", ""));
  const auto row = line.find("row");
  if (table == nullptr || row == line.end() || !row->is_array() ||
      row->size() != words_of(table->columns).size())
    return false;
  Values values;
  for (const Json& cell : *row) {
    if (!cell.is_string()) return false;
    values.push_back(cell.get<std::string>());
  }
  if (table->name == "counters")  // They stand there from the beginning.
    session.change("delete from counters where name = :a", {values.front()});
  session.change(insertion(*table), values);
  return true;
}

Faults restore_all(Session& session, const std::string& path) {
  Reader reader(path);
  if (!reader.is_open())
    return {{Code::unreadable, {path, 0, 0}, "the backup cannot be read", "is its name right?"}};
  const Json head = reader.next();
  if (!head.is_object() || !head.contains("entente_store") ||
      !head.value("schema", Json()).is_number())
    return {reader.damaged()};
  if (head.value("entente_store", Json()) != kForm || head.value("schema", 0U) > steps().size())
    return {{Code::bad_value,
             {path, 1, 1},
             "this backup is of a newer program",
             "use the program that wrote it"}};
  // Later steps have only added tables, so rows of an older store fit; what counts stays at hand.
  session.change("update counters set value = 0");
  while (true) {
    const Json line = reader.next();
    if (!line.is_object()) return {reader.damaged()};
    if (line.contains("sha256")) {
      if (line.value("sha256", Json()) != reader.hash_before()) return {reader.damaged()};
      return {};
    }
    if (!restore_row(session, line)) return {reader.damaged()};
  }
}

/// What is wrong with scenarios and runs.
void check_rows(Session& session, std::vector<std::string>& faults) {
  for (const Row& row :
       session.ask("select name, count(*), min(version), max(version) from scenarios group by name "
                   "order by name",
                   4))
    if (number_of(row[2]) != 1 || row[1] != row[3])
      faults.push_back("scenario " + row[0] + ": a version is missing");
  each_row(session, {"runs", "id,state,record,digest", "number", ""}, [&](const Row& row) {
    if (row[1] == "done" && row[2].empty()) faults.push_back("run " + row[0] + ": no record");
    if (!row[2].empty() && sha256(row[2]) != row[3])
      faults.push_back("run " + row[0] + ": the record is not what was kept");
  });
  for (const Row& row : session.ask(
           "select t.owner from tokens t left join users u on u.name = t.owner where u.name is "
           "null group by t.owner order by t.owner",
           1))
    faults.push_back("tokens of " + row[0] + ", who is no user");
  for (const Row& row : session.ask(
           "select r.id from rooms r left join room_acts a on a.room = r.id group by r.id, r.acts "
           "having count(a.number) <> r.acts order by r.id",
           1))
    faults.push_back("room " + row[0] + ": an act is missing");
  if (!session.is_postgres())
    for (const Row& row : session.ask("pragma integrity_check", 1))
      if (row[0] != "ok") faults.push_back(row[0]);
}

}  // namespace

Store::Store(std::shared_ptr<Database> database, Settings settings)
    : database_(std::move(database)), settings_(settings) {}

Result<Store> open(const std::string& url, const Settings& settings) {
  auto database = connect(url, settings);
  if (!database) return database.error();
  if (Faults faults = bring_up_to_date(**database); !faults.empty()) return faults;
  return Store(std::move(database).value(), settings);
}

Faults Store::ping() {
  return database_->read([](Session& session) -> Faults {
    session.ask("select value from meta where name = 'schema'", 1);
    return {};
  });
}

Faults Store::backup(const std::string& path) {
  return database_->read([&](Session& session) -> Faults {
    return text::write_file(
        [&](const Sink& sink) {
          Sha256 hash;
          const auto put = [&](const Json& json) {
            const std::string line = dump(json);
            hash.add(line);
            sink(line);
          };
          put({{"entente_store", kForm}, {"schema", steps().size()}, {"at", session.now()}});
          for (const Table& table : tables())
            each_row(session, table, [&](const Row& row) {
              put({{"table", table.name}, {"row", row}});
            });
          sink(dump({{"sha256", hash.digits()}}));
        },
        path);
  });
}

Faults Store::restore(const std::string& path) {
  return database_->transact([&](Session& session) -> Faults {
    for (const Table& table : tables())
      if (table.name != "counters" && count(session, table) > 0)
        return {{Code::duplicate,
                 {database_->name(), 0, 0},
                 "the store holds something already",
                 "restore into a new one: --store with a name that is free"}};
    return restore_all(session, path);
  });
}

Result<Health> Store::check() {
  Health health;
  Faults faults = database_->read([&](Session& session) -> Faults {
    health = {};
    health.schema = static_cast<int>(
        number_of(session.ask("select value from meta where name = 'schema'", 1).at(0).at(0)));
    for (const Table& table : tables())
      if (table.name != "counters") health.counts.emplace_back(table.name, count(session, table));
    check_rows(session, health.faults);
    return {};
  });
  if (!faults.empty()) return faults;
  return health;
}

}  // namespace entente::store
