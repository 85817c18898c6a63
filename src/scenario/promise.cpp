#include "scenario/promise.h"

#include <utility>

namespace entente::scenario {
namespace {

using treaty::Article;
using treaty::Duty;
using treaty::PartySet;

treaty::Trigger trigger_of(Duty duty) {
  if (duty == Duty::not_attack) return treaty::Trigger::standing;
  return duty == Duty::stay_out ? treaty::Trigger::war : treaty::Trigger::armed_attack;
}

Article article(const Promise& promise, std::string_view label, Symbols& symbols) {
  Article article;
  article.label = symbols.intern(label);
  article.text = promise.text;
  article.duty = promise.duty;
  article.trigger = trigger_of(promise.duty);
  article.threshold =
      promise.duty == Duty::consult ? treaty::Threshold::consult : treaty::Threshold::armed_attack;
  return article;
}

}  // namespace

treaty::Agreement agreement_of(const Promise& promise, Symbols& symbols) {
  treaty::Agreement agreement;
  agreement.id = symbols.intern(promise.id);
  agreement.name = promise.name;
  agreement.form = promise.form;
  agreement.rung = 1;
  agreement.institution = promise.institution;
  agreement.nuclear = promise.nuclear;
  agreement.reliability = promise.reliability;
  agreement.signed_on = kAlwaysBefore;
  agreement.in_force = kAlwaysBefore;
  agreement.source = promise.source;
  for (const auto* side : {&promise.promisors, &promise.beneficiaries})
    for (const Symbol party : *side) {
      treaty::Party member;
      member.state = party;
      agreement.parties.push_back(std::move(member));
    }
  Article one = article(promise, "promise", symbols);
  one.promisors = {PartySet::Who::listed, promise.promisors, {}};
  one.beneficiaries = {PartySet::Who::listed, promise.beneficiaries, {}};
  if (promise.beneficiaries.empty()) one.beneficiaries = {PartySet::Who::others, {}, {}};
  agreement.articles.push_back(one);
  if (promise.mutual) {
    Article back = article(promise, "promise_in_return", symbols);
    back.promisors = one.beneficiaries;
    back.beneficiaries = one.promisors;
    agreement.articles.push_back(std::move(back));
  }
  return agreement;
}

}  // namespace entente::scenario
