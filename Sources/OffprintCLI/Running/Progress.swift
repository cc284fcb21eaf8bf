import OffprintEngine

/// How far a run is: one line that is written over on a terminal, a plain line every 30 seconds elsewhere.
struct Progress {
  private let isTerminal: Bool
  private var start = ContinuousClock.now
  private var lastTold = ContinuousClock.now
  private var isShown = false
  private var files: [Int] = []
  private var documents = 0
  private var notDone = 0
  private var pages = 0
  /// Pages of documents that this run has worked on: by them the time that is left is reckoned.
  private var freshPages = 0
  private var filesDone = 0
  private var filesOpen = 0

  init(isTerminal: Bool) { self.isTerminal = isTerminal }

  /// - Parameter files: how many files each document has, the best guess at its size before it is read.
  mutating func begin(files: [Int]) {
    self.files = files
    filesOpen = files.reduce(0, +)
  }

  mutating func count(_ document: DocumentRecord) {
    documents += 1
    if document.outcome != .done { notDone += 1 }
    pages += document.pages
    let size = files.indices.contains(document.index) ? files[document.index] : 0
    filesOpen -= size
    guard !document.isAsBefore else { return }
    freshPages += document.pages
    filesDone += size
  }

  /// What is being done before there is anything to count; nil where nobody looks on.
  mutating func due(phase: String) -> String? { isTerminal ? shown(phase) : nil }

  /// The text to write now; nil if the last is not old enough.
  mutating func due() -> String? {
    guard documents > 0, isTime else { return nil }
    return shown(
      Self.line(
        documents: documents, of: files.count, notDone: notDone, pages: pages, freshPages: freshPages,
        pagesOpen: pagesOpen, seconds: start.duration(to: .now) / .seconds(1)))
  }

  /// The same for the first pass that a survey takes; the run proper begins after it.
  mutating func due(survey: String, documents: Int, of all: Int) -> String? {
    start = .now
    guard isTime else { return nil }
    return shown("\(survey): \(documents) of \(all) documents")
  }

  private var isTime: Bool { lastTold.duration(to: .now) >= (isTerminal ? .milliseconds(100) : .seconds(30)) }

  private mutating func shown(_ line: String) -> String {
    lastTold = .now
    isShown = isTerminal
    return isTerminal ? "\r\u{1B}[K\(line)" : line + "\n"
  }

  /// What takes the line from the terminal, so that something else may be written.
  mutating func erased() -> String {
    defer { isShown = false }
    return isShown ? "\r\u{1B}[K" : ""
  }

  /// Pages to come, reckoned from the pages that a file had so far.
  private var pagesOpen: Double {
    filesDone > 0 ? Double(freshPages) * Double(filesOpen) / Double(filesDone) : 0
  }

  static func line(
    documents: Int, of all: Int, notDone: Int, pages: Int, freshPages: Int, pagesOpen: Double, seconds: Double
  ) -> String {
    var line = "\(documents) of \(all) documents"
    if notDone > 0 { line += " (\(notDone) not done)" }
    line += ", \(pages) pages"
    guard seconds > 0, freshPages > 0 else { return line }
    let tenths = Int((Double(freshPages) / seconds * 10).rounded())
    line += ", \(tenths / 10).\(tenths % 10) pages/s"
    if documents < all { line += ", \(time(pagesOpen * seconds / Double(freshPages))) left" }
    return line
  }

  /// `12 s`, `3:05 min`, `2:10 h`.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60):\(two(whole % 60)) min" }
    return "\(whole / 3600):\(two(whole / 60 % 60)) h"
  }
}
