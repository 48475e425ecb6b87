"""Letters on paper are the letters of the name, in any script: the pixels of the page beside those of one whole font (G9, I9)."""

from functools import cache
from html import escape
from itertools import permutations

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageStat

from gezinsplan import pdf
from start.native import font_file
from start.paths import ROOT

pytestmark = [pytest.mark.eis("G9", "I9"), pytest.mark.heavy("makes a real paper, and looks at it")]

POINTS, PER_POINT = 36, 4
# How many dots an edge may lie beside itself, on both sides; and how much of the ink may lie farther off.
NEAR, SAME = 7, 0.005
SOURCE = {style: ROOT / "static" / "vendor" / "source-sans" / f"{style}.ttf" for style in ("Regular", "Semibold")}
# What is written, how, and in which font it should come out.
WORDS = [
    ("Şenay", "span", SOURCE["Regular"]),
    ("Şenay", "b", SOURCE["Semibold"]),
    ("Łukasz", "span", SOURCE["Regular"]),
    ("Łukasz", "b", SOURCE["Semibold"]),
    ("Ở Đặng", "span", SOURCE["Regular"]),
    ("Işıl Yıldız", "span", SOURCE["Regular"]),
    ("Мария", "span", SOURCE["Regular"]),
    ("Ελένη", "span", SOURCE["Regular"]),
    ("محمد علي", "span", "NotoSansArabic-Regular"),
    ("فاطمة", "b", "NotoSansArabic-Bold"),
    ("王小明", "span", "DroidSansFallbackFull"),
    ("ሃና ተስፋዬ", "span", "NotoSansEthiopic-Regular"),
    ("אברהם", "span", "NotoSansHebrew-Regular"),
    ("राम", "span", "NotoSansDevanagari-Regular"),
    ("ქართული", "i", "NotoSansGeorgian-Regular"),
    ("🎉", "span", "NotoColorEmoji"),
    ("👩‍👧", "span", "NotoColorEmoji"),
]


@cache
def on_paper():
    """The ink of each word, all of one paper, as they stand in a plan: swapping begins with two fonts in one document."""
    pages = "".join(
        f'<div style="font-size: {POINTS}pt; color: #000; break-after: page"><{tag}>{escape(word)}</{tag}></div>'
        for word, tag, _font in WORDS
    )
    small = "<style>@page { size: 140mm 50mm; margin: 5mm; @bottom-left { content: none } @bottom-right { content: none } }</style>"
    made = pypdfium2.PdfDocument(pdf.maak(f'<html lang="nl"><title>Letters</title>{small}<body>{pages}</body></html>'))
    return [ink(made[number].render(scale=PER_POINT).to_pil()) for number in range(len(WORDS))]


def ink(picture: Image.Image) -> Image.Image:
    """What is not white, cut out, with dark as 255."""
    dark = ImageChops.invert(picture.convert("L"))
    return dark.crop(dark.point(lambda level: 255 if level > 40 else 0).getbbox())


def drawn(word: str, font) -> Image.Image:
    """The same word by FreeType, from that one file."""
    path = str(font_file(font) if isinstance(font, str) else font)
    in_colour = "Emoji" in path
    # Its pictures have one size.
    pixels = 109 if in_colour else POINTS * PER_POINT
    letters = ImageFont.truetype(path, pixels, layout_engine=ImageFont.Layout.RAQM)
    picture = Image.new("RGB", (pixels * 2 * len(word), pixels * 3), "white")
    ImageDraw.Draw(picture).text((pixels // 2, pixels // 2), word, "black", letters, embedded_color=in_colour)
    return ink(picture)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Of the ink of both together, how much has none of the other's beside it; 1 for a word of another shape."""
    if abs(one.width / one.height - other.width / other.height) > 0.1 * other.width / other.height:
        return 1
    other = other.resize(one.size)
    # Two programs never put an edge on the same dots.
    alone = [
        ImageChops.subtract(here, there.filter(ImageFilter.MaxFilter(NEAR)))
        for here, there in permutations((one, other))
    ]
    return sum(map(_amount, alone)) / (_amount(one) + _amount(other))


def _amount(picture: Image.Image) -> float:
    return ImageStat.Stat(picture).sum[0]


@pytest.mark.parametrize("number", range(len(WORDS)), ids=lambda number: f"{WORDS[number][0]}-{WORDS[number][1]}")
def test_a_name_comes_out_in_its_own_letters(number):
    word, _tag, font = WORDS[number]
    assert difference(on_paper()[number], drawn(word, font)) < SAME


@pytest.mark.parametrize(
    ("word", "other"),
    [("Şenay", "Senay"), ("Łukasz", "Lukasz"), ("Şenay", "Şgpca"), ("Ở Đặng", "O Dang"), ("Мария", "Марня")],
)
def test_the_comparison_sees_one_wrong_letter(word, other):
    regular = SOURCE["Regular"]
    place = [row[0] for row in WORDS].index(word)
    right, wrong = (difference(on_paper()[place], drawn(text, regular)) for text in (word, other))
    assert right < SAME < wrong / 2
