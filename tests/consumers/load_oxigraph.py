# SPDX-License-Identifier: MIT
import part

try:
    import pyoxigraph
except ImportError as missing:
    part.skip(missing)


def kind(term):
    if not isinstance(term, pyoxigraph.Literal):
        return ''
    return '@' + term.language if term.language else term.datatype.value


def main():
    folder = part.folder()
    part.say('consumer', 'Oxigraph', pyoxigraph.__version__)
    forms = pyoxigraph.RdfFormat
    for name, form in (('graph.ttl', forms.TURTLE), ('graph.nt', forms.N_TRIPLES), ('graph.jsonld', forms.JSON_LD),
                       ('graph.nq', forms.N_QUADS), ('graph.trig', forms.TRIG)):
        store = pyoxigraph.Store()
        part.load(name, lambda: store.bulk_load(path=str(folder / name), format=form))
        for quad in store:
            triple = (quad.subject.value, quad.predicate.value, quad.object.value, kind(quad.object))
            if form in (forms.N_QUADS, forms.TRIG):
                named = isinstance(quad.graph_name, pyoxigraph.NamedNode)
                part.say('quad', *triple, quad.graph_name.value if named else '')
            else:
                part.say('triple', *triple)


main()
