import Foundation

/// Measures what the options ask for, and says how it stands.
struct Report {
  let options: Options
  private let command: CommandBenchmark

  init(_ options: Options) throws {
    self.options = options
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let beside = program.deletingLastPathComponent().appendingPathComponent("offprint").path
    guard FileManager.default.isExecutableFile(atPath: beside) else {
      throw BenchmarkError("'\(beside)' is not there: build it with 'swift build -c release'")
    }
    guard FileManager.default.fileExists(atPath: "pipelines/mets-alto.yaml") else {
      throw BenchmarkError("the benchmark runs in the package's folder")
    }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(getpid())").path
    command = CommandBenchmark(command: beside, rounds: options.rounds, scratch: scratch)
  }

  /// True if the ratio to xmllint is no worse than the committed one allows.
  func check() throws -> Bool {
    defer { clear() }
    let committed = try Ratios.read().deliveriesToXmllint
    let corpus = try Corpus.deliveries(options.copies, below: command.scratch + "/deliveries")
    let now = try toXmllint(corpus).user
    let isGood = now <= committed * Ratios.tolerance
    let verdict = isGood ? "good" : "too slow"
    print("user time \(now.written(2)) x xmllint; \(committed.written(2)) is committed: \(verdict)")
    return isGood
  }

  func table() throws -> String {
    defer { clear() }
    var table = Table()
    if options.isOfFormats {
      try addReaders(to: &table)
      // A corpus of single pages has no issues to write; the bundled one has.
      if options.corpus == nil { try addWriters(deliveries(), to: &table) }
      return table.text
    }
    // First of all: to what a child held at most the system adds what this process holds when it starts it.
    let memory = try memory()
    let deliveries = try deliveries()
    let texts =
      try options.textCorpus.map { try Corpus(folder: $0, ending: ".txt") }
      ?? Corpus.textPages(options.copies, below: command.scratch + "/texts")
    let whole = try addWholeRun(deliveries, to: &table)
    let reading = try addSteps(deliveries, to: &table)
    try addReaders(to: &table)
    try addWriters(deliveries, to: &table)
    try addTexts(texts, to: &table)
    let start = try command.inTurn([command.start])[0]
    table.add(
      "start-up, a pipeline checked", "\((start.wallSeconds * 1000).written(1)) ms",
      "\((start.cpuSeconds * 1000).written(1)) ms CPU", least: "30 ms", aim: "15 ms")
    for row in memory { table.add(row.what, row.peaks, "", least: row.least, aim: row.aim) }
    if options.records {
      try Ratios(deliveriesToXmllint: whole, readingToBareParse: reading).write()
    }
    return table.text
  }

  private func deliveries() throws -> Corpus {
    try options.corpus.map { try Corpus(folder: $0, ending: ".xml") }
      ?? Corpus.deliveries(options.copies, below: command.scratch + "/deliveries")
  }

  /// Ratios of CPU time and of user time alone. What the kernel takes to make thousands of small files is as long as
  /// the disk likes, and xmllint makes none: only user time is fit to be compared with another day's.
  private func toXmllint(_ corpus: Corpus) throws -> (ratio: Double, user: Double, own: Child, xmllint: Child) {
    let both = try command.inTurn([
      { try command.deliveries(corpus, jobs: 1) }, { try command.xmllint(corpus) },
    ])
    return (
      both[0].cpuSeconds / both[1].cpuSeconds, both[0].userSeconds / both[1].userSeconds, both[0], both[1]
    )
  }

  /// - Returns: the ratio to xmllint in user time.
  private func addWholeRun(_ corpus: Corpus, to table: inout Table) throws -> Double {
    let (ratio, user, own, xmllint) = try toXmllint(corpus)
    table.add(
      "METS/ALTO to NewsML-G2 and JSONL", "\(ratio.written(2)) x xmllint",
      "\(own.cpuSeconds.written(3)) s CPU to \(xmllint.cpuSeconds.written(3)) s, \(own.peakMemory.written(0)) MB",
      least: "1.5", aim: "1.0")
    table.add(
      "  in user time", "\(user.written(2)) x xmllint",
      "\(own.userSeconds.written(3)) s to \(xmllint.userSeconds.written(3)) s")
    let jobs = try command.inTurn([
      { try command.deliveries(corpus, jobs: 1) }, { try command.deliveries(corpus, jobs: 2) },
    ])
    table.add(
      "second core", "x \((jobs[0].wallSeconds / jobs[1].wallSeconds).written(2))",
      "\(jobs[0].wallSeconds.written(3)) s to \(jobs[1].wallSeconds.written(3)) s", least: "x 1.85", aim: "x 1.95")
    return user
  }

  /// - Returns: the ratio of reading to a bare parse.
  private func addSteps(_ corpus: Corpus, to table: inout Table) throws -> Double {
    let (pages, steps) = try StepBenchmark.deliveries(corpus, rounds: options.rounds)
    let reading = steps[1].seconds / steps[0].seconds
    for (place, step) in steps.enumerated() {
      let isReading = place == 1
      table.add(
        "  \(step.name)", isReading ? "\(reading.written(2)) x bare parse" : "",
        "\((step.seconds * 1000 / Double(pages)).written(3)) ms a page", least: isReading ? "1.25" : "",
        aim: isReading ? "1.05" : "")
    }
    return reading
  }

  private func addReaders(to table: inout Table) throws {
    for row in try ReaderBenchmark.rows(options) {
      table.add(
        "read \(row.name)", "\((row.reading / row.bare).written(2)) x bare parse",
        "\((row.reading * 1000 / Double(row.pages)).written(3)) ms a page", least: "1.3")
    }
  }

  private func addWriters(_ corpus: Corpus, to table: inout Table) throws {
    let (articles, rows) = try WriterBenchmark.rows(corpus, options, scratch: command.scratch + "/writers")
    for row in rows {
      let checking = row.checking.map { "schema check \(($0 * 1000 / Double(articles)).written(3)) ms" } ?? ""
      table.add(
        "write \(row.name)", "\((row.writing * 1000 / Double(articles)).written(3)) ms an article", checking,
        least: "0.5 ms")
    }
  }

  private func addTexts(_ corpus: Corpus, to table: inout Table) throws {
    let megabytes = Double(corpus.bytes) / 1e6
    let steps = try StepBenchmark.textPages(corpus, rounds: options.rounds)
    let all = steps.reduce(0) { $0 + $1.seconds }
    table.add(
      "text pages, all stages", "\((megabytes / all).written(1)) MB/s", "\(megabytes.written(1)) MB", least: "60 MB/s",
      aim: "150 MB/s")
    for step in steps { table.add("  \(step.name)", "", "\((step.seconds * 1000 / megabytes).written(2)) ms a MB") }
    let run = try command.inTurn([{ try command.textPages(corpus) }])[0]
    table.add("  with both writers", "\((megabytes / run.cpuSeconds).written(1)) MB/s", "")
  }

  private func memory() throws -> [(what: String, peaks: String, least: String, aim: String)] {
    let few = try Corpus.deliveries(options.copies, below: command.scratch + "/few")
    let many = try Corpus.deliveries(10 * options.copies, below: command.scratch + "/many")
    return try [1, 2].map { jobs in
      let peaks = try [few, many].map { try command.deliveries($0, jobs: jobs).peakMemory.written(0) }
      return (
        "memory of \(jobs) \(jobs == 1 ? "job" : "jobs"), \(2 * options.copies) and \(20 * options.copies) pages",
        "\(peaks[0]) and \(peaks[1]) MB", "\(60 + 30 * jobs) MB", "\(40 + 15 * jobs) MB"
      )
    }
  }

  private func clear() { try? FileManager.default.removeItem(atPath: command.scratch) }
}
