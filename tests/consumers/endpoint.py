# SPDX-License-Identifier: MIT
"""A SPARQL server started on the loopback for a part of script/consumers, and what is asked of it."""
import csv
import http.client
import io
import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import part

csv.field_size_limit(1 << 30)
STRING = 'http://www.w3.org/2001/XMLSchema#string'
PREFIXES = '''PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rv: <http://relata.example/vocabulary/>
'''
TRIPLES = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
LABELS = 'SELECT ?thing ?label { ?thing rdfs:label ?label }'
STATUSES = 'SELECT ?status (COUNT(?st) AS ?n) { ?st a rdf:Statement ; rv:status ?status } GROUP BY ?status'
SENTENCES = 'SELECT ?st ?status ?text { ?st a rdf:Statement ; rv:status ?status ; prov:wasDerivedFrom ?s . ?s rv:text ?text }'
LONGEST = 1800  # seconds that a server may take for a request


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def answers(process, url, seconds):
    """Whether the process serves the address by then."""
    end = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return True
        except urllib.error.HTTPError:
            return True
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
    return False


class Server:
    """A program that serves until the block is left."""

    def __init__(self, words, url, folder=None, stderr=None):
        self.url = url
        self.process = subprocess.Popen(words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=stderr)

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # leaves the block, which ends the server
        if not answers(self.process, self.url, 120):
            self.__exit__()
            sys.exit(f'{self.url} does not answer')
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def send(url, method, file, media_type):
    """Sends a file without holding it in memory."""
    with open(file, 'rb') as data:
        headers = {'Content-Type': media_type, 'Content-Length': file.stat().st_size}
        urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method), timeout=LONGEST).close()


def term(value):
    """Text and kind, as in part.py."""
    if value['type'] == 'uri':
        return value['value'], ''
    return value['value'], '@' + value['xml:lang'] if 'xml:lang' in value else value.get('datatype', STRING)


def query(url, text, media_type, **more):
    body = urllib.parse.urlencode({'query': PREFIXES + text, **more}).encode()
    return urllib.request.urlopen(urllib.request.Request(url, body, {'Accept': media_type}), timeout=LONGEST)


def select(url, text):
    """The solutions, as dictionaries of the protocol's terms."""
    with query(url, text, 'application/sparql-results+json') as answer:
        return json.load(answer)['results']['bindings']


def rows(url, text, **more):
    """The solutions without their terms' kinds; Virtuoso takes a minute to write a large answer with them."""
    with query(url, text, 'text/csv', **more) as answer:
        return list(csv.reader(io.TextIOWrapper(answer, 'utf-8', newline='')))[1:]


def ask(url, **more):
    """Asks for what the records tell as well, by joins and sums of the server's own."""
    part.say('answer', 'triples', int(rows(url, TRIPLES, **more)[0][0]))
    part.say('answer', 'labels', sorted(rows(url, LABELS, **more)))
    part.say('answer', 'statuses', {status: int(number) for status, number in rows(url, STATUSES, **more)})
    part.say('answer', 'sentences', sorted(rows(url, SENTENCES, **more)))
