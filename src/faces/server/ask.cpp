#include "faces/server/ask.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/digits.h"
#include "base/hash.h"
#include "base/name.h"
#include "faces/server/reply.h"
#include "text/node.h"
#include "text/reader.h"

namespace entente::server {
namespace {

using card::Field;
using card::Subject;
using card::Type;
using scenario::Analysis;
using text::Kind;
using text::Node;

constexpr std::string_view kBody = "body";
constexpr std::int64_t kMostDraws = 1'000'000;
constexpr double kMostPrecision = 1e12;
constexpr std::int64_t kMostPriority = 9;

Where at(const Node& node) { return {std::string(kBody), node.line, node.column}; }

/// A value as JSON again, for an event that was sent as an object.
std::string json_of(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return node.boolean ? "true" : "false";
    case Kind::integer:
      return std::to_string(node.integer);
    case Kind::real:
      return shortest(node.real);
    case Kind::text:
      return json_text(node.text);
    case Kind::date:
      return json_text(to_text(node.date));
    case Kind::array:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + json_of(item);
      return "[" + out + "]";
    case Kind::table:
      for (const text::Entry& entry : node.entries)
        out += (out.empty() ? "" : ", ") + json_text(entry.key) + ": " + json_of(entry.value);
      return "{" + out + "}";
  }
  return out;
}

/// Reads one request; every fault goes into one list.
class Reader {
 public:
  Reader(std::span<const Analysis* const> verbs, const scenario::Library& library,
         const Lookup& kept)
      : verbs_(verbs), library_(library), kept_(kept) {}

  Result<Ask> read(const text::Document& document) {
    text::TableReader body(document.root, kBody, "a request", faults_);
    const std::string name = body.required_text("name");
    const Node* subject = body.raw("subject");
    const Node* params = body.raw("params");
    const auto seed = body.integer("seed");
    const auto draws = body.integer("draws");
    const auto precision = body.number("precision");
    const auto priority = body.integer("priority");
    body.done();
    if (seed && *seed < 0)
      body.fault(Code::bad_value, "seed", "`seed` is below 0", "it names the random streams");
    if (draws && (*draws < 0 || *draws > kMostDraws))
      body.fault(Code::bad_value, "draws", "`draws` is out of its range",
                 "it lies from 0 to " + std::to_string(kMostDraws));
    ask_.run.seed = seed ? static_cast<std::uint64_t>(*seed) : Run{}.seed;
    if (precision && !(*precision >= 0 && *precision <= kMostPrecision))
      body.fault(Code::bad_value, "precision", "`precision` is out of its range",
                 "it is how far an interval may reach, from 0 on; 0 leaves the draws as they are");
    if (priority && (*priority < -kMostPriority || *priority > kMostPriority))
      body.fault(Code::bad_value, "priority", "`priority` is out of its range",
                 "it lies from -" + std::to_string(kMostPriority) + " to " +
                     std::to_string(kMostPriority) + "; higher is taken first");
    ask_.priority = static_cast<int>(priority.value_or(0));
    ask_.run.draws = draws.value_or(0);
    ask_.run.precision = precision.value_or(0);
    if (!name.empty()) find(name, body.where("name"));
    if (ask_.analysis != nullptr) {
      if (subject != nullptr) take_subject(*subject);
      if (params != nullptr) take_params(*params);
      const Faults missing =
          catalogue::check_presence(ask_.analysis->card, ask_.subject, ask_.arguments);
      for (Error fault : missing) {
        fault.where = body.where();
        faults_.push_back(std::move(fault));
      }
    }
    if (!faults_.empty()) {
      sort_faults(faults_);
      return faults_;
    }
    return std::move(ask_);
  }

 private:
  void fault(Code code, const Where& where, std::string message, std::string hint = "") {
    faults_.push_back({code, where, std::move(message), std::move(hint)});
  }

  void find(const std::string& name, const Where& where) {
    std::string known_as = name;
    std::ranges::replace(known_as, '-', '_');
    const Analysis* found = catalogue::find(verbs_, known_as);
    if (found != nullptr && is_offered(found->card)) {
      ask_.analysis = found;
      return;
    }
    if (found != nullptr)
      return fault(Code::unknown_verb, where, "`" + name + "` is not offered by a server",
                   "it reads or writes files of the machine: use the command line");
    std::vector<std::string> names;
    for (const Analysis* verb : verbs_)
      if (is_offered(verb->card)) names.emplace_back(verb->card.name);
    std::string hint = did_you_mean(name, names);
    if (hint.empty()) hint = "GET /api/v1/cards lists them";
    fault(Code::unknown_verb, where, "there is no verb `" + name + "`", hint);
  }

  void take_subject(const Node& node) {
    const card::Card& card = ask_.analysis->card;
    if (node.kind == Kind::null) return;
    if (node.kind == Kind::table && card.subject == Subject::event) {
      ask_.subject = json_of(node);
      return;
    }
    if (node.kind == Kind::table && takes_own_file(card.name)) return take_own_file(node);
    const auto text = one_text(node, "`subject`");
    if (!text) return;
    ask_.subject = *text;
    if (text->empty()) return;
    switch (card.subject) {
      case Subject::event:
        // The reader of events takes a word that ends so for a file.
        if (text->find(' ') == std::string::npos && !text->starts_with('{'))
          fault(Code::syntax, at(node), "`" + *text + "` is no event",
                "like: " + std::string(card.subject_help));
        return;
      case Subject::file:
        if (card::subject_name(card) == "record") return need_record(*text, at(node));
        [[fallthrough]];
      case Subject::scenario:
        return need_scenario(*text, at(node));
      case Subject::study:
      case Subject::case_:
        if (!is_slug(*text))
          fault(Code::bad_value, at(node), "`subject` is no name: `" + *text + "`",
                "a request names no file of the machine");
        return;
      default:
        return;
    }
  }

  /// `{"text": TOML}`
  void take_own_file(const Node& node) {
    text::TableReader reader(node, kBody, "a file of one's own", faults_);
    const std::string text = reader.required_text("text");
    reader.done();
    if (text.empty()) return;
    ask_.subject = card::subject_name(ask_.analysis->card);  // It is there, whatever it is.
    auto own = read_own_file(ask_.analysis->card.name, text, library_);
    if (!own) {
      for (const Error& error : own.error()) faults_.push_back(error);
      return;
    }
    ask_.subject = own->name;
    if (!own->scenario.empty()) need_scenario(own->scenario, at(node));
    ask_.own = std::move(own).value();
  }

  void take_params(const Node& node) {
    if (node.kind != Kind::table)
      return fault(Code::wrong_type, at(node),
                   "`params` is " + std::string(text::kind_word(node.kind)) + ", not a table");
    const card::Card& card = ask_.analysis->card;
    for (const text::Entry& entry : node.entries) {
      std::string key = entry.key;
      std::ranges::replace(key, '-', '_');
      const Where where{std::string(kBody), entry.line, entry.column};
      const Field* field = catalogue::find_field(card, key);
      if (field == nullptr) {
        unknown_param(entry.key, where);
      } else if (!is_offered(card, *field)) {
        fault(Code::bad_value, where, "`" + key + "` names a file of the machine",
              "a request cannot: use the command line");
      } else if (ask_.arguments.contains(key)) {
        fault(Code::duplicate, where, "`" + key + "` is given more than once", "keep one");
      } else if (entry.value.kind != Kind::null) {
        take_values(*field, entry.value);
      }
    }
  }

  void unknown_param(const std::string& key, const Where& where) {
    std::vector<std::string> known;
    for (const auto fields : {ask_.analysis->card.fields, catalogue::common_fields()})
      for (const Field& field : fields)
        if (is_offered(ask_.analysis->card, field)) known.emplace_back(field.name);
    fault(Code::unknown_verb, where,
          "`" + std::string(ask_.analysis->card.name) + "` takes no `" + key + "`",
          did_you_mean(key, known));
  }

  void take_values(const Field& field, const Node& node) {
    std::vector<const Node*> nodes;
    if (node.kind == Kind::array) {
      for (const Node& item : node.items) nodes.push_back(&item);
      if (!field.repeated)
        return fault(Code::wrong_type, at(node),
                     "`" + std::string(field.name) + "` takes one value, not a list");
    } else {
      nodes.push_back(&node);
    }
    std::vector<std::string> texts;
    for (const Node* item : nodes) {
      // What is asked of a record names a place in it, with slashes.
      const bool place = ask_.of_record && field.required && field.type == Type::text;
      const auto text = one_text(*item, "`" + std::string(field.name) + "`", place);
      if (!text) continue;
      for (Error& error : catalogue::check_value(field, *text, at(*item)))
        faults_.push_back(std::move(error));
      if (field.type == Type::file || field.name == "scenario") need_scenario(*text, at(*item));
      texts.push_back(*text);
    }
    if (!texts.empty()) ask_.arguments[std::string(field.name)] = std::move(texts);
  }

  std::optional<std::string> one_text(const Node& node, const std::string& what,
                                      bool slashes = false) {
    switch (node.kind) {
      case Kind::text:
        // No name has a slash, and only a path would: it must not even be looked for.
        if (slashes || node.text.find('/') == std::string::npos) return node.text;
        fault(Code::bad_value, at(node), what + " holds a slash, which no name does",
              "a request names no file of the machine");
        return std::nullopt;
      case Kind::integer:
        return std::to_string(node.integer);
      case Kind::real:
        return shortest(node.real);
      case Kind::boolean:
        return std::string(node.boolean ? "true" : "false");
      case Kind::date:
        return to_text(node.date);
      default:
        fault(Code::wrong_type, at(node),
              what + " is " + std::string(text::kind_word(node.kind)) +
                  ", not a text, a number, true or false");
        return std::nullopt;
    }
  }

  /// A run by its id: what is asked is about its record.
  void need_record(const std::string& id, const Where& where) {
    ask_.of_record = true;
    const bool sound = id.starts_with("r") && std::ranges::all_of(id, [](unsigned char c) {
                         return std::isdigit(c) != 0 || (c >= 'a' && c <= 'z');
                       });
    if (!sound)
      fault(Code::bad_value, where, "`" + id + "` is no id of a run",
            "on a server it is asked of the record of a run: ask that first, and name its `id`");
  }

  /// A scenario by name: of the library, or one that is kept, whose text then goes with the ask.
  void need_scenario(const std::string& name, const Where& where) {
    if (name.empty()) return;
    auto texts = texts_of(name, where, library_, kept_);
    if (!texts) {
      for (const Error& error : texts.error()) faults_.push_back(error);
      return;
    }
    for (auto& text : texts.value())
      if (std::ranges::find(ask_.texts, text) == ask_.texts.end())
        ask_.texts.push_back(std::move(text));
  }

  std::span<const Analysis* const> verbs_;
  const scenario::Library& library_;
  const Lookup& kept_;
  Ask ask_;
  Faults faults_;
};

}  // namespace

bool is_offered(const card::Card& card) {
  // What reads files alone has nothing left without them.
  const bool only_files = std::ranges::any_of(card.fields, [](const Field& field) {
    return field.required && field.type == Type::file && field.repeated;
  });
  const bool reads_one =
      card.subject == Subject::file && !card.subject_optional && card.fields.empty();
  return !only_files && !reads_one;
}

bool is_offered(const card::Card& card, const Field& field) {
  if (field.name == "data") return false;  // The database of the machine, by its path.
  // The second of two scenarios that are compared is a name here.
  return field.type != Type::file || (card.subject == Subject::file && field.required);
}

Result<Ask> read_ask(std::string_view body, std::span<const Analysis* const> verbs,
                     const scenario::Library& library, const Lookup& kept) {
  const auto document = text::parse_json(body, kBody);
  if (!document) return document.error();
  return Reader(verbs, library, kept).read(*document);
}

Result<Ask> read_kept(std::string_view kept, std::span<const Analysis* const> verbs,
                      const scenario::Library& library) {
  const std::size_t end = kept.find('\n');
  const auto texts = text::parse_json(end == kept.npos ? "{}" : kept.substr(end + 1), "texts");
  if (!texts) return texts.error();
  const Lookup lookup = [&texts](const std::string& name) -> std::optional<std::string> {
    const Node* found = texts->root.find(name);
    if (found == nullptr) return std::nullopt;
    return found->text;
  };
  return read_ask(kept.substr(0, end), verbs, library, lookup);
}

}  // namespace entente::server
