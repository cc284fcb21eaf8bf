#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics
import OffprintJSON
import OffprintKit

/// What a run says of itself in the journal when it begins: enough to do it again, and to tell its files from the input.
extension Engine {
  var runLine: JSONValue {
    .members(
      ("run", .string(Self.timeOfDay)), ("schema", .integer(1)), ("offprint", .string(offprintVersion)),
      ("pipeline", .string(FileSystem.absolute(pipeline.file))), ("name", .string(pipeline.name)),
      ("folder", .string(WorkingFolder.path)),
      (
        "vars",
        .object(options.variables.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
      ),
      ("plugins", .array(options.pluginFolders.map { .string(FileSystem.absolute($0)) })),
      ("beside", .array(options.filesBeside.map { .string(FileSystem.absolute($0)) })))
  }

  /// The moment in UTC, in ISO 8601.
  private static var timeOfDay: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}

/// What a run says of itself in the journal when it ends.
struct JournalEnd {
  var ending: RunRecord.Ending
  var done: Int
  var failed: Int
  var quarantined: Int

  init(_ record: RunRecord) {
    (ending, done, failed, quarantined) = (record.ending, record.done, record.failed, record.quarantined)
  }

  var json: JSONValue {
    .members(
      ("ended", .string(ending.rawValue)), ("done", .integer(done)), ("failed", .integer(failed)),
      ("quarantined", .integer(quarantined)))
  }
}

/// A run that was made before, as its journal has it: what `retry` needs to make it again.
public struct EarlierRun: Sendable {
  /// Absolute path of the pipeline file.
  public var pipeline: String
  /// The folder that the command ran in; paths in values are relative to it.
  public var folder: String
  public var variables: [String: String]
  /// Absolute paths of the folders with plugins that were named.
  public var pluginFolders: [String]

  /// - Parameter place: the folder of the run, or its `run.json` or `journal.jsonl`.
  /// - Throws: `OP509` if no run was made there.
  public init(at place: String) throws {
    let folder = Self.folder(of: place)
    guard let line = try Journal.existing(in: folder)?.lastRun, let pipeline = line["pipeline"]?.text(),
      let from = line["folder"]?.text()
    else {
      throw Diagnostic.noRun(folder)
    }
    self.pipeline = pipeline
    self.folder = from
    var variables: [String: String] = [:]
    if case .object(let members)? = line["vars"] {
      for member in members { variables[member.key] = member.value.text() }
    }
    self.variables = variables
    pluginFolders = line["plugins"]?.all { $0.text() } ?? []
  }

  /// The folder of a run that was named by it, or by its `run.json` or `journal.jsonl`.
  public static func folder(of place: String) -> String {
    let isFile = ["run.json", "journal.jsonl"].contains { place == $0 || place.hasSuffix("/" + $0) }
    return isFile && !FileSystem.isFolder(place) ? FileSystem.folder(of: place) ?? "." : place
  }
}

extension Diagnostic {
  fileprivate static func noRun(_ folder: String) -> Diagnostic {
    Diagnostic(
      .runUnknown, "no run was made in '\(folder)'", at: SourcePlace(file: folder),
      fix: "name the folder that holds the run's journal.jsonl")
  }
}
