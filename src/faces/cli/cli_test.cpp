#include "faces/cli/cli.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "faces/cli/words.h"

namespace entente::cli {
namespace {

constexpr card::Column kColumns[] = {{"state", "", "Who."}, {"duty", "", "What."}};
constexpr card::TableSpec kTables[] = {{"verdicts", "What is owed.", kColumns},
                                       {"silent", "What is not.", kColumns}};
constexpr card::Field kFields[] = {
    {.name = "given", .help = "A fact.", .repeated = true},
    {.name = "on_day", .type = card::Type::date, .help = "The day."},
    {.name = "deep", .type = card::Type::boolean, .help = "More."},
};

Result<card::Record> judge(const scenario::Request& request) {
  if (request.subject == "nonsense") {
    return Error{Code::syntax, {"event", 1, 1}, "this is no event", "begin with a state"};
  }
  card::Record record;
  record.finding = "Asked: " + request.subject;
  record.table(kTables[0]).row({std::string("FRA"), std::string("fight")});
  record.table(kTables[1]).row({std::string("POL"), std::string("none")});
  return record;
}

Result<card::Record> write_template(const scenario::Request& request) {
  card::Record record;
  record.finding = "# " + card::argument(request.arguments, "name") + "\n";
  return record;
}

constexpr card::Field kNameField[] = {{.name = "name", .help = "The name.", .required = true}};

const scenario::Analysis kCasus{.card = {.name = "casus",
                                         .question = "Who must do what?",
                                         .source = "this test",
                                         .subject = card::Subject::event,
                                         .subject_help = "RUS attacks EST",
                                         .fields = kFields,
                                         .tables = kTables},
                                .run = judge};
const scenario::Analysis kNew{.card = {.name = "new",
                                       .question = "How to begin?",
                                       .source = "this test",
                                       .subject = card::Subject::name,
                                       .fields = kNameField},
                              .run = write_template};
Result<card::Record> tell_scenario(const scenario::Request& request) {
  card::Record record;
  record.finding = request.subject + " in " + card::argument(request.arguments, "scenario") + "\n";
  return record;
}
const scenario::Analysis kCutoff{.card = {.name = "cutoff",
                                          .question = "What still works?",
                                          .source = "this test",
                                          .subject = card::Subject::patron,
                                          .scenario_follows = true},
                                 .run = tell_scenario};
constexpr const scenario::Analysis* kVerbs[] = {&kCasus, &kCutoff, &kNew};

struct Outcome {
  int status;
  std::string out, err;
};

Outcome cli(const std::vector<std::string>& words) {
  std::ostringstream out, err;
  const auto library = [](const std::string& folder) -> Result<scenario::Library> {
    if (folder == "broken") return Error{Code::unreadable, {folder, 0, 0}, "it cannot be read", ""};
    return scenario::Library{};
  };
  const int status =
      run_command(words, {.verbs = kVerbs, .library = library, .out = out, .err = err});
  return {status, out.str(), err.str()};
}

TEST(Cli, AloneItIsFriendly) {
  const Outcome done = cli({});
  EXPECT_EQ(done.status, 0);
  EXPECT_NE(done.out.find("Who must do what?"), std::string::npos);
  EXPECT_EQ(cli({"--help"}).out, done.out);
  EXPECT_EQ(cli({"help"}).out, done.out);
}

TEST(Cli, HelpIsMadeFromTheCard) {
  const Outcome done = cli({"casus", "--help"});
  EXPECT_EQ(done.status, 0);
  for (const char* words : {"usage: entente casus EVENT", "\"RUS attacks EST\"", "--given GIVEN",
                            "--on-day DATE", "--time-limit N", "--without", "verdicts"}) {
    EXPECT_NE(done.out.find(words), std::string::npos) << words << "\n" << done.out;
  }
  EXPECT_EQ(cli({"help", "casus"}).out, done.out);
}

TEST(Cli, RunsAndPrints) {
  const Outcome done = cli({"casus", "RUS attacks EST", "--given", "a", "--given", "b"});
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.err, "");
  EXPECT_TRUE(done.out.starts_with("Asked: RUS attacks EST\n"));
  EXPECT_NE(done.out.find("entente casus \"RUS attacks EST\" --given a --given b\n"),
            std::string::npos);
}

TEST(Cli, AnEventMayStandWithoutQuotes) {
  EXPECT_TRUE(cli({"casus", "RUS", "attacks", "EST"}).out.starts_with("Asked: RUS attacks EST\n"));
}

TEST(Cli, FormatsAndTables) {
  EXPECT_EQ(cli({"casus", "x", "--format", "csv"}).out, "state,duty\nFRA,fight\n");
  EXPECT_EQ(cli({"casus", "x", "--format=csv", "--table", "silent"}).out, "state,duty\nPOL,none\n");
  EXPECT_TRUE(cli({"--format", "json", "casus", "x"}).out.starts_with("{\n  \"analysis\""));
  const Outcome refused = cli({"casus", "x", "--table", "verdict"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("`verdicts`"), std::string::npos);
}

TEST(Cli, EveryFaultAtOnceWithTheNumberOfItsWord) {
  const Outcome refused = cli({"casus", "x", "--gvien", "a", "--seed", "many", "--on-day",
                               "2026-02-30", "--format", "jsn", "--draws", "-1", "--table"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.out, "");
  for (const char* words :
       {"arguments:1:3: ", "[unknown_verb]", "--given", "arguments:1:6: ", "[bad_argument]",
        "arguments:1:8: ", "[no_such_date]", "arguments:1:10: ", "json",
        "arguments:1:12: ", "[bad_value]", "arguments:1:13: "}) {
    EXPECT_NE(refused.err.find(words), std::string::npos) << words << "\n" << refused.err;
  }
}

TEST(Cli, UnknownVerbOffersTheNearest) {
  const Outcome refused = cli({"cassus", "x", "--whatever", "1"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("arguments:1:1: there is no verb `cassus` [unknown_verb]"),
            std::string::npos)
      << refused.err;
  EXPECT_NE(refused.err.find("`casus`"), std::string::npos);
  EXPECT_EQ(refused.err.find("whatever"), std::string::npos);
}

TEST(Cli, UnderscoresAreNotTyped) {
  const Outcome refused = cli({"casus", "x", "--on_day", "2026-01-01"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("`--on-day`"), std::string::npos) << refused.err;
}

TEST(Cli, MissingAndExtraWords) {
  EXPECT_NE(cli({"casus"}).err.find("arguments:1:1: "), std::string::npos);
  EXPECT_EQ(cli({"casus", ""}).status, 2);
  EXPECT_EQ(cli({"new", "agreement"}).status, 2);
  EXPECT_NE(cli({"new", "a", "b", "c"}).err.find("arguments:1:4: "), std::string::npos);
  EXPECT_EQ(cli({"casus", "x", "--seed", "1", "--seed", "2"}).status, 2);
  EXPECT_EQ(cli({"casus", "x", "-q"}).status, 2);
}

TEST(Cli, FurtherWordsFillRequiredFields) {
  EXPECT_EQ(cli({"new", "agreement", "my_pact"}).out, "# my_pact\n");
  EXPECT_EQ(cli({"new", "agreement", "--name", "my_pact"}).out, "# my_pact\n");
}

TEST(Words, WordsThatAreLeftFillARepeatedField) {
  constexpr static card::Field kFiles[] = {
      {.name = "file", .type = card::Type::file, .repeated = true, .required = true}};
  static const scenario::Analysis kImport{.card = {.name = "import",
                                                   .question = "What is it?",
                                                   .source = "this test",
                                                   .subject = card::Subject::name,
                                                   .fields = kFiles},
                                          .run = write_template};
  const scenario::Analysis* const verbs[] = {&kImport};
  const std::vector<std::string> words = {"import", "nmc", "a.csv", "b.csv",
                                          "--seed", "7",   "c.csv"};
  const auto command = read_words(words, verbs);
  ASSERT_TRUE(command) << to_text(command.error().front());
  EXPECT_EQ(command->subject, "nmc");
  EXPECT_EQ(command->arguments.at("file"), (std::vector<std::string>{"a.csv", "b.csv", "c.csv"}));
  const std::vector<std::string> none = {"import", "nmc"};
  EXPECT_FALSE(read_words(none, verbs));
}

TEST(Words, ASecondWordMayNameTheScenario) {
  const auto read = [](const std::vector<std::string>& words) { return read_words(words, kVerbs); };
  const auto scenario = [&](const std::vector<std::string>& words) {
    const auto command = read(words);
    return command ? command->subject + " in " + card::argument(command->arguments, "scenario")
                   : to_text(command.error().front());
  };
  EXPECT_EQ(scenario({"cutoff", "USA"}), "USA in ");
  EXPECT_EQ(scenario({"cutoff", "USA", "storm"}), "USA in storm");
  EXPECT_EQ(scenario({"cutoff", "USA", "--scenario", "storm"}), "USA in storm");
  const auto twice = read({"cutoff", "USA", "storm", "--scenario", "calm"});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().front().code, Code::duplicate);
  EXPECT_EQ(twice.error().front().where.column, 3);
  EXPECT_FALSE(read({"cutoff", "USA", "storm", "calm"}));
  EXPECT_FALSE(read({"cutoff", "USA", ""}));
  EXPECT_NE(cli({"cutoff", "--help"}).out.find("cutoff PATRON [SCENARIO]"), std::string::npos);
}

TEST(Cli, TheAnalysisMayRefuse) {
  const Outcome refused = cli({"casus", "nonsense"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("event:1:1: this is no event [syntax]"), std::string::npos);
}

TEST(Cli, LibraryFaultsAndTimeLimits) {
  EXPECT_EQ(cli({"casus", "x", "--library", "broken"}).status, 2);
  EXPECT_EQ(cli({"casus", "x", "--time-limit", "1e-12"}).status, 3);
  EXPECT_EQ(cli({"casus", "x", "--time-limit", "100"}).status, 0);
}

TEST(Cli, OutWritesAFileAndNothingElse) {
  const std::string path = ::testing::TempDir() + "entente_cli_test.json";
  const Outcome done = cli({"casus", "x", "--out", path, "--quiet"});
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out + done.err, "");
  EXPECT_TRUE(std::filesystem::exists(path));
  std::filesystem::remove(path);
  EXPECT_EQ(cli({"casus", "x", "--out", "a.xls"}).status, 2);
}

TEST(Words, RunTakesItsNumbers) {
  const std::vector<std::string> words = {"casus",     "x", "--seed",       "9",  "--draws", "100",
                                          "--threads", "2", "--time-limit", "0.5"};
  const auto command = read_words(words, kVerbs);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->run.seed, 9u);
  EXPECT_EQ(command->run.draws, 100);
  EXPECT_EQ(command->run.threads, 2);
  EXPECT_EQ(command->run.time_limit_s, 0.5);
  EXPECT_TRUE(command->arguments.empty());
}

}  // namespace
}  // namespace entente::cli
