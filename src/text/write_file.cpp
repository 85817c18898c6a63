#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>

#include "text/node.h"

namespace entente::text {
namespace {

namespace fs = std::filesystem;

/// Takes a file away when its filling breaks off.
class Broken {
 public:
  explicit Broken(std::string path) : path_(std::move(path)) {}
  Broken(const Broken&) = delete;
  Broken& operator=(const Broken&) = delete;
  ~Broken() {
    std::error_code ignored;
    if (!whole_) fs::remove(path_, ignored);
  }
  void is_whole() { whole_ = true; }

 private:
  std::string path_;
  bool whole_ = false;
};

}  // namespace

Faults write_file(std::string_view bytes, const std::string& path) {
  return write_file([bytes](const Sink& sink) { sink(bytes); }, path);
}

Faults write_file(const std::function<void(const Sink&)>& fill, const std::string& path) {
  // A name of its own, so that two runs that write one path never mix. The name is not kept.
  std::random_device chance;
  const std::string temporary = path + "." + std::to_string(chance()) + ".part";
  const auto refuse = [&](const std::string& why) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    return Faults{{Code::unreadable, {path, 0, 0}, "the file cannot be written: " + why, ""}};
  };
  std::error_code fault;
  if (fs::is_directory(path, fault)) return refuse("it is a folder");
  {
    std::ofstream file(temporary, std::ios::binary);
    if (!file) return refuse("its folder is absent or closed to you");
    Broken broken(temporary);
    fill([&file](std::string_view bytes) {
      file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
    broken.is_whole();
    file.close();
    if (!file) return refuse("the disk may be full");
  }
  fs::rename(temporary, path, fault);
  if (fault) return refuse(fault.message());
  return {};
}

}  // namespace entente::text
