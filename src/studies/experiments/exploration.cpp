#include "studies/experiments/exploration.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/name.h"
#include "campaign/factors.h"
#include "scenario/toml_text.h"
#include "studies/experiments/plans.h"

namespace entente::studies {
namespace {

using card::Field;
using card::Subject;
using scenario::Analysis;
using scenario::Library;

/// Whether an analysis asks one question of one scenario, and changes nothing.
bool explorable(const card::Card& card) {
  const bool asks = card.subject == Subject::scenario || card.subject == Subject::event ||
                    card.subject == Subject::state || card.subject == Subject::patron;
  return asks && !card.applies_scenarios;
}

template <class List>
std::vector<std::string> names(const List& list) {
  std::vector<std::string> found;
  for (const auto& one : list) found.emplace_back(one.name);
  return found;
}

const Field* field_of(const card::Card& card, const std::string& name) {
  const auto found = std::ranges::find(card.fields, name, &Field::name);
  return found == card.fields.end() ? nullptr : &*found;
}

class Reader {
 public:
  Reader(StudyFile study, Library library, const scenario::Request& request, bool buying)
      : library_(std::move(library)), request_(request), buying_(buying) {
    e_.study = std::move(study);
    e_.analyses = request.analyses;
    e_.seed = request.run.seed;
  }

  Result<Exploration> run() {
    for (const ExploreMeasure& one : e_.study.explore->measures) measure(one);
    auto plans = make_plans(e_.study, std::move(library_), request_, buying_);
    if (plans) {
      auto made = std::move(plans).value();
      e_.options = std::move(made.options);
      e_.notices = std::move(made.notices);
      for (const ExploreFactor& one : e_.study.explore->factors) axis(one);
      for (std::size_t i = 0; i < e_.options.size(); ++i)
        if (e_.options[i].id == e_.study.baseline) e_.baseline = i;
    } else {
      faults_.insert(faults_.end(), plans.error().begin(), plans.error().end());
    }
    if (faults_.empty()) try_ends();
    if (faults_.empty()) return std::move(e_);
    sort_faults(faults_);
    return std::move(faults_);
  }

 private:
  void fault(Code code, const Where& where, std::string message, std::string hint) {
    faults_.push_back({code, where, std::move(message), std::move(hint)});
  }

  const Analysis* analysis(const ExploreMeasure& m) {
    std::vector<std::string> known;
    for (const Analysis* one : e_.analyses->all()) {
      if (one->card.name == m.analysis) {
        if (explorable(one->card)) return one;
        fault(Code::bad_value, m.analysis_where,
              "`" + m.analysis + "` asks no question of one scenario",
              "explore an analysis such as ledger, deterrence or arsenal");
        return nullptr;
      }
      if (explorable(one->card)) known.emplace_back(one->card.name);
    }
    fault(Code::unknown_name, m.analysis_where,
          "the measure `" + m.id + "` is computed by nobody: there is no analysis called `" +
              m.analysis + "`",
          did_you_mean(m.analysis, known));
    return nullptr;
  }

  /// The unit of the column; faults for a table or a column that the card does not promise.
  std::string unit_of(const ExploreMeasure& m, const card::Card& card) {
    const auto table = std::ranges::find(card.tables, m.table, &card::TableSpec::name);
    if (table == card.tables.end()) {
      fault(Code::unknown_name, m.table_where,
            "the measure `" + m.id + "` is computed by nobody: `" + m.analysis +
                "` has no table `" + m.table + "`",
            did_you_mean(m.table, names(card.tables)));
      return "";
    }
    const auto column = std::ranges::find(table->columns, m.column, &card::Column::name);
    if (column != table->columns.end()) return std::string(column->unit);
    // Intervals stand beside their column where something is sampled, and on no card.
    const auto known = names(table->columns);
    const std::string root = m.column.substr(0, m.column.rfind('_'));
    if (std::ranges::find(known, root) == known.end() || root == m.column)
      fault(Code::unknown_name, m.column_where,
            "the measure `" + m.id + "` is computed by nobody: the table `" + m.table + "` of `" +
                m.analysis + "` has no column `" + m.column + "`",
            did_you_mean(m.column, known));
    return "";
  }

  void measure(const ExploreMeasure& m) {
    const Analysis* found = analysis(m);
    if (found == nullptr) return;
    Gauge gauge{m, 0, unit_of(m, found->card)};
    if (m.aggregate == "count") gauge.unit = "rows";
    if (!m.subject.empty() && found->card.subject == Subject::scenario)
      fault(Code::bad_value, m.where, "the measure `" + m.id + "` names a scenario",
            "the scenario of the study is what is asked; leave `subject` out");
    Asking asking{found, m.subject, {}, m.draws.value_or(0), m.where};
    asking.arguments["vary"] = {"none"};
    for (const auto& [name, value] : m.arguments) {
      if (name != "vary" && field_of(found->card, name) == nullptr)
        fault(Code::unknown_name, m.arguments_where, "`" + m.analysis + "` takes no `" + name + "`",
              did_you_mean(name, names(found->card.fields)));
      asking.arguments[name] = {value};
    }
    if (!m.arguments.empty()) asking.where = m.arguments_where;
    const auto same = std::ranges::find_if(e_.askings, [&](const Asking& one) {
      return one.analysis == asking.analysis && one.subject == asking.subject &&
             one.arguments == asking.arguments && one.draws == asking.draws;
    });
    gauge.asking = static_cast<std::size_t>(same - e_.askings.begin());
    if (same == e_.askings.end()) e_.askings.push_back(std::move(asking));
    e_.gauges.push_back(std::move(gauge));
  }

  /// The flag of the analyses that a factor sets, or null after a fault.
  const Field* flag(const ExploreFactor& factor) {
    std::vector<std::string> known;
    const bool numbers = factor.sets == Sets::assumption;
    for (const Asking& one : e_.askings)
      for (const Field& field : one.analysis->card.fields) {
        const bool number = field.type == card::Type::number || field.type == card::Type::integer;
        if (numbers && !number) continue;
        if (field.name == factor.target) return &field;
        known.emplace_back(field.name);
      }
    if (e_.gauges.size() == e_.study.explore->measures.size())  // Else it may be that one's.
      fault(Code::unknown_name, factor.target_where,
            "no analysis that is run has the " + std::string(numbers ? "assumption `" : "flag `") +
                factor.target + "`",
            did_you_mean(factor.target, known));
    return nullptr;
  }

  void axis(const ExploreFactor& factor) {
    Axis axis{.factor = factor};
    for (const text::Node& one : factor.values)
      axis.words.push_back(one.kind == text::Kind::text ? one.text : scenario::value_text(one));
    const Field* field = nullptr;
    if (factor.sets == Sets::assumption || factor.sets == Sets::argument) {
      field = flag(factor);
      if (field == nullptr) return;
      axis.unit = field->unit;
      if (field->type == card::Type::integer) axis.factor.whole = true;
    }
    if (factor.sets == Sets::facts) {
      axis.unit = "quantile";
      if (!known_facts(factor)) return;
    }
    if (factor.sets == Sets::assumption) contradictions(factor);
    if (!range(axis, field)) return;
    axis.plain = plain_of(axis, field);
    e_.axes.push_back(std::move(axis));
  }

  /// Sets low and high: as written, else as the flag has them.
  bool range(Axis& axis, const Field* field) {
    const ExploreFactor& factor = axis.factor;
    if (!axis.words.empty()) {
      axis.high = static_cast<double>(axis.words.size() - 1);
      return true;
    }
    const bool has = field != nullptr && field->low < field->high;
    if (!factor.low && !has) {
      fault(Code::range_missing, factor.where, "the factor `" + factor.id + "` has no range",
            "write low and high, or values");
      return false;
    }
    axis.low = factor.low.value_or(has ? field->low : 0);
    axis.high = factor.high.value_or(has ? field->high : 1);
    if (has && (axis.low < field->low || axis.high > field->high)) {
      fault(Code::bad_value, factor.where,
            "the range of `" + factor.id + "` leaves that of `" + factor.target + "`",
            "it lies from " + scenario::number_text(field->low) + " to " +
                scenario::number_text(field->high));
      return false;
    }
    return true;
  }

  static double plain_of(const Axis& axis, const Field* field) {
    if (axis.factor.plain) return std::clamp(*axis.factor.plain, axis.low, axis.high);
    if (!axis.words.empty()) {
      const auto found =
          field == nullptr ? axis.words.end() : std::ranges::find(axis.words, field->fallback);
      return found == axis.words.end() ? 0 : static_cast<double>(found - axis.words.begin());
    }
    double plain = (axis.low + axis.high) / 2;
    if (field != nullptr && !field->fallback.empty())
      std::from_chars(field->fallback.data(), field->fallback.data() + field->fallback.size(),
                      plain);
    if (axis.factor.whole) plain = std::floor(plain);
    return std::clamp(plain, axis.low, axis.high);
  }

  bool known_facts(const ExploreFactor& factor) {
    if (!facts_) {
      const auto question = campaign::read_question(e_.options.front().library, {});
      if (!question) {
        faults_.insert(faults_.end(), question.error().begin(), question.error().end());
        facts_.emplace();
        return false;
      }
      facts_.emplace();
      for (const campaign::Factor& one : campaign::factors_of(*question))
        if (!one.assumption) facts_->push_back(one.name);
    }
    if (facts_->empty() || std::ranges::find(*facts_, factor.target) != facts_->end()) return true;
    fault(Code::unknown_name, factor.target_where,
          "there is no group of facts called `" + factor.target + "`",
          did_you_mean(factor.target, *facts_));
    return false;
  }

  /// What a lever of a variant assumes, no factor may set as well.
  void contradictions(const ExploreFactor& factor) {
    for (const Option& option : e_.options)
      for (const scenario::Assumed& one : option.library.plan.assumed)
        if (one.name == factor.target)
          fault(Code::excluded, factor.target_where,
                "the variant `" + option.id + "` assumes `" + factor.target +
                    "`, which the factor `" + factor.id + "` sets as well",
                "leave the lever or the factor out");
  }

  /// Levers with their fields at either end, in every plan: what cannot be pulled is said now.
  void try_ends() {
    std::vector<double> values = plain_values(e_);
    const auto attempt = [&] {
      for (const Option& option : e_.options) {
        const auto setting = setting_at(option.library, e_.axes, values.data(), e_.study.file);
        if (setting) continue;
        for (const Error& one : setting.error())
          if (std::ranges::none_of(
                  faults_, [&](const Error& known) { return to_text(known) == to_text(one); }))
            faults_.push_back(one);
      }
    };
    for (std::size_t j = 0; j < e_.axes.size(); ++j) {
      if (e_.axes[j].factor.sets != Sets::lever) continue;
      for (const double u : {0.0, 1.0}) {
        values[j] = e_.axes[j].value(u);
        attempt();
      }
      values[j] = e_.axes[j].plain;
    }
  }

  Library library_;
  const scenario::Request& request_;
  bool buying_;
  Exploration e_;
  Faults faults_;
  std::optional<std::vector<std::string>> facts_;  ///< Names of the groups of facts.
};

/// What is wrong with arguments is said where the study writes them.
Faults placed(Faults faults, const Where& where) {
  for (Error& one : faults)
    if (one.where.file == "arguments") one.where = where;
  return faults;
}

}  // namespace

Result<Exploration> read_exploration(StudyFile study, Library library,
                                     const scenario::Request& request, bool buying) {
  if (!study.explore)
    return Error{Code::missing_key,
                 {study.file, 0, 0},
                 "the study `" + study.name + "` has no [explore]",
                 "write [explore], [[factor]] and [[measure]]; docs/explore.md shows how"};
  return Reader(std::move(study), std::move(library), request, buying).run();
}

Result<Outcomes> outcomes_at(const Exploration& e, const double* values, const Run& run) {
  Outcomes found(e.options.size() * e.gauges.size());
  Run alone = run;
  alone.threads = 1;
  alone.progress = nullptr;
  for (std::size_t o = 0; o < e.options.size(); ++o) {
    const auto setting = setting_at(e.options[o].library, e.axes, values, e.study.file);
    if (!setting) return setting.error();
    for (std::size_t a = 0; a < e.askings.size(); ++a) {
      const Asking& asking = e.askings[a];
      card::Arguments arguments = asking.arguments;
      for (const auto& [name, value] : setting->flags)
        if (field_of(asking.analysis->card, name) != nullptr) arguments[name] = {value};
      alone.draws = asking.draws;
      const auto record =
          e.analyses->run(*asking.analysis, asking.subject, arguments, alone, setting->library);
      if (!record) return placed(record.error(), asking.where);
      if (record->partial) throw Cancelled();
      for (std::size_t g = 0; g < e.gauges.size(); ++g) {
        if (e.gauges[g].asking != a) continue;
        const auto outcome = read_gauge(*record, e.gauges[g]);
        if (!outcome) return outcome.error();
        found[o * e.gauges.size() + g] = *outcome;
      }
    }
  }
  return found;
}

std::vector<double> plain_values(const Exploration& e) {
  std::vector<double> values;
  for (const Axis& one : e.axes) values.push_back(one.plain);
  return values;
}

}  // namespace entente::studies
