import OffprintKit

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
    exit(OffprintCommand.run(Array(CommandLine.arguments.dropFirst()), registry: registry))
  }
}
