"""Counts what the ALTO files of deliveries hold, and knows nothing of Offprint: lxml and the Python library alone.

python3 count-alto.py FOLDER

Each folder and each zip directly in FOLDER is looked through. Where there are ALTO files and a METS or DIDL file beside
them, one JSON object on a line of its own says: name, kind (mets or DIDL), pages, lines, characters.

A line is a TextLine. Its characters are the code points of CONTENT of its String and HYP elements that are not white
space. A hyphen that stands both at the end of a String and in the HYP that follows it is one hyphen on the page, and
counts once. A line without any text is a line with no characters.
"""

import gzip
import json
import sys
import zipfile
from pathlib import Path

from lxml import etree


def files(place):
    """Names and bytes of all files that may be XML."""
    if place.is_dir():
        for path in sorted(place.rglob("*")):
            if path.is_file() and path.name.endswith((".xml", ".xml.gz")):
                data = path.read_bytes()
                yield gzip.decompress(data) if path.suffix == ".gz" else data
    elif zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as archive:
            for name in sorted(archive.namelist()):
                hidden = any(part == "__MACOSX" or part.startswith("._") for part in name.split("/"))
                if name.endswith(".xml") and not hidden:
                    yield archive.read(name)


def root(data):
    """The root element; None for what is no XML. A prefix that is not declared, as in DIDL files, is let pass."""
    parser = etree.XMLParser(huge_tree=True, no_network=True, load_dtd=False, recover=True)
    top = etree.fromstring(data, parser) if data.strip() else None
    return top if all(error.domain_name == "NAMESPACE" for error in parser.error_log) else None


def local(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def characters(line):
    """The printed characters of a TextLine."""
    count, before = 0, ""
    for element in line:
        text = "".join((element.get("CONTENT") or "").split())
        if local(element) == "String":
            count, before = count + len(text), text
        elif local(element) == "HYP":
            if not (text and before.endswith(text)):
                count += len(text)
            before = ""
    return count


for place in sorted(Path(sys.argv[1]).iterdir()):
    pages, lines, total, kinds = 0, 0, 0, set()
    for data in files(place):
        top = root(data)
        if top is None:
            continue
        kinds.add(local(top))
        if local(top) != "alto":
            continue
        pages += sum(1 for _ in top.iter("{*}Page"))
        for line in top.iter("{*}TextLine"):
            lines += 1
            total += characters(line)
    kind = next((kind for kind in ("mets", "DIDL") if kind in kinds), None)
    if pages and kind:
        print(json.dumps({"name": place.name, "kind": kind, "pages": pages, "lines": lines, "characters": total}))
