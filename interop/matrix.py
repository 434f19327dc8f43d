"""Runs the matrix: each side writes every cell, the other reads it, and every outcome is kept."""

import json
import re
from collections import Counter
from dataclasses import dataclass, replace

from matrix_cells import digest, write_document, write_groups, write_plainly
from matrix_peers import PEERS, reason

# An error of Espalier's about a node: its rule and path in one line, what is wrong in the next.
_FINDING = re.compile(r"^  error (\S+) at (/\S*)(?: \(.*\))?\n +(.*)$", re.MULTILINE)
_ATTEMPTS = 3
# zarr-python writes and reads structs in the machine's byte order, whatever the document says (its issue 4141).
_KNOWN_FAULTS = {("zarr-python", "big-endian", "structured")}
# Espalier reads back what it writes; no peer is needed for that, so it is not counted.
ITSELF = "espalier"


@dataclass(frozen=True)
class Outcome:
    """What became of one array on its way from one side to the other."""

    cell: object
    peer: str
    espalier_writes: bool
    # "same"; "espalier" or "peer", who refuses it by name; "fault", the peer's; "wrong"
    verdict: str
    detail: str = ""


def run(espalier, directory, every, version):
    """All outcomes: Espalier is called about six times, whatever the number of cells."""
    directory.mkdir()
    by_peers = list(_peers_write(espalier, directory, every, version))
    able = {(o.peer, o.cell.path) for o in by_peers if o.verdict in ("same", "espalier")}
    by_espalier = [_judged(o, able) for o in _espalier_writes(espalier, directory, every, version)]
    return [*by_espalier, *by_peers]


def _judged(outcome, able):
    """A peer that can do it itself and refuses what Espalier wrote of it has found a fault of ours."""
    if outcome.cell.kind.name == "structured":
        return outcome  # it is written as the registered struct, which zarr-python knows from 3.3 on
    if outcome.verdict == "peer" and (outcome.peer, outcome.cell.path) in able:
        return replace(outcome, verdict="wrong")
    return outcome


def _espalier_writes(espalier, directory, every, version):
    write_plainly(directory / "plain", every)
    refused = {}
    for path, line in _digests(espalier, directory / "plain").items():
        if "error" in line:
            refused[path] = line["error"]
    target = directory / "by-espalier"
    for _ in range(_ATTEMPTS):
        wanted = {f"/{c.path}": c.declared() for c in every if c.path not in refused}
        (directory / "spec.json").write_text(json.dumps(wanted), encoding="utf-8")
        words = ["--from", directory / "plain", "--format", "zarr" if version == 3 else "zarr2"]
        done = espalier.run("create", directory / "spec.json", target, *words, code=None)
        if done.code == 0:
            break
        told = {path.strip("/"): text for _, path, text in _FINDING.findall(done.stderr)}
        assert told, done.stderr[:3000]
        refused.update(told)
    assert done.code == 0, done.stderr[:3000]
    own = _digests(espalier, target)
    for cell in every:
        if cell.path not in refused:
            same = own[cell.path].get("sha256") == digest(cell.kind, cell.values())
            yield Outcome(cell, ITSELF, True, "same" if same else "wrong", str(own[cell.path]))
        for peer in PEERS:
            if cell.path in refused:
                yield Outcome(cell, peer.name, True, "espalier", refused[cell.path])
            else:
                yield _read_by_peer(cell, peer, target / cell.path)


def _read_by_peer(cell, peer, path):
    try:
        values = peer.read(path, cell.kind)
    except Exception as fault:
        return Outcome(cell, peer.name, True, "peer", reason(fault))
    if values == cell.values():
        return Outcome(cell, peer.name, True, "same")
    return Outcome(cell, peer.name, True, "fault" if _is_at_fault(cell, peer, path) else "wrong", "other values")


def _is_at_fault(cell, peer, path):
    """Whether a peer that reads something else is known for that, or reads its own work otherwise than it wrote it."""
    if (peer.name, cell.chain, cell.kind.name) in _KNOWN_FAULTS:
        return True
    own = path.parent / f"own-{peer.name}-{path.name}"
    write_document(own, cell.document())
    try:
        peer.write(own, cell.kind, cell.values())
        return peer.read(own, cell.kind) != cell.values()
    except Exception:
        return False


def _peers_write(espalier, directory, every, version):
    root = directory / "by-peers"
    root.mkdir()
    fates = {}
    for peer in PEERS:
        write_groups(root / peer.name, every, version)
        for cell in every:
            fates[peer.name, cell.path] = _write_by_peer(cell, peer, root / peer.name / cell.path)
    for peer in PEERS:
        found = _digests(espalier, root / peer.name)
        for cell in every:
            verdict, detail = fates[peer.name, cell.path]
            if verdict == "same":
                line = found[cell.path]
                if "error" in line:
                    verdict, detail = "espalier", line["error"]
                elif line["sha256"] != digest(cell.kind, cell.values()):
                    known = (peer.name, cell.chain, cell.kind.name) in _KNOWN_FAULTS
                    verdict, detail = "fault" if known else "wrong", "other values"
            yield Outcome(cell, peer.name, False, verdict, detail)


def _write_by_peer(cell, peer, path):
    write_document(path, cell.document())
    try:
        peer.write(path, cell.kind, cell.values())
        same = peer.read(path, cell.kind) == cell.values()
    except Exception as fault:
        return "peer", reason(fault)
    return ("same", "") if same else ("fault", "it reads other values than it wrote")


def _digests(espalier, root):
    lines = espalier.run("digest", "--json", root, code=None).documents()
    return {line["path"].strip("/"): line for line in lines}


def counts(outcomes):
    return Counter(outcome.verdict for outcome in outcomes if outcome.peer != ITSELF)
