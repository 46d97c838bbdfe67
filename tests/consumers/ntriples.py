# SPDX-License-Identifier: MIT
"""Lines of N-Triples and N-Quads as tuples; a reader of our own, so that the consumers are compared with something else."""
import re

STRING = 'http://www.w3.org/2001/XMLSchema#string'
LINE = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|(@[A-Za-z0-9-]+))?)(?: <([^>]*)>)? \.\s*')
ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))', re.S)
LETTERS = {'t': '\t', 'b': '\b', 'n': '\n', 'r': '\r', 'f': '\f'}


def unescape(text):
    if '\\' not in text:
        return text
    return ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else LETTERS.get(m[3], m[3]), text)


def parse(line):
    """Subject, predicate, object, kind of the object and graph, as in part.py; None for an empty line."""
    match = LINE.fullmatch(line)
    if not match:
        if line.strip():
            raise ValueError(f'no N-Triples: {line[:200]!r}')
        return None
    subject, predicate, iri, text, datatype, language, graph = match.groups()
    object_, kind = (iri, '') if iri is not None else (text, language or datatype or STRING)
    return unescape(subject), unescape(predicate), unescape(object_), kind, unescape(graph or '')


def lines(stream):
    """The tuples of a binary stream, which only LF ends a line of: others may stand in literals."""
    for line in stream:
        found = parse(line.decode('utf-8'))
        if found:
            yield found
