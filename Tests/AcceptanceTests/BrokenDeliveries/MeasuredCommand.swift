import Foundation

/// The built command with the most memory it had.
struct MeasuredCommand {
  var status: Int32
  var errors: String
  /// The largest resident set, in MB.
  var memory: Int

  /// Waits for the child itself: the figure for all children would be that of the largest of them.
  static func run(_ arguments: [String], in folder: URL) throws -> MeasuredCommand {
    let errors = folder.appending(path: "errors.txt")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([Command.executable.path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    var child = pid_t()
    guard posix_spawn(&child, Command.executable.path, &actions, nil, words, environ) == 0 else {
      throw CocoaError(.executableLoad)
    }
    var (status, usage) = (Int32(), rusage())
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw CocoaError(.executableLoad) }
    }
    #if canImport(Darwin)
      let unit = 1 << 20
    #else
      let unit = 1 << 10
    #endif
    return MeasuredCommand(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1,
      errors: try String(contentsOf: errors, encoding: .utf8), memory: Int(usage.ru_maxrss) / unit)
  }
}
