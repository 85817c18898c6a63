#include "faces/cli/help.h"

#include <algorithm>

#include "base/version.h"
#include "faces/cli/words.h"
#include "report/number.h"

namespace entente::cli {
namespace {

constexpr std::size_t kWidth = 100;

using card::Field;
using catalogue::dashed;

/// `left` padded to `width`, then the words of `right` wrapped beside it.
std::string entry(const std::string& left, std::string_view right, std::size_t width) {
  std::string out = "  " + left;
  std::size_t column = out.size();
  const std::size_t margin = width + 4;
  if (column + 2 > margin) {
    out += "\n";
    column = 0;
  }
  out += std::string(margin - column, ' ');
  column = margin;
  bool first = true;
  while (!right.empty()) {
    const std::size_t end = std::min(right.find(' '), right.size());
    if (!first && column + 1 + end > kWidth) {
      out += "\n" + std::string(margin, ' ');
      column = margin;
      first = true;
    }
    if (!first) {
      out += ' ';
      ++column;
    }
    out += right.substr(0, end);
    column += end;
    first = false;
    right.remove_prefix(std::min(end + 1, right.size()));
  }
  return out + "\n";
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string flag_words(const Field& field) {
  std::string words = "--" + dashed(field.name);
  switch (field.type) {
    case card::Type::boolean:
      return words;
    case card::Type::number:
    case card::Type::integer:
      return words + " N";
    case card::Type::date:
      return words + " DATE";
    case card::Type::file:
      return words + " PATH";
    case card::Type::name_of:
      return words + " " + upper(field.of.empty() ? "name" : field.of);
    case card::Type::choice: {
      words += " ";
      for (std::size_t i = 0; i < field.choices.size(); ++i) {
        words += (i == 0 ? "" : "|") + std::string(field.choices[i]);
      }
      return words;
    }
    case card::Type::text:
      return words + " " + upper(field.name);
  }
  return words;
}

std::string flag_help(const Field& field) {
  std::string words(field.help);
  if (field.low != field.high) {
    words += " From " + report::six_digits(field.low) + " to " + report::six_digits(field.high) +
             (field.unit.empty() ? "" : " " + std::string(field.unit)) + ".";
  } else if (!field.unit.empty()) {
    words += " In " + std::string(field.unit) + ".";
  }
  if (field.repeated) words += " May be repeated.";
  if (!field.fallback.empty()) words += " Default: " + std::string(field.fallback) + ".";
  return words;
}

std::string flag_list(std::string_view title, std::span<const Field> fields) {
  if (fields.empty()) return "";
  std::string out = "\n" + std::string(title) + "\n";
  for (const Field& field : fields) out += entry(flag_words(field), flag_help(field), 24);
  return out;
}

std::string usage(const card::Card& card) {
  std::string line = "entente " + dashed(card.name);
  if (card.subject != card::Subject::none) {
    const std::string word = upper(card::subject_name(card));
    line += card.subject_optional ? " [" + word + "]" : " " + word;
  }
  if (card.scenario_follows) line += " [SCENARIO]";
  for (const Field& field : card.fields) {
    if (field.required) line += " " + upper(field.name) + (field.repeated ? "..." : "");
  }
  return line + " [--flag value ...]";
}

}  // namespace

std::string overview(std::span<const scenario::Analysis* const> verbs) {
  std::string out = "entente " + std::string(kVersion) +
                    ": who owes what to whom when one state attacks another, and why.\n\n"
                    "usage: entente VERB [SUBJECT] [--flag value ...]\n\n";
  std::size_t width = 0;
  for (const auto* verb : verbs) width = std::max(width, verb->card.name.size());
  for (const auto* verb : verbs) out += entry(dashed(verb->card.name), verb->card.question, width);
  out += "\n" + entry("serve", "Answers all of this over HTTP until it is told to end.", width);
  out +=
      entry("store", "Checks, saves and restores what a server keeps, and keeps its users.", width);
  out += entry("worker", "Carries out the runs of a server's store, on any machine.", width);
  return out +
         "\n`entente VERB --help` explains a verb; `entente list` shows what the library holds.\n";
}

std::string help(const card::Card& card) {
  std::string out = std::string(card.question) + "\n\nusage: " + usage(card) + "\n";
  if (!card.subject_help.empty()) {
    const std::string example(card.subject_help);
    // An event is one word of several: shown as it must be typed. Other examples are words already.
    const std::vector<std::string> words = {example};
    out += "example: entente " + dashed(card.name) + " " +
           (card.subject == card::Subject::event && !example.starts_with('"')
                ? catalogue::shell_words(words)
                : example) +
           "\n";
  }
  out += flag_list("flags", card.fields);
  out += flag_list("flags of every verb", catalogue::common_fields());
  out += flag_list("how it is run and shown", face_fields());
  if (!card.tables.empty()) out += "\nreturns\n";
  for (const card::TableSpec& table : card.tables) {
    out += entry(std::string(table.name), table.help, 24);
    for (const card::Column& column : table.columns) {
      std::string name = "  " + std::string(column.name);
      if (!column.unit.empty()) name += " (" + std::string(column.unit) + ")";
      out += entry(name, column.help, 24);
    }
  }
  if (!card.source.empty()) out += "\nsource: " + std::string(card.source) + "\n";
  return out;
}

}  // namespace entente::cli
