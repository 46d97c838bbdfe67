# SPDX-License-Identifier: MIT
"""Compares what a part prints (see part.py) with the reference, file by file."""
import json
import math
import re
import uuid

from reference import triple_key, xml_form

# What a consumer does not take from a form, by nature of either.
NOT_TAKEN = {
    ('networkx', 'graph.graphml'): {'kind'},  # in an XML attribute for Gephi alone
    ('igraph', 'graph.graphml'): {'kind'},
    ('graphology', 'graph.graphml'): {'kind'},
    ('networkx', 'graph.gexf'): {'kind'},
    ('graphology', 'graph.gexf'): {'kind'},
    ('by rule', '*.csv'): {'open', 'datatype', 'value'},  # told by Kind, and by the label
    ('Gephi', '*.csv'): {'open', 'datatype', 'value'},
    ('by rule', 'neo4j/*.csv'): {'label@edge'},  # its type
    ('Neo4j', 'neo4j/*.csv'): {'label@edge'},
    ('Neo4j', 'graph.cypher'): {'label@edge'},
}
TYPED = {'Gephi', 'Neo4j'}  # whose columns have types
SOURCE_NAMES = {'said_by': 'source', 'source_name': 'source'}  # where `source` is taken
SHOWN = 3  # differences of a file that are told one by one


def gephi_cell(text):
    """A cell of Gephi's tables: a backslash would be an escape, and a spreadsheet would run a formula."""
    return ("'" if text[:1] in tuple('=+-@') else '') + text.replace('\\', '/')


def neo4j_cell(text):
    return text.translate(str.maketrans('\t\r\n', '   '))


LONGEST_KEY = 2500  # bytes of an identifier that Neo4j's indexes take in any case
SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, 'relata.example')


def neo4j_key(key):
    """The identifier itself, or a longer one's digest."""
    return key if len(key.encode()) <= LONGEST_KEY else uuid.uuid5(SPACE, key + '\0').hex


BLANKS = ''.join(map(chr, range(33)))


def as_gephi_has_it(value, name, file):
    """What Gephi makes of a text by itself: it trims kinds of GraphML, and cells of tables; in texts of XML it takes INF for a number; and
    of a list it knows no escapes for line breaks."""
    if isinstance(value, list):
        if file == 'graph.gexf':
            value = [re.sub('[\t\n\r]', lambda found: {'\t': 't', '\n': 'n', '\r': 'r'}[found[0]], text) for text in value]
        value = '|'.join(text.replace('|', '¦') for text in value)
    if not isinstance(value, str):
        return value
    if file == '*.csv' or (file, name) == ('graph.graphml', 'kind'):
        return xml_form(value).strip(BLANKS)
    return value if name == 'label' else value.replace('INF', 'Infinity')


FOR_NEO4J = {'neo4j/*.csv', 'graph.cypher'}
CELLS = {'*.csv': gephi_cell, 'neo4j/*.csv': neo4j_cell}


def expected_text(value, file):
    """The attribute as the file's form has it, as text."""
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, list):
        if file == 'neo4j/*.csv':  # it splits at `;`
            text = ';'.join(name.replace(';', ',') for name in value if name)
        else:
            text = '|'.join(name.replace('|', '¦') for name in value)
    else:
        text = str(value)
    return CELLS.get(file, str)(xml_form(text))


def same(expected, found, file):
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        try:
            return math.isclose(expected, float(found), rel_tol=1e-6)  # Gephi's weights have 32 bits
        except (TypeError, ValueError):
            return False
    return expected_text(expected, file) == expected_text(found, None)


def type_of(value):
    return 'boolean' if isinstance(value, bool) else 'number' if isinstance(value, (int, float)) else 'text'


class File:
    """One file as one consumer holds it: a row of the table."""

    def __init__(self, consumer, version, name, reference):
        self.consumer, self.version, self.name, self.reference = consumer, version, name, reference
        self.nodes, self.edges, self.keys = set(), set(), set()
        self.compared, self.seconds, self.differences, self.counts = 0, None, [], {}
        self.triples_are = None

    def differ(self, what):
        self.differences.append(what)

    def attributes(self, what, expected, found):
        not_taken = NOT_TAKEN.get((self.consumer, self.name), set())
        found = {SOURCE_NAMES.get(name, name): value for name, value in found.items() if value not in (None, '', [])}
        for name, value in expected.items():
            if name in not_taken or f'{name}@{what[0]}' in not_taken or expected_text(value, self.name) == '':
                continue
            if self.consumer == 'Gephi':
                value = as_gephi_has_it(value, name, self.name)
            elif (self.name, name) == ('graph.cypher', 'kind'):
                value = value.replace('\\', '/')  # in a name it would begin an escape
            if name not in found:
                self.differ(f'{what}: no {name}')
            elif not same(value, found[name], self.name):
                self.differ(f'{what}: {name} is {str(found[name])[:80]!r}, not {str(value)[:80]!r}')
            elif self.consumer in TYPED and type_of(value) != type_of(found[name]):
                self.differ(f'{what}: {name} is {type_of(found[name])}, not {type_of(value)}')
            self.compared += 1
        for name in found.keys() - expected.keys():
            self.differ(f'{what}: {name} {str(found[name])[:80]!r} is in no record')

    def take_node(self, key, attributes):
        known = self.known_nodes()
        if key not in known:
            return self.differ(f'node {key[:80]!r} is unknown')
        if key in self.nodes:
            return self.differ(f'node {key[:80]!r} is there twice')
        self.nodes.add(key)
        self.attributes(('node', key[:80]), self.reference.nodes[known[key]], attributes)

    def known_nodes(self):
        if not hasattr(self, 'names'):
            self.names = {self.id_of(key): key for key in self.reference.nodes}
        return self.names

    def id_of(self, key):
        """The identifier as the form, and the consumer, have it."""
        if self.name in FOR_NEO4J:
            key = neo4j_key(key)
        cell = xml_form(CELLS.get(self.name, str)(key))
        return cell.strip(BLANKS) if (self.consumer, self.name) == ('Gephi', '*.csv') else cell

    def take_edge(self, key, source, target, attributes):
        if key not in self.reference.edges or key in self.edges:
            return self.differ(f'edge {key!r} is unknown or there twice')
        self.edges.add(key)
        begin, end, expected = self.reference.edges[key]
        if (xml_form(source), xml_form(target)) != (self.id_of(begin), self.id_of(end)):
            self.differ(f'edge {key!r} is between {source[:60]!r} and {target[:60]!r}')
        days = attributes.pop('days', None)
        if days != (self.reference.days.get(key) if (self.consumer, self.name) == ('Gephi', 'graph.gexf') else None):
            self.differ(f'edge {key!r} is of the days {days}')
        self.attributes(('edge', key), expected, attributes)

    def take_triple(self, quads, *triple):
        self.triples_are = self.reference.quads if quads else self.reference.triples
        key = hash(triple_key(triple))
        if key not in self.triples_are:
            self.differ(f'unknown triple {[part[:80] for part in triple]}')
        self.keys.add(key)

    def take_answer(self, what, value):
        self.compared += 1
        if what == 'triples':
            expected = len(self.reference.triples)
        elif what == 'labels':
            expected, value = sorted(self.reference.labels), [list(map(xml_form, pair)) for pair in value]
        elif what == 'statuses':
            expected = self.reference.statuses
        else:  # the first sentence of every edge has to be among those of its statement
            held = {(statement.rpartition('/')[2], status.rpartition('/')[2], xml_form(text)) for statement, status, text in value}
            missing = self.reference.sentences - held
            value, expected = len(missing), 0
        if value != expected:
            self.differ(f'{what}: {str(value)[:80]}, not {str(expected)[:80]}')

    def take(self, kind, *values):
        if kind == 'node':
            self.take_node(xml_form(values[0]), values[1])
        elif kind == 'edge':
            self.take_edge(*values)
        elif kind in ('triple', 'quad'):
            self.take_triple(kind == 'quad', *values)
        elif kind == 'count':
            self.counts[values[0]] = values[1]
        elif kind == 'answer':
            self.take_answer(*values)
        elif kind == 'seconds':
            self.seconds = values[0]
        else:
            raise ValueError(f'no kind of line: {kind!r}')

    def finish(self):
        """Counts what is missing, and lets go of what is not needed for the table."""
        if self.triples_are is not None:
            self.compared += len(self.keys)
            if missing := len(self.triples_are) - len(self.keys & self.triples_are):
                self.differ(f'{missing} triples are missing')
        elif 'triples' in self.counts:
            if self.counts['triples'] != len(self.reference.triples):
                self.differ(f'{self.counts["triples"]} triples, not {len(self.reference.triples)}')
        elif len(self.nodes) != len(self.reference.nodes) or len(self.edges) != len(self.reference.edges):
            self.differ(f'{len(self.nodes)} nodes and {len(self.edges)} edges, not {len(self.reference.nodes)} and '
                        f'{len(self.reference.edges)}')
        self.sizes = ('', '', len(self.keys) or self.counts.get('triples')) if self.triples_are is not None or self.counts else (
            len(self.nodes), len(self.edges), '')
        self.nodes = self.edges = self.keys = self.names = None


def read_part(stream, reference):
    """The files that a part tells of."""
    files, consumer = [], None
    for line in stream:
        kind, *values = json.loads(line)
        if kind == 'consumer':
            consumer = values
        elif kind == 'file':
            if files:
                files[-1].finish()
            files.append(File(*consumer, *values, reference))
        else:
            files[-1].take(kind, *values)
    if files:
        files[-1].finish()
    return files
