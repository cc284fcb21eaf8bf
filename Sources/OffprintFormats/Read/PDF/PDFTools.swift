import Foundation
import OffprintDiagnostics
import OffprintKit

/// The programs of poppler that a pipeline needs.
struct PDFTools {
  private var found: [PopplerTool.Name: PopplerTool] = [:]

  /// - Throws: OP312 with what to install, if one is not there.
  init(_ names: [PopplerTool.Name], in folders: [String] = PopplerTool.folders) throws {
    for name in names {
      guard let tool = PopplerTool(name, in: folders) else { throw PDFMessages.noTool(name) }
      found[name] = tool
    }
  }

  subscript(name: PopplerTool.Name) -> PopplerTool? { found[name] }
}

/// A folder for the copy of one file and for what the programs write; it goes away with the last that knows it.
final class PDFFolder {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/offprint-pdf-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch { throw Self.cannotWrite(folder, error) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The copy that the programs read.
  var input: String { file("in.pdf") }

  func file(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8]) throws {
    do { try Data(bytes).write(to: URL(fileURLWithPath: input)) } catch { throw Self.cannotWrite(input, error) }
  }

  /// Runs a program on it.
  ///
  /// - Parameters:
  ///   - path: the file as messages call it.
  ///   - output: the name of the file for what it writes to standard output.
  /// - Throws: a message of what the program said if it did not end well.
  func run(
    _ name: PopplerTool.Name, _ tools: PDFTools, _ arguments: [String], _ path: String, _ seconds: Double,
    to output: String = "output"
  ) throws -> PopplerTool.Outcome {
    guard let tool = tools[name] else { throw PDFMessages.noTool(name) }
    let outcome = tool.run(arguments, output: file(output), errors: file("errors"), seconds: seconds)
    guard outcome.status == 0 else { throw PDFMessages.failed(path, name, outcome) }
    return outcome
  }

  func files(ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.map(file)
  }

  /// Puts a file into another folder, in place of one of that name.
  func move(_ file: String, into target: String, as name: String) throws {
    let place = FilePath.join(target, name)
    do {
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      // Beside the place first, since the two folders may be on different drives: the picture appears whole.
      let part = FilePath.join(target, ".\(name).part")
      try? FileManager.default.removeItem(atPath: part)
      try FileManager.default.copyItem(atPath: file, toPath: part)
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.moveItem(atPath: part, toPath: place)
    } catch { throw Self.cannotWrite(place, error) }
  }

  private static func cannotWrite(_ path: String, _ error: any Error) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "'\(path)' cannot be written: \(error.localizedDescription)", at: SourcePlace(file: path))
  }
}
