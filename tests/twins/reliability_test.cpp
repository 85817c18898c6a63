// Holds belief to the figures of its Python twin (reliability_twin.py), kept in reliability.json.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <span>

#include "belief/common_cause.h"
#include "belief/reliability.h"
#include "twins/vectors.h"

namespace entente::belief {
namespace {

using nlohmann::json;
using world::Discretion;
using world::Duty;
using world::Form;

/// The value of an enumeration by its word.
template <class E>
E named(const std::string& text, std::initializer_list<E> values) {
  for (const E value : values)
    if (word(value) == text) return value;
  ADD_FAILURE() << "no such word: " << text;
  return *values.begin();
}

world::Commitment commitment(const json& row) {
  world::Commitment c;
  c.duty = named(row["duty"], {Duty::fight, Duty::assist, Duty::supply, Duty::share, Duty::host,
                               Duty::consult, Duty::stay_out, Duty::not_attack});
  c.discretion = named(row["discretion"], {Discretion::automatic, Discretion::own_judgement,
                                           Discretion::on_request, Discretion::by_vote});
  c.form = named(row["form"], {Form::treaty, Form::executive, Form::statute, Form::memorandum,
                               Form::declaration});
  c.institution = row["institution"];
  c.nuclear = row["nuclear"];
  c.defensive = row["defensive"];
  return c;
}

TEST(ReliabilityTwin, SameTheta) {
  const json all = vectors("reliability");
  ASSERT_GT(all["reliability"].size(), 15u);
  for (const json& row : all["reliability"]) {
    const BaseRates* rates = find_base_rates(row["base_rate"].get<std::string>());
    ASSERT_NE(rates, nullptr);
    const Circumstance at{.tripwire = row["tripwire"],
                          .stake = row["stake"],
                          .policy_change = row["policy_change"],
                          .cinc_change = row["cinc_change"]};
    EXPECT_NEAR(reliability(commitment(row), at, with_rates({}, *rates)), row["theta"], 1e-12)
        << row.dump();
  }
}

TEST(ReliabilityTwin, SameJointProbabilities) {
  const json all = vectors("reliability");
  for (const json& row : all["together"]) {
    const std::vector<double> thetas = row["thetas"];
    const Together joint =
        together(thetas, {honour::find("common_factor_probit"), row["rho"], row["mu"]});
    EXPECT_NEAR(joint.none, row["none"], 1e-9) << row.dump();
    EXPECT_NEAR(joint.all, row["all"], 1e-9) << row.dump();
  }
}

}  // namespace
}  // namespace entente::belief
