/* SPDX-License-Identifier: MIT */
/* The query engine (engine/, in Rust) as C sees it. All texts are UTF-8 without a closing zero, and live as long
   as the call they are given to. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  const char* data;
  size_t size;
} relata_sparql_text;

typedef struct {
  uint32_t first, second;
} relata_sparql_pair;

typedef struct {
  uint32_t subject, predicate, object;
} relata_sparql_triple;

/* A term by its kind (relata_sparql_kind). */
typedef struct {
  int kind;
  relata_sparql_text text, extra;
} relata_sparql_cell;

/* Triples by term id. Terms are numbered from 0; term t's text is text[text_ends[t-1] .. text_ends[t]), its kind
   kinds[t]. A kind is a name, kind_text[kind_text_ends[k-1] .. kind_text_ends[k]): `I` IRI, `B` blank node, `S`
   string, `@` and a language tag, `T` and a datatype's IRI. An order of the triples lists the pairs of second and
   third term, sorted, by the first: pairs[ends[t-1] .. ends[t]). `slots` is a hash table of term ids, open with
   linear steps, a power of two in size, no_term where free; the hash is that of term_hash.hpp, of the kind's
   name and then the text. The engine reads nothing outside the arrays, whatever they hold.
   Of these triples the `removed` do not count, which are sorted; the `added`, none of them there, count too. Terms
   that only these have are in `terms`, numbered after the index's own. */
typedef struct {
  uint32_t term_count, kind_count, triple_count, slot_count;
  relata_sparql_text kind_text;
  const uint32_t* kind_text_ends;
  const uint16_t* kinds;
  relata_sparql_text text;
  const uint64_t* text_ends;
  const uint32_t* slots;
  const uint32_t* spo_ends;
  const relata_sparql_pair* spo;
  const uint32_t* pos_ends;
  const relata_sparql_pair* pos;
  const uint32_t* ops_ends;
  const relata_sparql_pair* ops;
  const relata_sparql_triple* removed;
  const relata_sparql_triple* added;
  const relata_sparql_cell* terms;
  size_t removed_count, added_count, new_term_count;
} relata_sparql_index;

enum { relata_sparql_no_term = 0xFFFFFFFF };

typedef struct {
  relata_sparql_text name, iri;
} relata_sparql_prefix;

/* A query with what its text may take for granted: a base for relative IRIs (may be empty), and prefixes. */
typedef struct {
  relata_sparql_text text, base;
  const relata_sparql_prefix* prefixes;
  size_t prefix_count;
} relata_sparql_query;

enum relata_sparql_shape {
  relata_sparql_solutions, /* SELECT */
  relata_sparql_boolean,   /* ASK */
  relata_sparql_graph      /* CONSTRUCT, DESCRIBE */
};

enum relata_sparql_format {
  relata_sparql_cells, /* solutions by head() and row(); a boolean as a line of text */
  relata_sparql_json,
  relata_sparql_csv,
  relata_sparql_tsv,
  relata_sparql_xml,
  relata_sparql_turtle, /* graphs only, as the next */
  relata_sparql_ntriples
};

enum relata_sparql_kind {
  relata_sparql_unbound,
  relata_sparql_iri,
  relata_sparql_blank,
  relata_sparql_string,
  relata_sparql_language, /* extra: the language tag */
  relata_sparql_typed     /* extra: the datatype's IRI */
};

/* Takes an answer. A callback that gives anything but 0 (choose: a negative number) ends the query. */
typedef struct {
  void* context;
  int (*choose)(void* context, int shape); /* once, first: the format */
  int (*head)(void* context, const relata_sparql_text* names, size_t count);
  int (*row)(void* context, const relata_sparql_cell* cells, size_t count);
  int (*write)(void* context, relata_sparql_text bytes);
  void (*fail)(void* context, relata_sparql_text message); /* last, where the result is not done */
} relata_sparql_sink;

enum relata_sparql_result {
  relata_sparql_done,
  relata_sparql_wrong_query,
  relata_sparql_failed,
  relata_sparql_cancelled,
  relata_sparql_refused
};

/* Ends running queries; relata_sparql_cancel may be called from a signal handler. */
typedef struct relata_sparql_canceller relata_sparql_canceller;
relata_sparql_canceller* relata_sparql_cancel_new(void);
void relata_sparql_cancel(const relata_sparql_canceller* canceller);
void relata_sparql_cancel_free(relata_sparql_canceller* canceller);

/* Evaluates a query. The callbacks are called from another thread, while this call waits. */
int relata_sparql_run(const relata_sparql_index* index, const relata_sparql_query* query,
                      const relata_sparql_canceller* canceller, const relata_sparql_sink* sink);

#ifdef __cplusplus
}
#endif
