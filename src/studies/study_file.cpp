#include "studies/study_file.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/name.h"
#include "scenario/section_reader.h"
#include "studies/study_fields.h"

namespace entente::studies {
namespace {

using scenario::SectionReader;

/// Each costs planning and draws for all the others.
constexpr std::size_t kMostVariants = 64, kMostBeliefs = 8, kMostLevels = 16;

/// A variant with what only reading needs.
struct Draft {
  StudyVariant variant;
  std::string base;
  std::vector<std::string> drop;
  bool spends = false;  ///< Says itself how it spends.
  Where base_where, drop_where;
  std::vector<Where> belief_where;
  bool resolved = false;
};

class StudyReader {
 public:
  explicit StudyReader(const text::Document& document)
      : document_(document), root_(document.root, document.file, "the study", faults_) {
    study_.file = document.file;
  }

  Result<StudyFile> run() {
    head();
    for (const text::Node* node : root_.tables("belief")) belief(*node);
    for (const text::Node* node : root_.tables("variant")) variant(*node);
    study_.explore = read_explore(root_, document_.file, faults_);
    study_.claim = read_claim(root_, document_.file, study_.explore, faults_);
    root_.done();
    if (study_.beliefs.empty()) study_.beliefs.push_back({"as_is", "as the scenario has it", {}});
    check_names();
    for (std::size_t i = 0; i < drafts_.size(); ++i) resolve(i, 0);
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    for (Draft& draft : drafts_) study_.variants.push_back(std::move(draft.variant));
    return std::move(study_);
  }

 private:
  void head() {
    const text::Node* table = root_.table("study");
    if (table == nullptr) {
      root_.fault(Code::missing_key, "study", "the study has no [study]",
                  "begin with [study] and its name");
      return;
    }
    SectionReader reader(study_section(), *table, document_.file, faults_);
    study_.name = reader.text("name");
    slug(study_.name, "name", reader);
    study_.question = reader.text("question");
    study_.scenario = reader.text("scenario");
    if (std::string hub = reader.text("hub"); !hub.empty()) study_.hub = hub;
    study_.baseline = reader.text("baseline");
    baseline_where_ = reader.where("baseline");
    study_.money = reader.number("money").value_or(0);
    study_.years = reader.number("years").value_or(10);
    if (const text::Node* levels = reader.raw("levels"); levels != nullptr)
      for (const text::Node& item : levels->items)
        study_.levels.push_back(reader.number(study_key("levels"), "levels", item));
    for (const std::string& name : reader.texts("measures")) measure(reader, name);
    if (study_.measures.empty())
      study_.measures.assign(std::begin(kMeasureNames), std::end(kMeasureNames));
  }

  void measure(SectionReader& reader, const std::string& name) {
    const std::vector<std::string> known(std::begin(kMeasureNames), std::end(kMeasureNames));
    if (std::ranges::find(known, name) == known.end())
      reader.fault(Code::unknown_name, "measures", "there is no measure called `" + name + "`",
                   did_you_mean(name, known));
    else
      study_.measures.push_back(name);
  }

  static std::vector<text::Node> levers_of(SectionReader& reader) {
    const text::Node* levers = reader.raw("levers");
    if (levers == nullptr) return {};
    if (levers->kind == text::Kind::array) return levers->items;
    reader.fault(Code::wrong_type, "levers", "`levers` must be a list of tables",
                 "as in levers = [{ card = \"doubt\", promisors = [\"USA\"], mu = -1 }]");
    return {};
  }

  void belief(const text::Node& node) {
    SectionReader reader(belief_section(), node, document_.file, faults_);
    StudyBelief belief{reader.text("id"), reader.text("name"), levers_of(reader)};
    if (belief.name.empty()) belief.name = belief.id;
    once(belief.id, "belief", reader);
    study_.beliefs.push_back(std::move(belief));
  }

  void variant(const text::Node& node) {
    SectionReader reader(variant_section(), node, document_.file, faults_);
    Draft draft;
    draft.variant.id = reader.text("id");
    draft.variant.name = reader.text("name");
    if (draft.variant.name.empty()) draft.variant.name = draft.variant.id;
    draft.variant.where = reader.where();
    draft.variant.beliefs = reader.texts("beliefs");
    for (std::size_t i = 0; i < draft.variant.beliefs.size(); ++i)
      draft.belief_where.push_back(reader.where("beliefs", i));
    draft.variant.levers = levers_of(reader);
    draft.base = reader.text("base");
    draft.base_where = reader.where("base");
    draft.drop = reader.texts("drop");
    draft.drop_where = reader.where("drop");
    if (const text::Node* table = reader.raw("spend"); table != nullptr) {
      draft.spends = true;
      draft.variant.spend = spend(*table);
    }
    once(draft.variant.id, "variant", reader);
    drafts_.push_back(std::move(draft));
  }

  Spend spend(const text::Node& node) {
    SectionReader reader(spend_section(), node, document_.file, faults_);
    Spend spend;
    spend.where = reader.where();
    if (const auto how = reader.choice("how")) spend.how = static_cast<SpendHow>(*how);
    spend.money = reader.number("money");
    spend.lines = reader.number("lines");
    spend.states = reader.texts("states");
    const bool none = !spend.money && study_.money <= 0;
    if (spend.how != SpendHow::none && none)
      reader.fault(Code::missing_key, "money", "the variant spends, and nothing says how much",
                   "write `money` here or under [study], in bn USD a year");
    return spend;
  }

  static void slug(const std::string& name, std::string_view key, SectionReader& reader) {
    if (!name.empty() && !is_slug(name))
      reader.fault(Code::bad_value, key, "`" + name + "` is no name",
                   "use lower-case letters, digits and single underscores");
  }

  void once(const std::string& id, const std::string& what, SectionReader& reader) {
    slug(id, "id", reader);
    if (id.empty() || ids_.insert(what + " " + id).second) return;
    reader.fault(Code::duplicate, "id", "there are two of the " + what + " `" + id + "`",
                 "give one of them another id");
  }

  Draft* find(const std::string& id) {
    const auto found =
        std::ranges::find(drafts_, id, [](const Draft& one) { return one.variant.id; });
    return found == drafts_.end() ? nullptr : &*found;
  }

  void unknown(const Where& where, const std::string& what, const std::string& name,
               const std::vector<std::string>& known) {
    faults_.push_back({Code::unknown_name, where, "there is no " + what + " called `" + name + "`",
                       did_you_mean(name, known)});
  }

  void at_most(std::size_t most, std::size_t count, const std::string& what) {
    if (count > most)
      faults_.push_back({Code::too_large,
                         {document_.file, document_.root.line, document_.root.column},
                         "the study has " + std::to_string(count) + " " + what,
                         "the most is " + std::to_string(most)});
  }

  void check_names() {
    at_most(kMostVariants, drafts_.size(), "variants");
    at_most(kMostBeliefs, study_.beliefs.size(), "beliefs");
    at_most(kMostLevels, study_.levels.size(), "levels of money");
    if (study_.explore && drafts_.empty()) drafts_.push_back(as_it_is());
    if (drafts_.size() < 2 && !study_.explore)
      faults_.push_back({Code::missing_key,
                         {document_.file, document_.root.line, document_.root.column},
                         "a study compares variants, and this one has " +
                             std::string(drafts_.empty() ? "none" : "only one"),
                         "write a second [[variant]]"});
    std::vector<std::string> variants, beliefs;
    for (const Draft& one : drafts_) variants.push_back(one.variant.id);
    for (const StudyBelief& one : study_.beliefs) beliefs.push_back(one.id);
    check_belief(beliefs);
    check_terms(variants);
    if (study_.baseline.empty() && !drafts_.empty()) study_.baseline = drafts_[0].variant.id;
    if (!drafts_.empty() && find(study_.baseline) == nullptr)
      unknown(baseline_where_, "variant", study_.baseline, variants);
    for (const Draft& one : drafts_)
      for (std::size_t i = 0; i < one.variant.beliefs.size(); ++i)
        if (std::ranges::find(beliefs, one.variant.beliefs[i]) == beliefs.end())
          unknown(one.belief_where[i], "belief", one.variant.beliefs[i], beliefs);
    for (Draft& one : drafts_)
      if (!one.base.empty() && find(one.base) == nullptr) {
        unknown(one.base_where, "variant", one.base, variants);
        one.base.clear();
      }
  }

  /// The scenario itself, where nothing else is explored.
  static Draft as_it_is() {
    Draft draft;
    draft.variant.id = "as_is";
    draft.variant.name = "as the scenario has it";
    return draft;
  }

  void check_terms(const std::vector<std::string>& known) {
    if (!study_.claim) return;
    for (const ClaimCondition& condition : study_.claim->conditions)
      for (const auto* side : {&condition.left, &condition.right})
        for (const ClaimTerm& one : *side)
          if (!one.variant.empty() && std::ranges::find(known, one.variant) == known.end())
            unknown(one.variant_where, "variant", one.variant, known);
  }

  void check_belief(const std::vector<std::string>& known) {
    if (!study_.explore || study_.explore->belief.empty()) return;
    if (std::ranges::find(known, study_.explore->belief) == known.end())
      unknown(study_.explore->belief_where, "belief", study_.explore->belief, known);
  }

  /// Puts the levers of the base before the variant's own.
  void resolve(std::size_t i, std::size_t depth) {
    Draft& draft = drafts_[i];
    if (draft.resolved) return;
    if (depth > drafts_.size()) {
      faults_.push_back({Code::bad_value, draft.base_where,
                         "the variant `" + draft.variant.id + "` is built on itself",
                         "name another variant as its base, or none"});
      draft.resolved = true;
      return;
    }
    if (!draft.base.empty()) {
      Draft* base = find(draft.base);
      resolve(static_cast<std::size_t>(base - drafts_.data()), depth + 1);
      if (!draft.resolved) take_over(*base, draft);
    }
    draft.resolved = true;
  }

  void take_over(const Draft& base, Draft& draft) {
    std::vector<text::Node> levers;
    std::set<std::string> dropped;
    std::vector<std::string> cards;
    for (const text::Node& lever : base.variant.levers) {
      const text::Node* card = lever.find("card");
      const std::string name = card == nullptr ? "" : card->text;
      cards.push_back(name);
      if (std::ranges::find(draft.drop, name) == draft.drop.end())
        levers.push_back(lever);
      else
        dropped.insert(name);
    }
    for (const std::string& name : draft.drop)
      if (!dropped.contains(name)) unknown(draft.drop_where, "lever of the base", name, cards);
    levers.insert(levers.end(), draft.variant.levers.begin(), draft.variant.levers.end());
    draft.variant.levers = std::move(levers);
    if (!draft.spends) draft.variant.spend = base.variant.spend;
  }

  const text::Document& document_;
  Faults faults_;
  text::TableReader root_;
  StudyFile study_;
  std::vector<Draft> drafts_;
  std::set<std::string> ids_;
  Where baseline_where_;
};

}  // namespace

std::string_view word(SpendHow how) { return kSpendNames[static_cast<std::size_t>(how)]; }

Result<StudyFile> read_study(const text::Document& document) { return StudyReader(document).run(); }

}  // namespace entente::studies
