/// For the tests of this room: a store of its own for each, over SQLite and PostgreSQL.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "store/database.h"

namespace entente::store {

enum class Kind { sqlite, postgres };

inline std::string kind_word(const testing::TestParamInfo<Kind>& info) {
  return info.param == Kind::sqlite ? "sqlite" : "postgres";
}

/// A folder of its own for each test, and a store in it or in a schema of its own.
class StoreTest : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string(info->test_suite_name()) + info->name();
    std::ranges::replace(name, '/', '_');
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    folder_ = testing::TempDir() + "entente_store_" + std::to_string(getpid()) + "_" + name;
    std::filesystem::create_directories(folder_);
    if (GetParam() == Kind::sqlite) {
      url_ = folder_ + "/a store.db";
    } else {
      const char* base = std::getenv("ENTENTE_TEST_POSTGRES");
      if (base == nullptr) GTEST_SKIP() << "skipped: needs PostgreSQL";
      url_ = schema(base, "a");
    }
    store_.emplace(opened(url_));
  }

  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  /// A schema in the database, so that tests do not meet.
  static std::string schema(const std::string& base, const std::string& name) {
    static std::atomic<int> number{0};
    const std::string called = name + std::to_string(getpid()) + "_" + std::to_string(++number);
    auto database = connect(base, {});
    EXPECT_TRUE(database);
    EXPECT_TRUE((*database)
                    ->transact([&](Session& session) -> Faults {
                      session.change("create schema " + called);
                      return {};
                    })
                    .empty());
    return base + "&options=-csearch_path%3D" + called;
  }

  std::string another() {
    if (GetParam() == Kind::sqlite) return folder_ + "/another.db";
    return schema(std::getenv("ENTENTE_TEST_POSTGRES"), "b");
  }

  static Store opened(const std::string& url, const Settings& settings = {}) {
    auto store = open(url, settings);
    if (!store) {
      ADD_FAILURE() << to_text(store.error().front());
      std::abort();
    }
    return std::move(store).value();
  }

  Store& store() { return *store_; }

  Job accept(const std::string& id, const std::string& user = "ann", int priority = 0) {
    auto job = store().accept(request(id, user, priority));
    EXPECT_TRUE(job);
    return job ? *job : Job{};
  }

  static Request request(const std::string& id, const std::string& user = "ann", int priority = 0) {
    return {.id = id,
            .name = "ledger",
            .body = "{\"name\":\"ledger\"}",
            .version = "1.0",
            .library = "abc",
            .priority = priority,
            .user = user};
  }

  std::optional<Job> take(const std::string& worker, Milliseconds lease = 60000) {
    auto job = store().take(worker, "1.0", "abc", lease);
    EXPECT_TRUE(job);
    return job ? *job : std::nullopt;
  }

  State state(const std::string& id) { return store().run(id).value()->state; }

  std::string folder_, url_;
  std::optional<Store> store_;
};

}  // namespace entente::store
