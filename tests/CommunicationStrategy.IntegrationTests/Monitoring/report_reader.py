"""Reads a report's Word document, workbook or CSV file with libraries of other people and prints what stands in its tables, as JSON.

docx: [[title, [[[value, note...], ...], ...]], ...], a cell being its paragraphs as they are shown.
xlsx: [[sheet, [[[value, kind], ...], ...]], ...], kind being "number", "percent", "date", "bool", "text" or "empty".
csv: its rows.
"""
import csv
import datetime
import decimal
import json
import sys

import docx
import openpyxl

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def shown(paragraph):
    return "".join(node.text or "" if node.tag == W + "t" else "\n" for node in paragraph.iter(W + "t", W + "br"))


def words(path):
    for table in docx.Document(path).element.body.iter(W + "tbl"):
        caption = next(table.iter(W + "tblCaption"), None)
        rows = [
            [[shown(p) for p in cell.iterchildren(W + "p")] for cell in row.iterchildren(W + "tc")]
            for row in table.iterchildren(W + "tr")
        ]
        yield [None if caption is None else caption.get(W + "val"), rows]


def typed(cell):
    value = cell.value
    if value is None:
        return ["", "empty"]
    if isinstance(value, bool):
        return [str(value).lower(), "bool"]
    if isinstance(value, (datetime.datetime, datetime.date)):
        return [value.strftime("%Y-%m-%d"), "date"]
    if isinstance(value, (int, float)):
        number = decimal.Decimal(repr(value))
        if "%" in cell.number_format:
            return [format((number * 100).normalize(), "f"), "percent"]
        return [format(number.normalize(), "f"), "number"]
    return [value, "text"]


def sheets(path):
    for sheet in openpyxl.load_workbook(path).worksheets:
        yield [sheet.title, [[typed(cell) for cell in row] for row in sheet.iter_rows()]]


def lines(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


READERS = {"docx": words, "xlsx": sheets, "csv": lines}
json.dump(list(READERS[sys.argv[1].rsplit(".", 1)[1]](sys.argv[1])), sys.stdout)
