import OffprintKit

/// `label-family-notices`: finds the notices that genealogists look for, by their headings and their formulas.
public struct LabelFamilyNotices: ArticleLabelling {
  public enum Language: String, SettingChoice, Sendable { case en, de, fr, nl }

  public struct Settings: StageSettings {
    @Setting("How sure the stage must be before it labels an article.", in: 0...1)
    public var minConfidence = 0.6
    @Setting("Languages whose headings and phrases are looked for, in every article.")
    public var languages = Language.allCases
    @Setting("A file of further phrases: a kind, a tab and a phrase on each line.")
    public var words: SettingPath? = nil
    public init() {}
  }

  private let book: PhraseBook
  private let minConfidence: Double

  public init(_ settings: Settings) throws {
    var book = PhraseBook(Language.allCases.filter(settings.languages.contains).map(\.words))
    if let words = settings.words {
      for extra in try ExtraPhrases.read(words.path) { book.add(extra.phrase, extra.kind, weight: Weights.strong) }
    }
    self.book = book
    minConfidence = settings.minConfidence
  }

  public func labels(
    for article: Article, at index: Int, in issue: Issue, _ context: inout StageContext
  ) throws -> [Label] {
    var evidence: [NoticeKind: Evidence] = [:]
    var words: [Int32] = []
    for component in article.components {
      let text = issue.text(of: component)
      weigh(heading: text, into: &evidence)
      // A heading that the segmentation left with the text under it: no other line of a column is so short.
      if !component.role.isHeading, component.lines.count > 1 {
        weigh(heading: issue[line: component.lines[0]].text, into: &evidence)
      }
      words += book.words(of: text) + [WordStream.boundary]
    }
    if let section = article.section { weigh(heading: section, into: &evidence) }
    for (phrase, count) in book.occurrences(in: words).sorted(by: { $0.key < $1.key }) {
      evidence[book.phrases[phrase].kind, default: Evidence()].add(phrase: book.phrases[phrase], count: count)
    }
    return NoticeKind.allCases.compactMap { kind in
      guard let found = evidence[kind] else { return nil }
      return label(kind, found, length: words.count, at: index, &context)
    }
  }

  private func label(
    _ kind: NoticeKind, _ evidence: Evidence, length: Int, at index: Int, _ context: inout StageContext
  ) -> Label? {
    let confidence = evidence.confidence(words: length)
    guard confidence >= minConfidence else {
      context.decide("left", at: .article(index), because: Self.tooLittle(kind, evidence), confidence: confidence)
      return nil
    }
    context.decide(kind.rawValue, at: .article(index), because: evidence.reason, confidence: confidence)
    return Label(kind: kind.label.kind, value: kind.label.value, source: context.stage, confidence: confidence)
  }

  private func weigh(heading text: String, into evidence: inout [NoticeKind: Evidence]) {
    let kinds = book.kinds(ofHeading: text)
    let weight = kinds.count == 1 ? Weights.heading : Weights.sharedHeading
    for kind in kinds { evidence[kind, default: Evidence()].add(heading: text, weight: weight) }
  }

  fileprivate static func tooLittle(_ kind: NoticeKind, _ evidence: Evidence) -> String {
    "too little speaks for a \(kind.rawValue): \(evidence.reason)"
  }
}

extension LabelFamilyNotices.Language {
  var words: NoticeWords {
    switch self {
    case .en: .english
    case .de: .german
    case .fr: .french
    case .nl: .dutch
    }
  }
}

extension Role {
  /// Parts that name what stands under them.
  fileprivate var isHeading: Bool {
    switch self {
    case .overline, .headline, .subheadline, .crosshead, .sectionLabel: true
    default: false
    }
  }
}
