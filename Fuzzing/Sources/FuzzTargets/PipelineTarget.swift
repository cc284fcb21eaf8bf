import OffprintKit
import OffprintPipeline

/// The pipeline loader: the first byte says whether all variables must have values and whether one is given, the rest
/// is the file. A file that loads is asked about the document of a sample, so that its conditions are reckoned too.
struct PipelineTarget: FuzzTarget {
  private let folder: ScratchFolder
  private let issue: Issue

  init() throws {
    folder = try ScratchFolder()
    for file in try Deliveries.files(of: "pipeline") { folder.write(file.name, file.bytes) }
    issue = try Sample.issue()
  }

  func take(_ bytes: [UInt8]) {
    guard let mode = bytes.first else { return }
    let file = "\(folder.path)/fuzzed.yaml"
    folder.write("fuzzed.yaml", Array(bytes.dropFirst()))
    let given = mode & 2 == 0 ? [:] : ["input": folder.path]
    do {
      let (pipeline, notes) = try PipelineLoader.load(
        file, variables: given, complete: mode & 1 == 0, registry: Parts.registry)
      show(notes)
      for step in pipeline.stages where step.isWanted(issue) {
        for page in issue.pages.indices { _ = step.selection.pages(issue, page) }
      }
      for check in pipeline.checks { _ = check.limit.holds(0.5) }
    } catch {
      demandMessages(error, of: "loading", withPlace: false)
    }
  }
}
