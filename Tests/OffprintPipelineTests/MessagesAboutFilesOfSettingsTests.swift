import OffprintDiagnostics
import OffprintKit
import Testing

@testable import OffprintPipeline

/// Reads a file that it is told of.
private struct FakeListed: ArticleLabelling {
  struct Settings: StageSettings {
    @Setting("A list.") var list: SettingPath? = nil
    @Setting("Another.") var other: SettingPath? = nil
    @Setting("Its language.") var language: String? = nil
  }

  static let spec = StageSpec(name: "listed", summary: "Labels", needs: [], gives: [], examples: [])
  init(_ settings: Settings) throws {
    if settings.language == "none" { throw Diagnostic(.valueUnsuited, "'language' is a tag, not 'none'") }
    for path in [settings.other, settings.list].compactMap({ $0?.path }) { _ = try SourceFile.read(path) }
  }
  func labels(for article: Article, at index: Int, in issue: Issue, _ context: inout StageContext) throws -> [Label] {
    []
  }
}

@Suite("What the loader says of files that settings name")
struct MessagesAboutFilesOfSettingsTests {
  /// What is said of the stage with some settings, and the folder of the pipeline.
  private func message(_ settings: String) throws -> (said: Diagnostic?, folder: PipelineFolder) {
    var registry = Registry.fake
    registry.register(FakeListed.self)
    let folder = PipelineFolder([
      "there.txt": "",
      "p.yaml": pipeline(
        "stages:\n  - stage: listed\n    with: { \(settings) }", read: "read: { format: pages, from: . }"),
    ])
    let error = #expect(throws: (any Error).self) {
      try PipelineLoader.load("\(folder.path)/p.yaml", registry: registry)
    }
    return (Diagnostics.messages(of: try #require(error)).first, folder)
  }

  @Test("A file that is not there is told with the place where it is named")
  func missing() throws {
    let (message, folder) = try message("other: there.txt, list: words.txt")
    #expect(message?.code == .inputMissing && message?.place?.file == "\(folder.path)/words.txt")
    #expect(message?.notes.last == .init("named in", "\(folder.path)/p.yaml:5:37"))
  }

  @Test("What a part says of one of its settings stands at that setting")
  func setting() throws {
    let place = try message("other: there.txt, language: none").said?.place
    #expect(place?.line == 5 && place?.column == 41)
  }
}
