#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace entente {
namespace {

// The examples that NIST publishes with FIPS 180-4.
TEST(Sha256, PublishedVectors) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                   "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesGiveTheHashOfTheWhole) {
  const std::string whole = std::string(200, 'a') + std::string(131, 'b');
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    Sha256 hash;
    hash.add(whole.substr(0, cut));
    (void)hash.digits();  // Asking between changes nothing.
    hash.add(whole.substr(cut));
    EXPECT_EQ(hash.digits(), sha256(whole)) << cut;
  }
}

TEST(Sha256, ByteMessagesOfEveryLengthAroundABlockDiffer) {
  std::set<std::string> seen;
  std::string all;
  for (std::size_t length = 0; length <= 200; ++length) {
    all += sha256(std::string(length, '\0'));
    EXPECT_TRUE(seen.insert(all.substr(all.size() - 64)).second) << length;
  }
  // The same sum of sums from Python's hashlib.
  EXPECT_EQ(sha256(all), "f55e502cfd80fef78fe7206d99c6dff4fab60fd17201a0a656296ce47240e6f2");
  // NIST "selected byte messages" for SHA-256: 55, 56, 57 and 64 zero bytes.
  EXPECT_EQ(sha256(std::string(55, '\0')),
            "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7");
  EXPECT_EQ(sha256(std::string(56, '\0')),
            "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb");
  EXPECT_EQ(sha256(std::string(57, '\0')),
            "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785");
  EXPECT_EQ(sha256(std::string(64, '\0')),
            "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
}

}  // namespace
}  // namespace entente
