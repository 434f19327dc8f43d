"""Espalier as its users meet it: the command line, its exit codes and its JSON lines."""

import json
import os
import subprocess
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND_TIMEOUT_SECONDS = 300


class Number(str):
    """A JSON number as it was written: `1`, `1.0` and `-0.0` stay apart, and 2^64 - 1 stays exact."""

    def is_integer(self):
        return not set(self) & set(".eE")

    def exact(self):
        return Decimal(str(self))


def parse_exactly(text):
    """JSON with its numbers left as text. `NaN` and `Infinity` as bare words are no JSON and are refused."""

    def refuse(word):
        raise AssertionError(f"{word} is not JSON: {text[:200]}")

    return json.loads(text, parse_float=Number, parse_int=Number, parse_constant=refuse)


@dataclass(frozen=True)
class Outcome:
    """What one command left behind."""

    command: str
    code: int
    stdout: str
    stderr: str

    def documents(self):
        """The JSON documents of `--json`, one a line; anything else on standard output is a fault."""
        return [parse_exactly(line) for line in self.stdout.splitlines()]

    def document(self):
        documents = self.documents()
        assert len(documents) == 1, f"{self.command}: expected one JSON document, got {len(documents)}"
        return documents[0]


class Espalier:
    """Runs `espalier` and holds it to the exit code that a test expects."""

    def __init__(self):
        self._launcher = os.environ.get("ESPALIER", str(ROOT / "espalier"))

    def run(self, *arguments, code=0, **environment):
        """One command. The exit code has to be `code`; None leaves the judgement to the caller."""
        words = [self._launcher, *(str(argument) for argument in arguments)]
        done = subprocess.run(
            words, capture_output=True, text=True, encoding="utf-8", timeout=COMMAND_TIMEOUT_SECONDS,
            env={**os.environ, **environment},
        )  # fmt: skip
        outcome = Outcome(" ".join(words)[:400], done.returncode, done.stdout, done.stderr)
        assert code is None or outcome.code == code, (
            f"{outcome.command}\nexit code {outcome.code}, expected {code}\n"
            f"{outcome.stderr[-3000:]}\n{outcome.stdout[-1000:]}"
        )
        return outcome

    def digests(self, *locations, code=0):
        """Every array of the locations: absolute path of the array -> its line of `digest --json`."""
        lines = self.run("digest", "--json", *locations, code=code).documents()
        found = {}
        for line in lines:
            array = os.path.normpath(os.path.join(line["location"], line["path"].strip("/")))
            assert array not in found, f"digest names {array} twice"
            found[array] = line
        return found
