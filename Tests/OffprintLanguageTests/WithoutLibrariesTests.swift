import Foundation
import OffprintCLI
import OffprintKit
import OffprintLanguage
import OffprintStages
import OffprintTesting
import Testing

/// The command on a machine that has none of the libraries.
@Suite("Without the libraries of the system")
struct WithoutLibrariesTests {
  private static var registry: Registry {
    var registry = Registry()
    registry.add(BuiltinStages.self)
    registry.register(Pages.self)
    registry.register(HunspellWords(library: ["libnobody-has-this.so.0"], folders: ["/nowhere"]))
    registry.register(TextcatLanguages(library: ["libnobody-has-this.so.0"], folders: ["/nowhere"]))
    return registry
  }

  struct Pages: Reader {
    static let spec = ReaderSpec(name: "pages", summary: "Pages", gives: [])
    init(_ settings: NoSettings) {}
    func documents(in input: InputSelection) throws -> DocumentListing { DocumentListing() }
    func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> OffprintKit.Issue {
      OffprintKit.Issue(id: document.name)
    }
  }

  private func said(_ arguments: String..., stages: String = "[]") throws -> (status: Int32, text: String) {
    let folder = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let yaml = "offprint: 1\nread: { format: pages, from: . }\nstages: \(stages)\n"
    try Data(yaml.utf8).write(to: URL(filePath: "\(folder)/p.yaml"))
    let texts = Texts()
    let console = Console(write: texts.add, writeError: texts.add, errorIsTerminal: false)
    let named = arguments.map { $0 == "FILE" ? "\(folder)/p.yaml" : $0 }
    let status = OffprintCommand.run(named, registry: Self.registry, console: console)
    return (status, texts.all)
  }

  @Test("a pipeline that asks for them is refused, with what to install")
  func refused() throws {
    let words = try said("check", "FILE", stages: "[{ stage: dehyphenate, with: { dictionary: hunspell } }]")
    #expect(words.status == 78)
    #expect(
      words.text.contains("error[OP312]: 'hunspell' needs the library libhunspell, which this machine does not have"))
    #expect(words.text.contains("apt-get install libhunspell-1.7-0"))
    let languages = try said("check", "FILE", stages: "[detect-language]")
    #expect(languages.status == 78)
    #expect(languages.text.contains("error[OP312]"))
    #expect(languages.text.contains("apt-get install libexttextcat-2.0-0 libexttextcat-data"))
  }

  @Test("all others are as good as ever")
  func others() throws {
    #expect(try said("check", "FILE", stages: "[normalise-text, dehyphenate]").status == 0)
  }

  @Test("offprint list and explain say what is missing")
  func list() throws {
    #expect(
      try said("list", "libraries").text == """
        hunspell       not found: apt-get install libhunspell-1.7-0
        libexttextcat  not found: apt-get install libexttextcat-2.0-0 libexttextcat-data

        """)
    #expect(try said("explain", "detect-language").text.contains("Not available here\n"))
    #expect(try !said("explain", "dehyphenate").text.contains("Not available here"))
  }

  @Test("the examples of a stage that needs one are passed over")
  func examples() throws {
    let stage = try #require(Self.registry.stages["detect-language"])
    #expect(runExamples(of: stage, in: Self.registry) == [])
    #expect(checkStage(DetectLanguage.self, in: Self.registry) == [])
  }
}

private final class Texts: @unchecked Sendable {
  // The lock guards the text; that is the reason for `@unchecked`.
  private let lock = NSLock()
  private var text = ""
  @Sendable func add(_ more: String) { lock.withLock { text += more } }
  var all: String { lock.withLock { text } }
}
