#include "scenario/negotiation_file.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/name.h"
#include "text/csv.h"
#include "text/decimal.h"
#include "text/reader.h"

namespace entente::scenario {
namespace {

constexpr std::string_view kColumns[] = {
    "name",          "capability", "confidence",   "position",      "position_low",
    "position_high", "salience",   "salience_low", "salience_high", "source",
    "votes",         "population", "never_below",  "never_above",   "bloc"};
constexpr std::string_view kNeeded[] = {"name", "capability", "position", "salience", "source"};

/// Reads the rows of one case; places are those of the file.
class Actors {
 public:
  Actors(const text::Csv& csv, int above, const NegotiationCase& about, Faults& faults)
      : csv_(csv), above_(above), about_(about), faults_(faults) {}

  std::vector<Negotiator> read() {
    if (!header()) return {};
    std::vector<Negotiator> actors;
    for (const auto& row : csv_.rows) actors.push_back(actor(row));
    return actors;
  }

 private:
  Where place(const text::Cell& cell) const { return {csv_.file, cell.line + above_, cell.column}; }

  void fault(Code code, const text::Cell& cell, std::string message, std::string hint) {
    faults_.push_back({code, place(cell), std::move(message), std::move(hint)});
  }

  bool header() {
    const std::size_t before = faults_.size();
    const std::vector<std::string> known(std::begin(kColumns), std::end(kColumns));
    for (std::size_t i = 0; i < csv_.header.size(); ++i)
      if (std::ranges::find(known, csv_.header[i]) == known.end()) {
        Where where = csv_.header_places[i];
        where.line += above_;
        faults_.push_back({Code::unknown_key, where,
                           "actors have no column `" + csv_.header[i] + "`",
                           did_you_mean(csv_.header[i], known)});
      }
    for (const std::string_view needed : kNeeded)
      if (csv_.column(needed) < 0)
        faults_.push_back({Code::missing_key,
                           {csv_.file, above_ + 1, 1},
                           "actors need the column `" + std::string(needed) + "`",
                           "begin with the line name,capability,position,salience,source"});
    if (csv_.rows.size() < 2)
      faults_.push_back({Code::empty_file,
                         {csv_.file, above_ + 1, 1},
                         "a negotiation needs two actors or more",
                         "write one a line"});
    if (csv_.rows.size() > kMostNegotiators)
      faults_.push_back({Code::too_large, place(csv_.rows[kMostNegotiators].front()),
                         std::to_string(csv_.rows.size()) + " actors are too many",
                         "the most is " + std::to_string(kMostNegotiators)});
    return faults_.size() == before;
  }

  const text::Cell* cell(std::string_view column) const {
    const int at = csv_.column(column);
    return at < 0 ? nullptr : &(*row_)[static_cast<std::size_t>(at)];
  }

  std::string words(std::string_view column) const {
    const text::Cell* found = cell(column);
    return found == nullptr ? "" : found->text;
  }

  /// The number of a cell that holds one in [low, high]; nothing where it is empty or faulty.
  std::optional<double> number(std::string_view column, double low, double high, bool needed) {
    const text::Cell* found = cell(column);
    if (found == nullptr || found->text.empty()) {
      if (needed)
        fault(Code::missing_key, found == nullptr ? row_->front() : *found,
              "`" + words("name") + "` has no " + std::string(column), "write a number");
      return {};
    }
    const auto read = text::parse_decimal(found->text);
    if (!read) {
      fault(Code::wrong_type, *found,
            "`" + found->text + "` is no decimal number of at most 18 digits",
            "write it like 7.45 or -1");
      return {};
    }
    const double value = text::value(*read);
    if (value >= low && value <= high) return value;
    const auto shown = [](double end) {
      std::string text = std::to_string(end);
      text.erase(text.find_last_not_of('0') + 1);
      if (text.ends_with('.')) text.pop_back();
      return text;
    };
    fault(Code::bad_value, *found,
          "the " + std::string(column) + " of `" + words("name") + "` is " + found->text,
          std::isinf(high) ? "it is not below " + shown(low)
                           : "it lies between " + shown(low) + " and " + shown(high));
    return {};
  }

  Ranged ranged(const std::string& column, double low, double high) {
    const auto value = number(column, low, high, true);
    const auto least = number(column + "_low", low, high, false);
    const auto most = number(column + "_high", low, high, false);
    const bool has_low = !words(column + "_low").empty();
    if (has_low != !words(column + "_high").empty())
      fault(Code::range_missing, *cell(column),
            "the " + column + " of `" + words("name") + "` has one end of its range only",
            "give both, or neither for a fact");
    if (!value) return {};
    if (!least || !most) return {*value, *value, *value};
    if (*value < *least || *value > *most)
      fault(Code::unsourced_range, *cell(column),
            "the " + column + " of `" + words("name") + "` lies outside its own range",
            "the range must hold the value");
    return {*least, *value, *most};
  }

  Negotiator actor(const std::vector<text::Cell>& row) {
    row_ = &row;
    Negotiator one;
    one.name = words("name");
    one.where = place(*cell("name"));
    if (one.name.empty())
      fault(Code::missing_key, *cell("name"), "the row names no actor", "name it");
    const auto [first, is_new] = seen_.emplace(one.name, one.where.line);
    if (!is_new)
      fault(Code::duplicate, *cell("name"),
            "`" + one.name + "` stands in line " + std::to_string(first->second) + " as well",
            "keep one");
    one.capability = number("capability", 0, 1e12, true).value_or(0);
    one.position = ranged("position", about_.low, about_.high);
    one.salience = ranged("salience", 0, 1);
    one.never_below = number("never_below", about_.low, about_.high, false);
    one.never_above = number("never_above", about_.low, about_.high, false);
    if ((one.never_below && *one.never_below > one.position.value) ||
        (one.never_above && *one.never_above < one.position.value))
      fault(Code::bad_value, *cell("position"),
            "`" + one.name + "` stands where it says it never goes",
            "put never_below under the position and never_above over it");
    one.source = words("source");
    if (one.source.empty())
      fault(Code::no_source, *cell("source"), "the figures of `" + one.name + "` have no source",
            "name one, or say `assumption: ...` and give ranges");
    if (one.source.starts_with("assumption") &&
        (words("position_low").empty() || words("salience_low").empty()))
      fault(Code::range_missing, *cell("source"),
            "`" + one.name + "` is an assumption without the ranges it may lie in",
            "give position_low, position_high, salience_low and salience_high");
    one.confidence = words("confidence");
    if (!one.confidence.empty() && one.confidence != "A" && one.confidence != "B" &&
        one.confidence != "C")
      fault(Code::bad_value, *cell("confidence"), "`" + one.confidence + "` is no confidence",
            "write A, B or C");
    const std::string votes = words("votes");
    if (!votes.empty() && votes != "yes" && votes != "no")
      fault(Code::bad_value, *cell("votes"), "`" + votes + "` is neither yes nor no",
            "who has no vote can still press: votes = no");
    one.votes = votes != "no";
    one.population = number("population", 0, 1e6, false).value_or(0);
    if (about_.institution.rule == DecisionRule::qualified_majority && one.votes &&
        words("population").empty())
      fault(Code::missing_key, row.front(),
            "`" + one.name + "` has no population, which a qualified majority counts",
            "give it in million people");
    one.bloc = words("bloc");
    return one;
  }

  const text::Csv& csv_;
  int above_;
  const NegotiationCase& about_;
  Faults& faults_;
  const std::vector<text::Cell>* row_ = nullptr;
  std::map<std::string, int, std::less<>> seen_;
};

void read_institution(text::TableReader& reader, Institution& found) {
  found.body = reader.required_text("body");
  found.source = reader.required_text("source");
  (void)reader.required_text("rule");
  if (const auto rule = reader.choice("rule", kDecisionRules))
    found.rule = static_cast<DecisionRule>(*rule);
  found.invoked_by = reader.required_text("invoked_by");
  found.accession = reader.text("accession").value_or("");
  const auto months = [&](std::string_view key) {
    const double value = reader.number(key).value_or(0);
    if (value < 0 || value > 1200)
      reader.fault(Code::bad_value, key, "`" + std::string(key) + "` is not from 0 to 1200 months",
                   "");
    return value;
  };
  found.consent_months = months("consent_months");
  found.consent_low = months("consent_low");
  found.consent_high = months("consent_high");
  found.consent_source = reader.text("consent_source").value_or("");
  found.withdrawal_months = months("withdrawal_months");
  found.withdrawal_source = reader.text("withdrawal_source").value_or("");
  if (found.consent_months > 0 &&
      (found.consent_low > found.consent_months || found.consent_high < found.consent_months))
    reader.fault(Code::unsourced_range, "consent_months",
                 "the delay of consent lies outside its own range",
                 "give consent_low and consent_high around it");
  if (found.consent_months > 0 && found.consent_source.empty())
    reader.fault(Code::no_source, "consent_months", "the delay of consent has no source",
                 "give consent_source");
  if (found.withdrawal_months > 0 && found.withdrawal_source.empty())
    reader.fault(Code::no_source, "withdrawal_months", "the notice of withdrawal has no source",
                 "give withdrawal_source");
}

}  // namespace

Result<NegotiationCase> read_negotiation(const text::Document& document) {
  Faults faults;
  text::TableReader root(document.root, document.file, "the file", faults);
  const text::Node* const table = root.table("negotiation");
  const text::Node* const rules = root.table("institution");
  root.done();
  for (const auto& [node, key] : {std::pair(table, "negotiation"), std::pair(rules, "institution")})
    if (node == nullptr && document.root.find(key) == nullptr)
      faults.push_back({Code::missing_key,
                        {document.file, 1, 1},
                        "the file needs the table `[" + std::string(key) + "]`",
                        ""});
  if (table == nullptr || rules == nullptr) return faults;
  NegotiationCase about;
  text::TableReader institution(*rules, document.file, "the institution", faults);
  read_institution(institution, about.institution);
  institution.done();
  text::TableReader reader(*table, document.file, "the negotiation", faults);
  about.name = reader.required_text("name");
  about.title = reader.required_text("title");
  about.source = reader.required_text("source");
  about.note = reader.text("note").value_or("");
  about.unit = reader.required_text("unit");
  about.capability_unit = reader.required_text("capability_unit");
  about.low = reader.required_number("low");
  about.high = reader.required_number("high");
  about.status_quo = reader.required_number("status_quo");
  about.came = reader.number("came");
  about.came_source = reader.text("came_source").value_or("");
  const std::string actors = reader.required_text("actors");
  reader.done();
  if (!faults.empty()) return faults;
  if (about.high <= about.low) {
    reader.fault(Code::bad_value, "high", "the line of options has no length",
                 "`high` is above `low`");
    return faults;
  }
  if (about.status_quo < about.low || about.status_quo > about.high)
    reader.fault(Code::bad_value, "status_quo", "the status quo is off the line of options",
                 "it lies between `low` and `high`");
  if (about.came && about.came_source.empty())
    reader.fault(Code::no_source, "came", "what came has no source", "give came_source");
  // The first line of a text stands below the line that opens it.
  const int above = reader.where("actors").line;
  const auto csv = text::parse_csv(actors, document.file);
  if (!csv) {
    for (Error fault : csv.error()) {
      if (fault.where.line > 0) fault.where.line += above;
      faults.push_back(std::move(fault));
    }
    return faults;
  }
  about.actors = Actors(*csv, above, about, faults).read();
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  if (std::ranges::none_of(about.actors, &Negotiator::votes)) {
    reader.fault(Code::bad_value, "actors", "nobody has a vote",
                 "leave `votes` empty or write yes");
    return faults;
  }
  return about;
}

}  // namespace entente::scenario
