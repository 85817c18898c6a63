/// The pages of the server: the workbench from a folder, or a start page of its own.
///
/// Floor 9; uses base, card, catalogue and scenario.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"
#include "scenario/analysis.h"

namespace entente::server {

/// A file that is served as it stands.
struct Page {
  std::string type;
  std::shared_ptr<const std::string> bytes,
      packed;  ///< `packed`: as gzip; null where not worth it.
  std::string tag;
  bool lasting = false;  ///< Its name changes with its bytes: it may be kept for good.
};

/// Pages by path, as in `/index.html`. Requests are looked up here and never reach the disk.
using Pages = std::map<std::string, Page, std::less<>>;

/// Makes a page. Cost O(bytes).
[[nodiscard]] Page page_of(std::string type, std::string bytes);

/// Reads a folder whole, once. Links and files whose names begin with a dot are left out. Errors:
/// `unreadable` where it is no folder or has no `index.html`, `too_large` over 64 MB.
[[nodiscard]] Result<Pages> read_pages(const std::string& folder);

/// What is served without a workbench: every verb with its question, and how to ask it.
[[nodiscard]] Pages start_pages(std::span<const scenario::Analysis* const> verbs);

}  // namespace entente::server
