import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// One PDF, read by poppler's programs in a folder that is taken away afterwards.
struct PDFFile {
  var pages: [Page] = []
  var info = PDFInfo("")
  var scrubbing = XMLScrubbing()
  var findings = ReadFindings<PDFFinding>()

  /// Figures of `pdftohtml` are whole numbers; three times as large they say a third of a point.
  private static let zoom = 3.0

  /// - Parameter bytes: the file itself, which the programs get as a copy: what was looked at is what is read.
  init(_ bytes: [UInt8], path: String, name: String, tools: PDFTools, settings: PDFReader.Settings) throws {
    let folder = try PDFFolder()
    try folder.write(bytes)
    let text = try folder.run(
      .pdftotext, tools, ["-bbox-layout", folder.input, folder.file("words.xml")], path, settings.timeLimit.seconds)
    if text.status == 0, let words = text.words { findings.count(.complaint, 0, name: words) }
    let layout = Self.element("doc", of: try SourceFile.read(folder.file("words.xml"), atMost: Self.largest))
    var words = PDFWordsHandler()
    scrubbing = try XMLReader.read(layout, file: path, into: &words)
    if words.pages.allSatisfy({ page in page.blocks.allSatisfy { $0.lines.allSatisfy(\.words.isEmpty) } }) {
      throw PDFMessages.noText(path, pages: words.pages.count)
    }
    let fonts = fonts(in: folder, tools, path, settings)
    let all = ["-isodates", "-f", "1", "-l", "\(words.pages.count)", folder.input]
    if let said = try? folder.run(.pdfinfo, tools, all, path, settings.timeLimit.seconds, to: "info"),
      said.status == 0, let bytes = try? SourceFile.read(folder.file("info"), atMost: 1 << 26)
    {
      info = PDFInfo(String(decoding: bytes, as: UTF8.self))
    }
    for (number, found) in words.pages.enumerated() {
      var page = found
      (page.width, page.height) = info.shown(page.width, page.height, ofPage: number + 1)
      let runs = fonts.indices.contains(number) ? fonts[number] : PDFRuns()
      let own = number == 0 ? name : "\(name)-\(number + 1)"
      let made = PDFPageMaking.page(page, named: own, number: number + 1, runs, resolution: settings.resolution)
      if made.lines.isEmpty { findings.count(.emptyPage, number + 1) }
      pages.append(made)
    }
    if let images = settings.images { try draw(into: images.path, folder, tools, path, name, settings) }
  }

  private static let largest = 1 << 30

  /// What stands from the root element on: before it is only a head, with a DOCTYPE and the title as the file has it.
  private static func element(_ name: String, of bytes: [UInt8]) -> [UInt8] {
    guard let start = bytes.firstRange(of: Array("<\(name)".utf8)) else { return Array("<\(name)/>".utf8) }
    let rest = bytes[start.lowerBound...]
    let close = rest.firstRange(of: Array("</\(name)>".utf8))
    return Array(rest[..<(close?.upperBound ?? rest.endIndex)])
  }

  /// Sizes and families of type. A file whose fonts cannot be told is read without them.
  private mutating func fonts(
    in folder: PDFFolder, _ tools: PDFTools, _ path: String, _ settings: PDFReader.Settings
  ) -> [PDFRuns] {
    let arguments = [
      "-xml", "-i", "-hidden", "-nodrm", "-q", "-zoom", "\(Self.zoom)", folder.input, folder.file("fonts"),
    ]
    var handler = PDFFontsHandler(zoom: Self.zoom)
    guard (try? folder.run(.pdftohtml, tools, arguments, path, settings.timeLimit.seconds)) != nil,
      let bytes = try? SourceFile.read(folder.file("fonts.xml"), atMost: Self.largest),
      (try? XMLReader.read(Self.element("pdf2xml", of: bytes), file: path, into: &handler)) != nil
    else {
      findings.count(.noFonts, 0)
      return []
    }
    return handler.pages
  }

  /// Draws the pages, and gives each the name of its picture.
  private mutating func draw(
    into images: String, _ folder: PDFFolder, _ tools: PDFTools, _ path: String, _ name: String,
    _ settings: PDFReader.Settings
  ) throws {
    let arguments = ["-png", "-r", "\(Int(settings.resolution))", folder.input, folder.file("page")]
    _ = try folder.run(.pdftoppm, tools, arguments, path, settings.timeLimit.seconds * 4)
    let drawn = folder.files(ending: ".png").sorted(by: NaturalOrder.precedes)
    for (number, file) in drawn.enumerated() where pages.indices.contains(number) {
      let picture = "\(pages[number].name).png"
      try folder.move(file, into: images, as: picture)
      pages[number].image = picture
    }
  }
}
