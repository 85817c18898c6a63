#include "studies/experiments/experiments.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "belief/asked.h"
#include "scenario/toml_text.h"
#include "studies/study_fields.h"

namespace entente::studies {
namespace {

constexpr double kMostRuns = 1e6;         // Of analyses; at a tenth of a second each over a day.
constexpr std::size_t kMorrisLevels = 4;  // As Morris (1991).
constexpr std::size_t kSizes[] = {64, 256, 20, 3};  // In the order of `kDesignNames`.

/// 12345678 as 12,345,678.
std::string grouped(double count) {
  if (count >= 1e15) return "over " + scenario::number_text(1e15);
  std::string digits = std::to_string(static_cast<std::uint64_t>(count));
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string bytes_of(double bytes) {
  const char* const units[] = {"kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  bytes /= 1e3;
  for (; bytes >= 1000 && unit + 1 < std::size(units); ++unit) bytes /= 1000;
  return grouped(std::ceil(bytes)) + " " + units[unit];
}

double points_of(const Exploration& e, const DesignChoice& choice,
                 const std::vector<std::size_t>& levels) {
  const double n = static_cast<double>(choice.size), k = static_cast<double>(e.axes.size());
  if (choice.kind == "sobol") return n * ((choice.second_order ? 2 * k : k) + 2);
  if (choice.kind == "morris") return n * (k + 1);
  return choice.kind == "factorial" ? solve::grid_size(levels) : n;
}

double runs_of(const Exploration& e, double points) {
  return points * static_cast<double>(e.options.size() * e.askings.size());
}

Result<Points> refuse(const Exploration& e, const DesignChoice& choice, double points) {
  const double runs = runs_of(e, points);
  const double cells =
      points * static_cast<double>(2 * e.axes.size() + e.options.size() * e.gauges.size());
  std::string hint = "ask for fewer with --size, or screen the factors with --design morris";
  if (choice.kind == "factorial" || choice.kind == "own")
    hint = "take a sample of it: --sample 1000 runs a thousand of its points";
  return Error{Code::too_large, e.study.explore->where,
               "the design has " + grouped(points) + " points of " + std::to_string(e.axes.size()) +
                   " factors, " + grouped(runs) + " runs and " + bytes_of(8 * cells) +
                   ": more than " + grouped(kMostRuns) + " runs",
               hint};
}

Points valued(const Exploration& e, solve::Design design) {
  Points points{std::move(design), {}};
  points.values.reserve(points.design.values.size());
  for (std::size_t i = 0; i < points.design.rows(); ++i)
    for (std::size_t j = 0; j < e.axes.size(); ++j)
      points.values.push_back(e.axes[j].value(points.design.at(i, j)));
  return points;
}

solve::Design grid(const Exploration& e, const DesignChoice& choice,
                   const std::vector<std::size_t>& levels) {
  solve::Design design{.factors = e.axes.size(), .values = {}};
  const auto add = [&](std::uint64_t index) {
    const std::vector<double> point = solve::grid_point(levels, index);
    design.values.insert(design.values.end(), point.begin(), point.end());
  };
  const auto all = static_cast<std::uint64_t>(std::min(solve::grid_size(levels), 9e15));
  if (choice.sample > 0 && choice.sample < all)
    for (const std::uint64_t one : solve::some_of(all, choice.sample, e.seed)) add(one);
  else
    for (std::uint64_t i = 0; i < all; ++i) add(i);
  return design;
}

}  // namespace

Result<DesignChoice> read_choice(const Exploration& e, const card::Arguments& arguments) {
  const ExploreFile& file = *e.study.explore;
  const auto text = [&](std::string_view name) { return card::argument(arguments, name); };
  const auto count = [&](std::string_view name, double otherwise) {
    return static_cast<std::size_t>(belief::number(arguments, name, otherwise));
  };
  DesignChoice choice;
  choice.file = text("experiments");
  choice.kind = text("design").empty() ? file.design : text("design");
  if (!choice.file.empty()) {
    if (!text("design").empty())
      return Error{Code::excluded,
                   {"arguments", 0, 0},
                   "an own design is given, and --design as well",
                   "leave one of them out"};
    choice.kind = "own";
  }
  const auto known = std::ranges::find(kDesignNames, choice.kind);
  const bool as_file = choice.kind == file.design;
  double size = as_file && file.size ? *file.size : 0;
  if (size == 0 && known != std::end(kDesignNames))
    size = static_cast<double>(kSizes[known - std::begin(kDesignNames)]);
  choice.size = count("size", size);
  choice.second_order =
      text("second_order").empty() ? file.second_order : text("second_order") == "true";
  choice.sample = count("sample", 0);
  if (choice.sample > 0 && choice.kind != "own" && choice.kind != "factorial")
    return Error{Code::bad_value,
                 {"arguments", 0, 0},
                 "a sample of " + choice.kind + " is no such design any more",
                 "ask for fewer points with --size"};
  return choice;
}

Result<Points> make_points(const Exploration& e, const DesignChoice& choice) {
  if (choice.kind == "own") {
    auto own = read_own_design(e, choice);
    if (!own || runs_of(e, static_cast<double>(own->rows())) <= kMostRuns) return own;
    return refuse(e, choice, static_cast<double>(own->rows()));
  }
  std::vector<std::string> names;
  std::vector<std::size_t> levels;
  for (const Axis& one : e.axes) {
    names.push_back(one.id());
    levels.push_back(one.levels(choice.size));
  }
  const double all = points_of(e, choice, levels);
  const double points = choice.sample > 0 ? std::min(all, static_cast<double>(choice.sample)) : all;
  if (runs_of(e, points) > kMostRuns) return refuse(e, choice, points);
  const solve::DesignKey key{e.seed, names};
  if (choice.kind == "sobol")
    return valued(e, solve::saltelli_design(choice.size, choice.second_order, key));
  if (choice.kind == "morris")
    return valued(e, solve::morris_design(choice.size, kMorrisLevels, key));
  if (choice.kind == "factorial") return valued(e, grid(e, choice, levels));
  return valued(e, solve::latin_hypercube(choice.size, key));
}

}  // namespace entente::studies
