# SPDX-License-Identifier: MIT
"""What a folder of exports has to hold, read without any consumer: from the records, graph.graphology.json and N-Quads."""
import collections
import json
import re

import ntriples

VOCABULARY = 'http://relata.example/vocabulary/'
STATUS, FACTUAL = VOCABULARY + 'status', VOCABULARY + 'factual'
RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'
NOT_XML = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')
NUMBERS = {'http://www.w3.org/2001/XMLSchema#' + name for name in ('double', 'decimal', 'integer', 'float')}


def node_key(entity):
    """What makes an entity one node."""
    return entity.get('id') or 'literal:' + entity['datatype'] + ':' + entity['value']


def xml_form(text):
    """The text as XML can hold it."""
    return NOT_XML.sub('\ufffd', text)


def triple_key(triple):
    """Equal for equal triples: stores write numbers in forms of their own."""
    subject, predicate, object_, kind = triple[:4]
    if kind in NUMBERS:
        object_ = repr(float(object_))
    graph = triple[4] if len(triple) > 4 else ''
    return subject, predicate, object_, kind.lower() if kind.startswith('@') else kind, graph


def read_records(file):
    """Identifiers of nodes, and the edges that the statements make."""
    nodes, edges, statements = set(), set(), 0
    with open(file, encoding='utf-8') as lines:
        for record in map(json.loads, lines):
            if record['type'] not in ('entity', 'statement'):
                continue  # what users decided
            ends = [record] if record['type'] == 'entity' else [record['subject'], record['object']]
            nodes.update(map(node_key, ends))
            if record['type'] == 'statement':
                statements += 1
                edges.add((node_key(ends[0]), record['relation'], node_key(ends[1]), record['status']))
    return nodes, edges, statements


def read_days(file):
    """The days of each edge on Gephi's timeline."""
    days = {}
    with open(file, encoding='utf-8') as lines:
        for line in lines:
            if found := re.match(r' *<edge id="([^"]*)"[^>]* timestamps?="\[?([^"\]]*)', line):
                days[found[1]] = found[2].split(', ')
    return days


class Reference:
    """Nodes and edges with attributes, triples and quads; `faults` where the files differ among themselves, `notes` on that."""

    def __init__(self, folder):
        self.faults, self.notes, self.labels = [], [], []
        document = json.loads((folder / 'graph.graphology.json').read_text(encoding='utf-8'))
        self.nodes = {xml_form(n['key']): n['attributes'] for n in document['nodes']}
        self.edges = {e['key']: (xml_form(e['source']), xml_form(e['target']), e['attributes']) for e in document['edges']}
        self.days = read_days(folder / 'graph.gexf')
        wrong = [key for key, days in self.days.items() if not days[0].startswith(self.edges[key][2]['first'][:10])]
        self.check(not wrong, f'graph.gexf: the days of {wrong[:1]} do not begin with its first')
        self.statuses = collections.Counter(VOCABULARY + a['status'] for _, _, a in self.edges.values())
        self.sentences = {(key, a['status'], xml_form(a['sentence'])) for key, (_, _, a) in self.edges.items()}
        self.triples = self.read_triples(folder / 'graph.nt')
        self.quads = self.read_triples(folder / 'graph.nq')
        self.check(len(self.nodes) == len(document['nodes']) and len(self.edges) == len(document['edges']),
                   'graph.graphology.json: keys are not unique')
        self.check(self.triples <= self.quads, 'graph.nq has not all the triples of graph.nt in its default graph')
        self.compare_with_records(*read_records(folder / 'graph.jsonl'))
        self.compare_statements(folder / 'graph.nt')

    def check(self, holds, otherwise):
        if not holds:
            self.faults.append(otherwise)

    def read_triples(self, file):
        """Keys as hashes: a large graph has millions."""
        keys, lines = set(), 0
        with open(file, 'rb') as stream:
            for triple in ntriples.lines(stream):
                keys.add(hash(triple_key(triple)))
                lines += 1
        self.check(len(keys) == lines, f'{file.name}: a triple is written more than once')
        return keys

    def compare_statements(self, file):
        """Statements are the edges, facts are plain triples, and labels are those of the nodes."""
        nodes, labels = {}, set()
        with open(file, 'rb') as stream:
            for subject, predicate, object_, kind, _ in ntriples.lines(stream):
                if predicate == LABEL:
                    labels.add(xml_form(object_))
                    self.labels.append([subject, xml_form(object_)])
                elif predicate == RDF + 'type' and object_ == RDF + 'Statement':
                    nodes.setdefault(subject, {})[predicate] = object_, kind
                elif predicate in (RDF + 'subject', RDF + 'predicate', RDF + 'object', STATUS):
                    nodes.setdefault(subject, {})[predicate] = object_, kind
        statements = [node for node in nodes.values() if len(node) == 5]
        self.check(len(statements) == len(self.edges), f'{file.name} has {len(statements)} statements, not {len(self.edges)}')
        facts = [(node[RDF + 'subject'][0], node[RDF + 'predicate'][0], *node[RDF + 'object'])
                 for node in statements if node[STATUS][0] == FACTUAL]
        bare = [fact for fact in facts if hash(triple_key(fact)) not in self.triples]
        self.check(not bare, f'{file.name}: {len(bare)} facts are no plain triples, first {bare[:1]}')
        things = {xml_form(a['label']) for key, a in self.nodes.items() if not key.startswith('literal:')}
        self.check(labels == things, f'{file.name} has other labels than the nodes')

    def compare_with_records(self, nodes, edges, statements):
        # The type of a literal may have been taken back as ill-formed, and its identifier with it.
        told, held = ({xml_form(key) for key in keys if not key.startswith('literal:')} for keys in (nodes, self.nodes))
        self.check(held <= told, 'there are nodes that no record tells of')
        if held < told:
            # The records are each article's own; what is one thing is found out over all of them.
            self.notes.append(f'{len(told - held)} entities of the records are united with others, so that edges are compared '
                              'with the records by their number alone')
            self.check(len(self.edges) <= statements, 'there are more edges than the records tell')
            return
        self.check(len(nodes) == len(self.nodes), 'there is another number of nodes than the records tell')
        self.check({(source, a['relation'], a['status']) for source, _, a in self.edges.values()} ==
                   {(xml_form(s), relation, status) for s, relation, _, status in edges}, 'the edges are not those of the records')
        # An edge for each of the records' edges, or for each sentence (--no-aggregate).
        self.check(len(self.edges) in (len(edges), statements), 'there is another number of edges than the records tell')
