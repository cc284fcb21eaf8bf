#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a run is carried out. Nothing here changes a byte of what is written.
public struct RunOptions: Sendable {
  /// What an earlier run into the same folder counts for.
  public enum Earlier: Sendable {
    /// Documents that it has finished are left as they are, unless something has changed.
    case goOn
    /// Only documents that failed or are quarantined are done.
    case onlyFailed
    /// It is forgotten, and every document is done.
    case forget
  }

  /// How many documents are worked on at once.
  public var jobs: Int
  /// Which decisions are told with each document; nil for none.
  public var trace: TraceSelection?
  /// The values given for the pipeline's vars, for the record.
  public var variables: [String: String]
  /// The folders of plugins that the operator named, for the record.
  public var pluginFolders: [String] = []
  /// Files that are written beside the pipeline's outputs, such as the lines of events. They are no input, of this run
  /// or of later ones.
  public var filesBeside: [String] = []
  public var interruption: Interruption
  public var earlier = Earlier.goOn
  /// Bytes of input that are worked on at once, for each job. One document is always worked on, however large.
  public var bytesPerJob = 24 << 20
  /// Seconds that what is in hand has to end when the run is interrupted.
  public var grace = 1.5

  public init(
    jobs: Int = RunOptions.activeProcessors, trace: TraceSelection? = nil, variables: [String: String] = [:],
    interruption: Interruption = Interruption()
  ) {
    self.jobs = max(1, jobs)
    self.trace = trace
    self.variables = variables
    self.interruption = interruption
  }

  var byteLimit: Int { bytesPerJob * jobs }

  /// Processors that the system has online, at least 1.
  public static var activeProcessors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
