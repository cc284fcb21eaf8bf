import OffprintKit
import OffprintModel

/// A file, or a word that stands for something else.
struct FakeWords: SettingValue {
  var written: String
  static let settingType = SettingType.pathOr(words: ["shelf"])
  static func parse(_ input: SettingInput) throws -> FakeWords {
    guard case .scalar(let text, _) = input else { throw SettingFault(rule: "is \(settingType.words)") }
    return FakeWords(written: text)
  }
}

/// A reader with a setting of every type.
struct FakeReader: Reader {
  static let spec = ReaderSpec(name: "pages", summary: "Pages", gives: [])

  enum Mode: String, SettingChoice { case whole, split }

  struct Settings: StageSettings {
    @Setting("A text.") var language = "und"
    @Setting("A whole number.", in: 0...9999) var number = 1
    @Setting("A switch.") var strict = true
    @Setting("A share.") var share = SettingShare(0.5)
    @Setting("A time.") var wait = SettingDuration(seconds: 1)
    @Setting("A path.") var lexicon = SettingPath("none")
    @Setting("A path or a word.") var source = FakeWords(written: "none")
    @Setting("Texts.") var words: [String] = []
    @Setting("Numbers.") var numbers: [Int] = []
    @Setting("One of two.") var mode = Mode.whole
  }

  let settings: Settings
  init(_ settings: Settings) { self.settings = settings }
  func documents(in input: InputSelection) throws -> DocumentListing { DocumentListing() }
  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue { Issue(id: document.name) }
}

struct FakeReflow: ColumnReflowing {
  static let spec = StageSpec(name: "reflow-columns", summary: "Order", needs: [], gives: [.readingOrder], examples: [])

  struct Settings: StageSettings {
    @Setting("How many columns.", in: 1...9) var columns = 1
  }

  init(_ settings: Settings) {}
  func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) throws {}
}

struct FakeSegmenter: ArticleSegmenting {
  static let spec = StageSpec(
    name: "segment-articles", summary: "Articles", needs: [.readingOrder], gives: [.articles], examples: [])
  init(_ settings: NoSettings) {}
  func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article] { [] }
}

struct FakeMender: Dehyphenating {
  static let spec = StageSpec(name: "dehyphenate", summary: "Joins", needs: [], gives: [.joins], examples: [])

  struct Settings: StageSettings {
    @Setting("A word list.") var dictionary: String? = nil
    @Setting("How often.", in: 1...) var minEvidence = 2
  }

  init(_ settings: Settings) {}
  func joins(in issue: Issue, runs: [[LineRef]], _ context: inout StageContext) throws -> [Join] { [] }
}

struct FakeLabels: ArticleLabelling {
  static let spec = StageSpec(
    name: "label-articles", summary: "Labels", needs: [.articles], gives: [.labels], examples: [])
  init(_ settings: NoSettings) {}
  func labels(for article: Article, at index: Int, in issue: Issue, _ context: inout StageContext) throws -> [Label] {
    []
  }
}

struct FakeFiles: Writer {
  static let spec = WriterSpec(name: "item", summary: "Items", fileExtension: "xml", layout: .files)
  init(_ settings: NoSettings) {}
  func products(for issue: Issue) throws -> [Product] { [] }
}

struct FakeRecords: Writer {
  static let spec = WriterSpec(name: "jsonl", summary: "Records", fileExtension: "jsonl", needs: [], layout: .records)
  init(_ settings: NoSettings) {}
  func products(for issue: Issue) throws -> [Product] { [] }
}

struct FakeLoss: Check {
  static let spec = CheckSpec(name: "lines-accounted-for", summary: "Lost lines", unit: "lost", bound: .atMost)
  init(_ settings: NoSettings) {}
  func measure(_ issue: Issue) -> Double { 0 }
}

struct FakeHeadlines: Check {
  static let spec = CheckSpec(
    name: "headlines-found", summary: "Headlines", unit: "of articles", bound: .atLeast, needs: [.articles])
  init(_ settings: NoSettings) {}
  func measure(_ issue: Issue) -> Double { 1 }
}

extension Registry {
  static var fake: Registry {
    var registry = Registry()
    registry.register(FakeReader.self)
    registry.register(FakeReflow.self)
    registry.register(FakeSegmenter.self)
    registry.register(FakeMender.self)
    registry.register(FakeLabels.self)
    registry.register(FakeFiles.self)
    registry.register(FakeRecords.self)
    registry.register(FakeLoss.self)
    registry.register(FakeHeadlines.self)
    return registry
  }
}
