import OffprintInterchange
import OffprintKit
import OffprintModel
import OffprintPipeline

/// A document as it was before the part of the pipeline at which it failed, for whoever looks into a quarantine.
///
/// The state is not kept while documents are worked on, which would cost every one of them a copy: the few that are
/// set aside are read and taken through the stages before that part once more.
struct StateBefore: Sendable {
  let pipeline: Pipeline

  /// The document as JSON; nil if there is none, since it could not be read.
  func json(of source: DocumentSource, before part: String) -> [UInt8]? {
    guard part != "read" else { return nil }
    var context = ReadContext()
    guard var issue = try? pipeline.read.read(source, &context) else { return nil }
    let stages = pipeline.stages.prefix { $0.id != part }
    let sequence = StageSequence(steps: Array(stages), deadline: Deadline(seconds: pipeline.run.timeLimit))
    guard (try? sequence.run(on: &issue)) != nil else { return nil }
    return DocumentJSON.encode(issue)
  }
}
