#include "campaign/hedge/asked.h"

#include <algorithm>
#include <charconv>

#include "base/name.h"
#include "belief/asked.h"
#include "campaign/assumed.h"
#include "solve/robust_plan.h"
#include "world/hedge.h"

namespace entente::campaign {
namespace {

class Asking {
 public:
  explicit Asking(const scenario::Request& request) : request_(request) {}

  Result<HedgeAsked> read() {
    const auto text = [&](std::string_view name) {
      return card::argument(request_.arguments, name);
    };
    const auto number = [&](std::string_view name, double fallback) {
      return belief::number(request_.arguments, name, fallback);
    };
    asked_.subject = request_.subject;
    asked_.years = static_cast<int>(number("years", asked_.years));
    asked_.at_once = static_cast<int>(number("at_once", asked_.at_once));
    asked_.budget = number("budget", asked_.budget);
    asked_.threat = number("threat", 0);
    asked_.gates_hold = text("gates") != "ignored";
    asked_.strengths_by_model = text("strengths") != "assumed";
    asked_.trade = text("trade") == "counted";
    asked_.trade_years =
        read_number(kTradeYears, asked_.trade_years, request_.arguments, request_.library.plan);
    if (!text("belief").empty()) asked_.belief = number("belief", 0);
    asked_.patron = text("patron");
    const auto numbers = [&](const auto& list, auto& held) {
      campaign::read_all(list, held, request_.arguments, request_.library.plan);
    };
    numbers(actors::hedge::kPremises, asked_.premises);
    numbers(domestic::kGates, asked_.gates);
    numbers(domestic::kMovers, asked_.movers);
    const auto given = request_.arguments.find("begun");
    if (given != request_.arguments.end())
      for (const std::string& one : given->second) read_begun(one);
    check_begun();
    if (!faults_.empty()) return std::move(faults_);
    return std::move(asked_);
  }

 private:
  void fault(Code code, std::string message, std::string hint) {
    faults_.push_back({code, {"arguments", 0, 0}, std::move(message), std::move(hint)});
  }

  void read_begun(const std::string& text) {
    const std::size_t colon = text.find(':');
    BegunBefore one;
    one.option = text.substr(0, colon);
    const std::vector<std::string> known(world::kHedgeOptions.begin(), world::kHedgeOptions.end());
    if (std::ranges::find(known, one.option) == known.end()) {
      std::string hint = did_you_mean(one.option, known);
      if (hint.empty()) hint = "options are " + join(known, ", ");
      return fault(Code::unknown_name, "there is no option `" + one.option + "`", std::move(hint));
    }
    if (colon != std::string::npos) {
      const char* const first = text.data() + colon + 1;
      const char* const last = text.data() + text.size();
      int years = 0;
      const auto [end, bad] = std::from_chars(first, last, years);
      if (bad != std::errc() || end != last || years < 0 || years > solve::kMostYears)
        return fault(
            Code::bad_argument,
            "`" + text.substr(colon + 1) + "` is no number of years for `" + one.option + "`",
            "write --begun " + one.option + ":1, from 0 (it stands) to " +
                std::to_string(solve::kMostYears));
      one.years_left = years;
    }
    for (const BegunBefore& other : asked_.begun)
      if (other.option == one.option)
        return fault(Code::duplicate, "`" + one.option + "` was begun twice", "keep one");
    asked_.begun.push_back(std::move(one));
  }

  void check_begun() {
    const auto running = std::ranges::count_if(
        asked_.begun, [](const BegunBefore& one) { return one.years_left.value_or(1) > 0; });
    if (running > asked_.at_once)
      fault(Code::bad_value,
            std::to_string(running) + " programmes are in progress, but only " +
                std::to_string(asked_.at_once) + " may be",
            "write --at-once " + std::to_string(running) +
                " (at most 3), or :0 behind those that stand already");
  }

  const scenario::Request& request_;
  HedgeAsked asked_;
  Faults faults_;
};

}  // namespace

Result<HedgeAsked> read_hedge(const scenario::Request& request) { return Asking(request).read(); }

}  // namespace entente::campaign
