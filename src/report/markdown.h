/// Records as Markdown, for notes and papers.
///
/// Floor 8; uses card.
#pragma once

#include <string>

#include "card/record.h"

namespace entente::report {

/// Question, finding, tables, notices and provenance, in GitHub's table syntax. A record without
/// tables shows its finding as a block of code. Does not depend on `timing`.
[[nodiscard]] std::string to_markdown(const card::Record& record);

}  // namespace entente::report
