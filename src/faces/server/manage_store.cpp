/// The command `store`: the care of what a server keeps, from the command line.
#include <algorithm>
#include <cstdlib>
#include <istream>
#include <ostream>

#include "base/name.h"
#include "catalogue/catalogue.h"
#include "faces/server/serve.h"
#include "store/store.h"

namespace entente::server {
namespace {

using card::Field;
using card::Type;

constexpr std::string_view kRoles[] = {"viewer", "analyst", "admin"};
constexpr std::size_t kShown = 100;

constexpr Field kFlags[] = {
    {.name = "store",
     .type = Type::file,
     .help = "A file, by default the one in the user's data directory, or "
             "postgresql://USER@HOST/NAME."},
    {.name = "role",
     .type = Type::choice,
     .help = "Of a user: a viewer reads, an analyst also runs and writes scenarios, an admin also "
             "keeps the users.",
     .choices = kRoles},
    {.name = "quota",
     .type = Type::integer,
     .help = "Runs of a user that may wait; 0: as the server has it.",
     .fallback = "0",
     .low = 0,
     .high = 1e6},
    {.name = "days",
     .type = Type::integer,
     .unit = "days",
     .help = "Of `prune`: runs that ended longer ago are taken away.",
     .low = 0,
     .high = 36500},
    {.name = "disabled", .type = Type::boolean, .help = "The user may not sign in."},
};

struct Deed {
  std::string_view name, of, help;
};

constexpr Deed kDeeds[] = {
    {"add-user", "NAME", "Adds a user with --role; its password is read, one line."},
    {"backup", "FILE", "Writes all of it to a file that any store can be restored from."},
    {"changes", "", "Prints the latest changes: who did what to what."},
    {"check", "", "Says what the store holds and whether it is sound."},
    {"prune", "",
     "Takes runs away that ended more than --days ago; asked again they are begun again."},
    {"restore", "FILE", "Fills an empty store from a backup."},
    {"set-user", "NAME", "Changes a user; an empty line leaves its password."},
    {"users", "", "Prints everybody who may sign in."},
};

std::string help() {
  std::string text = "usage: entente store DEED [NAME] [--flag value ...]\n\n";
  const auto line = [&text](std::string word, std::string_view says) {
    word = "  " + word;
    word.resize(std::max<std::size_t>(word.size() + 2, 20), ' ');
    text += word + std::string(says) + "\n";
  };
  for (const Deed& deed : kDeeds)
    line(std::string(deed.name) + (deed.of.empty() ? "" : " ") + std::string(deed.of), deed.help);
  text += "\n";
  for (const Field& field : kFlags) line("--" + catalogue::dashed(field.name), field.help);
  return text;
}

/// The words of the command, taken apart.
struct Order {
  const Deed* deed = nullptr;
  std::string of;
  card::Arguments flags;
  bool help = false;
};

void take_word(Order& order, const std::string& word, const Where& where, Faults& faults) {
  if (order.deed == nullptr) {
    std::vector<std::string> known;
    for (const Deed& deed : kDeeds) {
      known.emplace_back(deed.name);
      if (deed.name == word) order.deed = &deed;
    }
    if (order.deed == nullptr)
      faults.push_back(
          {Code::unknown_verb, where, "`store` cannot `" + word + "`", did_you_mean(word, known)});
  } else if (!order.deed->of.empty() && order.of.empty()) {
    order.of = word;
  } else {
    faults.push_back({Code::unknown_verb, where,
                      "`" + std::string(order.deed->name) + "` has no use for `" + word + "`", ""});
  }
}

Result<Order> read(std::span<const std::string> words) {
  Order order;
  Faults faults;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    const Where where{"arguments", 1, static_cast<int>(at) + 1};
    if (word == "--help" || word == "-h") {
      order.help = true;
    } else if (!word.starts_with("--")) {
      take_word(order, word, where, faults);
      if (!faults.empty() && order.deed == nullptr) break;
    } else {
      const std::size_t equals = word.find('=');
      const std::string name = word.substr(0, equals);
      const auto field = std::ranges::find_if(
          kFlags, [&](const Field& one) { return "--" + catalogue::dashed(one.name) == name; });
      if (field == std::end(kFlags)) {
        std::vector<std::string> known;
        for (const Field& one : kFlags) known.push_back("--" + catalogue::dashed(one.name));
        faults.push_back({Code::unknown_verb, where, "`store` takes no flag `" + name + "`",
                          did_you_mean(name, known)});
        continue;
      }
      std::string value = equals == word.npos ? "" : word.substr(equals + 1);
      if (equals == word.npos && at + 1 < words.size() && !words[at + 1].starts_with("--") &&
          field->type != Type::boolean)
        value = words[++at];
      if (field->type == Type::boolean && value.empty()) value = "true";
      for (Error& fault : catalogue::check_value(*field, value, where))
        faults.push_back(std::move(fault));
      order.flags[std::string(field->name)] = {value};
    }
  }
  if (order.deed == nullptr && faults.empty() && !order.help)
    faults.push_back({Code::missing_key,
                      {"arguments", 0, 0},
                      "`store` has to know what to do",
                      "entente store --help lists what it can"});
  if (order.deed != nullptr && !order.deed->of.empty() && order.of.empty())
    faults.push_back(
        {Code::missing_key,
         {"arguments", 0, 0},
         "`" + std::string(order.deed->name) + "` without " + std::string(order.deed->of),
         ""});
  if (order.deed != nullptr && order.deed->name.ends_with("-user") &&
      card::argument(order.flags, "role").empty())
    faults.push_back({Code::missing_key,
                      {"arguments", 0, 0},
                      "`" + std::string(order.deed->name) + "` without --role",
                      "one of viewer, analyst, admin"});
  if (order.deed != nullptr && order.deed->name == "prune" && !order.flags.contains("days"))
    faults.push_back(
        {Code::missing_key, {"arguments", 0, 0}, "`prune` without --days", "as in --days 90"});
  if (!faults.empty()) return faults;
  return order;
}

int refuse(const Faults& faults, std::ostream& err) {
  for (const Error& fault : faults) err << to_text(fault) << "\n";
  return 2;
}

int check(store::Store& store, std::ostream& out, std::ostream& err) {
  const auto health = store.check();
  if (!health) return refuse(health.error(), err);
  out << "schema " << health->schema << "\n";
  for (const auto& [table, rows] : health->counts) out << table << " " << rows << "\n";
  for (const std::string& fault : health->faults) out << "unsound: " << fault << "\n";
  out << (health->faults.empty() ? "the store is sound\n" : "the store is not sound\n");
  return health->faults.empty() ? 0 : 1;
}

int keep_user(store::Store& store, const Order& order, std::istream& in, std::ostream& out,
              std::ostream& err) {
  std::string password;
  std::getline(in, password);
  const std::string quota = card::argument(order.flags, "quota");
  const store::User user{
      .name = order.of,
      .role = store::role_of(card::argument(order.flags, "role")).value_or(store::Role::viewer),
      .quota = quota.empty() ? 0 : std::atoi(quota.c_str()),
      .disabled = card::argument(order.flags, "disabled") == "true"};
  const bool adds = order.deed->name == "add-user";
  const Faults faults = adds ? store.add_user(user, password, "command line")
                             : store.set_user(user, password, "command line");
  if (!faults.empty()) return refuse(faults, err);
  out << user.name << " is " << role_word(user.role) << (user.disabled ? ", disabled" : "") << "\n";
  return 0;
}

int prune(store::Store& store, const Order& order, std::ostream& out, std::ostream& err) {
  constexpr store::Milliseconds kDay = 24LL * 3600 * 1000;
  const auto met =
      store.prune(std::atoll(card::argument(order.flags, "days").c_str()) * kDay, "command line");
  if (!met) return refuse(met.error(), err);
  out << *met << (*met == 1 ? " run was" : " runs were") << " taken away\n";
  return 0;
}

int show_users(store::Store& store, std::ostream& out, std::ostream& err) {
  const auto users = store.users();
  if (!users) return refuse(users.error(), err);
  for (const store::User& user : *users)
    out << user.name << " " << role_word(user.role) << (user.disabled ? " disabled" : "") << "\n";
  if (users->empty()) out << "there are no users; on this machine nobody has to sign in\n";
  return 0;
}

int show_changes(store::Store& store, std::ostream& out, std::ostream& err) {
  const auto changes = store.changes(kShown);
  if (!changes) return refuse(changes.error(), err);
  for (const store::Change& one : *changes)
    out << one.number << " " << one.at << " " << (one.user.empty() ? "-" : one.user) << " "
        << one.action << " " << one.subject << (one.detail.empty() ? "" : " ") << one.detail
        << "\n";
  return 0;
}

}  // namespace

int manage_store(std::span<const std::string> words, std::istream& in, std::ostream& out,
                 std::ostream& err) {
  const auto order = read(words);
  if (!order) return refuse(order.error(), err);
  if (order->help) {
    out << help();
    return 0;
  }
  auto opened = store::open(place_of_store(card::argument(order->flags, "store")));
  if (!opened) return refuse(opened.error(), err);
  store::Store& store = opened.value();
  const std::string_view deed = order->deed->name;
  if (deed == "check") return check(store, out, err);
  if (deed == "users") return show_users(store, out, err);
  if (deed == "changes") return show_changes(store, out, err);
  if (deed == "prune") return prune(store, *order, out, err);
  if (deed == "backup" || deed == "restore") {
    const Faults faults = deed == "backup" ? store.backup(order->of) : store.restore(order->of);
    if (!faults.empty()) return refuse(faults, err);
    out << (deed == "backup" ? "written to " : "restored from ") << order->of << "\n";
    return 0;
  }
  return keep_user(store, *order, in, out, err);
}

}  // namespace entente::server
