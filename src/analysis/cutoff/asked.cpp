#include "analysis/cutoff/asked.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

#include "base/name.h"
#include "belief/asked.h"

namespace entente::analysis {
namespace {

constexpr int kLastDay = 3650;
constexpr std::size_t kMostDays = 64;

std::vector<std::string> between_commas(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) {
    const auto first = part.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    parts.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
  }
  return parts;
}

class Asking {
 public:
  explicit Asking(const Request& request) : request_(request), world_(request.library.world) {}

  Result<CutoffAsked> read() {
    read_patron();
    read_services();
    read_days();
    const std::string word = card::argument(request_.arguments, "mode");
    const auto* const found = std::ranges::find(kFeltWords, word);
    if (found != std::end(kFeltWords))
      asked_.thrown.felt = static_cast<campaign::Felt>(found - std::begin(kFeltWords));
    asked_.thrown.slow_days = belief::number(request_.arguments, "lapse_days", 90);
    asked_.thrown.restore_months = belief::number(request_.arguments, "restore", 0);
    if (!faults_.empty()) return std::move(faults_);
    return std::move(asked_);
  }

 private:
  void fault(Code code, std::string message, std::string hint) {
    faults_.push_back({code, {"arguments", 0, 0}, std::move(message), std::move(hint)});
  }

  /// A state, or a group whose members supply together.
  void read_patron() {
    const auto named = campaign::patron_named(world_, request_.subject);
    if (!named) {
      faults_ = named.error();
      return;
    }
    const Symbol patron = *named;
    asked_.patron = world_.symbols.name(patron);
    asked_.thrown.suppliers = campaign::suppliers_of(world_, patron);
    std::set<std::string> others;
    for (const world::Dependency& row : world_.dependencies) {
      const world::Group* group = world_.group(row.supplier);
      if (group != nullptr && world_.in_group(*group, patron, world_.day) &&
          std::ranges::find(asked_.thrown.suppliers, row.supplier) == asked_.thrown.suppliers.end())
        others.insert(world_.symbols.name(row.supplier));
    }
    asked_.goes_on_in.assign(others.begin(), others.end());
  }

  void read_services() {
    std::set<std::string> known;
    for (const world::Dependency& row : world_.dependencies)
      known.insert(world_.symbols.name(row.service));
    const std::vector<std::string> names(known.begin(), known.end());
    const auto given = request_.arguments.find("service");
    if (given == request_.arguments.end()) return;
    for (const std::string& text : given->second)
      for (const std::string& name : between_commas(text)) {
        if (!known.contains(name)) {
          std::string hint = did_you_mean(name, names);
          if (hint.empty()) hint = "known are " + join(names, ", ");
          fault(Code::unknown_name, "nobody supplies a service `" + name + "`", std::move(hint));
          continue;
        }
        const Symbol service = world_.symbols.find(name);
        auto& services = asked_.thrown.services;
        if (std::ranges::find(services, service) == services.end()) services.push_back(service);
      }
  }

  void read_days() {
    const std::string text = card::argument(request_.arguments, "days");
    std::set<int> days;
    for (const std::string& part : between_commas(text)) {
      int day = 0;
      const auto end = part.data() + part.size();
      const auto [stop, bad] = std::from_chars(part.data(), end, day);
      if (bad != std::errc() || stop != end)
        fault(Code::bad_argument, "`" + part + "` is no day", "write --days 0,30,90");
      else if (day < 0 || day > kLastDay)
        fault(Code::bad_value, "day " + part + " is out of range",
              "days lie from 0 to " + std::to_string(kLastDay));
      else
        days.insert(day);
    }
    if (days.empty() && faults_.empty())
      fault(Code::bad_argument, "--days names no day", "write --days 0,30,90");
    if (days.size() > kMostDays)
      fault(Code::too_large, std::to_string(days.size()) + " days are too many",
            "the most is " + std::to_string(kMostDays));
    asked_.days.assign(days.begin(), days.end());
  }

  const Request& request_;
  const world::World& world_;
  CutoffAsked asked_;
  Faults faults_;
};

}  // namespace

Result<CutoffAsked> read_cutoff(const Request& request) { return Asking(request).read(); }

}  // namespace entente::analysis
