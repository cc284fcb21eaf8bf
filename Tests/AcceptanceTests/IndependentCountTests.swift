import Foundation
import Testing

/// A count of lines and characters by a script on lxml, which knows nothing of Offprint: what stands in the XML must be
/// what the account of a run has read, delivery by delivery.
private enum OtherCount {
  struct Amounts: Decodable, Equatable {
    var lines: Int, characters: Int
  }

  static let isThere: Bool = {
    guard SharedData.has("data/issues") else { return false }
    let python = try? Command.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", "import lxml.etree"])
    return python?.status == 0
  }()

  /// White space is no character, and neither is the break mark that an ALTO has twice, in the word and in its HYP.
  private static let script = #"""
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
    """#

  static func amounts(_ parser: String, _ root: String, in files: [URL]) throws -> Amounts {
    let scratch = try Scratch()
    let program = try scratch.write(script, to: "count.py")
    let run = try Command.run(
      URL(filePath: "/usr/bin/env"), ["python3", program.path, parser, root] + files.map(\.path))
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Amounts.self, from: Data(run.output.utf8))
  }

  /// What a run over a delivery says it has read, and what it says is lost.
  static func account(of pipeline: String, over input: URL) throws -> (read: Amounts, lost: Int) {
    struct Line: Decodable { var read: Int, lost: Int }
    struct Run: Decodable { var lines: Line, characters: Line }
    let scratch = try Scratch()
    let run = try Command.run([
      "run", "pipelines/\(pipeline).yaml", "--var", "input=\(input.path)", "--var", "out=\(scratch.folder.path)",
    ])
    try #require(run.status == 0, "\(input.lastPathComponent): \(run.errors)")
    let file = try JSONDecoder().decode(Run.self, from: Data(contentsOf: scratch.folder.appending(path: "run.json")))
    return (
      Amounts(lines: file.lines.read, characters: file.characters.read), file.lines.lost + file.characters.lost
    )
  }
}

@Suite(
  "Every character that the XML holds is in the account",
  .enabled(if: OtherCount.isThere, "no shared data, or no python3 with lxml"))
struct IndependentCountTests {
  private func files(in folder: URL, _ endings: [String]) -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (walk?.compactMap { $0 as? URL } ?? []).filter { file in endings.contains { file.path.hasSuffix($0) } }
      .sorted { $0.path < $1.path }
  }

  private func folders(_ path: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: SharedData.folder.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey]
    ).filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }.sorted { $0.path < $1.path }
  }

  @Test("issue by issue: METS and DIDL with ALTO")
  func issues() throws {
    var compared = 0
    for folder in try folders("data/issues") {
      let alto = files(in: folder, [".xml", ".xml.gz"])
      let counted = try OtherCount.amounts("xml", "alto", in: alto)
      guard counted.lines > 0 else { continue }
      let isDIDL = alto.contains { $0.lastPathComponent == "didl.xml" }
      let account = try OtherCount.account(of: isDIDL ? "didl-alto" : "mets-alto", over: folder)
      #expect(account.read == counted, "\(folder.lastPathComponent)")
      #expect(account.lost == 0, "\(folder.lastPathComponent)")
      compared += 1
    }
    #expect(compared >= 16)
  }

  @Test(
    "pages of other formats",
    arguments: [
      ("page-xml", "xml", "PcGts", "citlab-page-xml-1884", [".xml"]),
      ("page-xml", "xml", "PcGts", "page-xml-czech", [".xml"]),
      ("page-xml", "xml", "PcGts", "reichsanzeiger-page-xml", [".xml"]),
      ("abbyy-xml", "xml", "page", "abbyy-xml-1883", [".xml"]),
      ("hocr", "html", "html", "hocr-tesseract-1905", [".hocr"]),
      ("hocr", "html", "html", "hocr-abbyy-chronicling", [".html"]),
      ("alto-pages", "xml", "alto", "ndnp-alto-1859", [".xml"]),
      ("alto-pages", "xml", "alto", "alto-l-union-1860", [".xml"]),
    ])
  func pages(pipeline: String, parser: String, root: String, folder: String, endings: [String]) throws {
    let place = SharedData.folder.appending(path: "data/pages/\(folder)")
    guard FileManager.default.fileExists(atPath: place.path) else { return }
    let counted = try OtherCount.amounts(parser, root, in: files(in: place, endings))
    let account = try OtherCount.account(of: pipeline, over: place)
    #expect(counted.lines > 0)
    #expect(account.read == counted)
    #expect(account.lost == 0)
  }
}
