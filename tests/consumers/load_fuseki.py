# SPDX-License-Identifier: MIT
"""Loads Turtle and TriG into Apache Jena Fuseki over HTTP, asks it, and takes all triples out again.

  load_fuseki.py DIR JARS
"""
import pathlib
import shutil
import sys
import urllib.request

import endpoint
import ntriples
import part

# It logs by Log4j unless that is said to be set up already.
OPTIONS = ['-Djava.awt.headless=true', '-Dlog4j2.configurationFile=none', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn']


def tell(url, media_type):
    request = urllib.request.Request(url, headers={'Accept': media_type})
    with urllib.request.urlopen(request, timeout=endpoint.LONGEST) as answer:
        for subject, predicate, object_, kind, graph in ntriples.lines(answer):
            if media_type == 'application/n-quads':
                part.say('quad', subject, predicate, object_, kind, graph)
            else:
                part.say('triple', subject, predicate, object_, kind)


def main():
    folder, jars = part.folder(), pathlib.Path(sys.argv[2])
    java, found = shutil.which('java'), sorted(jars.glob('jena-fuseki-main-*.jar'))
    if not java or not found:
        part.skip('no Java, or no packages (script/consumers-setup)')
    part.say('consumer', 'Fuseki', found[0].stem.rpartition('-')[2])
    port = endpoint.free_port()
    url = f'http://127.0.0.1:{port}/ds'
    words = [java, *OPTIONS, '-cp', f'{jars}/*', 'org.apache.jena.fuseki.main.cmds.FusekiMainCmd', '--localhost', f'--port={port}', '--mem', '/ds']
    with endpoint.Server(words, f'http://127.0.0.1:{port}/$/ping'):
        part.load('graph.ttl', lambda: endpoint.send(f'{url}/data?default', 'PUT', folder / 'graph.ttl', 'text/turtle'))
        endpoint.ask(f'{url}/query')
        tell(f'{url}/data?default', 'application/n-triples')
        part.load('graph.trig', lambda: endpoint.send(url, 'PUT', folder / 'graph.trig', 'application/trig'))
        endpoint.ask(f'{url}/query')
        tell(url, 'application/n-quads')


main()
