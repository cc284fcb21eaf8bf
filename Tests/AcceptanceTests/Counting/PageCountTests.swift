import Foundation
import Testing

/// Pages of other formats than METS, counted by a script on lxml, which knows nothing of Offprint: what stands in a file
/// must be what the account of a run has read.
private enum PageCount {
  struct Amounts: Decodable, Equatable {
    var lines: Int, characters: Int
  }

  static let isThere: Bool = {
    guard SharedData.has("data/pages") else { return false }
    let python = try? Command.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", "import lxml.etree"])
    return python?.status == 0
  }()

  private static let program = Command.root.appending(path: "Tests/AcceptanceTests/Counting/count-pages.py")

  static func amounts(_ parser: String, _ root: String, in files: [URL]) throws -> Amounts {
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
  "Every character of single pages is in the account",
  .enabled(if: PageCount.isThere, "no shared data, or no python3 with lxml"))
struct PageCountTests {
  private func files(in folder: URL, _ endings: [String]) -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (walk?.compactMap { $0 as? URL } ?? []).filter { file in endings.contains { file.path.hasSuffix($0) } }
      .sorted { $0.path < $1.path }
  }

  @Test(
    "PAGE, ABBYY, hOCR and ALTO",
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
    let counted = try PageCount.amounts(parser, root, in: files(in: place, endings))
    let account = try PageCount.account(of: pipeline, over: place)
    #expect(counted.lines > 0)
    #expect(account.read == counted)
    #expect(account.lost == 0)
  }
}
