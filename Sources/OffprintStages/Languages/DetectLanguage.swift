import OffprintKit
import OffprintModel

/// Finds the language of each block.
public struct DetectLanguage: LanguageDetecting {
  public struct Settings: StageSettings {
    @Setting("Whether what the delivery says of the language of blocks, articles, pages and the issue stays.")
    public var trustSource = true
    @Setting("The languages (BCP 47) that may occur.")
    public var languages = ["cs", "da", "de", "en", "es", "fi", "fr", "it", "ja", "ko", "lb", "nl", "no", "sv", "zh"]
    @Setting("From how many letters on a block is believed whatever the rest of the issue is in.", in: 20...)
    public var minLetters = 160

    public init() {}
  }

  public static let spec = StageSpec(
    name: "detect-language",
    summary: "Finds the language of each block",
    discussion: """
      Chinese, Japanese and Korean are known by their script. For all others the stage asks libexttextcat, which \
      compares the letters and their neighbours with fingerprints of languages; old spelling and misread letters \
      change these little. A block of 'min_letters' or more is believed by itself; if the issue has little of its \
      language, only if both its halves are in it. A shorter one is compared with the languages alone that hold a \
      twentieth or more of the letters of the issue's long blocks. Blocks under 10 letters, and those that look like \
      none, take the language of their article, or else of their page. If no block is long enough, the issue is taken \
      as one.

      A page is in the language of most of its letters, and so is the issue, where the delivery says nothing of them. \
      An article is in the language of most of its text, unless the delivery names one; 'trust_source: no' has every \
      language found anew, for deliveries whose catalogue names one language for all.

      The library is not part of Offprint. Where it is missing, a pipeline with this stage is refused with the line to \
      install it, since its results would differ from those of other machines; without this stage languages are what \
      the delivery says, or the reader's setting. Fewer 'languages' make it surer: name those that your papers are in. \
      Danish and Norwegian are so near that one is often taken for the other unless only one is named.
      """,
    needs: [.lines], gives: [.languages],
    choices: [
      .init("detected", "The block is long enough to be believed by itself."),
      .init("likely", "A short block, compared with the languages of the issue."),
      .init("script", "The script says it."),
      .init("source", "The delivery says it."),
      .init("left", "It cannot be told; the block is in the language of what is around it."),
    ],
    examples: examples)

  private let settings: Settings
  private let guessing: IssueGuessing

  public init(_ settings: Settings) throws { try self.init(settings, aids: StageAids()) }

  public init(_ settings: Settings, aids: StageAids) throws {
    self.settings = settings
    guessing = try IssueGuessing(languages: settings.languages, minLetters: settings.minLetters, source: aids.languages)
  }

  public func languages(of issue: Issue, pages: [Int], _ context: inout StageContext) throws -> FoundLanguages {
    let blocks = pages.flatMap { page in
      issue.pages[page].blocks.filter { !$0.lines.isEmpty }.map { BlockLetters($0, onPage: page) }
    }
    let findings = try guessing.findings(for: blocks, trustSource: settings.trustSource)
    var found = FoundLanguages()
    found.overrulesArticles = !settings.trustSource
    for (block, finding) in zip(blocks, findings) {
      if finding.choice != .source { found.blocks[block.page, default: [:]][block.index] = finding.language }
      context.decide(
        finding.choice.rawValue, at: .line(block.firstLine), because: finding.sentence(letters: block.letters),
        confidence: finding.confidence)
    }
    let amounts = zip(blocks, findings).map { (page: $0.page, language: $1.language, letters: $0.letters) }
    let most = LanguageAmounts(amounts.map { ($0.language, $0.letters) }).most
    for page in pages where issue.pages[page].language == nil || !settings.trustSource {
      found.pages[page] =
        LanguageAmounts(amounts.filter { $0.page == page }.map { ($0.language, $0.letters) }).most ?? most
    }
    if issue.language == nil || !settings.trustSource { found.issue = most }
    return found
  }
}
