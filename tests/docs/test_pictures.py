"""Every kind of page has a picture in the documentation, and the page about the pictures says what each shows."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from tests.every_page import kinds
from tests.pictures import FOLDER, PICTURES, SIGNATURE, files, index, smaller


def test_every_kind_of_page_has_a_picture() -> None:
    assert {one.kind for one in PICTURES} == kinds()


def test_the_pictures_are_there_and_told_of() -> None:
    there = {path.name for path in FOLDER.glob("*.png")}
    assert there == {file for _, file, *_ in files()}
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == index()
    assert all(f"]({name})" in index() for name in there)


def test_the_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert sum(sizes.values()) < 6_000_000 and max(sizes.values()) < 300_000


def png_of(dots: np.ndarray, kind: int) -> bytes:
    """A picture of these dots, every line with this filter."""
    height, width, channels = dots.shape
    wide = np.pad(dots.astype(int), ((1, 0), (1, 0), (0, 0)))
    left, up, corner = wide[1:, :-1], wide[:-1, 1:], wide[:-1, :-1]
    near = left + up - corner
    gaps = np.stack([abs(near - left), abs(near - up), abs(near - corner)])
    paeth = np.choose(gaps.argmin(0), [left, up, corner])
    lines = (dots - [np.zeros_like(dots), left, up, (left + up) // 2, paeth][kind]).astype(np.uint8).reshape(height, -1)
    body = zlib.compress(np.concatenate([np.full((height, 1), kind, np.uint8), lines], axis=1).tobytes())
    head = struct.pack(">IIBBBBB", width, height, 8, 2 if channels == 3 else 6, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", body))
    return SIGNATURE + b"".join(struct.pack(">I", len(part)) + name + part + b"\0\0\0\0" for name, part in pieces)


@pytest.mark.parametrize("kind", range(5))
@pytest.mark.parametrize("channels", [3, 4])
def test_a_picture_of_few_colours_is_the_same_when_made_smaller(kind: int, channels: int) -> None:
    random = np.random.default_rng(kind)
    dots = random.integers(0, 256, (16, channels))[random.integers(0, 16, (9, 7))].astype(np.uint8)
    png = smaller(png_of(dots, kind))
    palette = np.frombuffer(png[png.index(b"PLTE") + 4 :], np.uint8)
    length = struct.unpack(">I", png[png.index(b"IDAT") - 4 : png.index(b"IDAT")])[0]
    lines = np.frombuffer(zlib.decompress(png[png.index(b"IDAT") + 4 :][:length]), np.uint8).reshape(9, 8)[:, 1:]
    shown = np.stack([palette[lines.astype(int) * 3 + part] for part in range(3)], axis=2)
    assert (shown == dots[:, :, :3]).all()
