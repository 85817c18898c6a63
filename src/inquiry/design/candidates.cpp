#include "inquiry/design/candidates.h"

#include <algorithm>

#include "base/name.h"
#include "belief/asked.h"
#include "text/node.h"

namespace entente::inquiry {
namespace {

using scenario::Library;
using scenario::Request;

Error fault(Code code, std::string message, std::string hint) {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

std::vector<std::string> texts(const Request& request, std::string_view flag) {
  const auto found = request.arguments.find(flag);
  return found == request.arguments.end() ? std::vector<std::string>{} : found->second;
}

class Chooser {
 public:
  explicit Chooser(const Request& request) : request_(request) {
    for (const auto& [name, bytes] : request.library.levers) known_.push_back(name);
  }

  Result<Candidates> run() {
    const auto named = texts(request_, "lever"), never = texts(request_, "never");
    for (const std::string& one : named) must_be_known(one);
    for (const std::string& one : never) must_be_known(one);
    if (!faults_.empty()) return std::move(faults_);
    std::vector<std::string> wanted = named.empty() ? known_ : named;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (std::ranges::find(never, wanted[i]) == never.end() &&
          std::find(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(i), wanted[i]) ==
              wanted.begin() + static_cast<std::ptrdiff_t>(i))
        add(wanted[i], !named.empty());
    if (!faults_.empty()) return std::move(faults_);
    if (made_.all.empty())
      return fault(Code::bad_value, "there is no lever to choose",
                   "name some with --lever; `entente list levers` has them");
    if (made_.all.size() > kMostThings)
      return fault(
          Code::too_large,
          std::to_string(made_.all.size()) + " levers are more than " + std::to_string(kMostThings),
          "name those that are in question with --lever");
    make_choice();
    return std::move(made_);
  }

 private:
  void must_be_known(const std::string& card) {
    if (std::ranges::find(known_, card) == known_.end())
      faults_.push_back(fault(Code::unknown_name, "the library has no lever called `" + card + "`",
                              did_you_mean(card, known_)));
  }

  /// What was named must be possible; of the rest what is not is told.
  void add(const std::string& card, bool named) {
    const auto document = text::parse_toml("[[lever]]\ncard = \"" + card + "\"\n", "arguments");
    auto levers =
        scenario::read_levers(document->root.find("lever")->items, "arguments", request_.library);
    const auto alone =
        levers ? scenario::pull(request_.library, *levers) : Result<Library>(levers.error());
    if (!alone) {
      if (named)
        faults_.insert(faults_.end(), alone.error().begin(), alone.error().end());
      else
        made_.refused.push_back(card);
      return;
    }
    const scenario::Pulled& terms = alone->pulled.back();
    if (!terms.in_effect) {
      made_.late.push_back(card);
      return;
    }
    made_.all.push_back({card, std::move(levers).value(), terms.cost, terms.delay_months});
  }

  void make_choice() {
    Choice& choice = made_.choice;
    choice.budget = belief::number(request_.arguments, "budget", 0);
    choice.most = static_cast<std::size_t>(belief::number(request_.arguments, "most", kMostThings));
    choice.excludes.assign(made_.all.size(), 0);
    for (std::size_t i = 0; i < made_.all.size(); ++i) {
      choice.cost.push_back(std::max(0.0, made_.all[i].cost.value));
      for (const std::string& other : made_.all[i].levers.front().excludes) {
        const auto at = std::ranges::find(made_.all, other, &Candidate::card);
        if (at == made_.all.end()) continue;
        const auto j = static_cast<std::size_t>(at - made_.all.begin());
        choice.excludes[i] |= only(j);
        choice.excludes[j] |= only(i);
      }
    }
  }

  const Request& request_;
  std::vector<std::string> known_;
  Candidates made_;
  Faults faults_;
};

}  // namespace

Result<Candidates> choose_candidates(const Request& request) { return Chooser(request).run(); }

Result<Library> pulled(const Library& library, const Candidates& candidates, Portfolio portfolio) {
  std::vector<scenario::Lever> levers;
  for (std::size_t i = 0; i < candidates.all.size(); ++i)
    if (has(portfolio, i))
      levers.insert(levers.end(), candidates.all[i].levers.begin(), candidates.all[i].levers.end());
  return scenario::pull(library, levers);
}

}  // namespace entente::inquiry
