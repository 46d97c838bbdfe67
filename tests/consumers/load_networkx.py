# SPDX-License-Identifier: MIT
import json

import part

try:
    import networkx
except ImportError as missing:
    part.skip(missing)


def names(attributes):
    """GEXF's liststring, which networkx keeps as text, as a list; places and days are drawn, not held."""
    kept = {name: value for name, value in attributes.items() if name not in ('viz', 'start', 'end', 'id')}
    if str(kept.get('aliases', '')).startswith('["'):
        kept['aliases'] = json.loads(kept['aliases'])
    return kept


def tell(graph, attributes_of):
    for node, attributes in graph.nodes(data=True):
        part.say('node', node, attributes_of(attributes))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        part.say('edge', key, source, target, attributes_of(attributes))


def main():
    folder = part.folder()
    part.say('consumer', 'networkx', networkx.__version__)
    tell(part.load('graph.graphml', lambda: networkx.read_graphml(folder / 'graph.graphml', force_multigraph=True)), dict)
    if int(networkx.__version__.split('.')[0]) < 3:
        return  # networkx 2 stops at GEXF 1.2
    graph = part.load('graph.gexf', lambda: networkx.read_gexf(folder / 'graph.gexf'))
    if not graph.is_multigraph():  # networkx's own choice where no two edges are parallel
        edges = [(source, target, attributes['id'], attributes) for source, target, attributes in graph.edges(data=True)]
        nodes = list(graph.nodes(data=True))
        graph = networkx.MultiDiGraph()
        graph.add_nodes_from(nodes)
        graph.add_edges_from(edges)
    tell(graph, names)


main()
