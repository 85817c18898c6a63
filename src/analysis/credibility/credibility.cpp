#include "analysis/credibility/credibility.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

#include "analysis/credibility/promises.h"
#include "base/digits.h"
#include "belief/asked.h"
#include "belief/honour/honour.h"
#include "world/state_named.h"

namespace entente::analysis {
namespace {

using belief::Assumptions;
using card::Field;
using card::Record;
using card::Value;

constexpr double kLow = 0.05, kHigh = 0.95;  // The interval that stands beside every reliability.

constexpr card::Column kCommitments[] = {
    {"promisor", "", "Who promised."},
    {"beneficiary", "", "To whom."},
    {"duty", "", "fight, assist, supply, share, host, consult, stay_out or not_attack."},
    {"agreement", "", "By which agreement."},
    {"article", "", "And which article of it."},
    {"form", "", "treaty, executive, statute, memorandum or declaration."},
    {"discretion", "", "automatic, own_judgement, on_request or by_vote."},
    {"institution", "0-3", "0 none, 1 contact, 2 staff, 3 command."},
    {"theta", "probability", "That the promise is kept when it comes due."},
    {"theta_p05", "probability",
     "5 % of the Beta law of what is not known about theta lies below."},
    {"theta_p95", "probability", "5 % of it lies above; empty where a run varies no facts."},
    {"base_rate", "probability",
     "The rate of its type that theta starts from; empty where a "
     "scenario fixed theta."},
};
constexpr card::Column kPatrons[] = {
    {"promisor", "", "Who promised to fight or to assist."},
    {"promises", "count", "Beneficiaries; of several promises to one the most reliable counts."},
    {"expected_kept", "count", "How many are kept on average, if all come due."},
    {"p_all_kept", "probability", "That all are kept."},
    {"p_none_kept", "probability", "That none is kept."},
    {"p_all_if_independent", "probability", "Naive reading: the same without a common cause."},
    {"p_none_if_independent", "probability", "Naive reading: the same without a common cause."},
    {"rho", "share", "The common share of the promisor's doubt that was used."},
};
constexpr card::Column kBaseRates[] = {
    {"type", "", "Type of promise, and period where it is not the whole."},
    {"kept", "count", "Promises kept in war; empty where only the share was published."},
    {"all", "count", "Promises that came due."},
    {"share", "share", "Kept over all."},
    {"source", "", "Where it was published."},
};
constexpr card::Column kAssumed[] = {
    {"name", "", "The assumption, which is a flag of its own unless it is a base rate."},
    {"value", "", "What this run used, in the unit of its flag."},
    {"low", "", "The lower end of its range."},
    {"high", "", "The upper end."},
    {"status", "", "published or assumption."},
    {"source", "", "Where value or range come from."},
    {"moves", "probability",
     "Change of the mean theta of promises to fight or to assist, from the low to the "
     "high end, all else unchanged."},
    {"moves_most", "probability", "The largest such change of any one promise, whatever its duty."},
};
constexpr card::TableSpec kTables[] = {
    {"commitments", "Every promise in force and how likely it is kept.", kCommitments},
    {"patrons", "All promises of one promisor together, exact by quadrature.", kPatrons},
    {"assumptions", "What the figures assume, and what each assumption moves.", kAssumed},
    {"base_rates", "How often promises were kept in war.", kBaseRates},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::folded, .table = "commitments", .x = "beneficiary", .most = 8},
    {.mark = card::Mark::folded, .table = "patrons", .x = "promisor", .most = 16},
};

constexpr Field kOwn[] = {
    {.name = "on",
     .type = card::Type::date,
     .help = "The day; by default the one the library describes."},
    {.name = "patron",
     .type = card::Type::name_of,
     .help = "Only promises of this state.",
     .of = "state"},
};

constexpr auto kFields = [] {
  std::array<Field, std::size(kOwn) + belief::kFieldCount> fields{};
  std::ranges::copy(kOwn, fields.begin());
  std::ranges::copy(belief::kFields, fields.begin() + std::size(kOwn));
  return fields;
}();

/// What was asked, with names looked up.
struct Asked {
  Date on;
  Symbol patron;
  const belief::BaseRates* rates = nullptr;
  belief::CommonCause cause;
  Assumptions assumptions;
  bool intervals = true;
};

Result<Asked> read(const Request& request) {
  const world::World& world = request.library.world;
  const card::Arguments& arguments = request.arguments;
  Asked asked;
  const std::string day = card::argument(arguments, "on");
  asked.on = day.empty() ? world.day : parse_date(day).value_or(world.day);
  if (const std::string patron = card::argument(arguments, "patron"); !patron.empty()) {
    const auto state = world::state_named(world, patron, asked.on);
    if (!state) return state.error();
    asked.patron = *state;
  }
  const belief::Asked belief = belief::asked(arguments);
  asked.rates = belief.rates;
  asked.cause = belief.cause;
  asked.assumptions = belief.assumptions;
  const std::string vary = card::argument(arguments, "vary");
  asked.intervals = vary.empty() || vary == "all" || vary == "facts";
  return asked;
}

/// Quantiles of the Beta law, worked out once for each reliability.
class Intervals {
 public:
  explicit Intervals(double n0) : n0_(n0) {}

  std::pair<double, double> of(const Promise& promise) {
    if (promise.commitment.reliability) return {promise.theta, promise.theta};
    const auto [found, fresh] = known_.try_emplace(promise.theta);
    if (fresh) {
      const belief::Belief belief = belief::prior(promise.theta, n0_);
      found->second = {belief.quantile(kLow), belief.quantile(kHigh)};
    }
    return found->second;
  }

 private:
  double n0_;
  std::map<double, std::pair<double, double>> known_;
};

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

/// The middle promise under the other reading of the record: no single number ever stands alone.
std::string other_rates(const Asked& asked, const scenario::Library& library) {
  const bool optimist = asked.rates->name == "leeds_long_mitchell";
  const belief::BaseRates& other =
      *belief::find_base_rates(optimist ? "hierarchical" : "leeds_long_mitchell");
  const auto promises =
      promises_on(library, asked.on, asked.patron, belief::with_rates(asked.assumptions, other));
  const Promise* middle = median_bound(promises);
  return " with the base rates " + std::string(other.name) + " instead of " +
         std::string(asked.rates->name) + " it is " + fixed(middle->theta, 2) + ".";
}

std::string finding(const Asked& asked, const scenario::Library& library,
                    const std::vector<Promise>& promises, Intervals& intervals) {
  std::size_t bound = 0;
  for (const Promise& one : promises) bound += world::binds(one.commitment.duty) ? 1 : 0;
  std::string text =
      "On " + to_text(asked.on) + " " + counted(promises.size(), "promise", "promises");
  if (asked.patron) text += " of " + library.world.symbols.name(asked.patron);
  text += promises.size() == 1 ? " is in force, " : " are in force, ";
  if (bound == 0) return text + "none of them to fight or to assist.";
  const Promise& middle = *median_bound(promises);
  text += std::to_string(bound) +
          " of them to fight or to assist; the middle one of these is kept with " + "probability " +
          fixed(middle.theta, 2);
  if (asked.intervals) {
    const auto [low, high] = intervals.of(middle);
    text += " (90 % interval " + fixed(low, 2) + " to " + fixed(high, 2) + ")";
  }
  return text + ";" + other_rates(asked, library);
}

void add_commitments(Record& record, const Asked& asked, const Symbols& symbols,
                     const std::vector<Promise>& promises, Intervals& intervals) {
  auto& table = record.table(kTables[0]);
  for (const Promise& one : promises) {
    const world::Commitment& c = one.commitment;
    Value low, high, rate;
    if (asked.intervals) std::tie(low, high) = intervals.of(one);
    if (!c.reliability) rate = belief::base_rate(c, asked.assumptions);
    table.row({symbols.name(c.promisor), symbols.name(c.beneficiary), std::string(word(c.duty)),
               symbols.name(c.agreement), symbols.name(c.article), std::string(word(c.form)),
               std::string(word(c.discretion)), static_cast<std::int64_t>(c.institution), one.theta,
               low, high, rate});
  }
}

void add_patrons(Record& record, const Asked& asked, const Symbols& symbols,
                 const std::vector<Promise>& promises) {
  auto& table = record.table(kTables[1]);
  const belief::CommonCause apart{belief::honour::find("independent"), 0, asked.cause.mu};
  for (const Patron& patron : patrons_of(promises)) {
    const belief::Together joint = belief::together(patron.thetas, asked.cause);
    const belief::Together alone = belief::together(patron.thetas, apart);
    table.row({symbols.name(patron.promisor), static_cast<std::int64_t>(patron.thetas.size()),
               joint.expected, joint.all, joint.none, alone.all, alone.none,
               asked.cause.model->common ? asked.cause.rho : 0.0});
  }
}

void add_assumptions(Record& record, const Asked& asked, const Symbols& symbols,
                     const std::vector<Promise>& promises) {
  auto& table = record.table(kTables[2]);
  for (const Moved& one : what_moves(promises, symbols, asked.assumptions)) {
    const Field& field = one.assumption->field;
    table.row({std::string(field.name), one.value, one.low, one.high,
               std::string(one.assumption->published ? "published" : "assumption"),
               std::string(field.source), one.mean, one.most});
  }
}

void add_base_rates(Record& record) {
  auto& table = record.table(kTables[3]);
  for (const belief::Count& count : belief::counts()) {
    Value kept, all;
    if (count.all > 0) {
      kept = static_cast<std::int64_t>(count.kept);
      all = static_cast<std::int64_t>(count.all);
    }
    table.row({std::string(count.type), kept, all, count.share, std::string(count.source)});
  }
}

void add_notices(Record& record, const Asked& asked, const std::vector<Promise>& promises) {
  if (asked.assumptions.tripwire == 0)
    record.notices.emplace_back(
        "Forward forces are not in the library as commitments yet, so no promise "
        "has a tripwire (--tripwire 0).");
  record.notices.emplace_back(
      "Changes of policy and of relative power since signature are taken as --policy-change and "
      "--cinc-change for every promise; the only stake is that of the United States in Taiwan.");
  std::size_t fixed = 0;
  for (const Promise& one : promises) fixed += one.commitment.reliability ? 1 : 0;
  if (fixed > 0)
    record.notices.push_back(counted(fixed, "reliability is", "reliabilities are") +
                             " fixed by the scenario and taken as known.");
  if (asked.intervals)
    record.notices.emplace_back(
        "Intervals are 5 and 95 % quantiles of a Beta law worth n0 wars, by inversion; "
        "joint probabilities are by 80-node quadrature. Nothing is drawn.");
}

Result<Record> run(const Request& request) {
  const auto read_asked = read(request);
  if (!read_asked) return read_asked.error();
  const Asked& asked = *read_asked;
  const Symbols& symbols = request.library.world.symbols;
  const auto promises = promises_on(request.library, asked.on, asked.patron, asked.assumptions);

  Record record;
  Intervals intervals(asked.assumptions.n0);
  record.finding = finding(asked, request.library, promises, intervals);
  record.params = {{"on", {Value(to_text(asked.on))}}};
  if (asked.patron) record.params.push_back({"patron", {Value(symbols.name(asked.patron))}});
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_commitments(record, asked, symbols, promises, intervals);
  add_patrons(record, asked, symbols, promises);
  add_assumptions(record, asked, symbols, promises);
  add_base_rates(record);
  add_notices(record, asked, promises);
  return record;
}

}  // namespace

constinit const Analysis credibility{
    .card =
        {.name = "credibility",
         .question = "How likely is each promise to be kept, and what do the promises of one state "
                     "have in common?",
         .source =
             "Base rates: Berkemeier and Fuhrmann (2018), Leeds, Long and Mitchell (2000); common "
             "factor: Vasicek (1987); weights: assumptions of this project with their ranges",
         .subject = card::Subject::scenario,
         .subject_optional = true,
         .subject_help = "reference_2026",
         .fields = kFields,
         .tables = kTables,
         .views = kViews},
    .run = run,
};

}  // namespace entente::analysis
