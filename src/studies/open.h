/// Finding a study by its name and the scenario it changes.
///
/// Floor 5; part of studies.
#pragma once

#include <string>

#include "scenario/library.h"
#include "studies/study_file.h"

namespace entente::studies {

/// A study file, open.
struct Opened {
  text::Document document;
  std::string bytes;
};

/// A study of the library by its name (a claim is one as well), or a file. Errors: `unknown_name`
/// with the nearest; those of the reader of files.
[[nodiscard]] Result<Opened> open_study(const std::string& name, const scenario::Library& library);

/// A claim of the library by its name, or a file. Errors: as `open_study`.
[[nodiscard]] Result<Opened> open_claim(const std::string& name, const scenario::Library& library);

/// The library as the scenario of the study has it; a file is looked for beside that of the study.
/// Errors: those of `reform`.
[[nodiscard]] Result<scenario::Library> scenario_of(const StudyFile& study,
                                                    const scenario::Library& library);

}  // namespace entente::studies
