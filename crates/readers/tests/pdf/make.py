#!/usr/bin/env python3
"""Makes the PDFs of this folder; all events, people and works in them are invented.

Needs: pip install reportlab==4.* typst weasyprint pillow; LibreOffice (soffice), qpdf. The PDFs are committed: tests need none of it.
"""
import pathlib, subprocess, textwrap
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import Frame, Paragraph
from reportlab.lib.enums import TA_JUSTIFY
from PIL import Image, ImageDraw

HERE = pathlib.Path(__file__).parent
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12.5, alignment=TA_JUSTIFY, spaceAfter=6)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=14, leading=17, spaceBefore=8, spaceAfter=6)
CAPTION = ParagraphStyle("caption", fontName="Helvetica-Oblique", fontSize=8, leading=10, spaceAfter=8)
QUOTE = ParagraphStyle("quote", fontName="Helvetica", fontSize=15, leading=19, textColor="#993300", spaceBefore=8, spaceAfter=8)
NOTE = ParagraphStyle("note", fontName="Times-Roman", fontSize=8, leading=9.6, leftIndent=16, firstLineIndent=-16)
SIDE = ParagraphStyle("side", fontName="Helvetica", fontSize=8.5, leading=11)


def mark(n):
    return f'<super rise="3.6" size="6.2">{n}</super>'


COLUMN_TEXT = [
    (HEAD, "The raid on Tsalim"),
    (BODY, f"On the morning of 3 March 2031, about forty armed men crossed the dry river south of Tsalim and set fire to the grain store.{mark(1)} Three residents who hid in the school counted nineteen motorcycles.{mark('2,3')} The district commissioner, who was in the capital that week, later denied that any store had burned, although photographs taken two days afterwards show its roof fallen in.{mark(4)}"),
    (BODY, f"The men wore no insignia. A former quartermaster of the Third Brigade recognised two of them and said that they had been dismissed in 2029 for selling fuel.{mark(5)} Their former unit did not answer questions that the Ansel Monitoring Group sent on 8 and 19 May 2031."),
    ("image", None),
    (CAPTION, "Photo: The grain store of Tsalim after the fire. Drawing by the Ansel Monitoring Group."),
    (BODY, f"By the end of April, some 2,300 people had reached Port Ansel on foot.{mark(6)} Health workers there treated burns, dehydration and, in eleven cases, gunshot wounds. “We ran out of dressings on the second day,” one of them said, “and out of water on the third.”{mark('7–9')}"),
    (QUOTE, "“We ran out of dressings on the second day and out of water on the third.”"),
    (BODY, f"The cooperative that owned the grain had insured it with a company in Vellmar, which refused to pay because the policy excluded what it called civil unrest.{mark(10)} Internal messages that a former clerk shared show that the refusal had been decided before anybody visited the site."),
    (HEAD, "Who profited"),
    (BODY, f"Within a week of the raid, traders linked to the Marlo Mining Company offered the displaced families cash for their land titles.{mark(11)} The prices were a tenth of those registered in 2028. Of the 64 titles that changed hands, 41 lie along the old quarry road, where the company had asked for a concession in January.{mark(12)}"),
    (BODY, "The company says that it bought at market prices, that it knew nothing of any raid, and that its employees were told to stop buying when it learned of the families’ situation. It gave no date for that instruction."),
]
SIDEBAR = [
    (ParagraphStyle("sh", parent=SIDE, fontName="Helvetica-Bold", fontSize=10, leading=13), "How we worked"),
    (SIDE, "Between April and August 2031 the Ansel Monitoring Group spoke with 57 people, most of them alone and in their own language."),
    (SIDE, "Names are withheld where naming could bring harm. Figures that only one person gave are marked as such."),
]
NOTES = [
    "Interviews with four residents of Tsalim, Port Ansel, 11–14 April 2031.",
    "Interview with a teacher, Port Ansel, 12 April 2031.",
    "Interviews with two pupils’ parents, Port Ansel, 12 and 13 April 2031; Jane Orlo, “Nineteen motorcycles,” <i>The Vellmar Courier</i>, 6 March 2031, https://www.vellmarcourier.example/2031/03/nineteen-motorcycles-tsalim-raid.html.",
    "Photographs on file with the Ansel Monitoring Group, taken 5 March 2031.",
    "Interview with a former quartermaster, by telephone, 2 May 2031.",
    "Office for Displaced Persons, “Port Ansel: Situation report no. 4,” 30 April 2031, p. 2.",
    "Interview with a nurse, Port Ansel, 15 April 2031.",
    "Ibid.",
    "Interview with a pharmacist, Port Ansel, 16 April 2031.",
    "Letter of the Northgate Insurance Company to the cooperative, 21 March 2031, on file.",
    "Marcus Teel, “Cash for titles,” <i>Ansel Review of Land Law</i> 12, no. 2 (2031): 44–61.",
    "Land registry of the district of Tsalim, entries 2031/118 to 2031/181.",
]


def furniture(c, number):
    c.setFont("Helvetica", 8)
    if number > 1:
        c.drawString(50, 805, "BURNED GRAIN")
        c.drawRightString(545, 805, "Ansel Monitoring Group")
    c.drawCentredString(297, 30, str(number))


def house():
    picture = Image.new("L", (160, 90), 235)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(30, 80), (30, 45), (80, 20), (130, 45), (130, 80)], outline=60, fill=170)
    return ImageReader(picture)


def columns():
    c = canvas.Canvas(str(HERE / "columns.pdf"), pagesize=A4, invariant=1)
    c.setTitle("Burned Grain"), c.setAuthor("R. Diallo"), c.setSubject("The raid on Tsalim")
    furniture(c, 1)
    c.setFont("Helvetica-Bold", 26)
    c.drawString(50, 740, "Burned Grain")
    c.setFont("Helvetica", 13)
    c.drawString(50, 715, "How a raid on a village became a sale of land")
    c.setFillColorRGB(0.93, 0.93, 0.88)
    c.rect(395, 480, 150, 190, stroke=0, fill=1)
    c.setFillColorRGB(0, 0, 0)
    frames = lambda page: [Frame(50, 60, 240, 620 if page == 1 else 720, 0, 0, 0, 0)] + (
        [Frame(305, 60, 240, 410, 0, 0, 0, 0)] if page == 1 else [Frame(305, 60, 240, 720, 0, 0, 0, 0)])
    side = Frame(403, 485, 134, 180, 0, 0, 0, 0)
    for style, text in SIDEBAR:
        side.add(Paragraph(text, style), c)
    flow, page = [], 1
    for style, text in COLUMN_TEXT:
        if style == "image":
            from reportlab.platypus import Image as Picture
            flow.append(Picture(HERE / "house.png", 160, 90)) if False else flow.append(("image", None))
        else:
            flow.append(Paragraph(text, style))
    open_frames = frames(page)
    while flow:
        item = flow.pop(0)
        frame = open_frames[0]
        if isinstance(item, tuple):
            from reportlab.platypus.flowables import Flowable

            class Shown(Flowable):
                def wrap(self, *_):
                    return 160, 96

                def draw(self):
                    self.canv.drawImage(house(), 0, 4, 160, 90)

            item = Shown()
        if frame.add(item, c):
            continue
        parts = frame.split(item, c)
        if len(parts) > 1:
            frame.add(parts[0], c)
            flow = list(parts[1:]) + flow
        else:
            flow.insert(0, item)
        open_frames.pop(0)
        if not open_frames:
            c.showPage()
            page += 1
            furniture(c, page)
            open_frames = frames(page)
    c.showPage()
    furniture(c, page + 1)
    frame = Frame(50, 60, 240, 720, 0, 0, 0, 0)
    frame.add(Paragraph("Endnotes", HEAD), c)
    columns = [frame, Frame(305, 60, 240, 720, 0, 0, 0, 0)]
    for n, text in enumerate(NOTES, 1):
        if n == 8:
            columns.pop(0)
        columns[0].add(Paragraph(f"{n}&nbsp;&nbsp;&nbsp;{text}", NOTE), c)
    c.save()


TYPST = r'''
#set page(paper: "a5", margin: 1.6cm, numbering: "1", header: context { if here().page() > 1 [Les greniers brûlés #h(1fr) Groupe d’observation de l’Ansel] })
#set document(title: "Les greniers brûlés", author: "R. Diallo", date: none)
#set text(lang: "fr", size: 10pt, hyphenate: true)
#set par(justify: true)
#align(center, text(size: 20pt, weight: "bold")[Les greniers brûlés])
#outline()
= Résumé
Le 3 mars 2031, une quarantaine d’hommes armés ont incendié le grenier de Tsalim.#footnote[Entretiens avec quatre habitants de Tsalim, Port-Ansel, 11–14 avril 2031.] Trois habitants ont compté dix-neuf motocyclettes#footnote[Entretien avec un enseignant, Port-Ansel, 12 avril 2031.]#super[,]#footnote[Jeanne Orlo, « Dix-neuf motocyclettes », _Le Courrier de Vellmar_, 6 mars 2031, disponible à l’adresse #link("https://www.courriervellmar.example/2031/03/dix-neuf-motocyclettes-tsalim-incendie-du-grenier.html").]. Le préfet a démenti.#footnote[Communiqué de la préfecture, 7 mars 2031. Ce communiqué, que le préfet n’a pas signé, affirme que le grenier était vide depuis la récolte de 2029 ; il ne dit rien des familles qui vivaient à côté, ni des photographies que deux d’entre elles ont remises au juge de Vellmar le 9 mars, ni du registre de la coopérative, dont la dernière page porte la date du 28 février et le cachet du contrôleur, M. Aldo Ferrand. Interrogé par nos soins le 2 mai, M. Ferrand a confirmé son cachet et sa signature, a précisé qu’il avait compté lui-même 1 140 sacs ce jour-là, et a ajouté que le préfet le savait, puisqu’il avait reçu copie du registre le lendemain par porteur. La préfecture n’a pas répondu à nos questions du 8 mai. Le communiqué est resté sur son site jusqu’au 30 juin 2031.]
== Méthode
Le Groupe a parlé avec 57 personnes, le plus souvent seules et dans leur langue.#footnote[_Ibid._, p. 4.]

- Les noms sont tus quand les dire pourrait nuire.
- Les chiffres d’une seule source sont signalés.
#pagebreak()
= Les ventes
En une semaine, des commerçants ont proposé d’acheter les titres de propriété.#footnote[Registre foncier du district, actes 2031/118 à 2031/181.] Les prix atteignaient 2,5 km#super[2] de terre pour le prix d’un bœuf, au XIX#super[e] arrondissement.#footnote[Marc Teel, _Rivières de sel_ (Vellmar, Presses du Nord, 2029), p. 44-61.]
#figure(caption: [Titres vendus par quartier], table(columns: 3, [Quartier], [Titres], [Prix], [Route de la carrière], [41], [12 400], [Rive sud], [23], [9 310], [Total], [64], [21 710]))
La société dit avoir payé le prix du marché.
'''


def footnotes():
    import typst
    source = HERE / "footnotes.typ"
    source.write_text(TYPST)
    typst.compile(str(source), output=str(HERE / "footnotes.pdf"))
    source.unlink()


OFFICE = '''<!doctype html><html lang="en"><head><meta charset="utf-8"><style>@page{size:14.8cm 21cm;margin:1.8cm}
body{font-family:"Liberation Serif";font-size:11pt}p{text-align:justify}p.sdfootnote{font-size:9pt;margin-left:.6cm;text-indent:-.6cm}</style></head><body>
<h1>Cash for titles</h1>
<p>Within a week of the raid, traders offered the families cash.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> The prices were a tenth of those registered in 2028.<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a><sup>,</sup><a class="sdfootnoteanc" name="sdfootnote3anc" href="#sdfootnote3sym"><sup>3</sup></a></p>
<h2>What the company says</h2>
<p>It bought at market prices and knew nothing of any raid.<a class="sdfootnoteanc" name="sdfootnote4anc" href="#sdfootnote4sym"><sup>4</sup></a> It gave no date for its order to stop.</p>
<ol><li>The first sale is dated 9 March 2031.</li><li>The last sale is dated 2 April 2031.</li></ol>
<table border=1 cellspacing=0 cellpadding=4><tr><td>Quarter</td><td>Titles</td></tr><tr><td>Quarry road</td><td>41</td></tr><tr><td>South bank</td><td>23</td></tr></table>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Interviews with six families, Port Ansel, 14 April 2031.</p></div>
<div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a> Land registry of Tsalim, entries 2031/118 to 2031/181, <a href="https://registry.example/tsalim/2031/entries-118-to-181?view=full&amp;sort=date">https://registry.example/tsalim/2031/entries-118-to-181?view=full&amp;sort=date</a>.</p></div>
<div id="sdfootnote3"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote3sym" href="#sdfootnote3anc">3</a> Marcus Teel, “Cash for titles,” 2031, pp. 44–61.</p></div>
<div id="sdfootnote4"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote4sym" href="#sdfootnote4anc">4</a> Letter of the Marlo Mining Company to the authors, 3 June 2031, on file.</p></div>
</body></html>'''


def office():
    source = HERE / "office.html"
    source.write_text(OFFICE)
    run = lambda *a: subprocess.run(["soffice", "--headless", *a, "--outdir", str(HERE)], check=True, capture_output=True)
    run("--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8", str(source))
    run("--convert-to", 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', str(HERE / "office.odt"))
    source.unlink(), (HERE / "office.odt").unlink()


def arabic():
    import weasyprint
    page = """<html dir=rtl lang=ar><style>@page{size:A5;margin:15mm}body{font-family:'DejaVu Sans';font-size:12pt}</style>
    <p>أحرقت المخازن في تساليم يوم 3 مارس 2031 (صباحا).</p><p>قال شاهد من Port Ansel إن الرجال كانوا أربعين.</p></html>"""
    weasyprint.HTML(string=page).write_pdf(HERE / "arabic.pdf", pdf_tags=True)


def scan():
    picture = Image.new("L", (700, 900), 255)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(textwrap.wrap("The convoy of nine vehicles left Port Ansel before dawn and was not seen again.", 40)):
        draw.text((60, 80 + 40 * at), line, fill=0, font_size=26)
    c = canvas.Canvas(str(HERE / "scan.pdf"), pagesize=A4, invariant=1, pageCompression=1)
    c.drawString(72, 700, "Annex: a letter.")
    c.showPage()
    c.drawImage(ImageReader(picture), 0, 0, A4[0], A4[1])
    c.save()


def review():
    c = canvas.Canvas(str(HERE / "review.pdf"), pagesize=A4, invariant=1)
    c.drawString(72, 700, "The source said that the convoy left at dawn.")
    c.textAnnotation("Is this Moussa?", Rect=[72, 690, 90, 710])
    text = c.beginText(72, 600)
    text.setTextRenderMode(3)
    text.textLine("Name of the source: withheld in print.")
    c.drawText(text)
    c.save()


def locked():
    for name, user in [("locked.pdf", "secret"), ("owner-locked.pdf", "")]:
        from reportlab.lib.pdfencrypt import StandardEncryption
        c = canvas.Canvas(str(HERE / name), pagesize=A4, encrypt=StandardEncryption(user, "owner", canPrint=1, strength=128))
        c.drawString(72, 700, "Nobody may copy this page.")
        c.save()


def locked_forms():
    from reportlab.lib.pdfencrypt import StandardEncryption
    c = canvas.Canvas(str(HERE / "locked-forms.pdf"), pagesize=A4, encrypt=StandardEncryption("", "owner", canPrint=1, strength=128))
    c.beginForm("part")
    c.drawString(72, 660, "Nor this part of it.")
    c.endForm()
    c.drawString(72, 700, "Nobody may copy this page.")
    c.doForm("part")
    c.save()


def same_report():
    import typst
    made = HERE / "same-report.pdf"
    typst.compile(str(HERE / "same-report.typ"), output=str(made))
    pack = ["qpdf", "--replace-input", "--object-streams=generate", "--recompress-flate", "--compression-level=9"]
    subprocess.run([*pack, str(made)], check=True)


if __name__ == "__main__":
    for make in (columns, footnotes, office, arabic, scan, review, locked, locked_forms, same_report):
        make()
