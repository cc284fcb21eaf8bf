import Foundation

/// The built command while it runs, so that a test may stop it.
final class RunningCommand {
  private let process = Process()
  private let scratch: Scratch

  init(_ arguments: [String], in folder: URL = Command.root) throws {
    scratch = try Scratch()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try Data().write(to: errorFile)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  private var errorFile: URL { scratch.folder.appending(path: "err") }

  var isRunning: Bool { process.isRunning }
  var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  ///
  /// - Returns: the exit status, or the signal that ended it.
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Waits until what it has said on standard error, or left in a folder, is what a test waits for.
  func wait(upTo seconds: Double = 20, until isSo: () -> Bool) {
    let start = ContinuousClock.now
    while process.isRunning, !isSo(), start.duration(to: .now) < .seconds(seconds) { usleep(2000) }
  }
}

/// A made-up paper of text pages, an issue a file, and a pipeline over it with files of each kind.
struct TextPaper {
  let scratch: Scratch
  var input: URL { scratch.folder.appending(path: "in") }
  var pipeline: String { scratch.folder.appending(path: "p.yaml").path }

  init(issues: Int) throws {
    scratch = try Scratch()
    for number in 1...issues { _ = try scratch.write(Self.page(number), to: Self.name(number)) }
    _ = try scratch.write(
      """
      offprint: 1
      name: paper
      vars: { out: { type: output } }
      read: { format: text-pages, from: in, with: { language: en } }
      run: { folder: "${out}", on_error: quarantine }
      stages: [normalise-text, reflow-columns, segment-articles, dehyphenate]
      checks: [lines-accounted-for]
      write:
        newsml: { format: newsml-g2, to: "${out}/newsml/${issue.id}/${article.id}.xml" }
        all: { format: jsonl, to: "${out}/all.jsonl" }
        years: { format: text, to: "${out}/years/${issue.year}.txt" }
      """, to: "p.yaml")
  }

  static func name(_ number: Int) -> String {
    let day = 1 + number % 28
    let month = 1 + number / 28 % 12
    return "in/gazette-\(number)_\(1850 + number % 3)-\(two(month))-\(two(day))_p1.txt"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  static func page(_ number: Int) -> String {
    """
    THE HARBOUR WORKS, PART \(number)

    The engineers of the harbour board met on Monday to consider the re-
    port number \(number) upon the northern mole, and found that the founda-
    tions were sounder than had been feared.

    A LOST DOG

    On Thursday last a brown dog, answering to the name of Number \(number), was
    found upon the quay and given into the care of the harbour master.

    """
  }

  func run(_ more: [String] = [], into out: URL) throws -> Command {
    try Command.run(["run", pipeline, "--var", "out=\(out.path)"] + more, in: scratch.folder)
  }

  func start(_ more: [String] = [], into out: URL) throws -> RunningCommand {
    try RunningCommand(["run", pipeline, "--var", "out=\(out.path)"] + more, in: scratch.folder)
  }
}
