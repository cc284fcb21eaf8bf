import Foundation

/// A METS/ALTO issue of two pages, written for tests. No two lines of any two issues are alike.
struct SmallIssue {
  var number: Int
  var folder: URL

  static let linesOnAPage = 4

  init(_ number: Int, in batch: URL) {
    self.number = number
    folder = batch.appending(path: "issue-\(1000 + number)")
  }

  /// Also that of its folder.
  var name: String { folder.lastPathComponent }
  var mets: URL { folder.appending(path: "\(name)-METS.xml") }
  func page(_ page: Int) -> URL { folder.appending(path: "ALTO/\(page).xml") }

  /// The words that only line `line` of page `page` has.
  func text(_ page: Int, _ line: Int) -> String { "word\(number)x\(page)x\(line)" }

  /// All of them, page after page.
  var texts: [String] { (1...2).flatMap { page in (0..<Self.linesOnAPage).map { text(page, $0) } } }

  func write() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "ALTO"), withIntermediateDirectories: true)
    try Data(metsText().utf8).write(to: mets)
    for number in 1...2 { try Data(alto(number).utf8).write(to: page(number)) }
  }

  func metsText(_ hrefs: [String] = ["ALTO/1.xml", "ALTO/2.xml"]) -> String {
    let files = hrefs.enumerated().map { "<file ID=\"F\($0 + 1)\"><FLocat xlink:href=\"\($1)\"/></file>" }
    let articles = (1...2).map { page in
      """
      <div TYPE="ARTICLE"><div TYPE="HEADING"><fptr><area FILEID="F\(page)" BEGIN="A"/></fptr></div>
      <div TYPE="BODY"><fptr><area FILEID="F\(page)" BEGIN="B"/></fptr></div></div>
      """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
      <fileSec><fileGrp USE="Text">
      \(files.joined(separator: "\n"))
      </fileGrp></fileSec>
      <structMap TYPE="LOGICAL"><div TYPE="ISSUE"><div TYPE="CONTENT">
      \(articles.joined(separator: "\n"))
      </div></div></structMap>
      </mets>
      """
  }

  func alto(_ page: Int) -> String {
    func line(_ number: Int) -> String {
      let place = "HPOS=\"100\" VPOS=\"\(100 + number * 60)\" WIDTH=\"900\" HEIGHT=\"40\""
      return "<TextLine \(place)><String CONTENT=\"\(text(page, number))\" \(place)/></TextLine>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description>
      <Layout><Page ID="P1" WIDTH="1200" HEIGHT="1600"><PrintSpace>
      <TextBlock ID="A">
      \(line(0))
      </TextBlock>
      <TextBlock ID="B">
      \((1..<Self.linesOnAPage).map(line).joined(separator: "\n"))
      </TextBlock>
      </PrintSpace></Page></Layout></alto>
      """
  }
}
