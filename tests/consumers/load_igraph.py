# SPDX-License-Identifier: MIT
import math
import xml.etree.ElementTree

import part

try:
    import igraph
except ImportError as missing:
    part.skip(missing)


def held(attributes):
    """igraph gives '' and NaN to what has no such attribute."""
    return {name: value for name, value in attributes.items()
            if name != 'id' and value != '' and not (isinstance(value, float) and math.isnan(value))}


def unescaped(key):
    """igraph 1.0 leaves an ampersand in an id as the reference that libxml2 hands on."""
    return key.replace('&#38;', '&')


def edge_ids(file):
    """igraph 1.0 gives edges the ids of the first nodes; it keeps their order, so that ends and attributes tell a wrong one."""
    edges = (element for _, element in xml.etree.ElementTree.iterparse(file) if element.tag.endswith('}edge'))
    return [edge.get('id') for edge in edges]


def main():
    folder = part.folder()
    part.say('consumer', 'igraph', igraph.__version__)
    graph = part.load('graph.graphml', lambda: igraph.Graph.Read_GraphML(str(folder / 'graph.graphml')))
    for node in graph.vs:
        part.say('node', unescaped(node['id']), held(node.attributes()))
    for edge, key in zip(graph.es, edge_ids(folder / 'graph.graphml'), strict=True):
        part.say('edge', key, *(unescaped(graph.vs[end]['id']) for end in edge.tuple), held(edge.attributes()))


main()
