/// The flags of `serve` and `worker`, read as those of every verb.
#include <algorithm>
#include <charconv>

#include "base/name.h"
#include "catalogue/catalogue.h"
#include "faces/server/guard.h"
#include "faces/server/serve.h"

namespace entente::server {
namespace {

using card::Field;
using card::Type;

constexpr Field kStore{.name = "store",
                       .type = Type::file,
                       .help =
                           "Where scenarios, runs and people are kept: a file, by default one in "
                           "the user's data directory, or postgresql://USER@HOST/NAME; `memory` "
                           "keeps them until the end."};
constexpr Field kThreads{.name = "threads",
                         .type = Type::integer,
                         .help = "Threads of one run; 0 means one per core.",
                         .fallback = "0",
                         .low = 0,
                         .high = 1024};

constexpr Field kServe[] = {
    {.name = "bind", .help = "The IP address to listen at.", .fallback = "127.0.0.1"},
    {.name = "port",
     .type = Type::integer,
     .help = "The port; 0 lets the system choose one.",
     .fallback = "8741",
     .low = 0,
     .high = 65535},
    kStore,
    {.name = "tls_certificate",
     .type = Type::file,
     .help = "The certificate chain of this server as PEM; with --tls-key it speaks https."},
    {.name = "tls_key", .type = Type::file, .help = "The private key of the certificate as PEM."},
    {.name = "name",
     .help = "The name under which others reach this server, as in its certificate."},
    {.name = "behind_proxy",
     .help = "The origin under which a reverse proxy serves, as in https://entente.example.org; "
             "the proxy has to speak TLS and, while the store has no users, to know its own."},
    {.name = "login",
     .type = Type::boolean,
     .help = "Whoever asks has to sign in, on this machine too."},
    {.name = "web",
     .type = Type::file,
     .help = "The folder of the built workbench, by default the one beside the program; `none` "
             "serves a start page."},
    {.name = "workers",
     .type = Type::integer,
     .help = "Runs that are carried out at once; 0 leaves them to `entente worker`.",
     .fallback = "1",
     .low = 0,
     .high = 64},
    kThreads,
    {.name = "quota",
     .type = Type::integer,
     .help = "Runs of one user that may wait.",
     .fallback = "1000",
     .low = 1,
     .high = 1e6},
};

constexpr Field kWorker[] = {
    kStore,
    {.name = "workers",
     .type = Type::integer,
     .help = "Runs that are carried out at once.",
     .fallback = "1",
     .low = 1,
     .high = 64},
    kThreads,
};

std::span<const Field> flags_of(Command command) {
  if (command == Command::worker) return kWorker;
  return kServe;
}

std::string word_of(Command command) { return command == Command::serve ? "serve" : "worker"; }

template <class Number>
void read_number(const std::string& text, Number& into) {
  std::from_chars(text.data(), text.data() + text.size(), into);
}

void take(Options& options, std::string_view name, const std::string& value) {
  if (name == "bind") options.bind = value;
  if (name == "port") read_number(value, options.port);
  if (name == "behind_proxy") options.behind_proxy = value;
  if (name == "tls_certificate") options.tls_certificate = value;
  if (name == "tls_key") options.tls_key = value;
  if (name == "name") options.name = value;
  if (name == "login") options.login = value != "false";
  if (name == "store") options.store = value;
  if (name == "quota") read_number(value, options.quota);
  if (name == "web") options.web = value;
  if (name == "workers") read_number(value, options.workers);
  if (name == "threads") read_number(value, options.threads);
}

}  // namespace

bool is_loopback(const std::string& address) {
  return address == "::1" || address.starts_with("127.");
}

std::string serve_help(Command command) {
  std::string text = command == Command::serve
                         ? "usage: entente serve [--flag value ...]\n\n"
                           "Answers over HTTP until it is told to end.\n\n"
                         : "usage: entente worker [--flag value ...]\n\n"
                           "Carries out the runs of a store until it is told to end.\n\n";
  for (const Field& field : flags_of(command)) {
    std::string flag = "  --" + catalogue::dashed(field.name);
    flag.resize(std::max<std::size_t>(flag.size() + 2, 20), ' ');
    text += flag + std::string(field.help) +
            (field.fallback.empty() ? "" : " Default: " + std::string(field.fallback) + ".") + "\n";
  }
  return text;
}

Result<Options> read_options(std::span<const std::string> words, Command command) {
  const std::span<const Field> flags = flags_of(command);
  const std::string verb = word_of(command);
  Options options;
  Faults faults;
  std::vector<std::string> known = {"--help"};
  for (const Field& field : flags) known.push_back("--" + catalogue::dashed(field.name));
  std::vector<std::string_view> seen;
  Where bound{"arguments", 0, 0};
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    const Where where{"arguments", 1, static_cast<int>(at) + 1};
    if (word == "--help" || word == "-h") {
      options.help = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const Field* field = nullptr;
    for (const Field& one : flags)
      if ("--" + catalogue::dashed(one.name) == name) field = &one;
    if (field == nullptr) {
      faults.push_back({Code::unknown_verb, where,
                        word.starts_with("-") ? "`" + verb + "` takes no flag `" + name + "`"
                                              : "`" + verb + "` has no use for `" + word + "`",
                        did_you_mean(name, known)});
      continue;
    }
    std::string value;
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (at + 1 < words.size() && !words[at + 1].starts_with("--")) {
      value = words[++at];
    } else if (field->type == Type::boolean) {
      value = "true";
    }
    if (field->name == "bind") bound = where;
    for (Error& error : catalogue::check_value(*field, value, where))
      faults.push_back(std::move(error));
    if (std::ranges::find(seen, field->name) != seen.end())
      faults.push_back(
          {Code::duplicate, where, "`" + name + "` is given more than once", "keep one"});
    seen.push_back(field->name);
    take(options, field->name, value);
    Names ignored;
    if (field->name == "behind_proxy" && !add_origin(ignored, value))
      faults.push_back({Code::bad_value, where,
                        "`behind-proxy` takes an origin, not `" + value + "`",
                        "like https://entente.example.org, with no path"});
  }
  const bool tls = !options.tls_certificate.empty();
  if (tls != !options.tls_key.empty())
    faults.push_back({Code::missing_key,
                      {"arguments", 0, 0},
                      tls ? "`--tls-certificate` without `--tls-key`"
                          : "`--tls-key` without `--tls-certificate`",
                      "TLS needs both"});
  if (!is_loopback(options.bind) && options.behind_proxy.empty() && !tls)
    faults.push_back({Code::bad_value, bound,
                      "others could reach this server at " + options.bind + " without TLS",
                      "give it a certificate: --tls-certificate FILE --tls-key FILE; or put a "
                      "reverse proxy before it and say so: --behind-proxy ORIGIN"});
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return options;
}

}  // namespace entente::server
