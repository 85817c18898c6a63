#include "faces/cli/words.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/name.h"

namespace entente::cli {
namespace {

using card::Field;
using card::Type;
using catalogue::dashed;
using scenario::Analysis;

constexpr std::string_view kFormats[] = {"table", "json", "csv"};

constexpr Field kFace[] = {
    {.name = "format",
     .type = Type::choice,
     .help = "How the answer is printed; csv prints one table.",
     .fallback = "table",
     .choices = kFormats},
    {.name = "table", .help = "Prints this table only."},
    {.name = "out",
     .type = Type::file,
     .help = "Writes a file instead, by extension: .json, .csv, .md or .html."},
    {.name = "seed",
     .type = Type::integer,
     .help = "Names the random streams.",
     .fallback = "1",
     .low = 0,
     .high = 9e18},
    {.name = "draws",
     .type = Type::integer,
     .help = "Draws of a sampled answer; 0 lets the analysis choose.",
     .fallback = "0",
     .low = 0,
     .high = 1e12},
    {.name = "precision",
     .type = Type::number,
     .help = "Doubles the draws until the 90 % interval of the leading figure reaches no further "
             "than this to either side, in its unit; 0: the draws are as they are.",
     .fallback = "0",
     .low = 0,
     .high = 1e12},
    {.name = "threads",
     .type = Type::integer,
     .help = "Worker threads; 0 means one per core.",
     .fallback = "0",
     .low = 0,
     .high = 1024},
    {.name = "time_limit",
     .type = Type::number,
     .unit = "seconds",
     .help = "Stops the run after this time; 0 means none.",
     .fallback = "0",
     .low = 0,
     .high = 1e9},
    {.name = "checkpoint",
     .type = Type::file,
     .help =
         "Keeps what is done in this file every few seconds, and goes on from what stands there; "
         "of explore and claims."},
    {.name = "library",
     .type = Type::file,
     .help = "Reads the library from this folder and not from the program."},
    {.name = "quiet", .type = Type::boolean, .help = "Prints no progress and no remarks."},
};

/// Reads words one by one; every fault goes into one list.
class Reader {
 public:
  Reader(std::span<const std::string> words, std::span<const Analysis* const> verbs)
      : words_(words), verbs_(verbs) {}

  Result<Command> read() {
    while (at_ < words_.size()) {
      const std::string& word = words_[at_];
      if (flags_ended_ || word.size() < 2 || word[0] != '-' || is_number(word)) {
        positional(word, at_);
      } else if (word == "--") {
        flags_ended_ = true;
      } else if (word == "-h" || word == "--help") {
        help_ = true;
      } else if (word == "--version" && !verb_seen_) {
        positional("version", at_);
      } else {
        flag(word);
      }
      ++at_;
    }
    return finish();
  }

 private:
  static bool is_number(const std::string& word) {
    return word[1] == '.' || (word[1] >= '0' && word[1] <= '9');
  }

  void fault(Code code, std::size_t word, std::string message, std::string hint = "") {
    faults_.push_back({code, where(word), std::move(message), std::move(hint)});
  }

  static Where where(std::size_t word) { return {"arguments", 1, static_cast<int>(word) + 1}; }

  void positional(const std::string& word, std::size_t at) {
    if (verb_seen_) {
      subjects_.emplace_back(word, at);
      return;
    }
    if (word == "help" && !help_) {
      help_ = true;
      return;
    }
    verb_seen_ = true;
    verb_at_ = at;
    std::vector<std::string> names;
    for (const Analysis* verb : verbs_) {
      names.push_back(dashed(verb->card.name));
      if (names.back() == word) command_.verb = verb;
    }
    if (command_.verb != nullptr) return;
    std::string hint = did_you_mean(word, names);
    if (hint.empty()) hint = "`entente` alone lists the verbs";
    fault(Code::unknown_verb, at, "there is no verb `" + word + "`", hint);
  }

  /// All fields that are known at this point of the line.
  [[nodiscard]] std::vector<const Field*> fields() const {
    std::vector<const Field*> found;
    const auto add = [&](std::span<const Field> list) {
      for (const Field& field : list) found.push_back(&field);
    };
    if (command_.verb != nullptr) add(command_.verb->card.fields);
    add(catalogue::common_fields());
    add(kFace);
    return found;
  }

  void flag(const std::string& word) {
    const std::size_t at = at_;
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    std::optional<std::string> value;
    if (equals != std::string::npos) value = word.substr(equals + 1);

    const Field* field = nullptr;
    std::vector<std::string> known = {"--help"};
    for (const Field* one : fields()) {
      known.push_back("--" + dashed(one->name));
      if (known.back() == name) field = one;
    }
    if (field != nullptr && field->type == Type::boolean) {
      if (!value) value = "true";
    } else if (!value && at_ + 1 < words_.size() && !words_[at_ + 1].starts_with("--")) {
      value = words_[++at_];
    }
    if (field == nullptr) {
      unsure_ = true;
      // Below an unknown verb nobody can say which flags there are.
      if (verb_seen_ && command_.verb == nullptr) return;
      fault(Code::unknown_verb, at,
            verb_seen_ ? "`" + dashed(command_.verb->card.name) + "` takes no flag `" + name + "`"
                       : "there is no flag `" + name + "` before the verb",
            did_you_mean(name, known));
      return;
    }
    if (!value) {
      fault(Code::bad_argument, at, "`" + name + "` has no value", std::string(field->help));
      return;
    }
    // The place of the value: the word itself in `--flag=value`, the next word otherwise.
    for (Error& error : catalogue::check_value(*field, *value, where(at_))) {
      faults_.push_back(std::move(error));
    }
    auto& values = command_.arguments[std::string(field->name)];
    if (!values.empty() && !field->repeated) {
      fault(Code::duplicate, at, "`" + name + "` is given more than once", "keep one");
    }
    values.push_back(std::move(*value));
  }

  Result<Command> finish() {
    if (help_ && faults_.empty()) {
      command_.kind = Command::Kind::help;
      return command_;
    }
    if (!verb_seen_ && faults_.empty()) return command_;
    if (command_.verb != nullptr) {
      command_.kind = Command::Kind::run;
      take_subjects();
      // An unknown flag may have taken the subject as its value: no fault upon a fault.
      if (!unsure_) {
        for (Error& error :
             catalogue::check_presence(command_.verb->card, command_.subject, command_.arguments)) {
          error.where = where(verb_at_);
          faults_.push_back(std::move(error));
        }
      }
    }
    if (command_.verb != nullptr && !command_.verb->card.checkpoints &&
        command_.arguments.contains("checkpoint"))
      fault(Code::bad_argument, verb_at_,
            "`" + dashed(command_.verb->card.name) + "` keeps no checkpoint",
            "`explore` and `claims` do");
    if (!faults_.empty()) {
      sort_faults(faults_);
      return faults_;
    }
    take_face_flags();
    return command_;
  }

  /// The first word is the subject, the second of some verbs the scenario. Further words fill the
  /// required fields that no flag gave, in the order of the card (`new agreement my_pact`); a
  /// repeated one takes all that are left (`import atop a.csv b.csv`). Those of an event join it,
  /// so that an event may stand without quotes.
  void take_subjects() {
    const card::Card& card = command_.verb->card;
    std::size_t next = 0;
    if (card.subject != card::Subject::none && !subjects_.empty()) {
      const auto& [word, at] = subjects_[next++];
      command_.subject = word;
      if (word.empty()) fault(Code::bad_argument, at, "the subject is empty");
      if (word.empty()) unsure_ = true;
    }
    if (card.subject == card::Subject::event) {
      for (; next < subjects_.size(); ++next) command_.subject += " " + subjects_[next].first;
    }
    if (card.scenario_follows && next < subjects_.size()) {
      const auto& [word, at] = subjects_[next++];
      auto& values = command_.arguments["scenario"];
      if (!values.empty())
        fault(Code::duplicate, at, "`" + dashed(card.name) + "` is given two scenarios",
              "keep `" + word + "` or --scenario");
      for (Error& error :
           catalogue::check_value(*catalogue::find_field(card, "scenario"), word, where(at)))
        faults_.push_back(std::move(error));
      values.push_back(word);
    }
    for (const Field& field : card.fields) {
      if (!field.required || next == subjects_.size()) continue;
      auto& values = command_.arguments[std::string(field.name)];
      if (!values.empty()) continue;
      do {
        const auto& [word, at] = subjects_[next++];
        for (Error& error : catalogue::check_value(field, word, where(at))) {
          faults_.push_back(std::move(error));
        }
        values.push_back(word);
      } while (field.repeated && next < subjects_.size());
    }
    if (unsure_) return;
    for (; next < subjects_.size(); ++next) {
      const auto& [word, at] = subjects_[next];
      fault(Code::bad_argument, at, "`" + dashed(card.name) + "` has no use for `" + word + "`",
            "flags begin with two dashes; quote a subject of several words");
    }
  }

  /// Moves the face's own flags out of the arguments. All were checked.
  void take_face_flags() {
    const auto take = [&](std::string_view name) {
      std::string text = card::argument(command_.arguments, name);
      command_.arguments.erase(std::string(name));
      return text;
    };
    const auto number = [&](std::string_view name, auto& into) {
      const std::string text = take(name);
      if (!text.empty()) std::from_chars(text.data(), text.data() + text.size(), into);
    };
    if (std::string format = take("format"); !format.empty()) command_.format = std::move(format);
    command_.table = take("table");
    command_.out = take("out");
    command_.library = take("library");
    command_.quiet = take("quiet") == "true";
    number("seed", command_.run.seed);
    number("draws", command_.run.draws);
    number("precision", command_.run.precision);
    command_.run.checkpoint = take("checkpoint");
    number("threads", command_.run.threads);
    number("time_limit", command_.run.time_limit_s);
  }

  std::span<const std::string> words_;
  std::span<const Analysis* const> verbs_;
  std::size_t at_ = 0;
  bool flags_ended_ = false;
  bool help_ = false;
  bool verb_seen_ = false;
  bool unsure_ = false;  ///< Some word may have been read as what it is not.
  std::size_t verb_at_ = 0;
  std::vector<std::pair<std::string, std::size_t>> subjects_;
  Command command_;
  Faults faults_;
};

}  // namespace

std::span<const Field> face_fields() { return kFace; }

Result<Command> read_words(std::span<const std::string> words,
                           std::span<const Analysis* const> verbs) {
  return Reader(words, verbs).read();
}

}  // namespace entente::cli
