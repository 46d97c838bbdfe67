# SPDX-License-Identifier: MIT
"""Validates graph.ttl against shapes.ttl, where the folder has it."""
import sys

import part

try:
    import pyshacl
    import rdflib
except ImportError as missing:
    part.skip(missing)

LARGEST = 20_000_000  # bytes; pySHACL takes hours for more


def main():
    folder = part.folder()
    if not (folder / 'shapes.ttl').exists():
        part.skip('no shapes.ttl in the folder (relata export … --ontology)')
    if (folder / 'graph.ttl').stat().st_size > LARGEST:
        part.skip(f'graph.ttl is over {LARGEST // 1_000_000} MB')
    part.say('consumer', 'pySHACL', pyshacl.__version__)
    triples = rdflib.Graph().parse(str(folder / 'graph.ttl'), format='turtle')
    conforms, _, text = part.load('shapes.ttl', lambda: pyshacl.validate(triples, shacl_graph=str(folder / 'shapes.ttl')))
    part.say('count', 'triples', len(triples))
    if not conforms:
        print(text, file=sys.stderr)


main()
