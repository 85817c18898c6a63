#include "faces/server/retrace.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "text/node.h"

namespace entente::server {
namespace {

namespace fs = std::filesystem;

/// A file with a name that nobody else has, away when it is done with.
class Passing {
 public:
  explicit Passing(const std::string& bytes) {
    std::error_code failure;
    const fs::path folder = fs::temp_directory_path(failure);
    if (failure) return;
    path_ = (folder / ("entente-" + std::to_string(getpid()) + "-" +
                       std::to_string(std::random_device{}()) + ".json"))
                .string();
    if (!text::write_file(bytes, path_).empty()) path_.clear();
  }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  ~Passing() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void rename(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

void rename(card::Params& params, const std::string& from, const std::string& to) {
  for (auto& [name, param] : params) {
    if (auto* value = std::get_if<card::Value>(&param.held))
      if (auto* text = std::get_if<std::string>(value)) rename(*text, from, to);
    if (auto* list = std::get_if<std::vector<std::string>>(&param.held))
      for (std::string& text : *list) rename(text, from, to);
    if (auto* group = std::get_if<card::Params>(&param.held)) rename(*group, from, to);
  }
}

/// Says `to` wherever a record names the file it was asked about.
void rename(card::Record& record, const std::string& from, const std::string& to) {
  rename(record.params, from, to);
  rename(record.finding, from, to);
  rename(record.provenance.command, from, to);
  for (std::string& input : record.provenance.inputs) rename(input, from, to);
  for (std::string& notice : record.notices) rename(notice, from, to);
}

}  // namespace

Result<card::Record> ask_of_record(const Ask& ask, const Run& run, const scenario::Library& library,
                                   store::Store& store,
                                   std::span<const scenario::Analysis* const> verbs) {
  const Where where{"subject", 1, 1};
  const auto found = store.run(ask.subject);
  if (!found) return found.error();
  if (!*found)
    return Error{Code::unknown_name, where, "there is no run `" + ask.subject + "`",
                 "GET /api/v1/runs names the latest ones"};
  const store::Job& asked = **found;
  if (asked.record.empty())
    return Error{Code::bad_value, where, "the run `" + ask.subject + "` has no record",
                 "ask again once it is done"};
  const auto question = read_kept(asked.request.body, verbs, library);
  if (!question) return question.error();
  const Passing file(asked.record);
  if (file.path().empty())
    return Error{Code::unreadable, where, "the record cannot be put down for reading", ""};
  NamedTexts texts = ask.texts;
  for (const auto& text : question->texts)
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
  const std::string name = ask.subject + ".json";
  auto record = catalogue::run(*ask.analysis, file.path(), ask.arguments, run,
                               texts.empty() ? library : with_texts(library, texts));
  // A record names files without their folders.
  const std::string known_as = fs::path(file.path()).filename().string();
  if (record) {
    rename(record.value(), file.path(), name);
    rename(record.value(), known_as, name);
    return record;
  }
  Faults faults = record.error();
  for (Error& fault : faults)
    for (const std::string& from : {file.path(), known_as}) {
      rename(fault.where.file, from, name);
      rename(fault.message, from, name);
    }
  return faults;
}

}  // namespace entente::server
