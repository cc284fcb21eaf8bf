import OffprintDiagnostics
import OffprintTrees
import Testing

@testable import OffprintStages

@Suite("The file of a model")
struct ArticleModelTextTests {
  private static let trees = SmallModel.trees
  private static let model = SmallModel.model

  private func read(_ text: String) throws -> ArticleModel { try ArticleModel(text: Array(text.utf8), file: "my.json") }

  @Test("reads back as the same model, and writes the same text")
  func roundTrip() throws {
    let model = try read(Self.model.text)
    #expect(model.about == Self.model.about)
    #expect(model.views.keys.count == 2)
    #expect(model.views[.zones]?[.begins]?.trees == Self.trees.trees)
    #expect(model.text == Self.model.text)
  }

  @Test("what stands in it is for people to read, a tree a line")
  func readable() {
    let lines = Self.model.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("\"format\": \"offprint-article-model\", \"version\": 1") })
    #expect(lines.contains { $0.contains("[\"\(UnitFeatures.all[2].name)\",1.25,0.1,-0.125,") })
    #expect(Self.model.text.hasSuffix("}\n"))
  }

  @Test("a view that was not learned is answered by the next one")
  func otherViews() throws {
    #expect(Self.model.trees(for: .begins, in: .lines) == Self.trees)
    #expect(Self.model.trees(for: .begins, in: .text)?.bias == 0.1)
    #expect(Self.model.trees(for: .headline, in: .text)?.bias == 0.25)
    #expect(Self.model.trees(for: .furniture, in: .zones) == nil)
  }

  @Test("that of Offprint tells where articles begin in every view")
  func bundled() throws {
    let model = try ArticleModel.bundled.get()
    for view in ArticleView.allCases {
      #expect(model.views[view]?[.begins]?.trees.isEmpty == false, "\(view)")
    }
    #expect(!model.about.isEmpty)
    #expect(try read(model.text).text == model.text)
  }
}
