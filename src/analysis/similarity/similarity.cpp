#include "analysis/similarity/similarity.h"

#include <charconv>
#include <optional>
#include <utility>

#include "analysis/similarity/portfolio_file.h"
#include "analysis/similarity/years.h"
#include "base/digits.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;

/// The state system begins in this year.
constexpr int kFirstYear = 1816;

constexpr std::string_view kOrderings[] = {"atop", "cow"};
constexpr std::string_view kDiagonals[] = {"include", "exclude"};
constexpr std::string_view kTies[] = {"valued", "binary"};
constexpr std::string_view kHow[] = {"nominal", "absolute", "squared"};
constexpr std::string_view kWeights[] = {"capabilities", "none"};

constexpr card::Field kFields[] = {
    {.name = "from",
     .type = card::Type::integer,
     .help = "The first year of a span.",
     .low = kFirstYear,
     .high = 2100},
    {.name = "to",
     .type = card::Type::integer,
     .help = "The last year of a span.",
     .low = kFirstYear,
     .high = 2100},
    {.name = "portfolios",
     .type = card::Type::file,
     .help = "A file state,weight,a,b: the valued ties of two states to every state."},
    {.name = "levels",
     .help = "The range of levels, as in 0:3, where it is wider than what occurs in the file."},
    {.name = "ordering",
     .type = card::Type::choice,
     .help = "Which promise weighs more. atop: 3 defence or offence, 2 neutrality or consultation, "
             "1 no aggression. cow: 3 defence or offence, 2 neutrality or no aggression, 1 "
             "consultation (entente).",
     .source = "Chiba, Johnson and Leeds 2015; Haege 2011",
     .fallback = "atop",
     .choices = kOrderings},
    {.name = "diagonal",
     .type = card::Type::choice,
     .help = "include: a state is tied to itself at the highest level. exclude: the two states "
             "compared are left out, and only third states count.",
     .source = "Signorino and Ritter 1999; Haege 2011",
     .fallback = "include",
     .choices = kDiagonals},
    {.name = "ties",
     .type = card::Type::choice,
     .help = "valued: levels 0 to 3. binary: any promise counts as 1.",
     .fallback = "valued",
     .choices = kTies},
    {.name = "disagreement",
     .type = card::Type::choice,
     .help = "How far two levels lie apart: not equal, by distance, or by its square.",
     .source = "Haege 2011",
     .fallback = "absolute",
     .choices = kHow},
    {.name = "weights",
     .type = card::Type::choice,
     .help = "What s_weighted weighs third states by: their index of capability, or nothing.",
     .source = "Signorino and Ritter 1999",
     .fallback = "capabilities",
     .choices = kWeights},
    history::kDataField,
};

constexpr card::Column kPairs[] = {
    {"state_a", "", "One state."},
    {"state_b", "", "The other, later in the alphabet."},
    {"year", "", "The year; any day of it counts."},
    {"s", "index", "S of Signorino and Ritter, -1 to 1."},
    {"s_weighted", "index", "S with third states weighed by their capability."},
    {"tau_b", "index", "Kendall's tau-b, -1 to 1; nothing where a portfolio is all one level."},
    {"pi", "index", "Scott's pi, at most 1: likeness beyond that of pooled chance."},
    {"kappa", "index", "Cohen's kappa, at most 1: likeness beyond that of chance."},
};
constexpr card::Column kMeasures[] = {
    {"measure", "", "S, tau_b, pi or kappa."},
    {"disagreement", "", "nominal, absolute or squared; nothing for tau_b."},
    {"weighted", "", "yes where third states count by their weight."},
    {"value", "index", "The measure; nothing where it cannot be said."},
};
constexpr card::TableSpec kTables[] = {
    {"similarity", "Every pair of states in every year.", kPairs},
    {"measures", "Every measure of two portfolios from a file.", kMeasures}};
constexpr card::View kViews[] = {{card::Mark::table, "similarity", "", "", 20}};

Error refuse(Code code, std::string message, std::string hint = "") {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

std::optional<int> year_of(const std::string& text) {
  int year = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (fault != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return year;
}

/// The span asked for, or every fault of how it is asked.
Result<Span> read_span(const Request& request) {
  const std::string from = card::argument(request.arguments, "from");
  const std::string to = card::argument(request.arguments, "to");
  Faults faults;
  if (!request.subject.empty()) {
    const auto year = year_of(request.subject);
    if (!year)
      faults.push_back(refuse(Code::bad_argument, "`" + request.subject + "` is no year"));
    else if (*year < kFirstYear)
      faults.push_back(refuse(Code::bad_value, "there is no year before " +
                                                   std::to_string(kFirstYear) + " to tell of"));
    if (!from.empty() || !to.empty())
      faults.push_back(refuse(Code::bad_argument, "a year and a span of years do not go together",
                              "leave one of them out"));
    if (!faults.empty()) return faults;
    return Span{*year, *year};
  }
  if (from.empty() || to.empty())
    return refuse(Code::bad_argument, "it is not said of which years",
                  "name a year, --from and --to, or a file of --portfolios");
  const Span span{year_of(from).value_or(0), year_of(to).value_or(0)};
  if (span.first > span.last)
    return refuse(Code::order_of_dates, "the span ends before it begins: " + from + " to " + to);
  return span;
}

Result<Record> of_file(const Request& request) {
  const std::string path = card::argument(request.arguments, "portfolios");
  if (!request.subject.empty() || request.arguments.contains("from") ||
      request.arguments.contains("to"))
    return refuse(Code::bad_argument, "a file of portfolios has no year",
                  "leave the year or --portfolios out");
  const auto bytes = text::read_file(path);
  if (!bytes) return bytes.error();
  const auto file = read_portfolios(*bytes, path, card::argument(request.arguments, "levels"));
  if (!file) return file.error();
  Record record;
  auto& table = record.table(kTables[1]);
  for (auto& row : measures_of(file->both)) table.row(std::move(row));
  const auto s = file->both.s(solve::Disagreement::absolute, solve::Counting::once);
  const auto kappa = file->both.kappa(solve::Disagreement::absolute, solve::Counting::once);
  const auto shown = [](std::optional<double> value) {
    return value ? fixed(*value, 3) : std::string("nothing");
  };
  record.finding =
      "Over " + std::to_string(file->states) + " states and levels " + std::to_string(file->low) +
      " to " + std::to_string(file->high) + ", a and b have S = " + shown(s) +
      " and, beyond chance, kappa = " + shown(kappa) + " (absolute disagreement, unweighted).";
  record.params.push_back(
      {"levels", {Value(std::to_string(file->low) + ":" + std::to_string(file->high))}});
  // The choices about years have no meaning for a file.
  for (const char* unused : {"ordering", "diagonal", "ties", "disagreement", "weights"})
    record.params.push_back({unused, {Value()}});
  return record;
}

Result<Record> of_years(const Request& request) {
  const auto span = read_span(request);
  if (!span) return span.error();
  const auto chosen = [&](const char* field, std::string_view word) {
    return card::argument(request.arguments, field) == word;
  };
  if (request.arguments.contains("levels"))
    return refuse(Code::bad_argument, "`levels` is for a file of --portfolios");
  YearsAsked asked{
      .span = *span,
      .data = card::argument(request.arguments, "data"),
      .ordering = chosen("ordering", "cow") ? panel::Ordering::cow : panel::Ordering::atop,
      .comparison = {.binary = chosen("ties", "binary"),
                     .include_self = chosen("diagonal", "include"),
                     .how = chosen("disagreement", "nominal")   ? solve::Disagreement::nominal
                            : chosen("disagreement", "squared") ? solve::Disagreement::squared
                                                                : solve::Disagreement::absolute},
      .weighted = chosen("weights", "capabilities")};
  const auto read = read_years(asked, request.library);
  if (!read) return read.error();
  Record record;
  card::Table& table = record.table(kTables[0]);
  fill_years(*read, asked.comparison, request.run, table);
  record.finding = years_finding(*read, table);
  record.notices = read->notices;
  record.provenance.inputs = read->inputs;
  record.params.push_back({"source", {Value(read->source)}});
  return record;
}

Result<Record> run(const Request& request) {
  return request.arguments.contains("portfolios") ? of_file(request) : of_years(request);
}

}  // namespace

const Analysis similarity{
    .card = {.name = "similarity",
             .question = "How alike are two states' commitments?",
             .source = "Signorino and Ritter 1999 (S); Bueno de Mesquita 1975 (tau-b); Scott 1955, "
                       "Cohen 1960 and Haege 2011 (pi and kappa)",
             .subject = card::Subject::year,
             .subject_optional = true,
             .subject_help = "1914",
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::analysis
