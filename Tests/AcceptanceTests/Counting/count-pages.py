"""Lines and characters of OCR files, counted by their XML or HTML alone.

usage: count-pages.py xml|html ROOTS FILE...   prints {"lines": N, "characters": N}

ROOTS are the names of root elements, with commas between them; files with others are passed over. White space is no
character, and neither is the break mark that an ALTO has twice, in the word and in its HYP.
"""
import bz2, gzip, json, os, sys
from lxml import etree, html

def local(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else ""

def tight(text):
    return "".join((text or "").split())

def alto(root):
    for line in root.iter("{*}TextLine"):
        text = ""
        for part in line:
            if local(part) == "String":
                text += tight(part.get("CONTENT"))
            elif local(part) == "HYP":
                mark = tight(part.get("CONTENT"))
                text += "" if mark and text.endswith(mark) else mark
        yield text

def page(root):
    for line in root.iter("{*}TextLine"):
        texts = [e for e in line if local(e) == "TextEquiv"]
        texts.sort(key=lambda e: int(e.get("index", "0")))
        text = texts[0].findtext("{*}Unicode") if texts else None
        if text is None:
            text = "".join(word.findtext("{*}TextEquiv/{*}Unicode") or "" for word in line.iter("{*}Word"))
        yield tight(text)

def abbyy(root):
    for line in root.iter("{*}line"):
        yield tight("".join(line.itertext()))

def hocr(root):
    kinds = ("ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption")
    for line in root.iter():
        # A line without a word is none.
        if isinstance(line.tag, str) and line.get("class") in kinds and line.xpath(".//*[@class='ocrx_word']"):
            yield tight("".join(line.itertext()))

ROOTS = {"alto": alto, "PcGts": page, "document": abbyy, "page": abbyy, "html": hocr}
OPENERS = {".gz": gzip.open, ".bz2": bz2.open}
kinds = sys.argv[2].split(",")
counted = {}
for path in sys.argv[3:]:
    with OPENERS.get(os.path.splitext(path)[1], open)(path, "rb") as file:
        data = file.read()
    if sys.argv[1] == "html":
        root = html.fromstring(data)
    else:
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True, recover=True))
    if local(root) not in kinds:
        continue
    texts = list(ROOTS[local(root)](root))
    counted[path] = {"lines": len(texts), "characters": sum(map(len, texts))}
sums = {key: sum(one[key] for one in counted.values()) for key in ("lines", "characters")}
print(json.dumps(sums))
