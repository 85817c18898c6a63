// The command line on several processes: `mpirun -n N entente-mpi explore STUDY`. Every rank reads
// the same words and ends with the same record; the first one speaks.
#include <mpi.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <streambuf>
#include <string>
#include <vector>

#include "faces/cli/cli.h"

namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t interrupted = 0;

void on_interrupt(int) { interrupted = 1; }

/// Where the words of all ranks but the first go.
class Silence : public std::streambuf {
  int overflow(int c) override { return c == traits_type::eof() ? 0 : c; }
};

/// What every rank hands in. A rank that is lost ends the whole run: Open MPI says which and stops
/// the others, so no answer is made from a part.
std::vector<std::string> gather(const std::string& mine, int size) {
  const auto count = static_cast<std::size_t>(size);
  std::vector<int> sizes(count, 0), places(count, 0);
  const int own = static_cast<int>(mine.size());
  MPI_Allgather(&own, 1, MPI_INT, sizes.data(), 1, MPI_INT, MPI_COMM_WORLD);
  for (std::size_t i = 1; i < count; ++i) places[i] = places[i - 1] + sizes[i - 1];
  std::string all(static_cast<std::size_t>(places.back() + sizes.back()), '\0');
  MPI_Allgatherv(mine.data(), own, MPI_CHAR, all.data(), sizes.data(), places.data(), MPI_CHAR,
                 MPI_COMM_WORLD);
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < count; ++i)
    parts.push_back(
        all.substr(static_cast<std::size_t>(places[i]), static_cast<std::size_t>(sizes[i])));
  return parts;
}

entente::Result<entente::scenario::Library> load(const std::string& folder) {
  return folder.empty() ? entente::scenario::built_in_library()
                        : entente::scenario::read_library(folder);
}

int speak(int count, char** words, const entente::Ranks& ranks) {
  Silence silence;
  std::ostream nowhere(&silence);
  const bool first = ranks.rank == 0;
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  try {
    return entente::cli::run_command(
        arguments, {.verbs = entente::catalogue::all(),
                    .library = load,
                    .out = first ? std::cout : nowhere,
                    .err = first ? std::cerr : nowhere,
                    .terminal = first && isatty(STDERR_FILENO) == 1,
                    // One rank is asked to stop, and tells the others in its place.
                    .interrupted = [first] { return first && interrupted != 0; },
                    .ranks = &ranks});
  } catch (const std::exception& fault) {
    std::cerr << "entente-mpi: rank " << ranks.rank << ": " << fault.what() << "\n";
  }
  return entente::cli::kOurFault;
}

}  // namespace

int main(int count, char** words) {
  int given = 0;
  MPI_Init_thread(&count, &words, MPI_THREAD_FUNNELED, &given);
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  entente::Ranks ranks;
  MPI_Comm_rank(MPI_COMM_WORLD, &ranks.rank);
  MPI_Comm_size(MPI_COMM_WORLD, &ranks.size);
  ranks.gather = [size = ranks.size](const std::string& mine) { return gather(mine, size); };
  const int status = speak(count, words, ranks);
  // Ranks that end alone would leave the others waiting; after an answer or a fault all end alike.
  if (status == entente::cli::kStopped || status == entente::cli::kOurFault) {
    std::cout.flush();
    MPI_Abort(MPI_COMM_WORLD, status);
  }
  MPI_Finalize();
  return status;
}
