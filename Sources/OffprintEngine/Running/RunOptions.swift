import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a run is carried out. Nothing here changes a byte of what is written.
public struct RunOptions: Sendable {
  /// How many documents are worked on at once.
  public var jobs: Int
  /// Which decisions are told with each document; nil for none.
  public var trace: TraceSelection?
  /// The values given for the pipeline's vars, for the record.
  public var variables: [String: String]
  public var interruption: Interruption

  public init(
    jobs: Int = RunOptions.activeProcessors, trace: TraceSelection? = nil, variables: [String: String] = [:],
    interruption: Interruption = Interruption()
  ) {
    self.jobs = max(1, jobs)
    self.trace = trace
    self.variables = variables
    self.interruption = interruption
  }

  /// Processors that the system has online, at least 1.
  public static var activeProcessors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
