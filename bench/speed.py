# SPDX-License-Identifier: MIT
"""Tokens per CPU second of spaCy and relata on the same news, in turn; prints each round and the median ratio."""
import argparse
import json
import statistics
import subprocess
import tempfile
import time

from agreement import news

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--model", required=True)
parser.add_argument("--program", required=True)
parser.add_argument("--news", required=True)
parser.add_argument("--rounds", type=int, default=3)
args = parser.parse_args()

import spacy

texts = list(news(args.news))
nlp = spacy.load(args.model)
list(nlp.pipe(texts[:10]))
ratios = []
with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
    file.writelines(json.dumps(text) + "\n" for text in texts)
    file.flush()
    print("%5s %8s %14s %14s %7s" % ("round", "tokens", "spaCy tok/s", "relata tok/s", "ratio"))
    for number in range(1, args.rounds + 1):
        before = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
        spacy_speed = tokens / (time.process_time() - before)
        result = json.loads(subprocess.run([args.program, args.model, file.name, "--time"], stdout=subprocess.PIPE, check=True).stdout)
        speed = result["tokens"] / result["seconds"]
        ratios.append(speed / spacy_speed)
        print("%5d %8d %14.0f %14.0f %7.2f" % (number, tokens, spacy_speed, speed, ratios[-1]))
print("median ratio %.2f; kernel %s; first sentence after %.0f ms with %d MB" %
      (statistics.median(ratios), result["kernel"], result["ready_ms"], result["ready_kb"] // 1024))
