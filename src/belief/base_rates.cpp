#include "belief/base_rates.h"

#include <cassert>

namespace entente::belief {
namespace {

constexpr std::string_view kReplicated =
    "Berkemeier and Fuhrmann (2018), Research & Politics: the authors' replication file";
constexpr std::string_view kCells =
    "A cell counted by this project in the replication file of Berkemeier and Fuhrmann (2018)";
constexpr std::string_view kLeeds =
    "Leeds, Long and Mitchell (2000), Journal of Conflict Resolution 44: 686-699";

constexpr Count counted(std::string_view type, int kept, int all, std::string_view source) {
  return {type, kept, all, static_cast<double>(kept) / all, source};
}

constexpr Count kCounts[] = {
    counted("all", 73, 146, kReplicated),
    counted("all_before_1945", 61, 92, kReplicated),
    counted("all_from_1945", 12, 54, kReplicated),
    counted("defence", 42, 102, kReplicated),
    counted("defence_before_1945", 36, 59, kCells),
    counted("defence_from_1945", 6, 43, kCells),
    counted("offence", 31, 42, kReplicated),
    counted("neutrality", 35, 45, kReplicated),
    counted("non_aggression", 18, 49, kReplicated),
    counted("non_aggression_from_1945", 5, 28, kCells),
    counted("consultation", 24, 61, kReplicated),
    {"all_1816_1944", 0, 0, 0.745, kLeeds},
};

constexpr BaseRates kRates[] = {
    {"berkemeier_fuhrmann",
     "The exact counts by type, 1816-2003: defence 42 of 102.",
     kReplicated,
     {42.0 / 102, 31.0 / 42, 35.0 / 45, 18.0 / 49, 24.0 / 61}},
    {"hierarchical",
     "The same rates, rounded, as the mean of a weak prior: defence 0.41.",
     "Berkemeier and Fuhrmann (2018); prior weight n0 is an assumption",
     {0.41, 0.74, 0.78, 0.37, 0.393}},
    {"leeds_long_mitchell",
     "74.5 % for every type, 1816-1944: the structural alternative.",
     kLeeds,
     {0.745, 0.745, 0.745, 0.745, 0.745}},
};

}  // namespace

std::string_view word(Type type) {
  switch (type) {
    case Type::defence:
      return "defence";
    case Type::offence:
      return "offence";
    case Type::neutrality:
      return "neutrality";
    case Type::non_aggression:
      return "non_aggression";
    case Type::consultation:
      break;
  }
  return "consultation";
}

Type type_of(const world::Commitment& commitment) {
  using world::Duty;
  assert(commitment.duty != Duty::none);
  switch (commitment.duty) {
    case Duty::fight:
      return commitment.defensive ? Type::defence : Type::offence;
    case Duty::consult:
      return Type::consultation;
    case Duty::stay_out:
      return Type::neutrality;
    case Duty::not_attack:
      return Type::non_aggression;
    default:
      return Type::defence;
  }
}

std::span<const Count> counts() { return kCounts; }

double share(std::string_view type) {
  for (const Count& count : kCounts)
    if (count.type == type) return count.share;
  assert(false && "no such count");
  return 0;
}

double mixture_weight(double whole, double first, double second) {
  return (whole - second) / (first - second);
}

std::span<const BaseRates> base_rates() { return kRates; }

const BaseRates* find_base_rates(std::string_view name) {
  for (const BaseRates& one : kRates)
    if (one.name == name) return &one;
  return nullptr;
}

}  // namespace entente::belief
