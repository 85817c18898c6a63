#include "analysis/alignment/asked.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/name.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

using scenario::LandscapeCase;

constexpr double kRoom = 4e18;  // Below 2^62: what twice all weights together may come to.

/// A case of the library, or a file.
Result<text::Document> open(const std::string& name, const scenario::Library& library) {
  std::vector<std::string> known;
  for (const auto& [other, bytes] : library.landscapes) {
    if (other == name) return text::parse_toml(bytes, "landscapes/" + name + ".toml");
    known.push_back(other);
  }
  if (name.ends_with(".toml") || name.ends_with(".json")) return text::read_document(name);
  std::string hint = did_you_mean(name, known);
  if (!hint.empty()) hint += " ";
  return Error{Code::unknown_name,
               {"arguments", 0, 0},
               "there is no landscape called `" + name + "`",
               hint + "`entente list landscapes` names them; a file ends in .toml or .json"};
}

/// What `reader` makes of the file that a flag names; nothing where the flag is not given.
template <class Read>
auto from_file(const Request& request, std::string_view flag, const Read& reader, Faults& faults) {
  using Value = std::decay_t<decltype(reader("", "").value())>;
  std::optional<Value> found;
  const std::string path = card::argument(request.arguments, flag);
  if (path.empty()) return found;
  const auto bytes = text::read_file(path);
  auto read = bytes ? reader(bytes.value(), path) : Result<Value>(bytes.error());
  if (read)
    found = std::move(read).value();
  else
    faults.insert(faults.end(), read.error().begin(), read.error().end());
  return found;
}

scenario::Propensities propensities_of(const LandscapeCase& about) {
  return {about.sizes.names, about.propensities, about.sizes.places};
}

Result<LandscapeCase> read_case(const Request& request) {
  Faults faults;
  std::optional<LandscapeCase> about;
  if (!request.subject.empty()) {
    const auto document = open(request.subject, request.library);
    auto read =
        document ? scenario::read_landscape(*document) : Result<LandscapeCase>(document.error());
    if (read)
      about = std::move(read).value();
    else
      faults = read.error();
  }
  auto sizes = from_file(request, "sizes", scenario::read_sizes, faults);
  auto ties = from_file(request, "propensities", scenario::read_propensities, faults);
  if (!faults.empty()) return faults;
  if (about && !sizes && !ties) return std::move(*about);
  if (!about && (!sizes || !ties))
    return Error{Code::bad_argument,
                 {"arguments", 0, 0},
                 "`alignment` lacks its case",
                 "name one, like europe_1936, or give both --sizes FILE and --propensities FILE"};
  auto joined = scenario::join_landscape(sizes ? std::move(*sizes) : about->sizes,
                                         ties ? *ties : propensities_of(*about));
  if (!joined) return joined.error();
  if (about) {
    joined.value().name = about->name;
    joined.value().title = about->title;
    joined.value().source = about->source;
    joined.value().note = about->note;
  }
  return joined;
}

int most_places(const std::vector<text::Decimal>& numbers) {
  int most = 0;
  for (const text::Decimal& one : numbers) most = std::max(most, one.places);
  return most;
}

}  // namespace

void weigh(AlignmentAsked& asked) {
  const LandscapeCase& about = asked.about;
  const std::size_t n = about.sizes.names.size();
  int size_places = most_places(about.sizes.sizes), places = 0;
  for (const auto& row : about.propensities) places = std::max(places, most_places(row));
  const int shift = 2 * size_places + places;
  double all = 0;
  bool whole = shift <= 36;
  std::vector<double> products(n * n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    whole = whole && text::scaled(about.sizes.sizes[i], size_places).has_value();
    for (std::size_t j = 0; j < n; ++j) {
      whole = whole && text::scaled(about.propensities[i][j], places).has_value();
      // The smaller index first, so that both halves are the same bytes.
      const auto& [a, b] = std::minmax(i, j);
      products[i * n + j] = value(about.sizes.sizes[a]) * value(about.sizes.sizes[b]) *
                            value(about.propensities[i][j]);
      all += std::abs(products[i * n + j]);
    }
  }
  asked.landscape.states = n;
  asked.landscape.weights.assign(n * n, 0);
  asked.rounded = !whole || 2 * all * std::pow(10.0, shift) >= kRoom;
  if (asked.rounded) {
    int exponent = 0;
    (void)std::frexp(std::max(all, 1e-300), &exponent);
    asked.per_one = std::ldexp(1.0, 59 - exponent);
  } else {
    asked.per_one = std::pow(10.0, shift);
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      std::int64_t& weight = asked.landscape.weights[i * n + j];
      if (asked.rounded) {
        weight = std::llround(products[i * n + j] * asked.per_one);
      } else if (about.propensities[i][j].digits != 0) {
        weight = *text::scaled(about.sizes.sizes[i], size_places) *
                 *text::scaled(about.sizes.sizes[j], size_places) *
                 *text::scaled(about.propensities[i][j], places);
      }
    }
}

Result<AlignmentAsked> read_alignment(const Request& request) {
  auto about = read_case(request);
  if (!about) return about.error();
  AlignmentAsked asked;
  asked.about = std::move(about).value();
  asked.library_case = std::ranges::any_of(
      request.library.landscapes, [&](const auto& one) { return one.first == request.subject; });
  const auto whole = [&](std::string_view name, int otherwise) {
    const std::string text = card::argument(request.arguments, name);
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  };
  asked.sought.camps = whole("camps", 2);
  asked.sought.ties = card::argument(request.arguments, "ties") == "strict" ? solve::Ties::strict
                                                                            : solve::Ties::weak;
  asked.sought.most_listed = static_cast<std::size_t>(whole("most", 1000));
  weigh(asked);
  return asked;
}

}  // namespace entente::analysis
