# SPDX-License-Identifier: MIT
"""Compares relata's analyses with spaCy's, token for token, and prints a table by genre."""
import argparse
import collections
import glob
import json
import os
import random
import subprocess
import sys
import tempfile

FIELDS = ("text", "start", "tag", "pos", "morph", "lemma", "head", "dep", "sent_start", "ent_iob", "ent_type")


def news(folder):
    """Paragraphs and whole texts of the .txt files and records under a folder."""
    for path in sorted(glob.glob(os.path.join(folder, "**", "*"), recursive=True)):
        if path.endswith(".txt"):
            with open(path, encoding="utf-8", errors="replace", newline="") as f:
                yield f.read()
        elif path.endswith(".jsonl"):
            with open(path, encoding="utf-8") as f:
                for line in f:
                    record = json.loads(line)
                    if isinstance(record, dict) and isinstance(record.get("text"), str):
                        yield record["text"]


SCRIPTS = ((0x41, 0x5A), (0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x5D0, 0x5EA), (0x620, 0x64A), (0x904, 0x939),
           (0xE01, 0xE3A), (0x3041, 0x3096), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3), (0x1F300, 0x1F64F))
SPACES = " \t\n\r\x0b\x1c\x85\xa0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"
EMOTES = (":)", ":-(", ";)", "XD", "<3", ":'(", "(^_^)", "C++", "10am", "a.m.", "e.g.", "o'clock", "c'mon", "Ma'am")
AFFIXES = ("(", ")", '"', "'", "\u201c", "\u201d", "\u2019s", "'s", "n't", "n\u2019t", "...", "\u2026", "--", "-", "/", "$", "%",
           "km", "#", "@", "!", "?!", ",", ";", "\u20ac", "\u00b0C", "<", ">", "=", "_", "*", "~", "\U0001F600", "\u200d")


def mutated(rng, base):
    """Our own variations of words: affixes glued on, letters changed, emoticons, case."""
    words = base.split()
    for _ in range(1400):
        start = rng.randrange(max(1, len(words) - 60))
        out = []
        for word in words[start:start + rng.randint(3, 45)]:
            kind = rng.random()
            if kind < 0.12:
                word = rng.choice(AFFIXES) + word
            elif kind < 0.24:
                word += rng.choice(AFFIXES)
            elif kind < 0.30:
                word = rng.choice(EMOTES)
            elif kind < 0.35:
                word += rng.choice(AFFIXES) + rng.choice(words)
            elif kind < 0.40:
                word = rng.choice((word.upper(), word.lower(), word.title(), word[::-1]))
            out.append(word)
        yield " ".join(out)


def urls(rng):
    for _ in range(500):
        host = ".".join("".join(rng.choice("abcdexyz0123-") for _ in range(rng.randint(1, 9))) for _ in range(rng.randint(1, 3)))
        tail = rng.choice(("", "/", "/a?b=c&d=%20", ":8080/x#y", "/index.html.", "?q", "/~u/)", "/\u00fc"))
        link = rng.choice(("http://", "https://", "www.", "ftp://u:p@", "", "mailto:a@")) + host + rng.choice((".com", ".org", ".co.uk", ".museum", ".x")) + tail
        yield rng.choice(("See %s for more.", "(%s)", "%s", "Is it at %s, or not?", "RT @me_2: %s #tag", "\u201c%s\u201d he said; it cost 10.192.168.1 dollars")) % link


def scripts(rng):
    for _ in range(500):
        out = []
        for _ in range(rng.randint(1, 25)):
            low, high = rng.choice(SCRIPTS)
            word = "".join(chr(rng.randint(low, high)) for _ in range(rng.randint(1, 8)))
            out.append(rng.choice((word, word.lower(), word + "\u03a3", "\u0130" + word, word + rng.choice(AFFIXES))))
        yield " ".join(out)


def spaces(rng, base):
    words = base.split()
    for _ in range(700):
        start = rng.randrange(max(1, len(words) - 40))
        out = ""
        for word in words[start:start + rng.randint(0, 30)]:
            out += "".join(rng.choice(SPACES) for _ in range(rng.choice((0, 1, 1, 2, 3)))) if rng.random() < 0.4 else " "
            out += word
        yield out + rng.choice(("", " ", "  ", "\n", "\u2003"))


def short(base):
    yield ""
    for word in sorted(set(base.split()))[:1500]:
        yield word
    for text in (" ", "  ", "\n", ".", "I", "A", "X", "mark", "number", "det", "root", "Conj", "NUM", "\u00a0", "\ufeff", "\u200b", "a ", " a", "a  "):
        yield text


def random_unicode(rng):
    for _ in range(600):
        out = ""
        for _ in range(rng.randint(0, 120)):
            kind = rng.random()
            if kind < 0.2:
                out += rng.choice(SPACES)
            elif kind < 0.6:
                out += chr(rng.randint(0x20, 0x7E))
            else:
                c = rng.randint(0, rng.choice((0xFF, 0x2FFF, 0xFFFF, 0x10FFFF)))
                out += chr(c) if not 0xD800 <= c <= 0xDFFF else "\ufffd"
        yield out


def by_spacy(nlp, texts):
    for doc in nlp.pipe(texts, batch_size=64):
        yield [(t.text, t.idx, t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_, bool(t.is_sent_start), t.ent_iob_ or "O", t.ent_type_)
               for t in doc]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="folder that holds config.cfg")
    parser.add_argument("--program", required=True, help="annotate_texts of the build")
    parser.add_argument("--news", required=True, help="folder of news texts")
    parser.add_argument("--show", type=int, default=5, help="differences to print")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    import spacy

    nlp = spacy.load(args.model)
    rng = random.Random(args.seed)
    articles = list(news(args.news))
    base = "\n".join(articles) or "The president of France wrote a letter to Mr. Smith's company, didn't he? " * 200
    genres = {"news": articles, "mixed affixes": list(mutated(rng, base)), "urls": list(urls(rng)), "scripts": list(scripts(rng)),
              "white space": list(spaces(rng, base)), "short": list(short(base)), "random": list(random_unicode(rng))}
    total = wrong = shown = 0
    print("%-14s %7s %9s %9s  %s" % ("genre", "texts", "tokens", "differ", "by field"))
    for genre, texts in genres.items():
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for text in texts:
                file.write(json.dumps(text) + "\n")
            file.flush()
            run = subprocess.run([args.program, args.model, file.name], stdout=subprocess.PIPE, check=True)
        records = [json.loads(line) for line in run.stdout.split(b"\n") if line]
        assert len(records) == len(texts), (genre, len(records), len(texts))
        tokens = bad = 0
        fields = collections.Counter()
        for text, record, expected in zip(texts, records, by_spacy(nlp, texts)):
            found = [tuple(t[f] for f in FIELDS) for t in record["tokens"]]
            tokens += len(expected)
            if len(found) != len(expected):
                bad += abs(len(found) - len(expected))
                fields["count"] += 1
            for a, b in zip(found, expected):
                if a != b:
                    bad += 1
                    fields.update(f for f, x, y in zip(FIELDS, a, b) if x != y)
                    if shown < args.show:
                        shown += 1
                        print("  relata", a, "\n  spaCy ", b, "\n  in", repr(text[max(0, b[1] - 40):b[1] + 40]))
        print("%-14s %7d %9d %9d  %s" % (genre, len(texts), tokens, bad, " ".join("%s:%d" % x for x in fields.most_common())))
        total += tokens
        wrong += bad
    print("%-14s %7s %9d %9d" % ("all", "", total, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
