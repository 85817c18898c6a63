// What a person sees: text files of commands and their exact output.
//
// A line `$ entente ...` is a command, a line `== ...` is a remark, and what follows a command up
// to the next such line is its output. With ENTENTE_ACCEPT=1 in the environment the files are
// rewritten.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "places.h"

namespace entente::playthrough_tests {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCommand = "$ entente";
constexpr std::string_view kRemark = "==";

std::vector<fs::path> files() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(places::tree() / "tests/playthroughs"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Both streams of the program, and its status where that is not zero.
std::string run(const std::string& command) {
  const std::string line =
      "'" + places::program().string() + "'" + command.substr(kCommand.size()) + " 2>&1";
  FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return "the program could not be run\n";
  std::string output;
  std::array<char, 4096> part{};
  while (const auto got = std::fread(part.data(), 1, part.size(), pipe))
    output.append(part.data(), got);
  const int status = pclose(pipe);
  if (!output.empty() && output.back() != '\n') output += '\n';
  // The fingerprint of the library changes with every fact and says nothing about what is shown.
  output = std::regex_replace(output, std::regex("library [0-9a-f]{12}"), "library ............");
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return code == 0 ? output : output + "[status " + std::to_string(code) + "]\n";
}

/// The file as it would be written now: remarks and commands kept, outputs made anew.
std::string replay(const std::string& text) {
  std::istringstream lines(text);
  std::string line, now;
  bool output = false;
  while (std::getline(lines, line)) {
    const bool command = line.starts_with(kCommand);
    if (command || line.starts_with(kRemark)) {
      if (output && !now.ends_with("\n\n")) now += '\n';
      output = false;
    }
    if (output) continue;  // An old output.
    now += line + '\n';
    if (!command) continue;
    now += run(line);
    output = true;
  }
  while (now.ends_with("\n\n")) now.pop_back();
  return now;
}

/// The first line that differs, on both sides; a whole file in a message helps nobody.
std::string first_difference(const std::string& was, const std::string& is) {
  std::istringstream old_lines(was), new_lines(is);
  std::string a, b;
  for (int number = 1;; ++number) {
    const bool more_a = static_cast<bool>(std::getline(old_lines, a));
    const bool more_b = static_cast<bool>(std::getline(new_lines, b));
    if (!more_a && !more_b) return "";
    if (more_a != more_b || a != b)
      return "line " + std::to_string(number) + "\n  file: " + (more_a ? a : "(end)") +
             "\n  now:  " + (more_b ? b : "(end)");
  }
}

class Playthrough : public testing::TestWithParam<fs::path> {};

TEST_P(Playthrough, is_what_the_program_prints) {
  const std::string was = read(GetParam());
  ASSERT_NE(was.find(kCommand), std::string::npos) << "no command in it";
  const std::string is = replay(was);
  const char* accept = std::getenv("ENTENTE_ACCEPT");
  if (accept != nullptr && std::string_view(accept) == "1") {
    std::ofstream(GetParam(), std::ios::binary) << is;
    return;
  }
  EXPECT_TRUE(was == is) << GetParam().filename().string() << ": " << first_difference(was, is)
                         << "\n  ./dev accept rewrites it";
}

INSTANTIATE_TEST_SUITE_P(Files, Playthrough, testing::ValuesIn(files()),
                         [](const auto& test) { return test.param.stem().string(); });

}  // namespace
}  // namespace entente::playthrough_tests
