#!/usr/bin/env python3
"""Makes the office files beside this script out of its CSV files, with other programs than ours.

Needs LibreOffice (soffice) and python3-docx; no test needs either, for the files are kept in the repository.
    python3 make_office_files.py
"""
import csv
import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = pathlib.Path(__file__).parent
A, C, E = "actionplan-A", "actionplan-C", "actionplan-E-moldova-romania-excerpts"
OFFICE = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
          'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')


def rows_of(name):
    with open(HERE / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def paragraphs(text):
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


def cell(text, columns=1, rows=1):
    spans = (f' table:number-columns-spanned="{columns}"' if columns > 1 else "") + (f' table:number-rows-spanned="{rows}"' if rows > 1 else "")
    return f"<table:table-cell{spans}>{paragraphs(text)}</table:table-cell>"


def table(name, headers, rows):
    """Rows are lists of cells in XML; the header is repeated on each page."""
    head = "".join(cell(h) for h in headers)
    body = "".join(f"<table:table-row>{''.join(r)}</table:table-row>" for r in rows)
    return (f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{len(headers)}"/>'
            f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>{body}</table:table>")


def heading(text, columns):
    return [cell(text, columns)] + ["<table:covered-table-cell/>"] * (columns - 1)


def write(name, body):
    """A landscape text document, saved by LibreOffice as DOCX."""
    text = (f'<?xml version="1.0" encoding="UTF-8"?><office:document {OFFICE} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
            '<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"/></style:page-layout></office:automatic-styles>'
            '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>'
            f"<office:body><office:text>{body}</office:text></office:body></office:document>")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / f"{name}.fodt"
        source.write_text(text, encoding="utf-8")
        soffice("docx", source)


def soffice(kind, source, *options):
    subprocess.run(["soffice", "--headless", *options, "--convert-to", kind, "--outdir", str(HERE), str(source)], check=True, stdout=subprocess.DEVNULL)


def cost(row):
    return row.get("cost_as_written") or row["costs_thousand"]


def plan_a():
    headers = ["No.", "Objective no.", "Objective", "Action", "Deadline", "Cost", "Source of funding", "Responsible institutions", "Partners", "Progress indicators"]
    write(A, table("Plan", headers, [
        [cell(t) for t in (r["number"], r["objective_no"], r["objective"], r["action"], r["deadline_as_written"], cost(r), r["funding_source"], r["responsible_institutions"], r["partners"], r["progress_indicators"])]
        for r in rows_of(A)]))


def plan_c():
    """A heading across the table for each objective; one cell for the actions of neighbours that share it."""
    headers = ["Codice", "Azione", "Sottoazione", "Responsabili", "Collaborazione", "Scadenza", "Risorse", "Indicatori"]
    rows, lines = rows_of(C), []
    for i, r in enumerate(rows):
        if i == 0 or (rows[i - 1]["objective_no"], rows[i - 1]["objective"]) != (r["objective_no"], r["objective"]):
            lines.append(heading(f"Obiettivo {r['objective_no']}. {r['objective']}", len(headers)))
            first = True
        shares = lambda k: k < len(rows) and all(rows[k][key] == r[key] for key in ("action", "objective_no", "objective"))
        covered = not first and shares(i - 1)
        covers = 1
        while shares(i + covers):
            covers += 1
        action = "<table:covered-table-cell/>" if covered else cell(r["action"], rows=covers)
        lines.append([cell(r["number"]), action] + [cell(t) for t in (r["sub_activity"], r["responsible_institutions"], r["partners"], r["deadline_as_written"], cost(r), r["progress_indicators"])])
        first = False
    write(C, table("Plan", headers, lines))


def plan_e():
    """A table for each objective, which is named in a paragraph above it; a row without an objective stands first."""
    headers = ["Nr. crt.", "Acțiune", "Subacțiune", "Instituții responsabile", "Parteneri", "Termen de realizare", "Costuri", "Sursa de finanțare", "Indicatori de progres", "Statutul acțiunii/Măsuri întreprinse"]
    groups = {}
    for r in sorted(rows_of(E), key=lambda r: bool(r["objective"])):
        groups.setdefault((r["objective_no"], r["objective"]), []).append(r)
    body = ""
    for i, ((number, objective), rows) in enumerate(groups.items()):
        body += f"<text:p>{escape(f'Obiectivul {number}. {objective}' if number else f'Obiectivul {objective}' if objective else 'Planul de acțiuni')}</text:p>"
        body += table(f"T{i}", headers, [
            [cell(t) for t in (r["number"], r["action"], r["sub_activity"], r["responsible_institutions"], r["partners"], r["deadline_as_written"], cost(r), r["funding_source"], r["progress_indicators"], r["status_as_published"])]
            for r in rows])
    write(E, body)


def p(inner="", number=None):
    numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr></w:pPr>' if number else ""
    return f"<w:p>{numbered}{inner}</w:p>"


def r(text, format=""):
    return f'<w:r>{f"<w:rPr>{format}</w:rPr>" if format else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tc(inner, span=1, merge=None):
    properties = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + ("" if merge is None else '<w:vMerge w:val="restart"/>' if merge else "<w:vMerge/>")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or p()}</w:tc>"


def tr(*cells, header=False, deleted=False):
    properties = ("<w:tblHeader/>" if header else "") + ('<w:del w:id="90" w:author="O" w:date="2026-01-10T09:00:00Z"/>' if deleted else "")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tracked():
    """Merged cells, numbers that count by themselves, changes not yet accepted, struck text, written by hand into a document of python-docx."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, section.page_height, section.page_width
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91"><w:multiLevelType w:val="multilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'))
    for num in ("91", "92"):
        start = "" if num == "91" else '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{num}"><w:abstractNumId w:val="91"/>{start}</w:num>'))

    document.add_heading("Planul de acțiuni al comunicării", 1)
    change = 'w:author="O" w:date="2026-01-10T09:00:00Z"'
    headers = ["Nr. crt.", "Acțiune", "Subacțiune", "Instituții responsabile", "Termen de realizare", "Indicatori de progres"]
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 6 + "</w:tblGrid>"
    head = tr(*(tc(p(r(h, "<w:b/>"))) for h in headers), header=True)
    ordinals = tr(*(tc(p(r(str(i + 1)))) for i in range(6)))
    n = ("91", 0)
    first = "".join([
        head, ordinals,
        tr(tc(p(r("Obiectivul 1.1. Cetățeni informați")), span=6)),
        tr(tc(p(number=n), merge=True), tc(p(r("Club de presă")), merge=True), tc(p(r("Ședință lunară"))), tc(p(r("Cancelaria de Stat")) + p(r("MAI"))), tc(p(r("iunie", "<w:strike/>") + r(" ") + r("iulie 2026"))), tc(p(r("Nr. de ședințe")))),
        tr(tc(p(), merge=False), tc(p(), merge=False), tc(p(r("Buletin ") + f'<w:ins w:id="1" {change}>{r("trimestrial")}</w:ins><w:del w:id="2" {change}><w:r><w:delText>anual</w:delText></w:r></w:del>')), tc(p(r("Cancelaria de Stat"))), tc(p(r("trim. IV 2026"))), tc(p(r("buletine", ), ("92", 1)) + p(r("abonați"), ("92", 1)))),
        tr(tc(p(number=n)), tc(p(r("Site nou") + r(" (intern)", "<w:vanish/>"))), tc(""), tc(p(r("MAI"))), tc(p(r("31.12.2026"))), tc("")),
        tr(tc(p(number=n)), tc(p(r("Acțiune scoasă"))), tc(""), tc(""), tc(""), tc(""), deleted=True),
    ])
    second = "".join([
        head,
        tr(tc(p(r("Obiectivul 1.2: Presa primește răspuns")), span=6)),
        tr(tc(p(number=n)), tc(p(r("Răspuns în 24 de ore"))), tc(""), tc(p(r("Serviciul de presă"))), tc(p(r("permanent"))), tc(p(r("100 % din întrebări")))),
    ])
    body = document.element.body
    for rows in (first, second):
        place = document.add_paragraph("Continuare")._p
        place.addprevious(parse_xml(f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="12000" w:type="dxa"/></w:tblPr>{grid}{rows}</w:tbl>'))
    assert len(body.findall("{*}tbl")) == 2
    document.save(HERE / "actionplan-tracked.docx")


plan_a()
plan_c()
plan_e()
tracked()
for name in (C, E):
    soffice("xlsx", HERE / f"{name}.csv", "--infilter=CSV:44,34,76,1,,0,false,false,false")
