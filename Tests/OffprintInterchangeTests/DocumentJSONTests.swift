import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import OffprintTesting
import Testing

@testable import OffprintInterchange

@Suite("A document as JSON")
struct DocumentJSONTests {
  /// All that differs, part by part.
  private func differences(_ a: Issue, _ b: Issue) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ value: (Issue) -> Value) {
      if value(a) != value(b) { found.append("\(what): \(value(a)) is now \(value(b))") }
    }
    compare("pages") { $0.pages.map(\.snapshot) }
    compare("names") { [$0.id, $0.language, $0.volume, $0.number, $0.edition, $0.sourceCreated, $0.ocrSoftware] }
    compare("publication", \.publication)
    compare("date", \.date)
    compare("sources", \.sources)
    compare("markup", \.markup)
    compare("articles", \.articles)
    compare("has articles", \.hasArticles)
    compare("joins", \.joins)
    compare("decisions", \.decisions)
    compare("flags", \.flags)
    compare("ledger", \.ledger)
    return found
  }

  private func expectRoundTrip(_ issue: Issue, _ name: String) throws {
    let bytes = DocumentJSON.encode(issue)
    let back = try DocumentJSON.decode(bytes)
    #expect(differences(issue, back) == [], "\(name)")
    #expect(DocumentJSON.encode(back) == bytes, "\(name)")
  }

  @Test("is the same document again, whatever is in it")
  func random() throws {
    var random = RandomIssue(seed: 5)
    for number in 0..<300 { try expectRoundTrip(random.make(), "issue \(number)") }
  }

  @Test("is the same document again, however nasty")
  func nasty() throws {
    for (name, issue) in NastyDocuments.all { try expectRoundTrip(issue, name) }
  }

  private static let issues = URL(
    filePath: ProcessInfo.processInfo.environment["OFFPRINT_SHARED"]
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared").standardized.path
  ).appending(path: "data/issues")

  @Test(
    "is the same document again after every stage, for real issues",
    .enabled(if: FileManager.default.fileExists(atPath: issues.path)),
    arguments: ["bnl-luxemburger-zeitung-1858-12-07", "bnf-le-gaulois-1882-02-08", "rero-blb-1845-12-28-bagit"])
  func real(folder: String) throws {
    let root = Self.issues.appending(path: folder).path
    let files = try #require(FileManager.default.subpaths(atPath: root)).sorted().map { "\(root)/\($0)" }
    let reader = METSALTOReader(.init())
    var context = ReadContext()
    let document = try #require(try reader.documents(in: InputSelection(root: root, files: files)).documents.first)
    var issue = try reader.read(document, &context)
    try expectRoundTrip(issue, "as it was read")
    var registry = Registry()
    registry.add(BuiltinStages.self)
    for stage in ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"] {
      try #require(registry.stages[stage]).make([:]).run(on: &issue)
      try expectRoundTrip(issue, "after \(stage)")
    }
  }

  @Test("whatever is changed in it, it is refused or it is a document that can be looked at")
  func hostile() throws {
    var random = RandomIssue(seed: 9)
    var refused = 0
    for _ in 0..<60 {
      let bytes = DocumentJSON.encode(random.make())
      for _ in 0..<40 {
        var changed = bytes
        for _ in 0...random.below(2) {
          let place = random.below(changed.count)
          switch random.below(3) {
          case 0: changed[place] = UInt8(random.below(256))
          case 1: changed[place] = UInt8(ascii: "9")
          default: changed.removeSubrange(place..<min(changed.count, place + random.below(30)))
          }
          if changed.isEmpty { changed = [0] }
        }
        do {
          let issue = try DocumentJSON.decode(changed)
          _ = Ledger.balance(of: issue)
          for page in issue.pages {
            for line in page.lines { _ = "\(page.lineName(line.index)) \(line.text) \(line.words.map(\.text))" }
          }
          for article in issue.articles { _ = article.components.map { issue.text(of: $0) } }
        } catch let message as Diagnostic {
          #expect(message.code == .storedDocument)
          refused += 1
        }
      }
    }
    #expect(refused > 1000)
  }

  @Test(
    "says what is wrong with it",
    arguments: [
      ("{}", "a document has a member 'offprint_document', and here it is missing"),
      (#"{"offprint_document":2}"#, "it is of another version than 1"),
      (#"{"offprint_document":1,"colour":"red"}"#, "a document has no member 'colour'"),
      (
        #"{"offprint_document":1,"pages":[],"articles":[{"components":[{"role":"headline","lines":[[0,1]]}]}]}"#,
        "an article names page 0, and the document has 0, counted from 0"
      ),
      (
        #"{"offprint_document":1,"pages":[{"styles":[{}],"words":[[0,1,-1,0]]}]}"#,
        "in page '' word 0 names text that is not there"
      ),
      (#"{"offprint_document":1,"articles":[{"components":[{"role":"title"}]}]}"#, "'title' is none of overline, "),
      (#"{"offprint_document":1} {}"#, "more follows after the document"),
    ])
  func messages(text: String, reason: String) throws {
    let message = #expect(throws: Diagnostic.self) { try DocumentJSON.decode(Array(text.utf8)) }
    #expect(message?.summary.contains(reason) == true, "\(message?.summary ?? "")")
  }

  @Test("bytes become base64 and bytes again")
  func base64() {
    #expect(Base64.encode(Array("light work.".utf8)) == "bGlnaHQgd29yay4=")
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
    for text in ["a", "a===", "====", "ab=c", "ab!c"] { #expect(Base64.decode(text) == nil, "\(text)") }
  }
}
