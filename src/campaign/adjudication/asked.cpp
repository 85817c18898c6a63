#include "campaign/adjudication/asked.h"

#include "belief/asked.h"

namespace entente::campaign::adjudication {

Asked asked(const card::Arguments& arguments) {
  Asked result;
  result.judge = find(card::argument(arguments, kChoice.name));
  if (result.judge == nullptr) result.judge = &ensemble;
  for (const JudgementField& one : kJudgements) {
    double& number = result.numbers.*one.value;
    number = belief::number(arguments, one.field.name, number);
  }
  return result;
}

}  // namespace entente::campaign::adjudication
