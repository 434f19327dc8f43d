"""Puts what was measured into docs/performance.md: what stands between the marks of a part is replaced."""

from __future__ import annotations

from pathlib import Path


def with_part(page: str, part: str, text: str) -> str:
    """The page with another text between the marks of a part."""
    begin, end = f"<!-- bench:{part} -->", f"<!-- /bench:{part} -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the page has no {begin} ... {end}")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def write(file: Path, parts: dict[str, str]) -> None:
    page = file.read_text(encoding="utf-8")
    for part, text in parts.items():
        page = with_part(page, part, text)
    file.write_text(page, encoding="utf-8")
