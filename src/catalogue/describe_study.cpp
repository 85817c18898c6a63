/// What a study of the library asks and compares.
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
  for (const studies::StudyVariant& one : study->variants) {
    std::string does = cards(one.levers);
    if (one.spend.how != studies::SpendHow::none)
      does += (does.empty() ? "spends " : "; spends ") + std::string(word(one.spend.how));
    out.say("variant", one.id, one.name + (does.empty() ? "" : ": " + does));
  }
  out.say("study", "run it", "entente study " + out.name);
}

}  // namespace entente::catalogue
