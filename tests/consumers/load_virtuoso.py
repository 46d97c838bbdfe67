# SPDX-License-Identifier: MIT
"""Loads Turtle and TriG into Virtuoso by its SQL client, asks it over HTTP, and takes all triples out again."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import endpoint
import ntriples
import part

SETTINGS = pathlib.Path(__file__).resolve().parent.parent.parent / 'examples/virtuoso.ini'
ONE, MANY = 'urn:relata:turtle', 'urn:relata:trig'  # graphs that stand for the default one, which Virtuoso does not have
QUADS = 256  # the flag of its loader for TriG


class Virtuoso:
    def __init__(self, work, folder, programs):
        self.server, self.client = programs
        self.sql, self.http, self.work = endpoint.free_port(), endpoint.free_port(), pathlib.Path(work)
        settings = SETTINGS.read_text().replace(':1111', f':{self.sql}').replace(':8890', f':{self.http}')
        (self.work / 'virtuoso.ini').write_text(settings.replace('DirsAllowed = .', f'DirsAllowed = {folder.resolve()}'))
        self.url = f'http://127.0.0.1:{self.http}/sparql'

    def run(self):
        return endpoint.Server([self.server, '+foreground', '+wait', '-c', 'virtuoso.ini'], self.url, self.work, stderr=subprocess.DEVNULL)

    def load(self, file, graph, flags):
        text = str(file.resolve()).replace("'", "''")
        script = f"log_enable(2);\nDB.DBA.TTLP_MT(file_open('{text}'), '', '{graph}', {flags});\n"
        done = subprocess.run([self.client, f'127.0.0.1:{self.sql}', 'dba', 'dba', 'ERRORS=STDOUT', 'VERBOSE=OFF'], input=script,
                              capture_output=True, text=True, timeout=endpoint.LONGEST)
        for line in re.findall(r'^\*\*\* Error.*(?:\n(?!SQL>).*)*', done.stdout, re.M):
            print(f'{file.name}: {line}', file=sys.stderr)

    def tell(self, graph):
        """All triples, by properties: of a whole graph it makes no answer of more than a million."""
        for row in endpoint.select(self.url, f'SELECT DISTINCT ?p {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}'):
            predicate = row['p']['value']
            query = f'CONSTRUCT {{ ?s <{predicate}> ?o }} WHERE {{ GRAPH <{graph}> {{ ?s <{predicate}> ?o }} }}'
            with endpoint.query(self.url, query, 'text/ntriples') as answer:
                for subject, _, object_, kind, _ in ntriples.lines(line.replace(b'\t', b' ') for line in answer):
                    part.say(*(('triple', subject, predicate, object_, kind) if graph == ONE else ('quad', subject, predicate, object_, kind, '')))
            if graph == MANY:
                self.tell_named(predicate)

    def tell_named(self, predicate):
        """The triples of the articles' graphs; it has graphs of its own as well."""
        query = f'SELECT ?g ?s ?o {{ GRAPH ?g {{ ?s <{predicate}> ?o }} FILTER(STRSTARTS(STR(?g), "http://relata.example/")) }}'
        for found in endpoint.select(self.url, query):
            part.say('quad', found['s']['value'], predicate, *endpoint.term(found['o']), found['g']['value'])


def main():
    folder, programs = part.folder(), [shutil.which('virtuoso-t'), shutil.which('isql-vt')]
    if not all(programs):
        part.skip('no virtuoso-t and isql-vt (apt-get install virtuoso-opensource)')
    said = subprocess.run([programs[0], '--version'], capture_output=True, text=True).stderr
    part.say('consumer', 'Virtuoso', (re.search(r'Version 0?([\d.]+)', said) or ['', ''])[1])
    with tempfile.TemporaryDirectory() as work:
        virtuoso = Virtuoso(work, folder, programs)
        with virtuoso.run():
            for name, graph, flags in (('graph.ttl', ONE, 0), ('graph.trig', MANY, QUADS)):
                part.load(name, lambda: virtuoso.load(folder / name, graph, flags))
                endpoint.ask(virtuoso.url, **{'default-graph-uri': graph})
                virtuoso.tell(graph)
        complaints = re.findall(r'.*\b(?:ERROR|WARNING)\b.*', (pathlib.Path(work) / 'virtuoso.log').read_text(errors='replace'), re.I)
        print(*complaints, sep='\n', end='', file=sys.stderr)


main()
