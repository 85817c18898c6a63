#include "faces/server/scenarios.h"

#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "faces/server/openapi.h"
#include "faces/server/routes.h"

namespace entente::server {
namespace {

using Outcome = Scenarios::Outcome;

TEST(Scenarios, keep_every_version) {
  Scenarios kept;
  EXPECT_EQ(kept.put("b", "one", 0).outcome, Outcome::done);
  EXPECT_EQ(kept.put("a", "x", Scenarios::kAny).version, 1);
  EXPECT_EQ(kept.put("b", "two", 1).version, 2);
  EXPECT_EQ(kept.find("b")->toml, "two");
  EXPECT_EQ(kept.find("b", 1)->toml, "one");
  EXPECT_FALSE(kept.find("b", 3));
  EXPECT_FALSE(kept.find("c"));
  ASSERT_EQ(kept.list().size(), 2U);
  EXPECT_EQ(kept.list().front().name, "a");
}

TEST(Scenarios, are_never_written_over) {
  Scenarios kept;
  EXPECT_EQ(kept.put("a", "one", 3).outcome, Outcome::absent);
  (void)kept.put("a", "one", 0);
  EXPECT_EQ(kept.put("a", "two", 0).outcome, Outcome::exists);
  (void)kept.put("a", "two", 1);
  EXPECT_EQ(kept.put("a", "three", 1).outcome, Outcome::stale);
  EXPECT_EQ(kept.find("a")->toml, "two");
}

TEST(Scenarios, that_are_removed_leave_their_versions) {
  Scenarios kept;
  (void)kept.put("a", "one", 0);
  EXPECT_EQ(kept.remove("a", 9).outcome, Outcome::stale);
  EXPECT_EQ(kept.remove("a", 1).outcome, Outcome::done);
  EXPECT_EQ(kept.remove("a", Scenarios::kAny).outcome, Outcome::absent);
  EXPECT_FALSE(kept.find("a"));
  EXPECT_EQ(kept.find("a", 1)->toml, "one");
  EXPECT_TRUE(kept.list().empty());
  EXPECT_EQ(kept.put("a", "new", 0).version, 3);
}

TEST(Routes, are_matched_by_path_and_method) {
  const std::vector<std::string> validate = {"scenarios", "validate"};
  EXPECT_EQ(match("POST", validate).route->action, Action::validate_scenario);
  EXPECT_EQ(match("GET", validate).route->action, Action::scenario);
  EXPECT_EQ(match("HEAD", validate).words, (std::vector<std::string>{"validate"}));
  const Match wrong = match("PATCH", validate);
  EXPECT_EQ(wrong.route, nullptr);
  EXPECT_EQ(wrong.allowed, "POST, GET, HEAD, PUT, DELETE");
  EXPECT_TRUE(match("GET", std::vector<std::string>{"none"}).allowed.empty());
}

TEST(Openapi, does_not_depend_on_the_run_and_names_every_route) {
  const std::string text = openapi(catalogue::all());
  EXPECT_EQ(text, openapi(catalogue::all()));
  for (const Route& route : routes())
    EXPECT_NE(text.find("\"" + std::string(route.path) + "\""), std::string::npos) << route.path;
  EXPECT_NE(text.find("\"ask_ledger\""), std::string::npos);
  EXPECT_EQ(text.find("\"ask_import\""), std::string::npos);
  EXPECT_EQ(text.find("\"export_lp\""), std::string::npos);
}

}  // namespace
}  // namespace entente::server
