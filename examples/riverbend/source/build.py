#!/usr/bin/env python3
"""Rebuilds the binary documents of the example case from the sources beside this file.

    python3 -m venv .venv && .venv/bin/pip install weasyprint==70.0 && .venv/bin/python build.py

What it writes lies in ../documents and is committed as built: neither the program nor its tests need this script.
HTML becomes PDF by WeasyPrint (true superscripts, a clean text layer). The `.md` files are a small markup of our own that
becomes DOCX or ODT with real footnotes: `#` title, `##` heading, `=` subtitle, `| a | b |` table row, `[^n]` footnote call,
`[^n]: text` footnote, `{ins:who|text}`, `{del:who|text}`, `{comment:who|text}`.
"""
import pathlib
import re
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "documents"
STAMP = (2024, 6, 28, 9, 0, 0)  # one date for every member, so that a rebuild gives the same bytes


def pack(path, members, stored=()):
    with zipfile.ZipFile(path, "w") as z:
        for name, text in members:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            z.writestr(info, text)


def parse(name):
    """Blocks [(kind, text or cells)] and notes {label: text}."""
    blocks, notes = [], {}
    for line in (HERE / name).read_text("utf8").splitlines():
        if m := re.match(r"\[\^(\d+)\]:\s*(.*)", line):
            notes[int(m[1])] = m[2]
        elif line.startswith("|"):
            blocks.append(("row", [c.strip() for c in line.strip("|").split("|")]))
        elif line.startswith("## "):
            blocks.append(("heading", line[3:]))
        elif line.startswith("# "):
            blocks.append(("title", line[2:]))
        elif line.startswith("= "):
            blocks.append(("subtitle", line[2:]))
        elif line.strip():
            blocks.append(("paragraph", line))
    return blocks, notes


INLINE = re.compile(r"\[\^(\d+)\]|\{(ins|del|comment):([^|]*)\|([^}]*)\}")


def pieces(text):
    """Text cut at inline marks: ('text', s), ('note', n), ('ins'|'del'|'comment', who, s)."""
    at = 0
    for m in INLINE.finditer(text):
        if m.start() > at:
            yield ("text", text[at:m.start()])
        yield ("note", int(m[1])) if m[1] else (m[2], m[3], m[4])
        at = m.end()
    if at < len(text):
        yield ("text", text[at:])


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHEN = "2024-06-21T17:42:00Z"


def run(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def docx_runs(text, comments):
    out = []
    for piece in pieces(text):
        kind = piece[0]
        if kind == "text":
            out.append(run(piece[1]))
        elif kind == "note":
            out.append(f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{piece[1] + 1}"/></w:r>')
        elif kind == "comment":
            n = len(comments)
            comments.append((n, piece[1], piece[2]))
            out.append(f'<w:r><w:commentReference w:id="{n}"/></w:r>')
        else:
            who, words = piece[1:]
            body = run(words, "delText" if kind == "del" else "t")
            out.append(f'<w:{kind} w:id="{900 + len(out)}" w:author="{escape(who)}" w:date="{WHEN}">{body}</w:{kind}>')
    return "".join(out)


def docx(source, target, language, core, app=""):
    blocks, notes = parse(source)
    comments, body = [], []
    style = {"title": "Title", "subtitle": "Subtitle", "heading": "Heading1"}
    for kind, text in blocks:
        mark = f'<w:pPr><w:pStyle w:val="{style[kind]}"/></w:pPr>' if kind in style else ""
        body.append(f"<w:p>{mark}{docx_runs(text, comments)}</w:p>")
    foot = "".join(
        f'<w:footnote w:id="{n + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        + (run(" " + t) if t else "") + "</w:p></w:footnote>"
        for n, t in notes.items()
    )
    separators = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/>{p}</w:style>'
        for i, n, p in (
            ("Normal", "Normal", f'<w:rPr><w:lang w:val="{language}"/></w:rPr>'),
            ("Title", "Title", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'),
            ("Subtitle", "Subtitle", "<w:rPr><w:i/></w:rPr>"),
            ("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'),
            ("FootnoteText", "footnote text", '<w:rPr><w:sz w:val="18"/></w:rPr>'),
        )
    ) + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = [("styles", "styles"), ("footnotes", "footnotes")] + ([("comments", "comments")] if comments else [])
    wml = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    types = "".join(f'<Override PartName="/word/{p}.xml" ContentType="{wml}{p}+xml"/>' for p, _ in parts)
    members = [
        ("[Content_Types].xml", f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{wml}document.main+xml"/>{types}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'),
        ("_rels/.rels", f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="{office}/extended-properties" Target="docProps/app.xml"/></Relationships>'),
        ("word/document.xml", f"{XML}<w:document {W}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"),
        ("word/_rels/document.xml.rels", f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(f'<Relationship Id="rId{i}" Type="{office}/{t}" Target="{p}.xml"/>' for i, (p, t) in enumerate(parts, 1)) + "</Relationships>"),
        ("word/styles.xml", f"{XML}<w:styles {W}>{styles}</w:styles>"),
        ("word/footnotes.xml", f"{XML}<w:footnotes {W}>{separators}{foot}</w:footnotes>"),
    ]
    if comments:
        words = "".join(f'<w:comment w:id="{n}" w:author="{escape(who)}" w:date="{WHEN}"><w:p>{run(t)}</w:p></w:comment>' for n, who, t in comments)
        members.append(("word/comments.xml", f"{XML}<w:comments {W}>{words}</w:comments>"))
    members += [
        ("docProps/core.xml", f'{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{core}</cp:coreProperties>'),
        ("docProps/app.xml", f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application>{app}</Properties>'),
    ]
    pack(OUT / target, members)


def odt(source, target):
    blocks, notes = parse(source)

    def inline(text):
        out = []
        for kind, value in pieces(text):
            if kind == "text":
                out.append(escape(value))
            else:
                out.append(f'<text:note text:id="ftn{value}" text:note-class="footnote"><text:note-citation>{value}</text:note-citation><text:note-body><text:p>{escape(notes[value])}</text:p></text:note-body></text:note>')
        return "".join(out)

    body, rows = [], []
    for kind, value in blocks + [("end", "")]:
        if kind == "row":
            rows.append("<table:table-row>" + "".join(f"<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>" for c in value) + "</table:table-row>")
            continue
        if rows:
            body.append(f'<table:table table:name="Figures"><table:table-column table:number-columns-repeated="6"/>{"".join(rows)}</table:table>')
            rows = []
        if kind == "title":
            body.append(f'<text:p text:style-name="Title">{inline(value)}</text:p>')
        elif kind != "end":
            body.append(f"<text:p>{inline(value)}</text:p>")
    ns = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("meta", "meta"), ("manifest", "manifest")))
    mime = "application/vnd.oasis.opendocument.text"
    pack(OUT / target, [
        ("mimetype", mime),
        ("META-INF/manifest.xml", f'{XML}<manifest:manifest {ns} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>'),
        ("content.xml", f'{XML}<office:document-content {ns} office:version="1.3"><office:body><office:text>{"".join(body)}</office:text></office:body></office:document-content>'),
        ("styles.xml", f'{XML}<office:document-styles {ns} office:version="1.3"><office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles></office:document-styles>'),
        ("meta.xml", f'{XML}<office:document-meta {ns} office:version="1.3"><office:meta><meta:generator>LibreOffice</meta:generator></office:meta></office:document-meta>'),
    ], stored=("mimetype",))


def facsimile():
    """The communiqué as a photographed page: a picture of text, with no text layer."""
    from PIL import Image, ImageDraw, ImageFont

    fonts = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
    page = Image.new("L", (900, 1272), 244)
    draw = ImageDraw.Draw(page)
    y = 120
    for line in (HERE / "communique-22.txt").read_text("utf8").splitlines():
        words, row = line.split(), ""
        font = ImageFont.truetype(fonts, 20)
        for word in words + [None]:
            if word is None or draw.textlength(f"{row} {word}", font) > 660:
                draw.text((120, y), row, 40, font)
                y += 29
                row = word or ""
            else:
                row = f"{row} {word}".strip()
    page.rotate(0.7, fillcolor=225).quantize(8).save(HERE / "communique-22.png", optimize=True)


def pdf(source, target):
    from weasyprint import HTML

    text = (HERE / source).read_text("utf8")
    text = re.sub(r"\^([\d, ]+)\^", r"<sup>\1</sup>", text)
    text = re.sub(r"\[\[(.*?)\]\]", r'<span class="fn">\1</span>', text)
    HTML(string=text, base_url=str(HERE)).write_pdf(OUT / target)


def main():
    facsimile()
    pdf("the-ferry-and-the-fees.html", "the-ferry-and-the-fees.pdf")
    pdf("panel-midterm-extract.html", "panel-midterm-extract.pdf")
    (OUT / "communique-22.txt").write_bytes((HERE / "communique-22.txt").read_bytes())
    # The leak that S02 is to find: who wrote it, on which machine, whom a remark and a deletion name.
    docx("field-memo.md", "field-memo.docx", "en-US",
         "<dc:title>Riverbend: what survivors and records say</dc:title><dc:creator>Leonie Strand</dc:creator><cp:lastModifiedBy>Moussa Adeki</cp:lastModifiedBy>"
         '<dcterms:created xsi:type="dcterms:W3CDTF">2024-06-18T08:12:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-06-21T17:42:00Z</dcterms:modified>',
         r"<Template>C:\Users\lstrand\Riverbend\sources\memo.dotx</Template><Company>Sable Rights Observatory</Company>")
    docx("note-riverain.md", "note-riverain.docx", "fr-FR", "<dc:title>Le bac, la taxe et les morts</dc:title>")
    odt("figures-by-source.md", "figures-by-source.odt")


if __name__ == "__main__":
    main()
