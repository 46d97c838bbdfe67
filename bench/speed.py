# SPDX-License-Identifier: MIT
"""Runs spaCy and relata in turn on the same news, one thread each, and prints CPU seconds and the median ratios:
annotation alone, and the whole of `relata build` (start, reading, extraction, exports) beside spaCy's annotation alone."""
import argparse
import glob
import json
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

from agreement import news

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--model", required=True)
parser.add_argument("--program", required=True, help="annotate_texts of the build")
parser.add_argument("--relata", required=True, help="relata of the build")
parser.add_argument("--news", required=True)
parser.add_argument("--rounds", type=int, default=3)
args = parser.parse_args()

import spacy

nlp = spacy.load(args.model)


def by_spacy(texts):
    """Tokens and CPU seconds."""
    before = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
    return tokens, time.process_time() - before


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def annotation(texts):
    ratios = []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(text) + "\n" for text in texts)
        file.flush()
        print("annotation\n%5s %8s %14s %14s %7s" % ("round", "tokens", "spaCy tok/s", "relata tok/s", "ratio"))
        for number in range(1, args.rounds + 1):
            tokens, seconds = by_spacy(texts)
            result = json.loads(subprocess.run([args.program, args.model, file.name, "--time"], stdout=subprocess.PIPE, check=True).stdout)
            speed = result["tokens"] / result["seconds"]
            ratios.append(speed * seconds / tokens)
            print("%5d %8d %14.0f %14.0f %7.2f" % (number, tokens, tokens / seconds, speed, ratios[-1]))
    print("median ratio %.2f; kernel %s; first sentence after %.0f ms with %d MB" %
          (statistics.median(ratios), result["kernel"], result["ready_ms"], result["ready_kb"] // 1024))


def whole_build(files):
    ratios = []
    with tempfile.TemporaryDirectory() as work:
        sources = os.path.join(work, "articles")
        os.mkdir(sources)
        for number, name in enumerate(files):
            shutil.copyfile(name, os.path.join(sources, "%05d.txt" % number))
        # Both read the same words: articles without page furniture.
        read = subprocess.run([args.relata, "read", sources], stdout=subprocess.PIPE, check=True).stdout
        texts = [json.loads(line)["text"] for line in read.split(b"\n") if line]
        print("relata build beside spaCy's annotation alone, %d articles" % len(texts))
        print("%5s %8s %14s %14s %7s" % ("round", "tokens", "spaCy s", "build s", "ratio"))
        for number in range(1, args.rounds + 1):
            tokens, seconds = by_spacy(texts)
            before = children_seconds()
            # A folder of its own: with a store there, known articles would not be read again.
            out = os.path.join(work, "out%d" % number)
            subprocess.run([args.relata, "build", sources, "-o", out, "--jobs", "1", "--model", args.model],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            used = children_seconds() - before
            ratios.append(seconds / used)
            print("%5d %8d %14.2f %14.2f %7.2f" % (number, tokens, seconds, used, ratios[-1]))
    print("median ratio %.2f" % statistics.median(ratios))


def main():
    texts = list(news(args.news))
    list(nlp.pipe(texts[:10]))
    annotation(texts)
    whole_build(sorted(glob.glob(os.path.join(args.news, "**", "*.txt"), recursive=True)))


main()
