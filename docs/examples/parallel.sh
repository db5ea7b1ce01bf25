#!/usr/bin/env bash
# Reads pages with copydesk on several cores by GNU parallel:
#
#   parallel.sh pages.jsonl articles.jsonl [JOBS]
#
# The file is cut between lines into blocks, each goes through a process of its own, and the answers are put together in
# the order of the blocks. A process that ends badly is tried again, three times in all, and what it had written is dropped;
# a block with lines that could not be read is no failure (exit status 3). COPYDESK names the command,
# BLOCK the size of a block.
set -euo pipefail

pages=$1
out=$2
jobs=${3:-100%}
export COPYDESK=${COPYDESK:-copydesk batch --flat --jobs 1}

# Not by parallel's own --retries: those give the second try nothing of the block to read.
through() {
  local folder block answers code
  folder=$(mktemp -d)
  block=$folder/block answers=$folder/answers
  cat >"$block"
  for _ in 1 2 3; do
    code=0
    $COPYDESK <"$block" >"$answers" || code=$?
    if [ "$code" = 0 ] || [ "$code" = 3 ]; then
      cat "$answers"
      rm -r "$folder"
      return
    fi
  done
  rm -r "$folder"
  return "$code"
}
export -f through

SHELL=$(command -v bash) parallel --pipepart --arg-file "$pages" --block "${BLOCK:-1M}" --jobs "$jobs" --keep-order through >"$out"
