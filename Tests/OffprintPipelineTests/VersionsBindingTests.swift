import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintPipeline

private struct FakeVersioned: Writer {
  static let spec = WriterSpec(
    name: "versioned", summary: "Items with versions", fileExtension: "xml", needs: [], layout: .files,
    keepsVersions: true)
  struct Settings: StageSettings {
    @Setting("When.") var created: String? = nil
  }
  init(_ settings: Settings) {}
  func products(for issue: Issue) throws -> [Product] { [] }
}

@Suite("The key versions: of a writer")
struct VersionsBindingTests {
  private func load(_ write: String, _ vars: String = "") throws -> (step: WriteStep?, folder: PipelineFolder) {
    var registry = Registry.fake
    registry.register(FakeVersioned.self)
    let folder = PipelineFolder([
      "p.yaml": "offprint: 1\nread: { format: pages, from: . }\n\(vars)\nwrite: { items: \(write) }\n",
      "old/newsml/i/a.xml": "", "old/newsml/a.txt": "",
    ])
    return (try PipelineLoader.load("\(folder.path)/p.yaml", registry: registry).pipeline.writes.first, folder)
  }

  private func message(_ write: String) -> String {
    do {
      _ = try load(write)
      return ""
    } catch { return Diagnostics.messages(of: error).map { "\($0.code.id) \($0.summary)" }.joined(separator: "; ") }
  }

  private let to = "format: versioned, to: 'new/newsml/${issue.id}/${article.id}.xml'"

  @Test("The earlier path is that of the outputs below the folder that is named")
  func path() throws {
    let (step, folder) = try load("{ \(to), versions: old/newsml, with: { created: 2026-01-01 } }")
    #expect(
      step?.earlier?.pieces == [
        .text("\(folder.path)/old/newsml/"), .field(.issueID), .text("/"), .field(.articleID), .text(".xml"),
      ])
  }

  @Test("An empty variable is a first delivery")
  func first() throws {
    #expect(try load("{ \(to), versions: '${last}' }", "vars: { last: '' }").step?.earlier == nil)
    #expect(try load("{ \(to) }").step?.earlier == nil)
  }

  @Test("A folder in which nothing lies as the writer writes is not the last delivery")
  func nothingThere() throws {
    #expect(
      message("{ \(to), versions: old, with: { created: 2026-01-01 } }").hasPrefix("OP108 no earlier file is in"))
    let short = "format: versioned, to: 'new/${article.id}.xml'"
    #expect(message("{ \(short), versions: old/newsml/i, with: { created: 2026-01-01 } }").isEmpty)
    #expect(!message("{ \(short), versions: old/newsml, with: { created: 2026-01-01 } }").isEmpty)
  }

  @Test("The layout of a path is what stands between its fields")
  func layout() throws {
    let folder = PipelineFolder(["out/b-1/x_2.xml": ""])
    func layout(_ pieces: [OutputPath.Piece]) -> OutputLayout {
      OutputLayout(OutputPath(pieces: [.text("new/")] + pieces), below: "\(folder.path)/out")
    }
    let whole = layout([.text("b-"), .field(.issueNumber), .text("/x_"), .field(.articleID), .text(".xml")])
    #expect(whole.pattern == "b-*/x_*.xml" && whole.hasFile)
    #expect(layout([.field(.issueID), .text("/"), .field(.articleID), .text(".xml")]).hasFile)
    #expect(!layout([.field(.issueID), .text("/"), .field(.articleID), .text(".json")]).hasFile)
    #expect(!layout([.field(.articleID), .text(".xml")]).hasFile)
  }

  @Test("What cannot work is said before anything runs")
  func wrong() {
    #expect(message("{ \(to), versions: old/newsml }").hasPrefix("OP112 with 'versions', a writer must be told when"))
    #expect(message("{ \(to), versions: older, with: { created: 2026-01-01 } }").hasPrefix("OP108 "))
    #expect(
      message(
        "{ format: versioned, to: 'old/newsml/${article.id}.xml', versions: old/newsml, with: { created: 2026-01-01 } }"
      )
        == "OP115 'versions' names the folder that is written to")
    #expect(
      message(
        "{ format: versioned, to: 'x/${article.type}/${article.id}.xml', versions: old, with: { created: 2026-01-01 } }"
      )
      .hasPrefix("OP115 with 'versions', a path cannot name ${article.type}"))
    #expect(
      message("{ format: item, to: 'x/${article.id}.xml', versions: old }").contains(
        "OP104 items of 'item' have no versions"))
  }
}
