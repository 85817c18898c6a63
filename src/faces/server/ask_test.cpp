#include "faces/server/ask.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::server {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const scenario::Library& library() {
  static const scenario::Library kLibrary = scenario::built_in_library().value();
  return kLibrary;
}

std::optional<std::string> kept(const std::string& name) {
  if (name == "mine") return "[scenario]\nname = \"mine\"\nbase = \"baltic\"\n";
  if (name == "above") return "[scenario]\nname = \"above\"\nbase = \"mine\"\n";
  if (name == "round") return "[scenario]\nname = \"round\"\nbase = \"around\"\n";
  if (name == "around") return "[scenario]\nname = \"around\"\nbase = \"round\"\n";
  if (name == "planted") return "[scenario]\nname = \"planted\"\nbase = \"x/y.toml\"\n";
  return std::nullopt;
}

Result<Ask> ask(std::string_view body) { return read_ask(body, catalogue::all(), library(), kept); }

std::vector<std::string> faults(std::string_view body) {
  const auto read = ask(body);
  std::vector<std::string> texts;
  if (read) return texts;
  for (const Error& error : read.error()) texts.push_back(to_text(error));
  return texts;
}

TEST(Ask, holds_what_was_sent) {
  const auto read = ask(R"({"name": "ledger", "subject": "baltic", "seed": 7, "draws": 64,
                            "params": {"without": ["nato", "USA"], "vary": "none"}})");
  ASSERT_TRUE(read) << to_text(read.error().front());
  EXPECT_EQ(read->analysis->card.name, "ledger");
  EXPECT_EQ(read->subject, "baltic");
  EXPECT_EQ(read->run.seed, 7U);
  EXPECT_EQ(read->run.draws, 64);
  EXPECT_THAT(read->arguments.at("without"), ElementsAre("nato", "USA"));
  EXPECT_THAT(read->arguments.at("vary"), ElementsAre("none"));
  EXPECT_TRUE(read->texts.empty());
}

TEST(Ask, takes_numbers_and_events_as_objects) {
  EXPECT_EQ(ask(R"({"name": "similarity", "subject": 1900})")->subject, "1900");
  EXPECT_EQ(ask(R"({"name": "casus", "subject": {"attackers": ["RUS"], "killing": 3}})")->subject,
            R"({"attackers": ["RUS"], "killing": 3})");
}

TEST(Ask, reports_every_fault_at_its_place) {
  EXPECT_THAT(faults("{\"name\": \"ledger\", \"seed\": -1,\n \"params\": {\"vary\": \"al\","
                     " \"drws\": 2, \"without\": [[1]]}}"),
              ElementsAre("body:1:28: `seed` is below 0 [bad_value]\n  it names the random streams",
                          "body:2:21: `vary` cannot be `al` [bad_value]\n  did you mean `all`?",
                          "body:2:27: `ledger` takes no `drws` [unknown_verb]",
                          HasSubstr("`without` is a list, not a text")));
}

TEST(Ask, of_a_kept_scenario_takes_its_texts_along) {
  const auto read = ask(R"({"name": "ledger", "subject": "above"})");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->texts.size(), 2U);
  EXPECT_EQ(read->texts[0].first, "above");
  EXPECT_EQ(read->texts[1].first, "mine");
  EXPECT_NE(kept_form(*read), kept_form(*ask(R"({"name": "ledger", "subject": "mine"})")));
}

/// A request with a study of one's own.
std::string own(const std::string& toml, const std::string& verb = "study") {
  std::string text;
  for (const char c : toml)
    text += c == '"' ? std::string("\\\"") : c == '\n' ? std::string("\\n") : std::string(1, c);
  return R"({"name": ")" + verb + R"(", "subject": {"text": ")" + text + R"("}})";
}

TEST(Ask, takes_a_study_of_ones_own) {
  const std::string toml = "[study]\nname = \"my_own\"\nscenario = \"mine\"\n";
  const auto read = ask(own(toml));
  ASSERT_TRUE(read) << to_text(read.error().front());
  EXPECT_EQ(read->subject, "my_own");
  EXPECT_EQ(read->own->text, toml);
  ASSERT_EQ(read->texts.size(), 1U);
  EXPECT_EQ(read->texts[0].first, "mine");
  const auto again = read_kept(kept_form(*read), catalogue::all(), library());
  ASSERT_TRUE(again) << to_text(again.error().front());
  EXPECT_EQ(again->own, read->own);
  EXPECT_EQ(kept_form(*again), kept_form(*read));
  const auto more = with_own_file(library(), *read->own);
  EXPECT_EQ(more.studies.size(), library().studies.size() + 1);
}

TEST(Ask, refuses_files_of_ones_own_that_are_none) {
  EXPECT_THAT(
      faults(own("[study]\nname = \"my own\"\n")),
      ElementsAre("subject:2:8: `my own` is no name [bad_value]\n  lower-case letters, digits "
                  "and single underscores"));
  EXPECT_THAT(
      faults(own("[study]\nname = \"hub_withdraws\"\n")),
      ElementsAre("subject:2:8: the library has a file `hub_withdraws` of this kind already "
                  "[duplicate]\n  choose another name"));
  EXPECT_THAT(faults(own("[study]\nname = \"a\"\nscenario = \"../x.toml\"\n")),
              ElementsAre(HasSubstr("subject:3:12: `../x.toml` names a file of the machine")));
  EXPECT_THAT(faults(own("[study]\nname = \"a\"\nscenario = \"nowhere\"\n")),
              ElementsAre(HasSubstr("there is no scenario called `nowhere`")));
  EXPECT_THAT(faults(own("[crisis]\n", "study")),
              ElementsAre("subject:1:1: the file needs the table `[study]` [missing_key]"));
  EXPECT_THAT(faults(own("name =", "crisis")), ElementsAre(HasSubstr("[syntax]")));
  EXPECT_THAT(faults(own("[study]\nname = \"a\"\n", "ledger")),
              ElementsAre(HasSubstr("[wrong_type]")));
}

TEST(Ask, refuses_scenarios_that_are_not_there_or_name_files) {
  EXPECT_THAT(faults(R"({"name": "ledger", "subject": "baltik"})"),
              ElementsAre(HasSubstr("did you mean `baltic`?")));
  EXPECT_THAT(faults(R"({"name": "ledger", "subject": "planted"})"),
              ElementsAre(HasSubstr("planted.toml:3:8: `base` is no name")));
  EXPECT_THAT(faults(R"({"name": "ledger", "params": {"scenario": "mine.toml"}})"),
              ElementsAre(HasSubstr("[unknown_name]")));
  EXPECT_THAT(faults(R"({"name": "diff", "subject": "baltic", "params": {"b": "x.json"}})"),
              ElementsAre(HasSubstr("[unknown_name]")));
  EXPECT_TRUE(faults(R"({"name": "diff", "subject": "baltic", "params": {"b": "gulf"}})").empty());
}

TEST(Ask, that_goes_in_a_circle_is_left_to_the_run) {
  const auto read = ask(R"({"name": "ledger", "subject": "round"})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->texts.size(), 2U);
  EXPECT_FALSE(catalogue::run(*read->analysis, read->subject, read->arguments, read->run,
                              with_texts(library(), read->texts)));
}

/// No field that takes a file of the machine is offered, whatever verbs there are.
TEST(Ask, offers_no_field_that_writes) {
  for (const scenario::Analysis* verb : catalogue::all()) {
    for (const card::Field& field : verb->card.fields) {
      if (field.type != card::Type::file && field.name != "data") continue;
      EXPECT_TRUE(!is_offered(verb->card, field) || verb->card.name == "diff" ||
                  !is_offered(verb->card))
          << verb->card.name << " " << field.name;
    }
  }
  EXPECT_FALSE(is_offered(catalogue::find("import")->card));
  EXPECT_TRUE(is_offered(catalogue::find("ledger")->card));
}

TEST(Ask, has_one_key_however_it_is_written) {
  const auto key = [](std::string_view body) { return kept_form(ask(body).value()); };
  EXPECT_EQ(
      key(R"({"name":"ledger","params":{"vary":"none","without":"nato"}})"),
      key(R"({"params": {"without": ["nato"], "vary": "none"}, "seed": 1, "name": "ledger"})"));
  EXPECT_NE(key(R"({"name":"ledger"})"), key(R"({"name":"ledger","seed":2})"));
  EXPECT_NE(key(R"({"name":"ledger"})"), key(R"({"name":"ledger","draws":2})"));
  EXPECT_NE(key(R"({"name":"ledger"})"), key(R"({"name":"ledger","precision":2})"));
}

}  // namespace
}  // namespace entente::server
