import OffprintDiagnostics
import OffprintKit
import OffprintPlugins

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process: arguments in, exit code out.
public enum OffprintMain {
  /// Carries out the command line of this process and ends it.
  public static func main(registry: Registry) -> Never {
    // A reader that goes away, as in `offprint run … --trace all | head`, must not end a run half-way.
    signal(SIGPIPE, SIG_IGN)
    // Before anything of a plugin runs: standard output is for data.
    StandardOutput.keep()
    let status = OffprintCommand.run(
      Array(CommandLine.arguments.dropFirst()), registry: registry, program: program,
      pluginFolders: getenv("OFFPRINT_PLUGINS").map { String(cString: $0) } ?? "")
    exit(afterOutput(status))
  }

  /// The exit code, once it is clear whether all that was said on standard output got there.
  private static func afterOutput(_ status: Int32) -> Int32 {
    guard let message = Console.standard.lostOutput() else { return status }
    Console.standard.show([message], .auto)
    return ExitStatus(rawValue: status)?.afterLoss.rawValue ?? status
  }

  /// The file that this process runs, to be started again for stages with `isolate: process`.
  private static var program: String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    return count > 0
      ? String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : CommandLine.arguments[0]
  }
}
