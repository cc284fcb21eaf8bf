import Foundation
import Testing

/// The built command, run as a user would run it.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  static let root: URL = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// The command to test: what OFFPRINT_COMMAND names, or the one built beside these tests.
  static let executable: URL = {
    if let named = ProcessInfo.processInfo.environment["OFFPRINT_COMMAND"] { return URL(filePath: named) }
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for folder in [beside, root.appending(path: ".build/debug"), root.appending(path: ".build/release")] {
      let candidate = folder.appending(path: "offprint")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
    }
    return root.appending(path: ".build/debug/offprint")
  }()

  /// Runs the command in the package's root folder (or another) and waits for its end.
  static func run(_ arguments: [String], in folder: URL = root) throws -> Command {
    try run(executable, arguments, in: folder)
  }

  /// Runs any program and collects what it says. Both streams go to files, so that none can fill up and block.
  static func run(_ program: URL, _ arguments: [String], in folder: URL = root, environment: [String: String] = [:])
    throws -> Command
  {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (scratch.folder.appending(path: "out"), scratch.folder.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Command(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// A folder that goes away with the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A file in it, with its folders.
  func write(_ text: String, to path: String) throws -> URL {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }
}

/// Every file below a folder, as relative path and bytes.
func contents(of folder: URL) throws -> [String: Data] {
  var found: [String: Data] = [:]
  let base = folder.standardizedFileURL.resolvingSymlinksInPath().path
  let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
  while let file = walk?.nextObject() as? URL {
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
    found[String(file.resolvingSymlinksInPath().path.dropFirst(base.count + 1))] = try Data(contentsOf: file)
  }
  return found
}

/// The same without what a run keeps for itself: its journal has times in it, and its report how long it took.
func outputs(of folder: URL) throws -> [String: Data] {
  try contents(of: folder).filter { !$0.key.hasSuffix("run.json") && !$0.key.hasSuffix("journal.jsonl") }
}
