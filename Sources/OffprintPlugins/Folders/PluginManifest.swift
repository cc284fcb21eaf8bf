import OffprintInterchange
import OffprintJSON
import OffprintKit

/// What `NAME.plugin.json` says of a plugin that is a program:
/// `{"offprint": 1, "command": ["python3", "titles.py"]}`.
struct PluginManifest {
  /// The program and its arguments. It runs in the manifest's folder, so relative paths are meant from there.
  var command: [String]
  /// The most bytes of data it may have.
  var memory: UInt64?

  /// - Throws: `OP601` with what is wrong in it.
  init(_ file: String) throws {
    let bytes = try SourceFile.read(file)
    do {
      self = try Self.read(bytes, file)
    } catch let fault as JSONScanner.Fault {
      throw Diagnostic(
        .pluginBroken, "'\(file)' is no manifest of a plugin: \(fault.reason)",
        at: SourcePlace(file: file, line: fault.line), fix: #"write {"offprint": 1, "command": ["PROGRAM"]}"#)
    }
  }

  private init(command: [String], memory: UInt64?) {
    self.command = command
    self.memory = memory
  }

  private static func read(_ bytes: [UInt8], _ file: String) throws -> PluginManifest {
    var scanner = JSONScanner(bytes)
    var manifest = PluginManifest(command: [], memory: nil)
    var version: Int?
    try scanner.object { scanner, key in
      switch key {
      case "offprint": version = try scanner.integer()
      case "command": try scanner.array { manifest.command.append(try $0.string()) }
      case "memory_mb": manifest.memory = UInt64(max(1, try scanner.integer())) << 20
      default: throw scanner.fault("it has 'offprint', 'command' and 'memory_mb', and no '\(key)'")
      }
    }
    guard version == 1 else { throw scanner.fault("'offprint' is the version of the protocol, which is 1") }
    guard let program = manifest.command.first, !program.isEmpty else {
      throw scanner.fault("'command' is missing")
    }
    return manifest
  }
}
