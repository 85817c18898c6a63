// Facts that stand beside an event: who is at war with whom, who helps, who resists.
#include <algorithm>
#include <optional>

#include "base/name.h"
#include "treaty/event.h"

namespace entente::treaty {
namespace {

using world::World;

constexpr std::string_view kShape =
    "write one of: A at war with B [since DATE]; A attacked B [at P] [on DATE]; "
    "A comes to the assistance of B; A does not come to the assistance of B; A resists";

struct Form {
  std::string_view words;  ///< Between the subject and the object.
  Fact::Kind kind;
};

constexpr Form kForms[] = {
    {" at war with ", Fact::Kind::at_war},
    {" attacked ", Fact::Kind::attacked},
    {" comes to the assistance of ", Fact::Kind::assists},
    {" does not come to the assistance of ", Fact::Kind::does_not_assist},
};

class FactReader {
 public:
  FactReader(const World& world, Date day) : world_(world), day_(day) {}

  Result<Fact> read(std::string_view text) {
    end_ = static_cast<int>(text.size()) + 1;
    const std::string padded = std::string(text) + " ";
    for (const Form& form : kForms) {
      const auto at = padded.find(form.words);
      if (at == std::string::npos || at == 0) continue;
      fact_.kind = form.kind;
      fact_.subject = state(padded.substr(0, at), 1);
      rest(padded.substr(at + form.words.size()), static_cast<int>(at + form.words.size()) + 1);
      return finish();
    }
    if (const auto at = padded.find(" resists "); at != std::string::npos && at > 0) {
      fact_.kind = Fact::Kind::resists;
      fact_.subject = state(padded.substr(0, at), 1);
      return finish();
    }
    return Error{Code::syntax,
                 {"given", 1, 1},
                 "`" + std::string(text) + "` is no fact that can be given",
                 std::string(kShape)};
  }

 private:
  Result<Fact> finish() {
    if (faults_.empty() && fact_.subject == fact_.object)
      faults_.push_back({Code::duplicate,
                         {"given", 1, 1},
                         "a fact needs two different states",
                         std::string(kShape)});
    if (!faults_.empty()) return faults_;
    return fact_;
  }

  Symbol state(std::string name, int column) {
    name.erase(name.find_last_not_of(' ') + 1);
    const auto blanks = std::min(name.find_first_not_of(' '), name.size());
    name.erase(0, blanks);
    column += static_cast<int>(blanks);
    if (const Symbol found = world_.resolve(name, day_)) return found;
    if (world_.knows_state(name))
      faults_.push_back({Code::not_alive,
                         {"given", 1, std::min(column, end_)},
                         "`" + name + "` was no state on " + to_text(day_),
                         "name who held its title"});
    else
      faults_.push_back({Code::unknown_state,
                         {"given", 1, std::min(column, end_)},
                         "the library has no state or actor `" + name + "`",
                         did_you_mean(name, world_.names_of("state"))});
    return {};
  }

  /// `B [at P] [on DATE] [since DATE]`, in any order after B.
  void rest(std::string text, int column) {
    const auto blanks = std::min(text.find_first_not_of(' '), text.size());
    text.erase(0, blanks);
    column += static_cast<int>(blanks);
    std::size_t at = std::min(text.find(' '), text.size());
    fact_.object = state(text.substr(0, at), column);
    while (at < text.size()) {
      const auto start = text.find_first_not_of(' ', at);
      if (start == std::string::npos) return;
      const auto word_end = std::min(text.find(' ', start), text.size());
      const auto value_start = text.find_first_not_of(' ', word_end);
      const std::string key = text.substr(start, word_end - start);
      if (value_start == std::string::npos || (key != "at" && key != "on" && key != "since")) {
        faults_.push_back({Code::syntax,
                           {"given", 1, column + static_cast<int>(start)},
                           "`" + key + "` is no part of a fact",
                           std::string(kShape)});
        return;
      }
      const auto value_end = std::min(text.find(' ', value_start), text.size());
      take(key, text.substr(value_start, value_end - value_start),
           column + static_cast<int>(value_start));
      at = value_end;
    }
  }

  void take(const std::string& key, const std::string& value, int column) {
    if (key == "at") {
      fact_.place = world_.symbols.find(value);
      if (!fact_.place || world_.place(fact_.place).empty())
        faults_.push_back({Code::unknown_place,
                           {"given", 1, std::min(column, end_)},
                           "the library has no place `" + value + "`",
                           did_you_mean(value, world_.names_of("place"))});
    } else if (const auto date = parse_date(value)) {
      fact_.date = *date;
    } else {
      faults_.push_back({Code::no_such_date,
                         {"given", 1, std::min(column, end_)},
                         "there is no day `" + value + "`",
                         "write it as 2026-07-01"});
    }
  }

  const World& world_;
  Date day_;
  int end_ = 1;  ///< One column behind the text: what is missing is missing there.
  Fact fact_;
  Faults faults_;
};

}  // namespace

Result<Fact> fact_from(std::string_view text, const World& world, Date day) {
  return FactReader(world, day).read(text);
}

}  // namespace entente::treaty
