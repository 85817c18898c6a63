#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {

std::span<const Case* const> all_cases() {
  // One case a line, sorted by name.
  static constexpr const Case* kAll[] = {
      &adjudication_case,      //
      &allocation_case,        //
      &attribution_case,       //
      &burden_1964_case,       //
      &burden_sharing_case,    //
      &capabilities_case,      //
      &casus_case,             //
      &chain_gang_case,        //
      &common_cause_case,      //
      &connections_case,       //
      &domain_criterion_case,  //
      &entrapment_case,        //
      &ishigami_case,          //
      &landscape_case,         //
      &learning_case,          //
      &link_formation_case,    //
      &opportunism_case,       //
      &planted_box_case,       //
      &reliability_case,       //
      &robust_plan_case,       //
      &similarity_case,        //
      &war_stability_case,     //
      &wars_case,              //
  };
  return kAll;
}

}  // namespace entente::inquiry
