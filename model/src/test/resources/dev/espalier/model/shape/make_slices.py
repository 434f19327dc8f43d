"""Writes slices.txt: which positions Python takes for a slice or an index of a sequence.

Each line has the extent, the text between the brackets, and the positions ("error" for none).
Run it with Python 3 in this directory.
"""

EXTENTS = (0, 1, 5)
ENDS = ("", -7, -5, -2, -1, 0, 1, 3, 5, 8)
STEPS = (None, "", 1, 2, 3, -1, -2, -7)

with open("slices.txt", "w", encoding="utf-8") as out:
    for extent in EXTENTS:
        sequence = range(extent)
        for index in ENDS[1:]:
            found = str(sequence[index]) if -extent <= index < extent else "error"
            print(extent, index, found, sep="\t", file=out)
        for start in ENDS:
            for stop in ENDS:
                for step in STEPS:
                    text = f"{start}:{stop}" + ("" if step is None else f":{step}")
                    parts = [None if p in ("", None) else p for p in (start, stop, step)]
                    print(
                        extent, text, ",".join(map(str, sequence[slice(*parts)])), sep="\t", file=out
                    )
