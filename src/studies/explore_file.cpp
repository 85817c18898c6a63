#include "studies/explore_file.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/name.h"
#include "scenario/section_reader.h"
#include "scenario/toml_text.h"
#include "studies/study_fields.h"

namespace entente::studies {
namespace {

using scenario::SectionReader;

constexpr std::size_t kMostFactors = 64;  // Each takes two dimensions of the sequence.
constexpr std::size_t kMostMeasures = 32;

/// A value of the file as the text of an argument or of a cell.
std::string word_of(const text::Node& node) {
  if (node.kind == text::Kind::text) return node.text;
  if (node.kind == text::Kind::boolean) return node.boolean ? "true" : "false";
  if (node.kind == text::Kind::date) return to_text(node.date);
  return scenario::number_text(node.kind == text::Kind::integer ? static_cast<double>(node.integer)
                                                                : node.real);
}

/// A table of names and plain values.
std::vector<std::pair<std::string, std::string>> pairs(SectionReader& reader,
                                                       std::string_view key) {
  std::vector<std::pair<std::string, std::string>> found;
  const text::Node* node = reader.raw(key);
  if (node == nullptr) return found;
  const auto plain = [](const text::Entry& one) {
    return one.value.kind != text::Kind::table && one.value.kind != text::Kind::array &&
           one.value.kind != text::Kind::null;
  };
  if (node->kind != text::Kind::table || !std::ranges::all_of(node->entries, plain)) {
    reader.fault(Code::wrong_type, key, "`" + std::string(key) + "` must be a table of values",
                 "as in " + std::string(key) + " = { name = \"value\" }");
    return found;
  }
  for (const text::Entry& one : node->entries) found.emplace_back(one.key, word_of(one.value));
  return found;
}

class ExploreReader {
 public:
  ExploreReader(const std::string& file, Faults& faults) : file_(file), faults_(faults) {}

  void head(const text::Node& node) {
    SectionReader reader(explore_section(), node, file_, faults_);
    explore_.where = reader.where();
    explore_.design = kDesignNames[reader.choice("design").value_or(0)];
    explore_.size = reader.integer("size");
    explore_.second_order = reader.boolean("second_order").value_or(false);
    explore_.belief = reader.text("belief");
    explore_.belief_where = reader.where("belief");
  }

  void factor(const text::Node& node) {
    SectionReader reader(factor_section(), node, file_, faults_);
    ExploreFactor factor;
    factor.where = reader.where();
    factor.id = reader.text("id");
    factor.name = reader.text("name");
    if (factor.name.empty()) factor.name = factor.id;
    once(factor.id, "factor", reader);
    factor.low = reader.number("low");
    factor.high = reader.number("high");
    factor.plain = reader.number("plain");
    factor.whole = reader.boolean("whole").value_or(false);
    if (const text::Node* values = reader.raw("values"); values != nullptr) {
      factor.values = values->items;
      if (factor.values.size() < 2)
        reader.fault(Code::bad_value, "values", "a factor needs at least two values",
                     "write a list, as in values = [\"a\", \"b\"], or low and high");
    }
    target(reader, factor);
    range(reader, factor);
    explore_.factors.push_back(std::move(factor));
  }

  void measure(const text::Node& node) {
    SectionReader reader(measure_section(), node, file_, faults_);
    ExploreMeasure one;
    one.where = reader.where();
    one.id = reader.text("id");
    one.name = reader.text("name");
    if (one.name.empty()) one.name = one.id;
    once(one.id, "measure", reader);
    one.analysis = reader.text("analysis");
    one.subject = reader.text("subject");
    one.table = reader.text("table");
    one.column = reader.text("column");
    one.rows = pairs(reader, "rows");
    one.arguments = pairs(reader, "arguments");
    one.draws = reader.integer("draws");
    if (const auto made = reader.choice("aggregate")) one.aggregate = kAggregateNames[*made];
    one.more = reader.choice("aim").value_or(0) == 1;
    one.at_most = reader.number("at_most");
    one.at_least = reader.number("at_least");
    const char* against = one.more ? "at_most" : "at_least";
    if ((one.more ? one.at_most : one.at_least).has_value())
      reader.fault(Code::bad_value, against,
                   "`" + std::string(against) + "` goes against the aim of `" + one.id + "`",
                   one.more ? "more is better: write at_least, or aim = \"less\""
                            : "less is better: write at_most, or aim = \"more\"");
    one.analysis_where = reader.where("analysis");
    one.table_where = reader.where("table");
    one.column_where = reader.where("column");
    one.rows_where = reader.where("rows");
    one.arguments_where = reader.where("arguments");
    explore_.measures.push_back(std::move(one));
  }

  ExploreFile finish() {
    const auto missing = [&](const std::string& what, const std::string& hint) {
      faults_.push_back(
          {Code::missing_key, explore_.where, "nothing is explored: there is no " + what, hint});
    };
    if (explore_.factors.empty()) missing("factor", "write a [[factor]]: what nobody controls");
    if (explore_.measures.empty()) missing("measure", "write a [[measure]]: what is looked at");
    at_most(kMostFactors, explore_.factors.size(), "factors",
            "screen them in parts with design = \"morris\" and keep those that matter");
    at_most(kMostMeasures, explore_.measures.size(), "measures", "explore in parts");
    return std::move(explore_);
  }

 private:
  void once(const std::string& id, const std::string& what, SectionReader& reader) {
    if (!id.empty() && !is_slug(id))
      reader.fault(Code::bad_value, "id", "`" + id + "` is no name",
                   "use lower-case letters, digits and single underscores");
    if (id.empty() || ids_.insert(what + " " + id).second) return;
    reader.fault(Code::duplicate, "id", "there are two of the " + what + " `" + id + "`",
                 "give one of them another id");
  }

  void at_most(std::size_t most, std::size_t count, const std::string& what,
               const std::string& hint) {
    if (count > most)
      faults_.push_back({Code::too_large, explore_.where,
                         "the study explores " + std::to_string(count) + " " + what,
                         "the most is " + std::to_string(most) + "; " + hint});
  }

  /// What it sets, which must be one thing that no other factor sets.
  void target(SectionReader& reader, ExploreFactor& factor) {
    std::vector<std::size_t> given;
    for (std::size_t i = 0; i < std::size(kTargetNames); ++i)
      if (reader.raw(kTargetNames[i]) != nullptr) given.push_back(i);
    if (given.empty()) {
      faults_.push_back({Code::missing_key, factor.where,
                         "the factor `" + factor.id + "` sets nothing",
                         "write assumption, facts, argument, or lever and field"});
      return;
    }
    if (given.size() > 1) {
      reader.fault(Code::excluded, kTargetNames[given[1]],
                   "the factor `" + factor.id + "` sets two things at once",
                   "write a factor for each");
      return;
    }
    factor.sets = static_cast<Sets>(given.front());
    factor.target_where = reader.where(kTargetNames[given.front()]);
    if (factor.sets == Sets::lever)
      lever(reader, factor);
    else
      factor.target = reader.text(kTargetNames[given.front()]);
    std::string key = std::string(kTargetNames[given.front()]) + " " + factor.target;
    if (factor.sets == Sets::lever) key += " of " + scenario::value_text(factor.lever);
    const auto [at, fresh] = targets_.emplace(key, factor.id);
    if (!fresh)
      faults_.push_back(
          {Code::excluded, factor.target_where,
           "the factors `" + at->second + "` and `" + factor.id + "` set the same thing",
           "leave one of them out"});
  }

  void lever(SectionReader& reader, ExploreFactor& factor) {
    factor.lever = *reader.raw("lever");
    factor.target = reader.text("field");
    if (factor.lever.kind != text::Kind::table)
      reader.fault(Code::wrong_type, "lever", "`lever` must be a table",
                   "as in lever = { card = \"doubt\", promisors = [\"USA\"] }, field = \"mu\"");
    else if (factor.target.empty())
      reader.fault(Code::missing_key, "lever",
                   "the factor `" + factor.id + "` does not say which field of the lever it sets",
                   "write `field`, as in field = \"mu\"");
    else if (factor.lever.find(factor.target) != nullptr)
      reader.fault(Code::excluded, "lever",
                   "the lever has `" + factor.target + "`, which the factor sets",
                   "leave it out of the lever");
  }

  void range(SectionReader& reader, ExploreFactor& factor) {
    if (!factor.values.empty() && (factor.low || factor.high)) {
      reader.fault(Code::excluded, "values",
                   "the factor `" + factor.id + "` has values and a range", "keep one of them");
      return;
    }
    if (factor.sets == Sets::facts) {
      factor.low = factor.low.value_or(0.05);
      factor.high = factor.high.value_or(0.95);
      if (*factor.low <= 0 || *factor.high >= 1)
        reader.fault(Code::bad_value, "facts", "a quantile lies between 0 and 1",
                     "as in low = 0.05 and high = 0.95");
    }
    const bool may_lack =
        !factor.values.empty() || factor.sets == Sets::assumption || factor.sets == Sets::argument;
    if (factor.low.has_value() != factor.high.has_value() || (!factor.low && !may_lack))
      faults_.push_back({Code::range_missing, factor.where,
                         "the factor `" + factor.id + "` has no range",
                         "write low and high, or values"});
    else if (factor.low && !(*factor.low < *factor.high))
      reader.fault(Code::bad_value, "high", "the range of `" + factor.id + "` is upside down",
                   "low must be below high");
  }

  const std::string& file_;
  Faults& faults_;
  ExploreFile explore_;
  std::set<std::string> ids_;
  std::map<std::string, std::string> targets_;
};

}  // namespace

std::optional<ExploreFile> read_explore(text::TableReader& root, const std::string& file,
                                        Faults& faults) {
  const text::Node* head = root.table("explore");
  const auto factors = root.tables("factor"), measures = root.tables("measure");
  if (head == nullptr) {
    for (const char* const key : {"factor", "measure"})
      if (root.raw(key) != nullptr)
        root.fault(Code::missing_key, key,
                   "the study has a [[" + std::string(key) + "]], but no [explore]",
                   "write [explore] and its design");
    return std::nullopt;
  }
  ExploreReader reader(file, faults);
  reader.head(*head);
  for (const text::Node* one : factors) reader.factor(*one);
  for (const text::Node* one : measures) reader.measure(*one);
  return reader.finish();
}

}  // namespace entente::studies
