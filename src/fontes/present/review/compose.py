"""The whole review, from its questions to its appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fontes.model.lens import PLAIN, Lens
from fontes.present.pages import text_of
from fontes.present.phrasing import review as words
from fontes.present.phrasing import wording
from fontes.present.review.appendix import appendices
from fontes.present.review.draft import Draft, DraftParagraph, DraftSection, DraftTable
from fontes.present.review.introduction import introduction
from fontes.present.review.material import Material
from fontes.present.review.narrative import by_question
from fontes.present.review.parts import explanations
from fontes.present.review.scrutiny import chief_case, sources
from fontes.present.review.sides import Story
from fontes.present.review.spelt import spell
from fontes.present.review.told import Review
from fontes.present.review.unsettled import unsettled
from fontes.present.review.wordings import spoken
from fontes.present.rooms import naming


def review(m: Material) -> Review:
    """The review of what the material holds. Of what is recorded nothing is added to; each sentence has its reasons."""
    preface = m.corpus.preface
    title = m.corpus.questions[m.questions[0]].wording if m.asked else preface.title or preface.id or wording.UNTITLED
    return Review(title, assumptions(m), spell(m.corpus, _once(_sections(m))), preface.language)


def _sections(m: Material) -> Iterator[DraftSection]:
    story = Story(m, chief=chief_case(m))
    yield from introduction(m)
    yield from by_question(story)
    yield from sources(m, story.chief)
    yield from unsettled(m)
    yield from explanations(m)
    yield from appendices(m, story.told)


def _once(sections: Iterable[DraftSection]) -> Iterator[DraftSection]:
    """No sentence twice, and no paragraph left empty."""
    said: set[object] = set()
    for section in sections:
        blocks: list[DraftParagraph | DraftTable] = []
        for block in section.blocks:
            if isinstance(block, DraftTable):
                blocks.append(block)
                continue
            kept: list[Draft] = []
            for one in block.sentences:
                if one.line not in said:
                    said.add(one.line)
                    kept.append(one)
            if kept:
                blocks.append(DraftParagraph(tuple(kept), block.topic))
        yield DraftSection(section.heading, tuple(blocks), section.level)


def assumptions(m: Material) -> str:
    """The lens in words; empty for the plain one."""
    lens: Lens = m.statuses.lens
    if lens == PLAIN:
        return ""
    apart = sorted({*lens.inauthentic, *lens.without_access})
    said = [
        words.LENS_AS_OF.format(date=spoken(m.corpus, lens.as_of)) if lens.as_of else "",
        words.LENS_PUBLISHED.format(date=spoken(m.corpus, lens.published_by)) if lens.published_by else "",
        words.LENS_DISTRUST.format(units=text_of(naming.units(m.corpus, sorted(lens.distrust)))) if lens.distrust else "",
        words.LENS_COUNTING if lens.criticisms else "",
        words.LENS_OTHER.format(units=", ".join(apart)) if apart else "",
    ]
    return words.LENS_LINE.format(assumptions="; ".join(filter(None, said))) if any(said) else ""
