"""Starts the plugin and speaks with it as Offprint does: python3 test.py"""
import json, os, struct, subprocess, sys, unittest

HERE = os.path.dirname(os.path.abspath(__file__))


class PluginTest(unittest.TestCase):
    def ask(self, *requests):
        frames = b""
        for number, request in enumerate(requests):
            body = json.dumps({"offprint": 1, "request": number, **request}).encode()
            frames += struct.pack(">I", len(body)) + body
        program = [sys.executable, os.path.join(HERE, "__NAME__.py")]
        out = subprocess.run(program, input=frames, stdout=subprocess.PIPE, check=True).stdout
        answers = []
        while out:
            length = struct.unpack(">I", out[:4])[0]
            answers.append(json.loads(out[4:4 + length]))
            out = out[4 + length:]
        return answers

    def test_it_says_what_it_is(self):
        (description,) = self.ask({"do": "describe"})
        self.assertEqual(description["name"], "__NAME__")

    def test_it_labels_articles(self):
        document = {"articles": [
            {"index": 0, "components": [{"role": "headline", "text": "Fair weather"}]},
            {"index": 1, "components": [{"role": "headline", "text": "Ships"}]}]}
        request = {"do": "process", "stage": "label-__NAME__", "settings": {"word": "weather"},
                   "documents": [document, {"articles": []}]}
        (answer,) = self.ask(request)
        self.assertEqual([result["labels"] for result in answer["results"]], [
            [{"article": 0, "kind": "subject", "value": "weather"}], []])


if __name__ == "__main__":
    unittest.main()
