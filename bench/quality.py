# SPDX-License-Identifier: MIT
"""Prints all figures of the built relata in one table: statements and entities on annotated news, open propositions on
the CaRB development set, and the speed of the stages behind annotation.

Development data are not part of this repository. Where their folder is absent nothing is measured and the exit code is
77. With --limits the figures are compared with a table of limits; the exit code is 1 when one is not kept.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SKIPPED = 77
# figure, how it is printed, what is asked for on gold/dev ("" where nothing is)
NEWS_ROWS = (
    ("a.precision", "(a) pair linked: precision", "%.3f", ""),
    ("a.recall", "(a) pair linked: recall", "%.3f", ""),
    ("a.f1", "(a) pair linked: F1", "%.3f", ">= .62"),
    ("b.precision", "(b) and relation: precision", "%.3f", ">= .68"),
    ("b.recall", "(b) and relation: recall", "%.3f", ""),
    ("b.f1", "(b) and relation: F1", "%.3f", ">= .55"),
    ("c.precision", "(c) and status: precision", "%.3f", ""),
    ("c.recall", "(c) and status: recall", "%.3f", ""),
    ("c.f1", "(c) and status: F1", "%.3f", ">= .52"),
    ("entities.f1", "entities: F1", "%.3f", ">= .75"),
    ("entities.required", "entities in required triples: recall", "%.3f", ">= .85"),
    ("entities.class", "class right", "%.3f", ">= .92"),
    ("entities.names", "names per entity", "%.2f", "<= 1.05"),
    ("entities.leaks", "boilerplate leaks", "%d", "0"),
    ("open", "open-relation triples", "%d", ""),
)
CARB_ROWS = (
    ("f1", "propositions: F1", "%.3f", ">= .60"),
    ("precision", "propositions: precision at the best F1", "%.3f", ""),
    ("recall", "propositions: recall at the best F1", "%.3f", ""),
    ("one_to_one", "propositions: F1 one-to-one", "%.3f", ">= .49"),
    ("last_f1", "propositions: F1 of all rows", "%.3f", "best - .01"),
)
SPEED_ROWS = (
    ("sentences_per_second", "propositions, sentences/s, one thread", "%.0f", ">= 20000"),
    ("share", "stages behind annotation / annotation", "%.3f", "<= .25"),
)


def output(command, **options):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=True, **options).stdout


def news(relata, gold, work):
    """Figures of the annotated articles in a folder with `articles` and `gold`."""
    records = work / "records.jsonl"
    records.write_bytes(output([relata, "extract", gold / "articles", "--format", "jsonl"]))
    score = json.loads(output([relata, "eval", gold / "gold", records, "--json", "--relations"]))
    figures = {}
    for level, name in (("pair", "a"), ("relation", "b"), ("status", "c"), ("entity", "entities")):
        for part in ("precision", "recall", "f1"):
            figures["%s.%s" % (name, part)] = score[level][part]
    figures["entities.required"] = score["inside_found"] / max(1, score["inside"])
    figures["entities.class"] = score["class_right"] / max(1, score["classed"])
    figures["entities.names"] = score["matched_names"] / max(1, score["entity"]["found"])
    figures["entities.leaks"] = len(score["leaks"])
    figures["open"] = score["open"]
    return figures, score["by_relation"]


def carb(relata, folder, work):
    extractions = work / "carb.tsv"
    extractions.write_bytes(output([relata, "extract", folder / "dev_sentences.txt", "--input-format", "sentences",
                                    "--pretokenized", "--layer", "propositions", "--format", "tsv"]))

    def scored(*options):
        words = output([sys.executable, folder / "carb_score.py", folder / "dev.tsv", extractions, "--digits", "6",
                        *options]).decode().replace("last F1", "last").split()
        return dict(zip(words[::2], map(float, words[1::2])))

    many, one = scored(), scored("--one-to-one")
    return {"f1": many["F1"], "precision": many["P"], "recall": many["R"], "one_to_one": one["F1"], "last_f1": many["last"]}


def speed(program, articles):
    times = json.loads(output([program, "sm", "5", articles]))
    return {"sentences_per_second": times["sentences_per_second_propositions"], "share": times["share_after_annotation"],
            "seconds": times["seconds"], "sentences": times["sentences"], "kernel": times["kernel"]}


def print_table(columns, figures):
    """`figures` maps a column to its rows' values; a row is shown where one column has it."""
    print("%-42s" % "" + "".join("%12s" % c for c in columns) + "   asked of dev")
    for prefix, rows in (("", NEWS_ROWS), ("carb.", CARB_ROWS), ("speed.", SPEED_ROWS)):
        for key, label, form, asked in rows:
            values = [figures.get(c, {}).get(prefix + key) for c in columns]
            if any(v is not None for v in values):
                print("%-42s" % label + "".join("%12s" % ("" if v is None else form % v) for v in values) + "   " + asked)


def print_relations(parts):
    print("\n%-22s" % "relation" + "".join("%24s" % (p + ": gold found wrong") for p in parts))
    names = sorted({n for rows in parts.values() for n in rows}, key=lambda n: (-sum(r[n]["gold"] for r in parts.values() if n in r), n))
    for name in names:
        cells = [rows.get(name, {"gold": 0, "found": 0, "wrong": 0}) for rows in parts.values()]
        print("%-22s" % name + "".join("%12d %5d %5d" % (c["gold"], c["found"], c["wrong"]) for c in cells))


def broken_limits(file, figures):
    """What is not kept of a table of rows `column⇥figure⇥>= or <=⇥limit`."""
    broken = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        column, figure, order, limit = line.split("\t")
        value = figures.get(column, {}).get(figure)
        if value is None:
            broken.append("%s:%d: %s of %s was not measured" % (file, number, figure, column))
        elif value < float(limit) if order == ">=" else value > float(limit):
            broken.append("%s:%d: %s of %s is %.4f, not %s %s" % (file, number, figure, column, value, order, limit))
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=pathlib.Path, default=ROOT.parent / "shared",
                        help="folder of the development data: gold/, data/carb/ [../shared]")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release", help="build folder [build/release]")
    parser.add_argument("--relations", action="store_true", help="a table by relation as well")
    parser.add_argument("--no-speed", action="store_true", help="leave the times out")
    parser.add_argument("--limits", type=pathlib.Path, help="table of limits to keep")
    args = parser.parse_args()
    relata, stage_times = args.build / "src/cli/relata", args.build / "bench/stage_times"
    for program in (relata,) if args.no_speed else (relata, stage_times):
        if not program.exists():
            print("bench/quality: %s is not built" % program, file=sys.stderr)
            return 2
    if not (args.shared / "gold/dev/gold").is_dir():
        print("bench/quality: SKIPPED, nothing was measured: %s has no gold/dev/gold" % args.shared, file=sys.stderr)
        return SKIPPED
    figures, relations = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for part in ("dev", "train"):
            if (args.shared / "gold" / part / "gold").is_dir():
                figures[part], relations[part] = news(relata, args.shared / "gold" / part, work)
            else:
                print("bench/quality: SKIPPED gold/%s: not in %s" % (part, args.shared), file=sys.stderr)
        carb_folder = args.shared / "data/carb"
        if (carb_folder / "carb_score.py").exists():
            figures["dev"].update({"carb." + k: v for k, v in carb(relata, carb_folder, work).items()})
        else:
            print("bench/quality: SKIPPED CaRB: not in %s" % args.shared, file=sys.stderr)
    times = None
    if not args.no_speed:
        texts = args.shared / "gold" / ("train" if "train" in figures else "dev") / "articles"
        times = speed(stage_times, texts)
        figures["dev"].update({"speed." + k: v for k, v in times.items()})
    print_table(list(relations), figures)
    if times:
        print("times of %d sentences of %s, kernel %s: " % (times["sentences"], texts.parent.name, times["kernel"])
              + ", ".join("%s %.3f s" % x for x in times["seconds"].items()))
    if args.relations:
        print_relations(relations)
    broken = broken_limits(args.limits, figures) if args.limits else []
    for line in broken:
        print("bench/quality: %s" % line, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
