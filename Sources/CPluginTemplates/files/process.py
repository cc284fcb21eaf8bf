"""__NAME__: a plugin of Offprint. Standard library only; the form of requests and answers is in README.md."""
import json, struct, sys

DESCRIPTION = {
    "name": "__NAME__", "version": "0.1.0", "summary": "Labels articles that have a word in them",
    "stages": [{
        "name": "label-__NAME__", "kind": "labelling",
        "summary": "Labels articles that have a word in them",
        "discussion": "Case does not matter; a part of a longer word counts.",
        "needs": ["articles"], "gives": ["labels"], "wants": ["articles"],
        "choices": [{"word": "found", "meaning": "the word stands in the article"}],
        "settings": [{"name": "word", "type": "text", "default": "weather", "help": "The word to look for."}],
        "examples": [
            {"reason": "The word stands in the headline",
             "articles": [{"components": [{"role": "headline", "text": "THE WEATHER"}]}],
             "expect": {"labels": "subject=weather"}},
            {"reason": "Another word can be looked for",
             "articles": [{"components": [{"role": "paragraph", "text": "Ships arrived\nyesterday."}]}],
             "settings": {"word": "ships"}, "expect": {"labels": "subject=ships"}},
        ],
    }],
}


def work(document, settings):
    """The answer for one document. Indices are those that the document came with."""
    word = settings["word"]
    labels, decisions = [], []
    for article in document["articles"]:
        text = " ".join(component["text"] for component in article["components"])
        if word.lower() in text.lower():
            labels.append({"article": article["index"], "kind": "subject", "value": word})
            decisions.append({"article": article["index"], "choice": "found", "reason": f"'{word}' stands in it"})
    return {"labels": labels, "decisions": decisions}


def answer(request):
    if request.get("do") == "describe":
        return DESCRIPTION
    if request.get("do") == "process":
        return {"results": [work(document, request["settings"]) for document in request["documents"]]}
    return {"error": {"summary": "this request is not known"}}


def main():
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # print() is for the log; standard output carries nothing but frames
    while len(head := stdin.read(4)) == 4:
        request = json.loads(stdin.read(struct.unpack(">I", head)[0]))
        body = json.dumps({"offprint": 1, "request": request["request"], **answer(request)}).encode()
        stdout.write(struct.pack(">I", len(body)) + body)
        stdout.flush()


if __name__ == "__main__":
    main()
