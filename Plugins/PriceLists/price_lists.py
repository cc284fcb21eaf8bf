"""Labels price lists, timetables and other listings: a whole plugin of Offprint, with the standard library only."""
import json, re, struct, sys

ROW = re.compile(r"(\.{2,}|…|\s)\D{0,3}\d[\d\s.,:/½¼¾-]*\D{0,4}$")  # a line that ends in figures: 'Wheat ..... 41s 6d'
DESCRIPTION = {
    "name": "price-lists", "version": "1.0.0", "summary": "Labels price lists, timetables and other listings",
    "stages": [{
        "name": "label-listings", "kind": "labelling",
        "summary": "Labels articles whose lines are rows that end in figures",
        "discussion": "A row is a line with letters that ends in figures, as prices, times and results do.",
        "needs": ["articles"], "gives": ["labels"], "wants": ["printed"],
        "choices": [{"word": "listing", "meaning": "most lines are rows"}],
        "settings": [
            {"name": "min_rows", "type": "integer", "min": 2, "default": 4, "help": "Rows that a listing has at least."},
            {"name": "min_share", "type": "share", "default": "60%", "help": "Share of the lines that are rows."}],
        "examples": [
            {"reason": "Prices stand at the ends of the lines",
             "articles": [{"components": [{"role": "headline", "text": "CORN MARKET"}, {"role": "paragraph",
                 "text": "Wheat ..... 41s 6d\nBarley .... 28s\nOats ...... 19s 9d\nRye ....... 25s"}]}],
             "expect": {"labels": "form=listing"}},
            {"reason": "News with figures in it is no listing",
             "articles": [{"components": [{"role": "paragraph",
                 "text": "In 1851 the town had\n6,000 people, and in\n1861 it had 7,500;\nmost were weavers."}]}],
             "expect": {"labels": ""}}]}]}

def work(document, settings):
    labels, decisions = [], []
    for article in document["articles"]:
        lines = [line for part in article["components"] if part["role"] != "headline" for line in part["printed"]]
        rows = [line for line in lines if ROW.search(line) and re.search(r"[^\W\d]{2}", line)]
        if len(rows) >= settings["min_rows"] and len(rows) >= settings["min_share"] * len(lines):
            labels.append({"article": article["index"], "kind": "form", "value": "listing"})
            decisions.append({"article": article["index"], "choice": "listing",
                              "reason": f"{len(rows)} of {len(lines)} lines end in figures"})
    return {"labels": labels, "decisions": decisions}

stdin, stdout, sys.stdout = sys.stdin.buffer, sys.stdout.buffer, sys.stderr  # print() must not reach the frames
while len(head := stdin.read(4)) == 4:
    request = json.loads(stdin.read(struct.unpack(">I", head)[0]))
    answer = DESCRIPTION if request["do"] == "describe" else {
        "results": [work(document, request["settings"]) for document in request["documents"]]}
    body = json.dumps({"offprint": 1, "request": request["request"], **answer}).encode()
    stdout.write(struct.pack(">I", len(body)) + body)
    stdout.flush()
