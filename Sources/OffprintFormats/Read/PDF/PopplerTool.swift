#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// A program of poppler-utils, run as a child process: no shell, a limit of time, its words caught.
///
/// What it writes goes to files, so that no pipe can fill up and block.
struct PopplerTool {
  enum Name: String, CaseIterable {
    case pdfinfo, pdftotext, pdftohtml, pdftoppm
  }

  /// What a run came to.
  struct Outcome {
    /// The exit status; nil if the program was stopped, or ended by a signal.
    var status: Int32?
    /// True if it was stopped since its time was over.
    var isLate: Bool
    /// The line that tells most of what it said.
    var words: String?
  }

  let path: String

  /// Looks for a program in the folders of `$PATH`.
  init?(_ name: Name, in folders: [String] = PopplerTool.folders) {
    let found = folders.lazy.map { FilePath.join($0, name.rawValue) }.first { access($0, X_OK) == 0 }
    guard let found else { return nil }
    path = found
  }

  /// A program by its path; nil if there is none that may be run.
  init?(path: String) {
    guard access(path, X_OK) == 0 else { return nil }
    self.path = path
  }

  static var folders: [String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map(String.init)
  }

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - output: the file for what it writes to standard output.
  ///   - errors: the file for what it says.
  ///   - seconds: how long it may take.
  func run(_ arguments: [String], output: String, errors: String, seconds: Double) -> Outcome {
    guard let child = start(arguments, output: output, errors: errors) else {
      return Outcome(status: nil, isLate: false, words: "it cannot be started")
    }
    let end = ContinuousClock.now + .seconds(seconds)
    var pause: UInt32 = 500
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child || (ended < 0 && errno != EINTR) { break }
      if ContinuousClock.now >= end {
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return Outcome(status: nil, isLate: true, words: nil)
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    let isExit = status & 0x7F == 0
    return Outcome(status: isExit ? (status >> 8) & 0xFF : nil, isLate: false, words: Self.words(in: errors))
  }

  /// Starts it in a process group of its own, so that it can be stopped with all it may have started.
  private func start(_ arguments: [String], output: String, errors: String) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    // Figures and messages must not follow the language of the machine.
    let names: [String] = ["PATH", "HOME", "TMPDIR"]
    let kept: [String] = names.compactMap { name in getenv(name).map { "\(name)=" + String(cString: $0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = (kept + ["LC_ALL=C"]).map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    return posix_spawn(&child, path, &actions, &attributes, &words, &environment) == 0 ? child : nil
  }

  private static func words(in file: String) -> String? {
    guard let bytes = try? SourceFile.head(file, count: 2000) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    // That a password is missing is said behind what follows from it.
    let telling = lines.first { $0.lowercased().contains("password") } ?? lines.first
    return telling.map { $0.split { $0.isWhitespace }.joined(separator: " ") }
  }
}
