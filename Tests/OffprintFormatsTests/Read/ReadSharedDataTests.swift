import Foundation
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// Real deliveries, where there are some: `OFFPRINT_SHARED` or `../shared` beside the package.
private let shared: String? = {
  let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../../shared"
  let path = ProcessInfo.processInfo.environment["OFFPRINT_SHARED"] ?? beside
  return FileManager.default.fileExists(atPath: path + "/data/issues") ? path : nil
}()

@Suite struct ReadSharedDataTests {
  /// Counts the tags of lines in the bytes, without an XML parser.
  private func lineTags(_ path: String) throws -> Int {
    let text = String(decoding: try SourceFile.read(path), as: UTF8.self)
    return ["<TextLine ", "<TextLine>", "<TextLine/>", ":TextLine "].reduce(0) { $0 + text.ranges(of: $1).count }
  }

  private func files(_ root: String) throws -> InputSelection {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    return InputSelection(root: root, files: names.sorted().map { root + "/" + $0 })
  }

  @Test(.enabled(if: shared != nil, "no shared data"), arguments: ["issues", "pages"])
  func everyLineOfEveryALTOFileIsRead(folder: String) throws {
    let input = try files((shared ?? "") + "/data/" + folder)
    let reader = ALTOReader(.init())
    for document in try reader.documents(in: input).documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      let tags = try document.files.reduce(0) { try $0 + lineTags($1) }
      #expect(issue.pages.reduce(0) { $0 + $1.lines.count } == tags, "\(document.name)")
    }
  }

  @Test(.enabled(if: shared != nil, "no shared data"))
  func everyLineOfEveryPAGEFileIsRead() throws {
    let input = try files((shared ?? "") + "/data/pages")
    let reader = PAGEXMLReader(.init())
    for document in try reader.documents(in: input).documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      #expect(issue.pages.reduce(0) { $0 + $1.lines.count } == (try lineTags(document.files[0])), "\(document.name)")
      #expect(context.warnings == [], "\(document.name)")
    }
  }

  /// Counts what is printed in a well-formed file, without an XML parser: what is between tags and no white space.
  private func printed(_ text: Substring) -> Int {
    var count = 0
    var isInTag = false
    var isInEntity = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": isInTag = true
      case ">" where isInTag: isInTag = false
      case _ where isInTag: break
      case "&":
        isInEntity = true
        count += 1
      case ";" where isInEntity: isInEntity = false
      case _ where isInEntity || scalar.value <= 0x20 || scalar.value == 0xA0: break
      default: count += 1
      }
    }
    return count
  }

  @Test(.enabled(if: shared != nil, "no shared data"))
  func everyLineAndCharacterOfEveryHOCRFileIsRead() throws {
    let input = try files((shared ?? "") + "/data/pages")
    var settings = HOCRReader.Settings()
    settings.issue = .file
    let reader = HOCRReader(settings)
    let documents = try reader.documents(in: input).documents
    #expect(documents.count >= 10)
    for document in documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      let text = String(decoding: try SourceFile.read(document.files[0]), as: UTF8.self)
      let lines = ["ocr_line'", "ocr_line\"", "ocr_caption'", "ocr_textfloat'", "<span class='ocr_header'"].reduce(0) {
        $0 + text.ranges(of: $1).count
      }
      #expect(issue.pages.reduce(0) { $0 + $1.lines.count } == lines, "\(document.name)")
      // In files with markup that is none the two sorts of `<` cannot be told apart without a parser.
      guard !context.warnings.contains(where: { $0.summary.contains("begins no markup") }) else { continue }
      let body = text.firstRange(of: "<body").map { text[$0.lowerBound...] } ?? text[...]
      #expect(issue.pages.reduce(0) { $0 + $1.characterCount } == printed(body), "\(document.name)")
      #expect(context.warnings == [], "\(document.name)")
    }
  }

  @Test(.enabled(if: shared != nil, "no shared data"))
  func everyLineAndCharacterOfEveryFineReaderFileIsRead() throws {
    let input = try files((shared ?? "") + "/data/pages")
    let reader = ABBYYXMLReader(.init())
    for document in try reader.documents(in: input).documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      let texts = try document.files.map { String(decoding: try SourceFile.read($0), as: UTF8.self) }
      let lines = texts.reduce(0) { $0 + $1.ranges(of: "<line ").count }
      #expect(issue.pages.reduce(0) { $0 + $1.lines.count } == lines, "\(document.name)")
      #expect(issue.pages.reduce(0) { $0 + $1.characterCount } == texts.reduce(0) { $0 + printed($1[...]) })
      #expect(context.warnings == [], "\(document.name)")
    }
  }

  @Test(.enabled(if: shared != nil, "no shared data"))
  func everyDIDLIssueIsReadWithTheTextsOfItsArticles() throws {
    let input = try files((shared ?? "") + "/data/issues")
    let reader = DIDLALTOReader(.init())
    let documents = try reader.documents(in: input).documents
    #expect(documents.count >= 2)
    for document in documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      let pages = document.files.filter { $0.hasSuffix("_alto.xml") }
      #expect(issue.pages.reduce(0) { $0 + $1.lines.count } == (try pages.reduce(0) { try $0 + lineTags($1) }))
      let claimed = try #require(issue.markup).articles.flatMap(\.lines)
      #expect(Set(claimed).count == claimed.count, "\(document.name)")
      #expect(context.warnings == [], "\(document.name)")
    }
  }

  @Test(.enabled(if: shared != nil, "no shared data"))
  func everyMETSIssueHasArticlesThatClaimEachLineOnce() throws {
    let input = try files((shared ?? "") + "/data/issues")
    let reader = METSALTOReader(.init())
    let documents = try reader.documents(in: input).documents
    #expect(documents.count >= 14)
    for document in documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      let markup = try #require(issue.markup, "\(document.name)")
      let claimed = markup.articles.flatMap(\.lines)
      #expect(Set(claimed).count == claimed.count, "\(document.name)")
      #expect(markup.unresolved == 0, "\(document.name)")
      // Of the profiles there are, only the `toc` of the BnF has a block for each printed paragraph.
      #expect(markup.marksParagraphs == document.files.contains { $0.contains("/toc/") }, "\(document.name)")
      #expect(claimed.count * 10 >= issue.pages.reduce(0) { $0 + $1.lines.count } * 8, "\(document.name)")
    }
  }

  /// Counts lines and words in the bytes, without an XML parser: a piece of a word begins another one unless it stands
  /// behind one that no space follows.
  private func oliveCounts(_ path: String) throws -> (lines: Int, words: Int) {
    let bytes = try SourceFile.read(path).map { $0 < 0x80 ? $0 : UInt8(ascii: "x") }
    var counts = (lines: 0, words: 0)
    var isOpen = false
    for tag in String(decoding: bytes, as: UTF8.self).split(separator: "<") {
      switch tag.prefix(2) {
      case "L ":
        counts.lines += 1
        isOpen = false
      case "W ", "Q ", "q ":
        if !isOpen { counts.words += 1 }
        isOpen = tag.hasPrefix("Q") || tag.contains(" NS=\"y\"")
      default: break
      }
    }
    return counts
  }

  @Test(.enabled(if: shared != nil, "no shared data"))
  func everyLineAndWordOfEveryOliveIssueIsRead() throws {
    let input = try files((shared ?? "") + "/data/issues")
    let reader = OliveXMDReader(.init())
    let documents = try reader.documents(in: input).documents
    #expect(documents.count >= 1)
    for document in documents {
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      #expect(context.warnings == [], "\(document.name)")
      let counts = try document.files.map(oliveCounts)
      #expect(issue.pages.reduce(0) { $0 + $1.lines.count } == counts.reduce(0) { $0 + $1.lines })
      #expect(issue.pages.reduce(0) { $0 + $1.words.count } == counts.reduce(0) { $0 + $1.words })
      let markup = try #require(issue.markup)
      let claimed = markup.articles.flatMap(\.lines)
      #expect(Set(claimed).count == claimed.count && claimed.count == issue.pages.reduce(0) { $0 + $1.lines.count })
      #expect(markup.unresolved == 0)
      var settings = OliveXMDReader.Settings()
      settings.continuations = .apart
      let apart = try #require(try OliveXMDReader(settings).read(document, &context).markup)
      let overPages = markup.articles.count { Set($0.lines.map(\.page)).count > 1 }
      #expect(overPages > 0 && apart.articles.count == markup.articles.count + overPages)
    }
  }
}
