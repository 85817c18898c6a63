#include "faces/server/pages.h"

#include <filesystem>

#include "catalogue/catalogue.h"
#include "faces/server/ask.h"
#include "faces/server/reply.h"
#include "text/node.h"

namespace entente::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
constexpr std::size_t kWorthPacking = 512;

std::string type_of(const fs::path& path) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".css", "text/css; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".ico", "image/x-icon"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
      {".woff2", "font/woff2"},
  };
  const std::string extension = path.extension().string();
  for (const auto& [known, type] : kTypes)
    if (known == extension) return std::string(type);
  return "application/octet-stream";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

constexpr std::string_view kStyle = R"(body {
  font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fdfdfb;
}
h1 { font-size: 1.6rem; }
code, pre { font: 0.9rem/1.4 ui-monospace, monospace; }
pre { background: #f1f1ec; padding: 0.8rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-top: 1px solid #ddd; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e8e4; background: #16181a; } pre { background: #22262a; } a { color: #8ab4ff; }
}
)";

}  // namespace

Page page_of(std::string type, std::string bytes) {
  Page page;
  page.type = std::move(type);
  page.tag = tag_of(bytes);
  if (bytes.size() >= kWorthPacking) {
    std::string packed = gzipped(bytes);
    if (packed.size() < bytes.size())
      page.packed = std::make_shared<const std::string>(std::move(packed));
  }
  page.bytes = std::make_shared<const std::string>(std::move(bytes));
  return page;
}

Result<Pages> read_pages(const std::string& folder) {
  Pages pages;
  std::error_code failure;
  const Where where{folder, 0, 0};
  if (!fs::is_directory(folder, failure))
    return Error{Code::unreadable, where, "this is no folder", "`--web` takes the built workbench"};
  std::size_t bytes = 0;
  fs::recursive_directory_iterator at(folder, failure), end;
  for (; !failure && at != end; at.increment(failure)) {
    const fs::directory_entry& entry = *at;
    if (entry.path().filename().string().starts_with('.') || entry.is_symlink(failure)) {
      if (entry.is_directory(failure)) at.disable_recursion_pending();
      continue;
    }
    if (!entry.is_regular_file(failure)) continue;
    auto read = text::read_file(entry.path().string());
    if (!read) return read.error();
    bytes += read->size();
    if (bytes > kMostBytes)
      return Error{Code::too_large, where, "the folder holds more than 64 MB", ""};
    const std::string path =
        "/" + fs::path(entry.path()).lexically_relative(folder).generic_string();
    Page page = page_of(type_of(entry.path()), std::move(read).value());
    page.lasting = path.starts_with("/assets/");
    pages.emplace(path, std::move(page));
  }
  if (failure)
    return Error{Code::unreadable, where, "the folder cannot be read", failure.message()};
  if (!pages.contains("/index.html"))
    return Error{Code::unreadable, where, "the folder has no index.html",
                 "`--web` takes the built workbench"};
  return pages;
}

Pages start_pages(std::span<const scenario::Analysis* const> verbs) {
  std::string html =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Entente</title>\n"
      "<link rel=\"stylesheet\" href=\"/start.css\">\n</head>\n<body>\n<h1>Entente</h1>\n"
      "<p>Who owes what to whom when one state attacks another, and whether the promises can be "
      "kept. This server answers over HTTP; the interface is described in "
      "<a href=\"/api/v1/openapi.json\">openapi.json</a>. It has no workbench to show: "
      "<code>--web FOLDER</code> names a built one.</p>\n"
      "<h2>To ask</h2>\n"
      "<p>A question is sent as JSON; the answer is the address of a run, which holds the record "
      "once it is done.</p>\n<pre>curl -si -H 'Content-Type: application/json' \\\n"
      "  -d '{\"name\": \"casus\", \"subject\": \"RUS attacks EST at narva\"}' \\\n"
      "  http://HOST:PORT/api/v1/runs\ncurl -s http://HOST:PORT/api/v1/runs/ID\n"
      "curl -sN http://HOST:PORT/api/v1/runs/ID/events</pre>\n"
      "<h2>Questions</h2>\n<table>\n<tr><th>name</th><th>question</th><th>subject</th></tr>\n";
  for (const scenario::Analysis* verb : verbs) {
    const card::Card& card = verb->card;
    if (!is_offered(card)) continue;
    const std::string name = escaped(card.name);
    std::string subject;
    if (card.subject != card::Subject::none)
      subject = escaped(card::subject_name(card)) +
                (card.subject_help.empty() || card.subject == card::Subject::file
                     ? ""
                     : ", as in <code>" + escaped(card.subject_help) + "</code>") +
                (card.subject_optional ? " (optional)" : "");
    html += "<tr><td><a href=\"/api/v1/cards/" + name + "\"><code>" + name +
            "</code></a></td><td>" + escaped(card.question) + "</td><td>" + subject +
            "</td></tr>\n";
  }
  html +=
      "</table>\n<h2>To read</h2>\n<p><a href=\"/api/v1/library\">the library of facts</a>, "
      "<a href=\"/api/v1/scenarios\">scenarios</a>, <a href=\"/api/v1/runs\">runs</a>, "
      "<a href=\"/health\">health</a>, <a href=\"/metrics\">metrics</a></p>\n</body>\n</html>\n";
  Pages pages;
  pages.emplace("/index.html", page_of("text/html; charset=utf-8", std::move(html)));
  pages.emplace("/start.css", page_of("text/css; charset=utf-8", std::string(kStyle)));
  return pages;
}

}  // namespace entente::server
