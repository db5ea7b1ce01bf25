#!/usr/bin/env python3
"""Processor time a page: copydesk beside dom_smoothie and trafilatura, the same pages in one run.

    native.py [--pages FILE.jsonl(.gz)]... [--count 60] [--rounds 3] [--tool target/release/copydesk]

Pages: a fixed sample of the development pages of ../shared/corpora unless named. All are read in every round, and
the quickest round counts; the clock is the processor's, so that other programs are measured as little as can be. copydesk does all of its work (article, names,
roles, quotes, inserts); the other two give the article. What is not installed is left out, and said.
dom_smoothie: cargo build --release --manifest-path tests/bench/peers/Cargo.toml --target-dir target/peers
"""

import argparse
import gzip
import json
import pathlib
import resource
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sample(files, count):
    """So many pages, spread evenly over the files."""
    lines = []
    for file in files:
        with (gzip.open if str(file).endswith(".gz") else open)(file, "rt") as stream:
            lines += [line for line in stream if '"html"' in line]
    return lines[:: max(1, len(lines) // count)][:count]


def by_process(command):
    """Processor time of a program on the lines."""

    def read(lines):
        def spent():
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            return used.ru_utime + used.ru_stime

        before = spent()
        subprocess.run(command, input="".join(lines).encode(), stdout=subprocess.DEVNULL, check=True)
        return spent() - before

    return read


def trafilatura(lines):
    from trafilatura import bare_extraction

    start = time.process_time()
    for line in lines:
        page = json.loads(line)
        bare_extraction(page["html"], url=page.get("url"), with_metadata=True)
    return time.process_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", action="append")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tool", default=str(ROOT / "target/release/copydesk"))
    given = parser.parse_args()
    corpora = sorted((ROOT / "../shared/corpora/extraction").glob("*.dev.pages.jsonl.gz"))
    lines = sample(given.pages or corpora, given.count)
    size = sum(len(json.loads(line)["html"]) for line in lines) / len(lines) / 1000
    print(f"{len(lines)} pages, {size:.0f} kB on average, the quickest of {given.rounds}")
    peer = ROOT / "target/peers/release/peers"
    readers = {"copydesk": by_process([given.tool, "batch", "--jobs", "1"])}
    if peer.exists():
        readers["dom_smoothie"] = by_process([str(peer)])
    else:
        print("dom_smoothie is not built: see --help")
    try:
        import trafilatura as _  # noqa: F401

        readers["trafilatura"] = trafilatura
    except ImportError:
        print("trafilatura is not installed: pip install trafilatura")
    for name, read in readers.items():
        start = min(read([]) for _ in range(given.rounds))
        best = min(read(lines) for _ in range(given.rounds)) - start
        print(f"{name:14} {best / len(lines) * 1000:6.1f} ms a page, {start * 1000:.0f} ms to start", flush=True)


if __name__ == "__main__":
    main()
