#include "studies/claim_file.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/name.h"
#include "scenario/section_reader.h"
#include "scenario/toml_text.h"
#include "studies/study_fields.h"

namespace entente::studies {
namespace {

using scenario::SectionReader;

constexpr std::size_t kMostConditions = 16;

class ClaimReader {
 public:
  ClaimReader(const std::string& file, const std::optional<ExploreFile>& explore, Faults& faults)
      : file_(file), faults_(faults) {
    if (!explore) return;
    for (const ExploreMeasure& one : explore->measures) measures_.push_back(one.id);
  }

  void head(const text::Node& node) {
    SectionReader reader(claim_section(), node, file_, faults_);
    claim_.where = reader.where();
    claim_.says = reader.text("says");
    claim_.reads = reader.text("reads");
    claim_.calibrated = reader.text("calibrated");
  }

  void condition(const text::Node& node) {
    SectionReader reader(condition_section(), node, file_, faults_);
    ClaimCondition one;
    one.where = reader.where();
    one.name = reader.text("name");
    one.is = static_cast<Relation>(reader.choice("is").value_or(0));
    one.value = reader.number("value").value_or(0);
    one.left = side(reader, "left");
    if (reader.raw("left") == nullptr)
      reader.fault(Code::missing_key, "left", "the condition has nothing on its left",
                   "as in left = [{ measure = \"gap\", variant = \"today\" }]");
    one.right = side(reader, "right");
    if (one.name.empty()) one.name = words_of(one);
    claim_.conditions.push_back(std::move(one));
  }

  ClaimFile finish(bool explored) {
    if (!explored)
      fault(Code::missing_key, "the claim is tested over nothing: there is no [explore]",
            "write [explore], [[factor]] and [[measure]]; docs/claims.md shows how");
    if (claim_.conditions.empty())
      fault(Code::missing_key, "the claim has no [[condition]], so nothing could refute it",
            "write a [[condition]] with left, is and right or value");
    if (claim_.conditions.size() > kMostConditions)
      fault(Code::too_large,
            "the claim has " + std::to_string(claim_.conditions.size()) + " conditions",
            "the most is " + std::to_string(kMostConditions) + "; make two claims of it");
    return std::move(claim_);
  }

 private:
  void fault(Code code, std::string message, std::string hint) {
    faults_.push_back({code, claim_.where, std::move(message), std::move(hint)});
  }

  std::vector<ClaimTerm> side(SectionReader& reader, std::string_view key) {
    std::vector<ClaimTerm> terms;
    const text::Node* node = reader.raw(key);
    if (node == nullptr) return terms;
    const auto is_table = [](const text::Node& one) { return one.kind == text::Kind::table; };
    if (node->kind != text::Kind::array || node->items.empty() ||
        !std::ranges::all_of(node->items, is_table)) {
      reader.fault(Code::wrong_type, key, "`" + std::string(key) + "` must be a list of tables",
                   "as in " + std::string(key) + " = [{ measure = \"gap\", variant = \"today\" }]");
      return terms;
    }
    for (const text::Node& item : node->items) terms.push_back(term(item));
    return terms;
  }

  ClaimTerm term(const text::Node& node) {
    SectionReader reader(term_section(), node, file_, faults_);
    ClaimTerm one{reader.text("measure"), reader.text("variant"),
                  reader.number("times").value_or(1), reader.where("measure"),
                  reader.where("variant")};
    if (!one.measure.empty() && !measures_.empty() &&
        std::ranges::find(measures_, one.measure) == measures_.end())
      reader.fault(Code::unknown_name, "measure",
                   "the study takes no measure called `" + one.measure + "`",
                   did_you_mean(one.measure, measures_));
    return one;
  }

  const std::string& file_;
  Faults& faults_;
  ClaimFile claim_;
  std::vector<std::string> measures_;
};

std::string sum(const std::vector<ClaimTerm>& terms) {
  std::string text;
  for (const ClaimTerm& one : terms) {
    const double times = std::abs(one.times);
    text += text.empty() ? (one.times < 0 ? "-" : "") : (one.times < 0 ? " - " : " + ");
    if (times != 1) text += scenario::number_text(times) + " ";
    text += one.measure + (one.variant.empty() ? "" : " of " + one.variant);
  }
  return text;
}

}  // namespace

std::optional<ClaimFile> read_claim(text::TableReader& root, const std::string& file,
                                    const std::optional<ExploreFile>& explore, Faults& faults) {
  const text::Node* head = root.table("claim");
  const auto conditions = root.tables("condition");
  if (head == nullptr) {
    if (root.raw("condition") != nullptr)
      root.fault(Code::missing_key, "condition", "the study has a [[condition]], but no [claim]",
                 "write [claim] and what it says");
    return std::nullopt;
  }
  ClaimReader reader(file, explore, faults);
  reader.head(*head);
  for (const text::Node* one : conditions) reader.condition(*one);
  return reader.finish(explore.has_value());
}

bool holds(const ClaimCondition& condition, double left, double right) {
  switch (condition.is) {
    case Relation::above:
      return left > right;
    case Relation::at_least:
      return left >= right;
    case Relation::below:
      return left < right;
    case Relation::at_most:
      return left <= right;
  }
  return false;
}

std::string words_of(const ClaimCondition& condition) {
  std::string is(kRelationNames[static_cast<std::size_t>(condition.is)]);
  std::ranges::replace(is, '_', ' ');
  std::string right = sum(condition.right);
  if (right.empty())
    right = scenario::number_text(condition.value);
  else if (condition.value != 0)
    right +=
        (condition.value < 0 ? " - " : " + ") + scenario::number_text(std::abs(condition.value));
  return sum(condition.left) + " " + is + " " + right;
}

}  // namespace entente::studies
