import Foundation
import OffprintKit
import OffprintStages

/// Real pages beside the project, or where OFFPRINT_SHARED says; tests on them are skipped where there are none.
enum SharedData {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["OFFPRINT_SHARED"] { return URL(filePath: named) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    return root.appending(path: "../shared").standardized
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }
}

extension BuiltinStages {
  static var registry: Registry {
    var registry = Registry()
    registry.add(BuiltinStages.self)
    return registry
  }
}
