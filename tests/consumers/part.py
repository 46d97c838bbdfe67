# SPDX-License-Identifier: MIT
"""What a part of script/consumers prints: JSON arrays, a line each, of what a consumer holds.

["consumer", name, version]                     first
["file", name]                                  what follows is of this file
["node", id, {attribute: value}]
["edge", id, source, target, {attribute: value}]
["triple", subject, predicate, object, kind]    kind: "" for an IRI, else the datatype or "@language"
["quad", subject, predicate, object, kind, graph]   graph: "" for the default one
["count", what, number]                         what the consumer itself counted, where it does not give all
["answer", what, value]                         what a server answers to a question of endpoint.py
["seconds", number]                             that the consumer took to read the file

All that stands on stderr is a warning of the consumer. A part that cannot run ends with 77 and says why on stderr.
"""
import json
import pathlib
import sys
import time

MISSING = 77


def say(*line):
    sys.stdout.write(json.dumps(line, ensure_ascii=False, separators=(',', ':')).encode('utf-8', 'replace').decode() + '\n')


def skip(why):
    print(why, file=sys.stderr)
    sys.exit(MISSING)


def folder():
    sys.stdout.reconfigure(encoding='utf-8')
    return pathlib.Path(sys.argv[1])


def load(file, read):
    """Reads the file, tells name and time, and returns what was read."""
    say('file', file)
    begin = time.monotonic()
    result = read()
    say('seconds', round(time.monotonic() - begin, 3))
    return result
