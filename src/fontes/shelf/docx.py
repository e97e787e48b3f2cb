"""The dress of a DOCX: what is changed in the parts that pandoc writes, so that a review looks like a page of a book."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

FOOTER = "footer-pages.xml"
FOOT = (
    '<?xml version="1.0" encoding="UTF-8"?><w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>'
    '<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="18"/>'
    '</w:rPr><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rIdPages" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:bottom="1700" w:left="1750" w:right="1750" w:header="850" w:footer="850" w:gutter="0"/>'
    "</w:sectPr>"
)
_FACE = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Georgia"/>'
_LINES = '<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'
_SHAPES: Mapping[str, tuple[str, str]] = {
    "Title": ('<w:keepNext/><w:spacing w:before="0" w:after="200" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>', '<w:sz w:val="38"/>'),
    "Subtitle": ('<w:spacing w:before="0" w:after="360"/><w:jc w:val="left"/>', '<w:i/><w:color w:val="5F5A4E"/><w:sz w:val="18"/>'),
    "Heading1": ('<w:keepNext/><w:keepLines/><w:spacing w:before="480" w:after="160"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="26"/>'),
    "Heading2": ('<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="1"/>', '<w:i/><w:sz w:val="22"/>'),
    "BodyText": (f'<w:widowControl/>{_LINES.format(before=0, after=0, line=290)}<w:ind w:firstLine="280"/><w:jc w:val="both"/>', ""),
    "FirstParagraph": ('<w:ind w:firstLine="0"/>', ""),
    "Compact": (f'{_LINES.format(before=30, after=30, line=250)}<w:ind w:firstLine="0"/><w:jc w:val="left"/>', '<w:sz w:val="18"/>'),
    "FootnoteText": ('<w:spacing w:before="0" w:after="30" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="17"/>'),
    "FootnoteBlockText": ('<w:spacing w:before="0" w:after="30"/>', '<w:sz w:val="17"/>'),
}
"""For each style of paragraph what stands in its paragraph and in its letters; sizes are in half points, spaces in twentieths."""


def _styles(xml: str) -> str:
    """Every style in the ink and the face of the text, and the sizes of a book page."""
    xml = re.sub(r"<w:color [^>]*/>", '<w:color w:val="1D1B16"/>', xml)
    xml = re.sub(r"<w:rFonts [^>]*(?:Theme|ascii)[^>]*/>", _FACE, xml)
    xml = re.sub(r'(<w:docDefaults>.*?)<w:sz w:val="\d+" ?/>', r'\1<w:sz w:val="21"/>', xml, count=1, flags=re.DOTALL)
    return re.sub(r'<w:style [^>]*w:styleId="(\w+)".*?</w:style>', _shaped, xml, flags=re.DOTALL)


def _shaped(found: re.Match[str]) -> str:
    """One style, dressed where there is a dress for it."""
    style = found[0]
    if found[1] not in _SHAPES:
        return style
    paragraph, letters = _SHAPES[found[1]]
    kept = re.sub(r"<w:pPr>.*?</w:pPr>|<w:rPr>.*?</w:rPr>|<w:semiHidden ?/>|<w:unhideWhenUsed ?/>", "", style, flags=re.DOTALL)
    dress = f"<w:pPr>{paragraph}</w:pPr><w:rPr>{_FACE}{letters}</w:rPr>" if letters else f"<w:pPr>{paragraph}</w:pPr>"
    return kept.replace("</w:style>", f"{dress}</w:style>")


def _document(xml: str) -> str:
    """One section on A4 with numbered pages; notes are counted through. Rows of a table are not broken, and have a hair line under them."""
    xml = re.sub(r"<w:sectPr>.*?</w:sectPr>|<w:sectPr ?/>", _SECTION, xml, flags=re.DOTALL)
    xml = re.sub(r"<w:tblPr>", '<w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="2" w:color="B5AF9F"/></w:tblBorders>', xml)
    return _in_order(xml.replace("<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"))


def _in_order(xml: str) -> str:
    """The borders of a table stand after its width, as the schema has it."""
    borders = r"(<w:tblBorders>.*?</w:tblBorders>)(<w:tblStyle [^>]*/>)?((?:<w:tblW [^>]*/>)?)"
    return re.sub(borders, lambda found: f"{found[2] or ''}{found[3]}{found[1]}", xml)


def _relations(xml: str) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
    return xml.replace("</Relationships>", f'<Relationship Id="rIdPages" Type="{kind}" Target="{FOOTER}"/></Relationships>')


def _kinds(xml: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    return xml.replace("</Types>", f'<Override PartName="/word/{FOOTER}" ContentType="{kind}"/></Types>')


def _undated(xml: str) -> str:
    return re.sub(r"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", "", xml)


DRESSED: Mapping[str, Callable[[str], str]] = {
    "word/styles.xml": _styles,
    "word/document.xml": _document,
    "word/_rels/document.xml.rels": _relations,
    "[Content_Types].xml": _kinds,
    "docProps/core.xml": _undated,
}
"""What is done to each part."""
