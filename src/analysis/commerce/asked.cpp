#include "analysis/commerce/asked.h"

#include <algorithm>

#include "base/name.h"
#include "text/decimal.h"

namespace entente::analysis {
namespace {

using campaign::Closing;
using campaign::CommerceGround;
using world::Uncertain;

/// `--close hormuz` or `--close hormuz:0.5`; all of them together are one closing.
Faults add_asked(CommerceGround& ground, const std::vector<std::string>& asked) {
  Faults faults;
  Closing closing;
  closing.name = join(asked, "+");
  for (const std::string& words : asked) {
    const std::string strait = words.substr(0, words.find(':'));
    double share = 1;
    if (strait.size() < words.size()) {
      const auto read = text::parse_decimal(words.substr(strait.size() + 1));
      share = read ? text::value(*read) : -1;
    }
    const auto found = std::ranges::find(ground.straits, strait);
    if (found == ground.straits.end())
      faults.push_back({Code::unknown_name,
                        {"arguments", 0, 0},
                        "no corridor leads through `" + strait + "`",
                        did_you_mean(strait, ground.straits)});
    else if (share < 0 || share > 1)
      faults.push_back({Code::bad_argument,
                        {"arguments", 0, 0},
                        "`" + words + "` closes no share from 0 to 1",
                        "write it like hormuz:0.5"});
    else
      closing.parts.emplace_back(static_cast<std::size_t>(found - ground.straits.begin()),
                                 Uncertain::known(share));
    closing.of.push_back("asked");
  }
  ground.closings = {std::move(closing)};
  return faults;
}

}  // namespace

Result<CommerceGround> asked_ground(const Request& request) {
  if (request.library.world.corridors.empty())
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "the library has no corridors of trade",
                 "add corridors.csv and trade.csv"};
  CommerceGround ground = campaign::commerce_ground(request.library);
  if (const auto asked = request.arguments.find("close"); asked != request.arguments.end())
    if (Faults faults = add_asked(ground, asked->second); !faults.empty()) return faults;
  return ground;
}

}  // namespace entente::analysis
