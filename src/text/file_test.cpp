#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "text/node.h"

namespace entente::text {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class File : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("entente_file_") + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  [[nodiscard]] std::string packed(const std::string& bytes) const {
    const std::string name = path("packing");
    gzFile out = gzopen(name.c_str(), "wb");
    gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(out);
    std::ifstream in(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  fs::path folder_;
};

TEST_F(File, ReadsPlainAndPacked) {
  EXPECT_EQ(*read_file(write("a", "hello")), "hello");
  EXPECT_EQ(*read_file(write("empty", "")), "");
  EXPECT_EQ(*read_file(write("b", packed("hello"))), "hello");
  EXPECT_EQ(*read_file(write("c", packed("hel") + packed("lo"))), "hello");
  EXPECT_EQ(*read_file(write("d", packed(""))), "");
}

TEST_F(File, ReportsWhatCannotBeRead) {
  EXPECT_EQ(read_file(path("nothing")).error()[0].code, Code::unreadable);
  EXPECT_EQ(read_file(path("")).error()[0].code, Code::unreadable);  // A folder.
}

TEST_F(File, ReportsABrokenStream) {
  const std::string whole = packed(std::string(1000, 'x'));
  EXPECT_EQ(read_file(write("cut", whole.substr(0, whole.size() - 4))).error()[0].code,
            Code::not_text);
  EXPECT_EQ(read_file(write("head", "\x1F\x8B")).error()[0].code, Code::not_text);
  EXPECT_EQ(read_file(write("tail", whole + "junk")).error()[0].code, Code::not_text);
  std::string damaged = whole;
  damaged[damaged.size() - 6] ^= 1;  // In the check sum.
  EXPECT_EQ(read_file(write("sum", damaged)).error()[0].code, Code::not_text);
}

TEST_F(File, ReportsWhatIsTooLarge) {
  const std::string large(kLargestFile + 1, 'x');
  EXPECT_EQ(read_file(write("large", large)).error()[0].code, Code::too_large);
  EXPECT_EQ(read_file(write("bomb", packed(large))).error()[0].code, Code::too_large);
  EXPECT_TRUE(read_file(write("fits", large.substr(1))));
}

TEST_F(File, ChoosesTheParserByName) {
  EXPECT_EQ(read_document(write("a.json", "{\"a\": 1}"))->root.find("a")->integer, 1);
  EXPECT_EQ(read_document(write("a.json.gz", packed("{\"a\": 2}")))->root.find("a")->integer, 2);
  EXPECT_EQ(read_document(write("a.toml", "a = 3"))->root.find("a")->integer, 3);
  EXPECT_EQ(read_document(write("a.toml.gz", packed("a = 4")))->root.find("a")->integer, 4);
  EXPECT_EQ(read_document(path("none.toml")).error()[0].code, Code::unreadable);
  const Result<Document> broken = read_document(write("b.toml", "a = "));
  EXPECT_EQ(broken.error()[0].where.file, path("b.toml"));
}

}  // namespace
}  // namespace entente::text
