#include "faces/server/scenarios.h"

#include <gtest/gtest.h>

#include "catalogue/catalogue.h"
#include "faces/server/openapi.h"
#include "faces/server/routes.h"

namespace entente::server {
namespace {

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
