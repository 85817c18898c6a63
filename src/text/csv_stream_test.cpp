#include "text/csv_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "text/csv.h"

namespace entente::text {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Rows = std::vector<std::vector<std::string>>;

struct Read {
  std::vector<std::string> header;
  Rows rows;
  std::vector<std::int64_t> lines;
  Faults faults;
  std::int64_t latin1 = 0;
  std::string sha256;
};

Read read(ByteStream bytes) {
  Read out;
  Result<CsvStream> opened = CsvStream::open(std::move(bytes));
  if (!opened) {
    out.faults = opened.error();
    return out;
  }
  CsvStream& stream = opened.value();
  CsvRow row;
  while (stream.next(row)) {
    out.rows.emplace_back(row.cells.begin(), row.cells.end());
    out.lines.push_back(row.line);
  }
  out.header = stream.header();
  out.latin1 = stream.latin1_cells();
  out.sha256 = stream.sha256();
  out.faults = std::move(stream.faults()).take("a.csv");
  return out;
}

Read read(std::string_view bytes, std::uint64_t most = kLargestText) {
  return read(ByteStream::of(bytes, "a.csv", most));
}

std::string packed(const std::string& bytes) {
  const std::string name = ::testing::TempDir() + "entente_csv_stream.gz";
  gzFile out = gzopen(name.c_str(), "wb");
  gzwrite(out, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(out);
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(CsvStream, reads_quotes_blank_lines_and_a_mark_with_line_numbers) {
  const Read got =
      read("\xEF\xBB\xBFid,name\r\nUSA,\"a, \"\"b\"\"\nc\"\r\n\r\nFRA, x \nGBR,\"\"\nDEU,");
  EXPECT_THAT(got.header, ElementsAre("id", "name"));
  EXPECT_TRUE(got.faults.empty());
  EXPECT_EQ(got.rows, (Rows{{"USA", "a, \"b\"\nc"}, {"FRA", " x "}, {"GBR", ""}, {"DEU", ""}}));
  EXPECT_THAT(got.lines, ElementsAre(2, 5, 6, 7));
}

TEST(CsvStream, lines_may_end_in_a_lone_carriage_return) {
  const Read got = read("WarNum,Name\r1,Franco-Spanish\r4,\"First, Russo-Turkish\"\r");
  EXPECT_EQ(got.rows, (Rows{{"1", "Franco-Spanish"}, {"4", "First, Russo-Turkish"}}));
  EXPECT_THAT(got.lines, ElementsAre(2, 3));
}

TEST(CsvStream, latin1_becomes_utf8_and_is_counted) {
  const Read got = read("id,name\n1,S\xE3o Paulo\n2,S\xC3\xA3o Paulo\n");
  EXPECT_EQ(got.rows[0][1], got.rows[1][1]);
  EXPECT_EQ(got.latin1, 1);
}

TEST(CsvStream, every_broken_row_is_reported_in_its_line_and_left_out) {
  const Read got = read("a,b\n1\n1,2\n1,2,3\nx\"y\",2\n\"x\"y,2\n3,4\n");
  EXPECT_EQ(got.rows, (Rows{{"1", "2"}, {"3", "4"}}));
  ASSERT_EQ(got.faults.size(), 4U);
  EXPECT_EQ(got.faults[0].where.line, 2);
  EXPECT_THAT(got.faults[0].message, HasSubstr("1 field, the header has 2 fields"));
  EXPECT_EQ(got.faults[3].where.line, 6);
}

TEST(CsvStream, faults_beyond_the_first_are_counted) {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 50; ++i) bytes += "1\n";
  const Read got = read(bytes);
  ASSERT_EQ(got.faults.size(), kMostRowFaults + 1);
  EXPECT_EQ(got.faults.back().message, "30 more faults are not listed");
}

TEST(CsvStream, binary_open_quotes_and_empty_files_are_faults) {
  using namespace std::string_view_literals;
  EXPECT_EQ(read("").faults[0].code, Code::empty_file);
  EXPECT_EQ(read("\n\r\n").faults[0].code, Code::empty_file);
  const Read nul = read("a,b\n1,2\n1,\0\n3,4\n"sv);
  EXPECT_EQ(nul.rows.size(), 1U);
  EXPECT_EQ(nul.faults[0].code, Code::not_text);
  EXPECT_EQ(nul.faults[0].where.line, 3);
  const Read open = read("a,b\n1,\"2\n3,4\n");
  EXPECT_EQ(open.faults[0].code, Code::syntax);
  EXPECT_EQ(open.faults[0].where.line, 2);
  const Read endless = read("a,b\n1,\"" + std::string(5U << 20U, 'x'));
  EXPECT_THAT(endless.faults[0].message, HasSubstr("longer than 4 MB"));
}

TEST(CsvStream, gzip_is_recognised_and_hashed_as_it_lies) {
  const std::string bytes = packed("a,b\n1,2\n");
  const Read got = read(bytes);
  EXPECT_EQ(got.rows, (Rows{{"1", "2"}}));
  EXPECT_EQ(got.sha256, sha256(bytes));
  EXPECT_EQ(read(packed("a,b\n1,") + packed("2\n")).rows, (Rows{{"1", "2"}}));
}

TEST(CsvStream, gzip_that_is_cut_or_damaged_says_where) {
  std::string text = "a,b\n";
  for (int i = 0; i < 100000; ++i) text += std::to_string(i * 7919 % 65536) + ",2\n";
  const std::string whole = packed(text);
  const Read cut = read(whole.substr(0, whole.size() / 2));
  ASSERT_EQ(cut.faults.size(), 1U);
  EXPECT_THAT(cut.faults[0].message, HasSubstr("cut short"));
  EXPECT_GT(cut.faults[0].where.line, 1000);
  EXPECT_EQ(cut.faults[0].where.line, static_cast<int>(cut.rows.size()) + 2);
  EXPECT_THAT(read(whole.substr(0, whole.size() - 4)).faults[0].message, HasSubstr("cut short"));
  std::string damaged = whole;
  damaged[damaged.size() - 6] ^= 1;  // In the check sum.
  EXPECT_THAT(read(damaged).faults[0].message, HasSubstr("incorrect data check"));
  EXPECT_THAT(read(whole + "junk").faults[0].message, HasSubstr("damaged"));
}

TEST(CsvStream, too_much_text_is_refused_packed_or_not) {
  EXPECT_EQ(read("a,b\n1,2\n", 7).faults[0].code, Code::too_large);
  EXPECT_TRUE(read("a,b\n1,2\n", 8).faults.empty());
  EXPECT_EQ(read(packed("a,b\n" + std::string(100000, '\n')), 50000).faults[0].code,
            Code::too_large);
  // Two gigabytes of nothing, without a disk that holds them.
  const std::string path = ::testing::TempDir() + "entente_two_gigabytes.csv";
  std::ofstream(path) << "a,b\n";
  std::filesystem::resize_file(path, std::uint64_t{2} << 30U);
  const auto refused = ByteStream::open(path);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].code, Code::too_large);
  std::filesystem::remove(path);
}

TEST(CsvStream, a_file_that_is_not_there_or_a_folder_is_a_fault) {
  EXPECT_EQ(ByteStream::open("/nowhere/a.csv").error()[0].code, Code::unreadable);
  EXPECT_EQ(ByteStream::open(::testing::TempDir()).error()[0].code, Code::unreadable);
  EXPECT_EQ(file_hash("/nowhere/a.csv").error()[0].code, Code::unreadable);
}

RC_GTEST_PROP(CsvStream, reads_what_the_parser_of_small_files_reads, ()) {
  const auto cell =
      rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', ' ', '7', '\t'));
  const auto cells = *rc::gen::container<std::vector<std::vector<std::string>>>(
      rc::gen::container<std::vector<std::string>>(3, cell));
  std::string bytes = "a,b,c\n";
  for (const auto& row : cells)
    bytes += csv_field(row[0]) + "x," + csv_field(row[1]) + "," + csv_field(row[2]) + "\n";
  const Result<Csv> slow = parse_csv(bytes, "a.csv");
  const Read fast = read(bytes);
  RC_ASSERT(slow.has_value() == fast.faults.empty());
  if (!slow) return;
  RC_ASSERT(slow->rows.size() == fast.rows.size());
  for (std::size_t i = 0; i < fast.rows.size(); ++i) {
    RC_ASSERT(slow->rows[i][0].line == fast.lines[i]);
    for (std::size_t k = 0; k < 3; ++k) RC_ASSERT(slow->rows[i][k].text == fast.rows[i][k]);
  }
}

}  // namespace
}  // namespace entente::text
