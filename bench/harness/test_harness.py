"""What the harness makes of samples: run by `mvn verify`, or with `python3 -m unittest` in this folder."""

import unittest
from pathlib import Path

import arrays
import cases
import opening
import page
import plate
import verdicts
from statistics_of import Summary, summaries


class Verdicts(unittest.TestCase):
    def test_a_row_meets_the_smaller_of_tensorstore_and_nine_tenths_of_the_limit(self):
        self.assertEqual(verdicts.throughput(900, limit=1000, tensorstore=5000, zarr_python=100), verdicts.MEETS)
        self.assertEqual(verdicts.throughput(899, limit=1000, tensorstore=5000, zarr_python=100), verdicts.SHORT)
        self.assertEqual(verdicts.throughput(300, limit=1000, tensorstore=300, zarr_python=100), verdicts.MEETS)
        self.assertEqual(verdicts.throughput(299, limit=1000, tensorstore=300, zarr_python=100), verdicts.SHORT)

    def test_a_row_meets_the_smaller_of_twice_zarr_python_and_nine_tenths_of_the_limit(self):
        self.assertEqual(verdicts.throughput(400, limit=1000, tensorstore=100, zarr_python=200), verdicts.MEETS)
        self.assertEqual(verdicts.throughput(399, limit=1000, tensorstore=100, zarr_python=200), verdicts.SHORT)
        self.assertEqual(verdicts.throughput(900, limit=1000, tensorstore=100, zarr_python=600), verdicts.MEETS)

    def test_a_row_without_a_peer_is_left_open(self):
        self.assertEqual(verdicts.throughput(900, 1000, None, 100), verdicts.UNKNOWN)
        self.assertEqual(verdicts.throughput(900, 1000, 100, None), verdicts.UNKNOWN)
        self.assertEqual(verdicts.throughput(900, None, 100, 100), verdicts.UNKNOWN)
        self.assertEqual(verdicts.chunk(1, None, 1), verdicts.UNKNOWN)

    def test_a_chunk_takes_at_most_half_the_time_of_tensorstore(self):
        self.assertEqual(verdicts.chunk(0.5, tensorstore=1.0, limit=0.1), verdicts.MEETS)
        self.assertEqual(verdicts.chunk(0.51, tensorstore=1.0, limit=0.1), verdicts.SHORT)

    def test_a_chunk_that_no_loop_could_read_in_time_says_so(self):
        self.assertEqual(verdicts.chunk(0.9, tensorstore=1.0, limit=0.8), "falls short; so does the limit")

    def test_opening_takes_at_most_twice_the_time_of_the_bare_program(self):
        self.assertEqual(verdicts.opening(2.0, 1.0), verdicts.MEETS)
        self.assertEqual(verdicts.opening(2.1, 1.0), verdicts.SHORT)


class Summaries(unittest.TestCase):
    def test_each_turn_counts_once_whatever_it_has_of_samples(self):
        summary = Summary.of([[1, 1, 1, 1, 1], [3], [2]])
        self.assertEqual((summary.median, summary.best, summary.count, summary.spread), (2, 1, 7, 1.0))

    def test_records_without_samples_are_not_counted(self):
        records = [{"engine": "a", "samples": [2.0]}, {"engine": "a", "equal": 1}, {"engine": "b", "samples": [4.0]}]
        found = summaries(records, "engine")
        self.assertEqual({key: summary.median for key, summary in found.items()}, {("a",): 2.0, ("b",): 4.0})


class Tables(unittest.TestCase):
    def records(self, seconds: dict) -> list[dict]:
        return [
            {"part": "arrays", "case": "none-plain", "job": "write", "engine": engine, "samples": [time]}
            for engine, time in seconds.items()
        ]

    def test_a_row_shows_speeds_ratios_and_the_verdict(self):
        seconds = {"espalier": 0.1, "tensorstore": 0.2, "zarr-python": 0.4, "limit": 0.08}
        text = arrays.render(self.records(seconds), smoke=False)
        row = next(line for line in text.splitlines() if line.startswith("| write all | none | plain"))
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        self.assertEqual(cells[3:9], ["2684 (2684)", "1342 (1342)", "671 (671)", "", "", "3355 (3355)"])
        self.assertEqual(cells[9:], ["2.00", "4.00", "80 %", "0 %", "meets"])

    def test_a_smoke_run_judges_nothing(self):
        seconds = {"espalier": 0.1, "tensorstore": 0.2, "zarr-python": 0.4, "limit": 0.08}
        text = arrays.render(self.records(seconds), smoke=True)
        self.assertIn("| not judged |", text)
        self.assertNotIn("| meets |", text)

    def test_opening_is_compared_with_as_many_threads(self):
        records = [
            {"part": "open", "job": "known", "threads": threads, "engine": engine, "samples": [seconds]}
            for threads, engine, seconds in [(1, "espalier", 3), (1, "bare", 1), (2, "espalier", 1.5), (2, "bare", 1)]
        ]
        rows = [line for line in opening.render(records, smoke=False).splitlines() if "known children" in line]
        self.assertEqual(len(rows), 2)
        self.assertIn("| 3.00 | 0 % | falls short |", rows[0])
        self.assertIn("| 1.50 | 0 % | meets |", rows[1])


class Cases(unittest.TestCase):
    def test_every_chain_is_stored_plain_and_sharded(self):
        self.assertEqual(len(cases.cases()), 2 * len(cases.CHAINS))

    def test_a_shard_holds_the_codecs_of_its_chunks(self):
        fields = cases.Case("zstd-3", "sharded").fields(cases.FULL)
        [sharding] = fields["document"]["codecs"]
        self.assertEqual(sharding["configuration"]["codecs"], cases.CHAINS["zstd-3"])
        self.assertEqual(fields["document"]["chunk_grid"]["configuration"]["chunk_shape"], [256] * 3)

    def test_every_chunk_is_read_once_in_an_order_that_stays(self):
        order = cases.FULL.chunk_order(256)
        self.assertEqual(len({tuple(start) for start in order}), 256)
        self.assertEqual(order, cases.FULL.chunk_order(256))
        self.assertNotEqual(order, sorted(order))


class Pages(unittest.TestCase):
    def test_only_what_stands_between_the_marks_is_replaced(self):
        text = "a\n<!-- bench:open -->\nold\n<!-- /bench:open -->\nb\n"
        self.assertEqual(
            page.with_part(text, "open", "new"), "a\n<!-- bench:open -->\n\nnew\n\n<!-- /bench:open -->\nb\n"
        )

    def test_a_page_without_the_marks_is_left_alone(self):
        with self.assertRaises(ValueError):
            page.with_part("a", "open", "new")

    def test_docs_have_the_marks_of_every_part(self):
        text = (Path(__file__).resolve().parents[2] / "docs" / "performance.md").read_text(encoding="utf-8")
        for part in ("arrays", "open", "memory", "codecs", "validate"):
            page.with_part(text, part, "new")


class Plates(unittest.TestCase):
    def test_the_plate_has_as_many_nodes_as_it_says(self):
        self.assertEqual(plate.FULL.nodes, 21_137)
        self.assertEqual(len(plate.documents(plate.SMOKE)), plate.SMOKE.nodes)

    def test_levels_share_few_texts(self):
        arrays_of = [str(d) for d in plate.documents(plate.SMOKE).values() if d["node_type"] == "array"]
        self.assertEqual(len(set(arrays_of)), plate.SMOKE.levels)


if __name__ == "__main__":
    unittest.main()
