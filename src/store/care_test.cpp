// People, the log, backups and checks; the same tests over SQLite and PostgreSQL.
#include <fstream>

#include "base/hash.h"
#include "store/schema.h"
#include "store/store.h"
#include "store/store_fixture.h"

namespace entente::store {
namespace {

class StoreCareTest : public StoreTest {};

INSTANTIATE_TEST_SUITE_P(Both, StoreCareTest, testing::Values(Kind::sqlite, Kind::postgres),
                         kind_word);

// ---- People

TEST_P(StoreCareTest, people_sign_in_and_their_tokens_hold_until_they_end) {
  EXPECT_TRUE(store()
                  .add_user({.name = "ann", .role = Role::analyst}, "correct horse battery", "")
                  .empty());
  EXPECT_EQ(store().add_user({.name = "ann"}, "correct horse battery", "").front().code,
            Code::duplicate);
  EXPECT_EQ(store().add_user({.name = "Ann B"}, "correct horse battery", "").front().code,
            Code::bad_value);
  EXPECT_EQ(store().add_user({.name = "bob"}, "short", "").front().code, Code::bad_value);
  EXPECT_FALSE(store().sign_in("ann", "wrong horse battery").value());
  EXPECT_FALSE(store().sign_in("nobody", "correct horse battery").value());
  EXPECT_EQ(store().sign_in("ann", "correct horse battery").value()->role, Role::analyst);
  const std::string token = store().grant("ann", "laptop", 60000).value();
  EXPECT_EQ(token.size(), 43U);
  EXPECT_EQ(store().bearer(token).value()->name, "ann");
  EXPECT_FALSE(store().bearer(token + "x").value());
  EXPECT_FALSE(store().bearer("' or 1=1 --").value());
  const std::string old = store().grant("ann", "old", -1).value();
  EXPECT_FALSE(store().bearer(old).value());
  ASSERT_EQ(store().tokens("ann")->size(), 1U);
  EXPECT_EQ(store().revoke("ann", store().tokens("ann")->front().id, "ann").value(), 1);
  EXPECT_FALSE(store().bearer(token).value());
  EXPECT_FALSE(store().grant("nobody", "", 1000));
}

TEST_P(StoreCareTest, a_user_who_is_disabled_is_out) {
  (void)store().add_user({.name = "ann"}, "correct horse battery", "root");
  const std::string token = store().grant("ann", "", 60000).value();
  EXPECT_TRUE(
      store().set_user({.name = "ann", .role = Role::admin, .disabled = true}, "", "root").empty());
  EXPECT_FALSE(store().bearer(token).value());
  EXPECT_FALSE(store().sign_in("ann", "correct horse battery").value());
  EXPECT_EQ(store().set_user({.name = "anna"}, "", "root").front().hint, "did you mean `ann`?");
  EXPECT_TRUE(store().set_user({.name = "ann"}, "another horse battery", "root").empty());
  EXPECT_TRUE(store().sign_in("ann", "another horse battery").value());
}

TEST_P(StoreCareTest, no_secret_is_kept_that_could_be_used) {
  (void)store().add_user({.name = "ann"}, "correct horse battery", "");
  const std::string token = store().grant("ann", "", 60000).value();
  ASSERT_TRUE(store().backup(folder_ + "/backup").empty());
  std::ifstream file(folder_ + "/backup");
  const std::string all((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  EXPECT_EQ(all.find(token), all.npos);
  EXPECT_EQ(all.find("horse"), all.npos);
  EXPECT_NE(all.find("argon2id"), all.npos);
}

TEST_P(StoreCareTest, every_change_is_in_the_log) {
  (void)store().put("baltic", "x", 0, "ann");
  (void)store().remove("baltic", 1, "bob");
  accept("r");
  (void)store().cancel("r", "eve");
  const auto log = store().changes(10).value();
  std::vector<std::string> lines;
  for (const Change& one : log) lines.push_back(one.user + " " + one.action + " " + one.subject);
  EXPECT_EQ(lines,
            (std::vector<std::string>{"eve run.cancel r", "ann run.add r",
                                      "bob scenario.remove baltic", "ann scenario.put baltic"}));
}

// ---- Care

TEST_P(StoreCareTest, a_backup_restores_the_same_store) {
  (void)store().put("baltic", "line\nline \"two\" \\", 0, "ann");
  accept("r1");
  (void)take("w");
  (void)store().finish("r1", "w", "{\"a\":1}");
  accept("r2");
  (void)store().add_user({.name = "ann"}, "correct horse battery", "");
  ASSERT_TRUE(store().backup(folder_ + "/backup").empty());
  Store other = opened(another());
  ASSERT_TRUE(other.restore(folder_ + "/backup").empty());
  EXPECT_EQ(other.scenario("baltic").value()->text, "line\nline \"two\" \\");
  EXPECT_EQ(other.run("r1").value()->record, "{\"a\":1}");
  EXPECT_TRUE(other.sign_in("ann", "correct horse battery").value());
  EXPECT_TRUE(other.check()->faults.empty());
  EXPECT_EQ(other.check()->counts, store().check()->counts);
  EXPECT_TRUE(other.accept(request("r3")));  // Numbers go on where they were.
  EXPECT_EQ(other.restore(folder_ + "/backup").front().code, Code::duplicate);
}

TEST_P(StoreCareTest, a_damaged_backup_changes_nothing) {
  for (int i = 0; i < 5; ++i) accept("r" + std::to_string(i));
  ASSERT_TRUE(store().backup(folder_ + "/backup").empty());
  std::ifstream file(folder_ + "/backup");
  const std::string all((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  Store other = opened(another());
  const auto refused = [&](std::string bytes, Code code) {
    std::ofstream(folder_ + "/damaged") << bytes;
    const Faults faults = other.restore(folder_ + "/damaged");
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults.front().code, code);
    EXPECT_TRUE(other.runs(10)->empty());
  };
  refused("", Code::syntax);
  refused(all.substr(0, all.size() / 2), Code::syntax);
  refused(all.substr(0, all.rfind("{\"sha256")), Code::syntax);
  std::string changed = all;
  changed[changed.find("ledger")] = 'L';
  refused(changed, Code::syntax);
  std::string newer = all;
  newer.replace(newer.find("\"schema\":2"), 10, "\"schema\":99");
  refused(newer, Code::bad_value);
  EXPECT_EQ(other.restore(folder_ + "/none").front().code, Code::unreadable);
}

TEST_P(StoreCareTest, a_check_finds_what_was_tampered_with) {
  (void)store().put("baltic", "x", 0, "ann");
  accept("r1");
  (void)take("w");
  (void)store().finish("r1", "w", "{\"a\":1}");
  auto database = connect(url_, {});
  (void)(*database)->transact([](Session& session) -> Faults {
    session.change("update runs set record = '{}'");
    session.change("update scenarios set version = 2");
    return {};
  });
  const auto health = store().check();
  EXPECT_EQ(health->faults, (std::vector<std::string>{"scenario baltic: a version is missing",
                                                      "run r1: the record is not what was kept"}));
}

/// A store as the program with the first schema left it.
void make_first(const std::string& url) {
  auto database = connect(url, {});
  ASSERT_TRUE(database);
  const Faults faults = (*database)->transact([](Session& session) -> Faults {
    session.change(
        "create table if not exists meta (name text primary key, value bigint not null)");
    for (const std::string_view one : steps()[0]) session.change(std::string(one));
    session.change("insert into meta (name, value) values ('schema', 1)");
    session.change(
        "insert into scenarios (name, version, author, at, removed, body) values "
        "('baltic', 1, 'ann', 5, 0, 'a text')");
    session.change("update counters set value = 7 where name = 'runs'");
    return {};
  });
  ASSERT_TRUE(faults.empty());
}

TEST_P(StoreCareTest, a_store_of_the_first_schema_is_brought_up_to_date) {
  const std::string url = another();
  make_first(url);
  Store first = opened(url);
  EXPECT_EQ(first.check()->schema, static_cast<int>(steps().size()));
  EXPECT_TRUE(first.check()->faults.empty());
  EXPECT_EQ(first.scenario("baltic").value()->text, "a text");
  const auto room = first.add_room({.owner = "ann", .opening = "o", .summary = "s"}, {"one"});
  ASSERT_TRUE(room);
  EXPECT_TRUE(*first.add_act(*room, 2, "two", "t"));
  EXPECT_EQ(opened(url).room_acts(*room, 0).value(), (std::vector<std::string>{"one", "two"}));
}

TEST(StoreSchema, what_was_released_is_never_edited) {
  std::string all;
  for (const std::string_view one : steps()[0]) all += std::string(one) + ";";
  EXPECT_EQ(sha256(all), "a8e69ab7d7b59ddf4daf3403ad8dd7db524c9c45151dc5c7cda96472f7ab25dc");
}

TEST_P(StoreCareTest, a_backup_of_the_first_schema_is_restored) {
  (void)store().put("baltic", "a text", 0, "ann");
  ASSERT_TRUE(store().backup(folder_ + "/backup").empty());
  std::ifstream file(folder_ + "/backup");
  std::string old, line;
  while (std::getline(file, line))
    if (line.find("rooms") == std::string::npos && line.find("sha256") == std::string::npos)
      old += line + "\n";
  old.replace(old.find("\"schema\":2"), 10, "\"schema\":1");
  std::ofstream(folder_ + "/old") << old << "{\"sha256\":\"" << sha256(old) << "\"}\n";
  Store other = opened(another());
  const Faults faults = other.restore(folder_ + "/old");
  ASSERT_TRUE(faults.empty()) << to_text(faults.front());
  EXPECT_EQ(other.scenario("baltic").value()->text, "a text");
  EXPECT_TRUE(other.add_room({.opening = "o"}, {}));
}

TEST_P(StoreCareTest, rooms_keep_every_act_in_its_place) {
  const auto room = store().add_room({.owner = "ann", .key = "k", .opening = "o", .summary = "s"},
                                     {"one", "two"});
  ASSERT_TRUE(room);
  EXPECT_FALSE(*store().add_act(*room, 2, "again", "t"));
  EXPECT_FALSE(*store().add_act(*room, 4, "too far", "t"));
  EXPECT_TRUE(*store().add_act(*room, 3, "three", "t"));
  EXPECT_FALSE(*store().add_act("nowhere", 1, "x", "t"));
  EXPECT_EQ(store().room_acts(*room, 1).value(), (std::vector<std::string>{"two", "three"}));
  const auto head = store().room(*room).value();
  EXPECT_EQ(head->acts, 3);
  EXPECT_EQ(head->summary, "t");
  EXPECT_EQ(head->key, "k");
  EXPECT_EQ(store().rooms(10).value().size(), 1U);
  EXPECT_TRUE(store().backup(folder_ + "/backup").empty());
  Store other = opened(another());
  EXPECT_TRUE(other.restore(folder_ + "/backup").empty());
  EXPECT_EQ(other.room_acts(*room, 0).value(), store().room_acts(*room, 0).value());
  EXPECT_TRUE(*store().remove_room(*room, "ann"));
  EXPECT_FALSE(*store().remove_room(*room, "ann"));
  EXPECT_FALSE(store().room(*room).value());
  auto database = connect(url_, {});
  const auto second = store().add_room({.opening = "o"}, {"one"});
  (void)(*database)->transact([](Session& session) -> Faults {
    session.change("delete from room_acts");
    return {};
  });
  EXPECT_EQ(store().check()->faults,
            std::vector<std::string>{"room " + *second + ": an act is missing"});
}

TEST_P(StoreCareTest, a_store_of_a_newer_program_is_left_alone) {
  auto database = connect(url_, {});
  (void)(*database)->transact([](Session& session) -> Faults {
    session.change("update meta set value = 99");
    return {};
  });
  const auto refused = open(url_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::bad_value);
}

TEST(StorePlaces, what_is_no_store_is_refused) {
  const std::string path = testing::TempDir() + "entente_no_store_" + std::to_string(getpid());
  std::ofstream(path) << "this is a letter, and a long one, to somebody who reads it with care\n";
  const auto refused = open(path);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::unreadable);
  std::filesystem::remove(path);
  EXPECT_EQ(open("mysql://x").error().front().code, Code::bad_value);
  EXPECT_EQ(open("").error().front().code, Code::bad_value);
  EXPECT_EQ(open("postgresql:///x?host=/nowhere").error().front().code, Code::unreadable);
  EXPECT_TRUE(open("memory"));
}

TEST(StorePlaces, passwords_are_not_shown) {
  EXPECT_EQ(shown("postgresql://ann:secret@db/x"), "postgresql://ann:***@db/x");
  EXPECT_EQ(shown("postgresql://ann@db/x"), "postgresql://ann@db/x");
  EXPECT_EQ(shown("postgresql:///x?user=a&password=secret&host=b"),
            "postgresql:///x?user=a&password=***&host=b");
  EXPECT_EQ(shown("/people/ann/x.db"), "/people/ann/x.db");
}

TEST(StorePlaces, the_default_is_in_the_data_directory) {
  EXPECT_EQ(default_place("/data", "/people/ann"), "/data/entente/entente.db");
  EXPECT_EQ(default_place("", "/people/ann"), "/people/ann/.local/share/entente/entente.db");
  EXPECT_EQ(default_place("", ""), "");
}

}  // namespace
}  // namespace entente::store
