"""Best path of tags: an inside tag only after its own begin or inside."""

TYPES = ("PER", "ORG", "LOC")
BEFORE = [[t for t in range(7) if not (to and to % 2 == 0) or t in (to - 1, to)] for to in range(7)]


def viterbi(scores):
    """Tags of a document from its scores (rows of 7); ties go to the lower tag."""
    if len(scores) == 0:
        return []
    best = [s if not (t and t % 2 == 0) else -1e9 for t, s in enumerate(scores[0])]
    back = []
    for row in scores[1:]:
        step = [max(BEFORE[t], key=lambda p: (best[p], -p)) for t in range(7)]
        back.append(step)
        best = [best[step[t]] + row[t] for t in range(7)]
    t = max(range(7), key=lambda p: (best[p], -p))
    path = [t]
    for step in reversed(back):
        t = step[t]
        path.append(t)
    return path[::-1]


def spans(tags, offsets):
    """[{start, end, type}] in the units of `offsets`."""
    out = []
    for i, t in enumerate(tags):
        if t % 2 == 1:
            end = i + 1
            while end < len(tags) and tags[end] == t + 1:
                end += 1
            out.append({"start": offsets[i][0], "end": offsets[end - 1][1], "type": TYPES[t // 2]})
    return out
