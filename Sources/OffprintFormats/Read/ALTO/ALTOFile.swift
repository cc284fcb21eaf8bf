import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// A page of an ALTO file with what only a METS file asks for.
struct ALTOPage {
  var page: Page
  /// Indices of the blocks in each ComposedBlock, by its id.
  var composedBlocks: [String: Range<Int>]
}

/// One ALTO file, read.
struct ALTOFile {
  var pages: [ALTOPage]
  var description: ALTODescription
  var scrubbing: XMLScrubbing
  var findings: ALTOFindings

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - document: what it is a page of.
  ///   - root: the folder that its name in outputs is relative to.
  /// - Throws: a `Diagnostic` with the place, if it is broken, has no page or is no ALTO.
  static func read(
    _ path: String, of document: DocumentSource, root: String, resolution: Double
  ) throws -> ALTOFile {
    let bytes = try document.read(path)
    let found = XMLSniff.rootElement(bytes.prefix(4096))
    if !bytes.isEmpty, let found, found != "alto" { throw ALTOMessages.otherRoot(path, found) }
    var handler = ALTOHandler(name: FilePath.pageName(path), resolution: resolution)
    let scrubbing = try XMLReader.read(bytes, file: path, into: &handler)
    handler.finishFile()
    guard !handler.pages.isEmpty else { throw ALTOMessages.noPage(path) }
    var file = ALTOFile(
      pages: handler.pages, description: handler.description, scrubbing: scrubbing, findings: handler.findings)
    for index in file.pages.indices {
      file.pages[index].page.file = FilePath.relative(path, to: root)
      file.pages[index].page.alto = ALTOSource()
    }
    return file
  }

  /// True if the file begins as an ALTO file does, or is named like an XML file and shows no root element at all:
  /// empty, cut off at its head or unreadable. Reading it then says what is wrong, instead of a page going missing.
  static func isALTO(_ path: String) -> Bool {
    let root = (try? SourceFile.head(path)).flatMap(XMLSniff.rootElement)
    return root.map { $0 == "alto" } ?? FilePath.hasEnding(path, ".xml")
  }
}

enum ALTOMessages {
  static func otherRoot(_ path: String, _ root: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no ALTO file: its root element is '\(root)'", at: SourcePlace(file: path))
  }

  static func noPage(_ path: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(path)' is an ALTO file without a Page", at: SourcePlace(file: path))
  }
}
