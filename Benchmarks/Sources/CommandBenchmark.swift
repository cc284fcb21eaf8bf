import Foundation

/// Runs the real command on a corpus, and what it is compared with on the same files.
struct CommandBenchmark {
  /// `offprint`, as it was built beside this program.
  let command: String
  let rounds: Int
  /// A folder for what is made and written.
  let scratch: String

  /// The whole way from METS/ALTO to NewsML-G2 and JSON lines, with all default stages.
  func deliveries(_ corpus: Corpus, jobs: Int) throws -> Child {
    try pipeline("mets-alto", corpus, jobs: jobs)
  }

  func textPages(_ corpus: Corpus) throws -> Child { try pipeline("text-pages", corpus, jobs: 1) }

  /// What it costs to begin: a typical pipeline is read, checked and not run.
  func start() throws -> Child { try Child.run(command, ["check", "pipelines/mets-alto.yaml"]) }

  /// The measure of all: the files are parsed and nothing is done with them.
  func xmllint(_ corpus: Corpus) throws -> Child {
    // A command line has an end; parts of the corpus are added up.
    var sum = Child(cpuSeconds: 0, userSeconds: 0, wallSeconds: 0, peakMemory: 0)
    for start in stride(from: 0, to: corpus.files.count, by: 500) {
      let files = corpus.files[start..<min(start + 500, corpus.files.count)]
      let part = try Child.run("xmllint", ["--noout", "--stream"] + files)
      sum.cpuSeconds += part.cpuSeconds
      sum.userSeconds += part.userSeconds
      sum.wallSeconds += part.wallSeconds
    }
    return sum
  }

  /// The medians of several things that are run in turn, so that what else the machine does hits all alike.
  func inTurn(_ runs: [() throws -> Child]) throws -> [Child] {
    var all: [[Child]] = runs.map { _ in [] }
    for round in 0...rounds {
      for (place, run) in runs.enumerated() {
        let child = try run()
        // The first round warms the caches of the file system.
        if round > 0 { all[place].append(child) }
      }
    }
    return all.map { children in
      Child(
        cpuSeconds: children.map(\.cpuSeconds).median, userSeconds: children.map(\.userSeconds).median,
        wallSeconds: children.map(\.wallSeconds).median,
        peakMemory: children.map(\.peakMemory).median)
    }
  }

  /// Each run has a folder of its own, which goes with the scratch folder in the end: ext4 gives no inode anew within
  /// five seconds of its deletion, and looks through all of those at each new file.
  private func pipeline(_ name: String, _ corpus: Corpus, jobs: Int) throws -> Child {
    let out = "\(scratch)/out-\(UUID().uuidString)"
    return try Child.run(
      command,
      ["run", "pipelines/\(name).yaml", "--var", "input=\(corpus.folder)", "--var", "out=\(out)", "--jobs", "\(jobs)"])
  }
}
