import OffprintDiagnostics
import OffprintKit

/// What is said of PDF files that cannot be read.
enum PDFMessages {
  static let package = "poppler-utils"

  static func noTool(_ name: PopplerTool.Name) -> Diagnostic {
    Diagnostic(
      .libraryMissing, "'pdf' needs the program \(name.rawValue) of poppler, which this machine does not have",
      fix: "apt-get install \(package)", notes: [.init("searched", "the folders of $PATH")])
  }

  static func failed(_ path: String, _ name: PopplerTool.Name, _ outcome: PopplerTool.Outcome) -> Diagnostic {
    let place = SourcePlace(file: path)
    let kept = Diagnostic.Note("kept", "nothing of the document is exported")
    let words = outcome.words ?? "it says nothing"
    if outcome.isLate {
      return Diagnostic(
        .timeLimit, "\(name.rawValue) did not come to an end with '\(path)'", at: place,
        fix: "give it more time with 'time_limit', or cut the file into issues", notes: [kept])
    }
    if words.lowercased().contains("password") {
      return Diagnostic(
        .inputUnreadable, "'\(path)' is encrypted and asks for a password", at: place,
        fix: "take the password off: qpdf --password=PASSWORD --decrypt IN.pdf OUT.pdf", notes: [kept])
    }
    if outcome.status == 3 || words.lowercased().contains("not allowed") {
      return Diagnostic(
        .inputUnreadable, "'\(path)' does not allow that its text is taken", at: place,
        fix: "ask its owner for a copy without this restriction", notes: [kept])
    }
    return Diagnostic(
      .inputUnreadable, "'\(path)' is a PDF that is broken: \(name.rawValue) cannot read it", at: place,
      fix: "mend it, for example with qpdf IN.pdf OUT.pdf", notes: [.init(name.rawValue, words), kept])
  }

  static func noText(_ path: String, pages: Int) -> Diagnostic {
    let what = pages == 1 ? "its page is a picture" : "its \(pages) pages are pictures"
    return Diagnostic(
      .inputEmpty, "'\(path)' has no text: \(what)", at: SourcePlace(file: path),
      fix: "let an OCR program add it, for example: ocrmypdf -l deu IN.pdf OUT.pdf",
      notes: [.init("kept", "nothing of the document is exported")])
  }

  static func notPDF(_ path: String) -> Diagnostic {
    Diagnostic(.formatUnexpected, "'\(path)' is no PDF file", at: SourcePlace(file: path))
  }

  static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound("PDF", rule: "'pdf' takes files that begin with %PDF")
  }
}

/// What is not understood in a PDF, or cannot be kept as it is.
enum PDFFinding: FindingKind {
  case emptyPage, noFonts, complaint

  var code: DiagnosticCode { self == .emptyPage ? .inputEmpty : .inputNotUnderstood }

  func summary(_ count: Int) -> String {
    switch self {
    case .emptyPage: count == 1 ? "1 page has no text" : "\(count) pages have no text"
    case .noFonts: "the fonts of the file cannot be told"
    case .complaint: "poppler finds fault with the file"
    }
  }

  var kept: String {
    switch self {
    case .emptyPage: "the page, without lines; the first is the one of this number"
    case .noFonts: "the text, without sizes"
    case .complaint: "what could be read"
    }
  }
}
