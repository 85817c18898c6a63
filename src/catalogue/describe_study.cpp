/// What a study of the library asks and compares, and what a claim says.
#include <algorithm>

#include "catalogue/describe.h"
#include "scenario/scenario_fields.h"
#include "studies/study_file.h"

namespace entente::catalogue {
namespace {

/// Cards of levers, in order.
std::string cards(const std::vector<text::Node>& levers) {
  std::string names;
  for (const text::Node& lever : levers)
    if (const text::Node* card = lever.find("card"))
      names += (names.empty() ? "" : ", ") + card->text;
  return names;
}

void variants_of(Description& out, const studies::StudyFile& study) {
  for (const studies::StudyVariant& one : study.variants) {
    std::string does = cards(one.levers);
    if (one.spend.how != studies::SpendHow::none)
      does += (does.empty() ? "spends " : "; spends ") + std::string(word(one.spend.how));
    out.say("variant", one.id, one.name + (does.empty() ? "" : ": " + does));
  }
}

}  // namespace

void describe_study(Description& out) {
  const auto& studies = out.library.studies;
  const auto found =
      std::ranges::find(studies, out.name, &std::pair<std::string, std::string>::first);
  if (found == studies.end()) return;
  const auto document = text::parse_toml(found->second, found->first + ".toml");
  if (!document) return;
  const auto study = studies::read_study(*document);
  if (!study) return;
  out.found.push_back("a study of the library: " + study->question);
  out.say("study", "question", study->question);
  out.say("study", "scenario", study->scenario);
  out.say("study", "hub", study->hub);
  out.say("study", "compared with", study->baseline);
  for (const studies::StudyBelief& one : study->beliefs)
    out.say("belief", one.id, one.name + (one.levers.empty() ? "" : ": " + cards(one.levers)));
  variants_of(out, *study);
  out.say("study", "run it", "entente study " + out.name);
}

void describe_claim(Description& out) {
  const auto& claims = out.library.claims;
  const auto found =
      std::ranges::find(claims, out.name, &std::pair<std::string, std::string>::first);
  if (found == claims.end()) return;
  const auto document = text::parse_toml(found->second, found->first + ".toml");
  if (!document) return;
  const auto study = studies::read_study(*document);
  if (!study || !study->claim) return;
  const studies::ClaimFile& claim = *study->claim;
  out.found.push_back("a claim of the library: " + claim.says);
  out.say("claim", "says", claim.says);
  out.say("claim", "reads", claim.reads);
  if (!claim.calibrated.empty()) out.say("claim", "calibrated", claim.calibrated);
  for (const studies::ClaimCondition& one : claim.conditions)
    out.say("condition", one.name, studies::words_of(one));
  variants_of(out, *study);
  for (const studies::ExploreFactor& one : study->explore->factors)
    out.say("factor", one.id, one.name);
  for (const studies::ExploreMeasure& one : study->explore->measures)
    out.say("measure", one.id,
            one.name + ": " + one.column + " of table " + one.table + " of " + one.analysis);
  out.say("claim", "test it", "entente claims " + out.name);
}

}  // namespace entente::catalogue
