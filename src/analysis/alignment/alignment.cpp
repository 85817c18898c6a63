#include "analysis/alignment/alignment.h"

#include "analysis/alignment/findings.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;

constexpr std::uint64_t kDraws = 10000;  // Descents, where the user names no number.
constexpr std::size_t kWorlds = 1000;    // Of sizes.

constexpr std::string_view kTies[] = {"weak", "strict"};

constexpr card::Field kFields[] = {
    {.name = "propensities",
     .type = card::Type::file,
     .help = "A square table of propensities, names as header and as first column."},
    {.name = "sizes", .type = card::Type::file, .help = "A table of sizes: name,size."},
    {.name = "camps",
     .type = card::Type::integer,
     .unit = "camps",
     .help = "Into how many camps states may fall.",
     .fallback = "2",
     .low = 2,
     .high = solve::kMostCamps},
    {.name = "ties",
     .type = card::Type::choice,
     .help = "Whether a configuration that a state could leave at no cost is stable (weak) or not.",
     .fallback = "weak",
     .choices = kTies},
    {.name = "most",
     .type = card::Type::integer,
     .unit = "rows",
     .help = "Minima that are listed, the lowest first; all are counted.",
     .fallback = "1000",
     .low = 1,
     .high = 100000},
};

void look_for(AlignmentFindings& f, const Run& run) {
  const AlignmentAsked& asked = f.asked;
  const std::size_t n = asked.landscape.states;
  const int camps = asked.sought.camps;
  const std::uint64_t draws = run.draws > 0 ? static_cast<std::uint64_t>(run.draws) : kDraws;
  const std::vector<std::string_view> names(asked.about.sizes.names.begin(),
                                            asked.about.sizes.names.end());
  f.enumerated = solve::enumerable(n, camps);
  if (f.enumerated) f.minima = solve::all_minima(asked.landscape, asked.sought, run);
  if (f.enumerated && f.minima.basins) return;
  f.drawn = draws;
  solve::Minima sampled =
      solve::sampled_minima(asked.landscape, asked.sought, names, draws, !f.enumerated, run);
  if (!f.enumerated) {
    f.minima = std::move(sampled);
    return;
  }
  for (const solve::Minimum& met : sampled.found)
    for (solve::Minimum& one : f.minima.found)
      if (one.camps == met.camps) one.basin = met.basin;
  f.minima.basins = true;
  f.minima.checked = draws;
  f.minima.restless = sampled.restless;
}

void add_notices(Record& record, const AlignmentFindings& f) {
  const auto& about = f.asked.about;
  if (!f.enumerated)
    record.notices.push_back(
        "There are too many configurations to try them all: minima are those that " +
        std::to_string(f.drawn) +
        " descents from configurations drawn evenly, and a tabu search from the lowest of them, "
        "came upon. Others may be lower.");
  else if (f.drawn > 0)
    record.notices.push_back("Every configuration was tried for minima; basins are sampled by " +
                             std::to_string(f.drawn) + " descents.");
  if (f.minima.count > f.minima.found.size())
    record.notices.push_back("Listed are the lowest " + std::to_string(f.minima.found.size()) +
                             " of " + std::to_string(f.minima.count) + " minima.");
  if (f.minima.restless > 0)
    record.notices.push_back(std::to_string(f.minima.restless) +
                             (f.drawn > 0 ? " descents" : " configurations") +
                             " lead to a tie, which --ties strict does not count as stable.");
  if (f.asked.rounded)
    record.notices.emplace_back(
        "The numbers have more digits than whole numbers hold exactly, so products are rounded to "
        "60 binary digits.");
  if (!about.note.empty()) record.notices.push_back(about.note);
  if (!about.source.empty()) record.notices.push_back("Source: " + about.source + ".");
}

Result<Record> run(const Request& request) {
  const auto asked = read_alignment(request);
  if (!asked) return asked.error();
  AlignmentFindings findings{.asked = *asked, .minima = {}};
  look_for(findings, request.run);
  const std::string vary = card::argument(request.arguments, "vary");
  if (vary != "none" && vary != "honour" && !findings.minima.found.empty()) {
    vary_sizes(findings, kWorlds, request.run.seed);
    move_sizes(findings);
  }
  Record record;
  record.exact = findings.enumerated;
  record.provenance.draws =
      static_cast<std::int64_t>(findings.drawn > 0 ? findings.drawn : findings.worlds);
  record.finding = alignment_finding(findings);
  record.params.push_back({"vary", {Value(vary)}});
  add_tables(record, findings);
  add_notices(record, findings);
  return record;
}

}  // namespace

const Analysis alignment{
    .card = {.name = "alignment",
             .question = "Into which camps do states fall?",
             .source = "Landscape theory: Axelrod and Bennett (1993), British Journal of Political "
                       "Science 23; more than two camps: Potts (1952)",
             .subject = card::Subject::case_,
             .subject_optional = true,
             .subject_help = "europe_1936",
             .fields = kFields,
             .tables = alignment_tables(),
             .views = alignment_views()},
    .run = run,
};

}  // namespace entente::analysis
