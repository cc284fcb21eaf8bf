import Foundation

/// A command that was run to its end, and what it took.
struct Child {
  /// User and system time.
  var cpuSeconds: Double
  /// User time alone: what the program itself did, whatever the file system took for its files.
  var userSeconds: Double
  var wallSeconds: Double
  /// The most memory it held at once, in MB.
  var peakMemory: Double

  /// Runs a program with nothing on its standard output and error.
  ///
  /// - Throws: `BenchmarkError` if it cannot be started or ends in anything but 0.
  static func run(_ program: String, _ arguments: [String]) throws -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    var list: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    list.append(nil)
    defer { for entry in list { free(entry) } }
    var process = pid_t()
    let start = DispatchTime.now().uptimeNanoseconds
    guard posix_spawnp(&process, program, &actions, nil, list, environ) == 0 else {
      throw BenchmarkError("'\(program)' cannot be run")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("'\(program)' was lost sight of") }
    }
    let wall = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    guard status == 0 else {
      throw BenchmarkError("'\(([program] + arguments).joined(separator: " "))' did not end well")
    }
    #if os(Linux)
      let unit = 1024.0
    #else
      let unit = 1.0
    #endif
    return Child(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), userSeconds: seconds(usage.ru_utime),
      wallSeconds: wall,
      peakMemory: Double(usage.ru_maxrss) * unit / 1e6)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

struct BenchmarkError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
