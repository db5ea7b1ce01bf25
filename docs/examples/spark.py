#!/usr/bin/env python3
"""Reads pages with copydesk on a Spark cluster, or on the cores of this machine, into a table of Parquet.

    spark.py pages.jsonl articles.parquet
    spark.py pages.jsonl articles.parquet --master 'local[2, 4]' --text lines

Each partition is streamed through one process of copydesk: its lines in, as many lines out, in order. A process that
ends badly ends its task, and Spark runs the task again; what the failed one has written is dropped with it. Bad lines
are no failure: they become rows with `error_code`.
"""

import argparse
import shlex
import subprocess
import sys
import threading
import time

from pyspark.sql import SparkSession

# The columns of `copydesk batch --flat`; docs/tool.md says what they hold.
STRINGS = "id url title byline excerpt site_name standfirst published_time modified_time image next_page lang dir "
STRINGS += "language body error_code error_message error_file"
COLUMNS = {
    "string": STRINGS,
    "bigint": "word_count error_line error_record",
    "array<string>": "authors block_text block_label block_reason actor_name actor_type actor_role",
    "array<double>": "block_score",
    "array<bigint>": "mention_actor mention_start mention_end quote_start quote_end quote_actor",
    "array<boolean>": "quote_direct",
}
SCHEMA = ", ".join(f"{name} {kind}" for kind, names in COLUMNS.items() for name in names.split())

# What copydesk says when it came to the end, and when it did so with some lines that it could not read.
WENT_THROUGH = (0, 3)


def through(command):
    """A function for `mapPartitions`: the lines of a partition through one process of `command`."""

    def read(lines):
        process = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        unread = []

        def feed():
            try:
                with process.stdin:
                    for line in lines:
                        process.stdin.write(line.encode() + b"\n")
            except BrokenPipeError:
                pass  # it ended early: its exit status tells
            except Exception as error:  # the partition cannot be read to its end: raised where Spark sees it
                unread.append(error)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for answer in process.stdout:
                yield answer.decode().rstrip("\n")
            feeder.join()
            if unread:
                raise unread[0]
            if process.wait() not in WENT_THROUGH:
                raise RuntimeError(f"'{command}' ended with {process.returncode}")
        finally:
            process.kill()  # whoever needs no more rows leaves none behind

    return read


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", help="JSON Lines as copydesk batch takes them; a file, a folder or a pattern")
    parser.add_argument("table", help="where the table goes")
    parser.add_argument("--master", default="local[*, 4]", help="where Spark runs; here: all cores, four tries")
    parser.add_argument("--partitions", type=int, default=16, help="at least so many; a task each")
    parser.add_argument("--command", default="copydesk batch --flat --jobs 1", help="what reads a partition")
    parser.add_argument("--text", metavar="FOLDER", help="keep the lines too, as they were written")
    given = parser.parse_args()

    quiet = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    spark = SparkSession.builder.master(given.master).appName("copydesk").config(map=quiet).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    pages = spark.sparkContext.textFile(given.pages, minPartitions=given.partitions)
    start = time.monotonic()
    articles = pages.mapPartitions(through(given.command))
    if given.text:
        articles.cache()
    spark.read.schema(SCHEMA).option("mode", "FAILFAST").json(articles).write.mode("overwrite").parquet(given.table)
    took = time.monotonic() - start
    if given.text:
        articles.saveAsTextFile(given.text)
    table = spark.read.parquet(given.table)
    rows, bad = table.count(), table.where("error_code is not null").count()
    print(f"{rows} rows, {bad} of them not read, {pages.getNumPartitions()} partitions, {given.master}: "
          f"{took:.1f} s, {rows / took:.0f} pages/s", file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main()
