/// The flags of `serve`, read as those of every verb.
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

constexpr Field kFlags[] = {
    {.name = "bind", .help = "The IP address to listen at.", .fallback = "127.0.0.1"},
    {.name = "port",
     .type = Type::integer,
     .help = "The port; 0 lets the system choose one.",
     .fallback = "8741",
     .low = 0,
     .high = 65535},
    {.name = "behind_proxy",
     .help = "The origin under which a reverse proxy serves, as in https://entente.example.org; "
             "the proxy has to speak TLS and to know its users."},
    {.name = "web",
     .type = Type::file,
     .help = "The folder of the built workbench, by default the one beside the program; `none` "
             "serves a start page."},
    {.name = "workers",
     .type = Type::integer,
     .help = "Runs that are carried out at once.",
     .fallback = "1",
     .low = 1,
     .high = 64},
    {.name = "threads",
     .type = Type::integer,
     .help = "Threads of one run; 0 means one per core.",
     .fallback = "0",
     .low = 0,
     .high = 1024},
};

template <class Number>
void read_number(const std::string& text, Number& into) {
  std::from_chars(text.data(), text.data() + text.size(), into);
}

void take(Options& options, std::string_view name, const std::string& value) {
  if (name == "bind") options.bind = value;
  if (name == "port") read_number(value, options.port);
  if (name == "behind_proxy") options.behind_proxy = value;
  if (name == "web") options.web = value;
  if (name == "workers") read_number(value, options.workers);
  if (name == "threads") read_number(value, options.threads);
}

}  // namespace

bool is_loopback(const std::string& address) {
  return address == "::1" || address.starts_with("127.");
}

std::string serve_help() {
  std::string text =
      "usage: entente serve [--flag value ...]\n\nAnswers over HTTP until it is told to end.\n\n";
  for (const Field& field : kFlags) {
    std::string flag = "  --" + catalogue::dashed(field.name);
    flag.resize(std::max<std::size_t>(flag.size() + 2, 20), ' ');
    text += flag + std::string(field.help) +
            (field.fallback.empty() ? "" : " Default: " + std::string(field.fallback) + ".") + "\n";
  }
  return text;
}

Result<Options> read_options(std::span<const std::string> words) {
  Options options;
  Faults faults;
  std::vector<std::string> known = {"--help"};
  for (const Field& field : kFlags) known.push_back("--" + catalogue::dashed(field.name));
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
    for (const Field& one : kFlags)
      if ("--" + catalogue::dashed(one.name) == name) field = &one;
    if (field == nullptr) {
      faults.push_back({Code::unknown_verb, where,
                        word.starts_with("-") ? "`serve` takes no flag `" + name + "`"
                                              : "`serve` has no use for `" + word + "`",
                        did_you_mean(name, known)});
      continue;
    }
    std::string value;
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (at + 1 < words.size() && !words[at + 1].starts_with("--")) {
      value = words[++at];
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
  if (!is_loopback(options.bind) && options.behind_proxy.empty())
    faults.push_back({Code::bad_value, bound,
                      "others could reach this server at " + options.bind +
                          ", and it knows neither users nor TLS",
                      "put a reverse proxy with both before it and say so: --behind-proxy ORIGIN"});
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return options;
}

}  // namespace entente::server
