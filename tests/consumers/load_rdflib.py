# SPDX-License-Identifier: MIT
import part

try:
    import rdflib
except ImportError as missing:
    part.skip(missing)

STRING = 'http://www.w3.org/2001/XMLSchema#string'
# As it is written: rdflib would turn 1.0E0 into 1.0.
rdflib.NORMALIZE_LITERALS = False


def kind(term):
    if not isinstance(term, rdflib.Literal):
        return ''
    return '@' + term.language if term.language else str(term.datatype or STRING)


def main():
    folder = part.folder()
    part.say('consumer', 'rdflib', rdflib.__version__)
    for name, form in (('graph.ttl', 'turtle'), ('graph.nt', 'nt'), ('graph.jsonld', 'json-ld')):
        graph = rdflib.Graph()
        part.load(name, lambda: graph.parse(str(folder / name), format=form))
        for s, p, o in graph:
            part.say('triple', s, p, o, kind(o))
    dataset = rdflib.Dataset if int(rdflib.__version__.split('.')[0]) > 6 else rdflib.ConjunctiveGraph
    for name, form in (('graph.nq', 'nquads'), ('graph.trig', 'trig')):
        quads = dataset()
        part.load(name, lambda: quads.parse(str(folder / name), format=form))
        for s, p, o, context in quads.quads((None, None, None, None)):
            named = str(getattr(context, 'identifier', context) or '')
            # What is in no graph is in one of a name of rdflib's own: a blank node or its default graph.
            part.say('quad', s, p, o, kind(o), named if named.startswith('http') else '')


main()
