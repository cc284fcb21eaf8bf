import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// Pieces of text with font, size and place in points from the lower left corner, as a PDF of one page after the other.
private func pdf(
  _ pages: [[(font: String, size: Int, x: Int, y: Int, text: String)]], hidden: Bool = false, more: String = "",
  turned: Int = 0
)
  -> String
{
  var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
  objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
  objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
  var kids: [String] = []
  for page in pages {
    let text = page.map { "/\($0.font) \($0.size) Tf 1 0 0 1 \($0.x) \($0.y) Tm (\($0.text)) Tj\n" }.joined()
    let stream = "BT \(hidden ? "3 Tr" : "") \(text)ET\n"
    objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)endstream")
    objects.append(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 360 720] /Rotate \(turned) /Contents \(objects.count) 0 R "
        + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
    kids.append("\(objects.count) 0 R")
  }
  objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
  objects.append("<< /Producer (Tesseract 5) /CreationDate (D:20240506070809Z) >>")
  var out = "%PDF-1.4\n"
  var places: [Int] = []
  for (number, object) in objects.enumerated() {
    places.append(out.utf8.count)
    out += "\(number + 1) 0 obj\n\(object)\nendobj\n"
  }
  let table = out.utf8.count
  out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
  for place in places { out += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
  return out + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R \(more)>>\n"
    + "startxref\n\(table)\n%%EOF\n"
}

@Suite(
  "Reading PDF", .enabled(if: (try? PDFTools(PopplerTool.Name.allCases)) != nil, "poppler is not installed here"))
struct ReadPDFTests {
  /// ISO 32000-1, 7.7.3.3: a page that lies on a side is shown as wide as it was high.
  @Test(arguments: [(0, [720, 1440]), (90, [1440, 720]), (180, [720, 1440]), (270, [1440, 720])])
  func pagesHaveTheSizeInWhichTheyAreShown(turned: Int, size: [Int]) throws {
    let text = [("F1", 10, 20, 20, "unten links"), ("F1", 10, 250, 700, "oben rechts")]
    let folder = try ReadFolder([:])
    try folder.write("a.pdf", Array(pdf([text, text], turned: turned).utf8))
    var settings = PDFReader.Settings()
    settings.resolution = 144
    let (issues, _) = try folder.read(PDFReader(settings))
    for page in issues[0].pages {
      #expect([page.size.right, page.size.bottom] == size)
      for line in page.lines { #expect(line.box.union(page.size) == page.size, "\(turned)") }
    }
  }

  private let page: [(font: String, size: Int, x: Int, y: Int, text: String)] = [
    ("F2", 20, 72, 620, "Vom Hafen"), ("F1", 10, 72, 590, "Ein Schiff mit Salz ist ange-"),
    ("F1", 10, 72, 578, "kommen (leer)."),
  ]

  private func message(_ files: [String: String], _ settings: PDFReader.Settings = .init()) -> Diagnostic? {
    do {
      _ = try ReadFolder(files).read(PDFReader(settings))
      return nil
    } catch { return Diagnostics.messages(of: error).first }
  }

  @Test func wordsPlacesAndFonts() throws {
    let escaped = page.map {
      ($0.font, $0.size, $0.x, $0.y, $0.text.replacing("(", with: "\\(").replacing(")", with: "\\)"))
    }
    let folder = try ReadFolder(["brief_2024-05-06.pdf": pdf([escaped, escaped])])
    let (issues, context) = try folder.read(PDFReader(.init()))
    let issue = issues[0]
    #expect(issue.publication.title == "brief")
    #expect(issue.date?.iso == "2024-05-06")
    #expect(issue.ocrSoftware == "Tesseract 5")
    #expect(issue.sourceCreated == "2024-05-06T07:08:09Z")
    #expect(issue.pages.map(\.name) == ["brief_2024-05-06", "brief_2024-05-06-2"])
    let first = issue.pages[0]
    #expect(first.size == Box(left: 0, top: 0, right: 1500, bottom: 3000))
    #expect(first.unit == .point)
    #expect(first.resolution == 300)
    #expect(first.lines.map(\.text) == ["Vom Hafen", "Ein Schiff mit Salz ist ange-", "kommen (leer)."])
    #expect(first.words[0].style.size == 20)
    #expect(first.words[0].style.isBold)
    #expect(abs(first.words[2].style.size - 10) < 0.4)
    #expect(!first.words[2].style.isBold)
    #expect(first.words[0].box.left == 300)
    #expect(context.warnings.isEmpty)
  }

  @Test func textThatCannotBeSeenIsReadToo() throws {
    let issue = try ReadFolder(["a.pdf": pdf([page], hidden: true)]).read(PDFReader(.init())).issues[0]
    #expect(issue.pages[0].lines.first?.text == "Vom Hafen")
    #expect(issue.pages[0].words[0].style.size == 20)
  }

  @Test func filesWithoutTextSayWhatToDo() throws {
    let empty = message(["a.pdf": pdf([[], []])])
    #expect(empty?.code == .inputEmpty)
    #expect(empty?.summary.hasSuffix("has no text: its 2 pages are pictures") == true)
    #expect(empty?.fix?.contains("ocrmypdf") == true)
    let (issues, context) = try ReadFolder(["a.pdf": pdf([page, []])]).read(PDFReader(.init()))
    #expect(issues[0].pages.map(\.lines.isEmpty) == [false, true])
    #expect(context.warnings.map(\.code) == [.inputEmpty])
  }

  @Test func brokenAndEncryptedFilesAreToldApart() throws {
    let broken = message(["a.pdf": "%PDF-1.4\nnothing of the kind"])
    #expect(broken?.code == .inputUnreadable)
    #expect(broken?.summary.contains("is a PDF that is broken") == true)
    let key =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(String(repeating: "41", count: 32))> "
      + "/U <\(String(repeating: "42", count: 32))> /P -44 >> /ID [<00><00>] "
    let encrypted = message(["a.pdf": pdf([page], more: key)])
    #expect(encrypted?.code == .inputUnreadable)
    #expect(encrypted?.summary.contains("is encrypted") == true)
    #expect(message(["a.pdf": ""])?.code == .inputEmpty)
    #expect(message(["a.txt": "no PDF"])?.code == .inputEmpty)
  }

  @Test func picturesAreMadeWhereTheyAreWanted() throws {
    let folder = try ReadFolder(["a.pdf": pdf([page, page])])
    var settings = PDFReader.Settings()
    settings.resolution = 36
    settings.images = SettingPath(folder.root + "/pictures")
    let issue = try folder.read(PDFReader(settings)).issues[0]
    #expect(issue.pages.map(\.image) == ["a.png", "a-2.png"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.root + "/pictures").sorted() == ["a-2.png", "a.png"])
    #expect(issue.pages[0].size == Box(left: 0, top: 0, right: 180, bottom: 360))
  }

  @Test func aProgramThatHangsIsStopped() throws {
    let sleep = try #require(PopplerTool(path: "/bin/sleep"))
    let folder = try PDFFolder()
    let start = ContinuousClock.now
    let outcome = sleep.run(["60"], output: folder.file("o"), errors: folder.file("e"), seconds: 0.2)
    #expect(outcome.isLate)
    #expect(start.duration(to: .now) < .seconds(20))
    var settings = PDFReader.Settings()
    settings.timeLimit = SettingDuration(seconds: 0)
    #expect(message(["a.pdf": pdf([page])], settings)?.code == .timeLimit)
  }

  @Test func withoutPopplerThePipelineSaysWhatToInstall() {
    do {
      _ = try PDFTools([.pdftotext], in: ["/nowhere"])
      Testing.Issue.record("a program was found in no folder")
    } catch {
      let message = Diagnostics.messages(of: error).first
      #expect(message?.code == .libraryMissing)
      #expect(message?.fix == "apt-get install poppler-utils")
    }
  }
}
