# SPDX-License-Identifier: MIT
"""The forms without a library of their own: CSV for Gephi and for Neo4j, JSON of Cytoscape, and GEXF as plain XML.

Neo4j's tables are checked by the rules of `neo4j-admin database import`: types that it knows, each cell of its type, unique
identifiers, ends of edges that are known, no line break in a cell.
"""
import csv
import json
import re
import sys
import xml.etree.ElementTree

import part

csv.field_size_limit(1 << 30)
NEO4J_TYPES = {'long': r'-?\d{1,19}', 'double': r'-?\d+(\.\d+)?([eE][-+]?\d+)?', 'boolean': 'true|false', 'string': r'.*'}
NEO4J_FIELDS = {':START_ID', ':END_ID', ':TYPE', ':LABEL'}


def fault(what):
    print(what, file=sys.stderr)


def rows_of(file):
    with open(file, newline='', encoding='utf-8') as stream:
        return list(csv.DictReader(stream))


def attributes(row, *without):
    return {name.split(':')[0].lower().replace(' ', '_'): value for name, value in row.items() if name not in without and value != ''}


def gephi(folder):
    nodes, edges = part.load('*.csv', lambda: (rows_of(folder / 'nodes.csv'), rows_of(folder / 'edges.csv')))
    for row in nodes:
        part.say('node', row['Id'], attributes(row, 'Id'))
    for row in edges:
        if row['Type'] != 'Directed':
            fault(f'edges.csv: {row["Id"]} is {row["Type"]!r}, not Directed')
        part.say('edge', row['Id'], row['Source'], row['Target'], attributes(row, 'Id', 'Source', 'Target', 'Type'))


def check_neo4j(name, rows):
    for field in rows[0] if rows else ():
        kind = field.partition(':')[2].removesuffix('[]') or 'string'
        if field in NEO4J_FIELDS or kind == 'ID':
            kind = 'string'
        if kind not in NEO4J_TYPES:
            fault(f'{name}: Neo4j knows no type {kind!r}')
            continue
        for row in rows:
            if row[field] and not re.fullmatch(NEO4J_TYPES[kind], row[field]) or re.search('[\r\n]', row[field]):
                fault(f'{name}: {row[field][:80]!r} is no {field}')


def neo4j(folder):
    nodes, edges = part.load('neo4j/*.csv', lambda: (rows_of(folder / 'neo4j/nodes.csv'), rows_of(folder / 'neo4j/edges.csv')))
    check_neo4j('neo4j/nodes.csv', nodes)
    check_neo4j('neo4j/edges.csv', edges)
    known = {row['id:ID'] for row in nodes}
    if len(known) != len(nodes):
        fault('neo4j/nodes.csv: identifiers are not unique')
    for row in nodes:
        if not all(row[':LABEL'].split(';')):
            fault(f'neo4j/nodes.csv: {row["id:ID"]} has an empty label')
        part.say('node', row['id:ID'], attributes(row, 'id:ID', ':LABEL', 'datatype', 'value'))
    for row in edges:
        for end in (':START_ID', ':END_ID'):
            if row[end] not in known:
                fault(f'neo4j/edges.csv: {end} {row[end]!r} is no node')
        if not row[':TYPE']:
            fault(f'neo4j/edges.csv: {row["id"]} has no type')
        part.say('edge', row['id'], row[':START_ID'], row[':END_ID'],
                 {'kind': row[':TYPE'], **attributes(row, 'id', ':START_ID', ':END_ID', ':TYPE')})


def cytoscape(folder):
    elements = part.load('graph.cyjs', lambda: json.loads((folder / 'graph.cyjs').read_text(encoding='utf-8')))['elements']
    for node in elements['nodes']:
        data = node['data']
        part.say('node', data.pop('id'), data)
    for edge in elements['edges']:
        data = edge['data']
        part.say('edge', data.pop('id'), data.pop('source'), data.pop('target'), data)


def gexf(folder):
    space = '{http://gexf.net/1.3}'
    root = part.load('graph.gexf', lambda: xml.etree.ElementTree.parse(folder / 'graph.gexf').getroot())

    def held(element, *names):
        values = {value.get('for'): value.get('value') for value in element.iter(space + 'attvalue')}
        if 'aliases' in values:
            values['aliases'] = json.loads(values['aliases'])
        return {**values, **{name: element.get(name) for name in names}}

    for node in root.iter(space + 'node'):
        part.say('node', node.get('id'), held(node, 'label'))
    for edge in root.iter(space + 'edge'):
        part.say('edge', edge.get('id'), edge.get('source'), edge.get('target'), held(edge, 'label', 'kind', 'weight'))


folder = part.folder()
part.say('consumer', 'by rule', '')
gephi(folder)
neo4j(folder)
cytoscape(folder)
gexf(folder)
