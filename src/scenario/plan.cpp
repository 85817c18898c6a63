#include "scenario/plan.h"

#include <algorithm>
#include <set>

#include "base/name.h"

namespace entente::scenario {
namespace {

class SetReader {
 public:
  SetReader(std::string_view file, std::span<const std::string> known, Symbols& symbols,
            Faults& faults)
      : file_(file), known_(known), symbols_(symbols), faults_(faults) {}

  std::vector<std::vector<Symbol>> read(const text::Node& sets) {
    std::vector<std::vector<Symbol>> read;
    if (!list(sets, "`sets` is a list of sets, each a list of contingencies")) return read;
    for (const text::Node& node : sets.items) {
      auto set = read_set(node);
      if (set.empty()) continue;
      if (!seen_.insert({set.begin(), set.end()}).second)
        fault(Code::duplicate, node, "this set stands twice");
      else
        read.push_back(std::move(set));
    }
    return read;
  }

 private:
  std::vector<Symbol> read_set(const text::Node& node) {
    std::vector<Symbol> set;
    const std::size_t before = faults_.size();
    if (!list(node, "a set is a list of contingencies")) return set;
    if (node.items.empty())
      fault(Code::bad_value, node, "a set needs a contingency", "leave the set out");
    for (const text::Node& item : node.items) {
      if (item.kind != text::Kind::text) {
        fault(
            Code::wrong_type, item,
            "a contingency is named by a text, not by " + std::string(text::kind_word(item.kind)));
      } else if (std::ranges::find(known_, item.text) == known_.end()) {
        fault(Code::unknown_name, item, "there is no contingency `" + item.text + "`",
              did_you_mean(item.text, known_));
      } else if (const Symbol id = symbols_.intern(item.text); std::ranges::count(set, id) > 0) {
        fault(Code::duplicate, item, "`" + item.text + "` stands twice in this set");
      } else {
        set.push_back(id);
      }
    }
    if (faults_.size() != before) set.clear();
    return set;
  }

  bool list(const text::Node& node, std::string message) {
    if (node.kind == text::Kind::array) return true;
    fault(Code::wrong_type, node, std::move(message),
          "as in [[\"baltic\"], [\"baltic\", \"taiwan\"]]");
    return false;
  }

  void fault(Code code, const text::Node& node, std::string message, std::string hint = "") {
    faults_.push_back(
        {code, {std::string(file_), node.line, node.column}, std::move(message), std::move(hint)});
  }

  std::string_view file_;
  std::span<const std::string> known_;
  Symbols& symbols_;
  Faults& faults_;
  std::set<std::set<Symbol>> seen_;
};

}  // namespace

std::vector<std::vector<Symbol>> read_sets(const text::Node& sets, std::string_view file,
                                           std::span<const std::string> known, Symbols& symbols,
                                           Faults& faults) {
  return SetReader(file, known, symbols, faults).read(sets);
}

}  // namespace entente::scenario
