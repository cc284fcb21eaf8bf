import OffprintKit
import OffprintModel

/// Mends words that were broken at line ends, and decides how any two lines of an article meet.
public struct Dehyphenate: Dehyphenating, Surveying {
  public struct Settings: StageSettings {
    @Setting(
      "How often a form of a word must occur in the issue, or else the batch, before it overrules the rest.", in: 1...)
    public var minEvidence = 2
    @Setting(
      "Whether a hyphen before 'und', 'en', 'och' and the like stays, with a space after it; if not, it is taken as any other and the two may be joined."
    )
    public var keepSuspended = true
    @Setting("Language of all lines as a BCP 47 tag, in place of what the source says.")
    public var language: String? = nil
    @Setting("Whether to join words that were broken without a mark: 'strict' asks for strong evidence.")
    public var lostHyphens = LostHyphens.strict
    @Setting("Whether the source's own whole word (ALTO SUBS_CONTENT) overrules the words of the issue.")
    public var preferSource = false
    @Setting(
      "A UTF-8 file, one word a line, which overrules the issue; or 'hunspell', or 'hunspell:' and a dictionary.")
    public var dictionary: DictionarySetting? = nil
    @Setting("How often words occur in the whole batch, as a file: built by the first run that does not find it.")
    public var vocabulary: SettingPath? = nil

    public init() {}
  }

  public enum LostHyphens: String, SettingChoice {
    case off, strict
  }

  public static let spec = StageSpec(
    name: "dehyphenate",
    summary: "Mends words that were broken at line ends",
    discussion: """
      A mark at a line's end may break a word, be the word's own hyphen, or stand for a part that the next word \
      shares. The stage looks, in this order, at what stands around the mark (figures, punctuation, writing without \
      spaces), at conjunctions after a suspended hyphen, at the word list if there is one, at how often the issue has \
      the joined and the hyphenated form in words that touch no line end, at how often the batch has them, at the \
      dictionary, at what the language writes with a hyphen, and at capitals. In languages that write compounds with a \
      hyphen, two words of the issue that it never joins keep theirs. Where broken words have a sign of their own (¬, \
      U+00AD), a plain hyphen is the word's own. Only then does it believe that a mark breaks a word, as most do.

      What a capital follows is never joined to a word of the issue: 'Adler-Orden' is not 'Adlerorden'. A quotation \
      mark that is repeated at the start of each line is left out within a word. Of characters before the second half \
      that are no letters, the reason says that they are taken for flaws.

      Marks that the source set as such (ALTO HYP and SUBS_TYPE, U+00AD, ¬, ⸗) are believed to be marks, but not to \
      say which of the three they are: the whole words in SUBS_CONTENT are made by programs that always drop the \
      hyphen or keep it at random. Set 'prefer_source' where you know them to be better.

      The printed form is kept: lines are never changed. Only lines that are read one after the other are looked at, \
      so an order and articles should have been found before. Two lines are also joined without a mark, if the issue or \
      the batch has the joined word often enough and neither half inside a line, or if a dictionary has the joined word and not \
      both halves; 'lost_hyphens: off' leaves them.

      'dictionary' takes a file of your own words, or 'hunspell' for the system's dictionary of each line's language, \
      or 'hunspell:fr_FR' for one dictionary for all lines. A dictionary is asked after the issue's own words and what \
      the language always writes with a hyphen, and only for words to be joined: it takes any two words with a hyphen \
      between them. It finds most where OCR lost the hyphens. Long s and ligatures are asked for in modern letters. If \
      the library or the dictionary that was named is not there, the pipeline is refused; if lines are in a language \
      without a dictionary, they are decided without one, and the flag 'dictionary-missing' says how many.

      One issue knows few words, a batch many. 'vocabulary' names a file of them; without it the issue alone is asked. \
      Where the file is there, it is used as it is. Where it is not, the run builds it first: it reads every document \
      a first time, takes it through the normalising and reflowing stages before this one, and counts the words that \
      have another before and after them in their line, where no halves are. A document that cannot be read is left \
      out, with a warning, and fails when its turn comes. The run's summary and run.json say what was built; 'offprint \
      vocabulary PIPELINE -o FILE' builds it alone. Delete the file to have it built anew, as after more was \
      delivered.

      The file is UTF-8 text, sorted by its bytes: a first line that says from how many documents and words it was \
      built, then a word, a tab and its count in each. Words are in small letters save after a hyphen, with s for ſ \
      and ligatures taken apart; peut-être also counts as peut and être. Words met once are left out. LC_ALL=C sort \
      A.tsv B.tsv makes one file of two: counts of a word that stands twice are added up. At most 2,097,152 different \
      words are kept while counting (about 250 MB); beyond that the rarest are struck out, and struck_out in the first \
      line says how rare.

      Language is that of the line's block, article, page or issue, or the setting's; English, French, German, Luxembourgish, \
      Dutch, Italian, Spanish, Swedish, Danish, Norwegian, Finnish and Czech have habits of their own.
      """,
    needs: [.lines], gives: [.joins],
    choices: [
      .init("joined", "The mark goes and the halves are one word."),
      .init("hyphen-kept", "The mark is the word's own hyphen: the halves stay together with it."),
      .init("suspended", "The mark stays and a space follows."),
      .init("closed", "The lines meet without a space, as in Chinese."),
      .init("left", "The mark is no hyphen, or nothing goes on: the line end stays as it is."),
    ],
    examples: examples)

  private let settings: Settings
  private let wordList: WordList?
  private let batch: BatchVocabulary?
  private let habits: HyphenHabits?
  private let source: (any WordSource)?
  private let dictionary: String?

  public init(_ settings: Settings) throws { try self.init(settings, aids: StageAids()) }

  public init(_ settings: Settings, aids: StageAids) throws {
    try self.init(settings, aids: aids, batch: try settings.vocabulary.flatMap { try BatchVocabulary.read($0.path) })
  }

  init(_ settings: Settings, aids: StageAids = StageAids(), batch: BatchVocabulary?) throws {
    if let language = settings.language { try Self.demandTag(language) }
    self.settings = settings
    self.batch = batch
    habits = settings.language.map(HyphenHabits.of)
    switch settings.dictionary {
    case nil: (wordList, source, dictionary) = (nil, nil, nil)
    case .file(let path): (wordList, source, dictionary) = (try WordList(path: path), nil, nil)
    case .source(let name, let named):
      guard let source = aids.words[name] else { throw Self.noSource(name) }
      try source.check()
      // Found missing now, not after a night's run.
      dictionary = named ?? settings.language
      if let dictionary { _ = try source.words(of: dictionary) }
      (wordList, self.source) = (nil, source)
    }
  }

  public func joins(in issue: Issue, runs: [[LineRef]], _ context: inout StageContext) throws -> [Join] {
    let meetings = LineMeetings(of: issue, runs: runs, seeksLost: settings.lostHyphens == .strict)
    let spellers = source.map { Spellers(source: $0, name: dictionary) }
    var rules = BreakRules(
      vocabulary: meetings.vocabulary(of: issue), marksBreaks: meetings.marksBreaks, batch: batch, wordList: wordList,
      minEvidence: settings.minEvidence, keepsSuspended: settings.keepSuspended,
      prefersSource: settings.preferSource)
    var joins: [Join] = []
    func settle(_ line: LineBreak, _ verdict: Verdict) {
      context.decide(
        verdict.choice, at: .line(line.first), because: line.sentence(verdict.reason), confidence: verdict.confidence)
      if let join = line.join(verdict) { joins.append(join) }
    }
    let languages = LineLanguages(issue)
    for line in meetings.breaks {
      let language = languages[line.first]
      rules.speller = spellers?.speller(for: language)
      settle(line, rules.verdict(line, habits ?? HyphenHabits.of(language)))
    }
    for line in meetings.unmarked {
      rules.speller = spellers?.speller(for: languages[line.first])
      if let verdict = UnmarkedEnd.lostHyphen(line, rules) { settle(line, verdict) }
    }
    for end in meetings.closed {
      context.decide(
        end.verdict.choice, at: .line(end.first), because: Self.meetsClosed, confidence: end.verdict.confidence)
      joins.append(
        Join(
          first: end.first, second: end.second, seam: .closed, markLength: 0, confidence: end.verdict.confidence))
    }
    for orphan in meetings.orphans { context.decide("left", at: .line(orphan), because: Self.nothingFollows) }
    for (language, count) in (spellers?.unanswered ?? [:]).sorted(by: { $0.key < $1.key }) {
      context.flag("dictionary-missing", at: .issue, count: count, note: Self.unanswered(language))
    }
    return joins
  }

  // MARK: The words of the batch

  public static let surveyName = "vocabulary"
  public var surveyPath: String? { settings.vocabulary?.path }
  public var hasSurvey: Bool { batch != nil }

  public func tally(of issue: Issue) -> some SurveyTally {
    var tally = WordTally()
    for page in issue.pages {
      for line in page.lines { tally.count(line.utf8) }
    }
    return tally
  }

  fileprivate static let meetsClosed = "writing without spaces goes on in the next line"
  fileprivate static func unanswered(_ language: String) -> String {
    language.isEmpty ? "line ends whose language nobody says" : "line ends in '\(language)'"
  }

  /// A tag begins with two or three letters; 'german' would leave all lines to a language that has no habits.
  fileprivate static func demandTag(_ language: String) throws {
    let primary = language.prefix { $0 != "-" }
    guard ValueForm.isLanguageTag(language), (2...3).contains(primary.count) else {
      throw Diagnostic(
        .valueUnsuited, "'language' is a BCP 47 tag such as de, fr or en-GB, not '\(language)'",
        fix: "write the tag of two or three letters")
    }
  }

  fileprivate static func noSource(_ name: String) -> Diagnostic {
    Diagnostic(
      .libraryMissing, "this command was built without '\(name)'",
      fix: "register OffprintLanguage's SystemLibraries with it", notes: [.init("more", "offprint list libraries")])
  }

  fileprivate static let nothingFollows = "no line follows the mark in its article, paragraph or block"
}
