# SPDX-License-Identifier: MIT
"""Records of invented articles, for tests and measurements of the store."""
import json
import random

RELATIONS = ['met', 'accused', 'wrote_to', 'sanctioned', 'open:wave_at']
STATUSES = ['factual', 'factual', 'planned', 'hypothetical', 'reported', 'denied']


def person(k):
    return {'id': f'Person:envoy {k}', 'label': f'Envoy {k}', 'class': 'Person',
            'wikidata': f'Q9{k}' if k % 4 == 0 else None, 'aliases': [f'E. {k}', 'the "envoy"']}


def article(n, version=0):
    """All records of article `n`, as lines. Versions differ in text and date."""
    pick = random.Random(f'{n} {version}')
    about = {'id': f'{n:08x}{version}', 'uri': f'cycle/{n}.txt', 'title': f'Report {n}' if n % 3 else None,
             'published': f'2020-{1 + version:02}-{pick.randint(10, 28)}'}
    people = [person(pick.randint(0, 60)) for _ in range(5)]
    date = {'value': f'2019-12-{pick.randint(10, 28)}', 'datatype': 'xsd:date', 'class': 'Date', 'aliases': ['in December']}
    lines = []
    for i in range(6):
        relation = pick.choice(RELATIONS)
        source = pick.choice([None, {'label': 'officials'}, people[0]])
        begin = 100 * (i // 2)
        lines.append({'type': 'statement', 'article': about, 'subject': pick.choice(people), 'relation': relation,
                      'open': relation.startswith('open:'), 'object': date if i == 5 else pick.choice(people),
                      'status': pick.choice(STATUSES), 'source': source,
                      'time': pick.choice([None, {'start': '2020', 'end': None, 'text': 'this year'}]),
                      'confidence': pick.randint(10, 99) / 100,
                      'evidence': {'sentence': f'Sentence {i // 2} of report {n}, – "quoted" – v{version}.', 'begin': begin,
                                   'end': begin + 30}, 'frame': 'verb:test'})
    for k, each in enumerate({each['id']: each for each in people}.values()):
        lines.append({'type': 'entity', 'article': about, **each, 'mentions': [[k, k + 4], [50 + k, 60 + k]]})
    return ''.join(json.dumps(line, ensure_ascii=False, separators=(',', ':')) + '\n' for line in lines)
