# Finds cargo and rustc for the query engine; RELATA_SPARQL says whether there is one. Debian's rustc-web and cargo-web are
# recent enough, its rustc and cargo are not.
set(rust_needed 1.87)
set(rust_directories)
foreach(directory $ENV{CARGO_HOME}/bin $ENV{HOME}/.cargo/bin)
  list(APPEND rust_directories ${directory})
endforeach()

# Validator of find_program.
function(relata_recent_enough result program)
  execute_process(COMMAND ${program} --version OUTPUT_VARIABLE version ERROR_QUIET)
  if(NOT version MATCHES "^[a-z]+ ([0-9.]+)" OR CMAKE_MATCH_1 VERSION_LESS rust_needed)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()
find_program(RELATA_CARGO cargo HINTS ${rust_directories} VALIDATOR relata_recent_enough)
find_program(RELATA_RUSTC rustc HINTS ${rust_directories} VALIDATOR relata_recent_enough)

if(RELATA_CARGO AND RELATA_RUSTC)
  set(rust_found ON)
else()
  set(rust_found OFF)
endif()
option(RELATA_SPARQL "Build the query engine, which needs Rust ${rust_needed}" ${rust_found})
if(RELATA_SPARQL AND NOT rust_found)
  message(FATAL_ERROR "RELATA_SPARQL needs cargo and rustc ${rust_needed} or later (Debian: cargo-web, rustc-web)")
elseif(NOT RELATA_SPARQL)
  message(WARNING "Without SPARQL: `relata query` will only say so. It needs cargo and rustc "
                  "${rust_needed} or later (Debian: cargo-web, rustc-web) and -DRELATA_SPARQL=ON.")
endif()
