import OffprintKit
import OffprintModel

@testable import OffprintEngine
@testable import OffprintPipeline

/// Pipelines of fake parts over the folder `in` of a sandbox.
extension Pipeline {
  static func fake(
    in sandbox: Sandbox, from: String = "in", stages: [AnyStage] = [stage(FakeSegmenter.self)],
    writes: [WriteStep]? = nil, change: (inout Pipeline) -> Void = { _ in }
  ) -> Pipeline {
    var pipeline = Pipeline(
      name: "fake", about: "", file: "fake.yaml",
      read: ReadStep(format: "fake", reader: FakeReader(NoSettings()), from: "\(sandbox.path)/\(from)", place: nil),
      stages: stages.map { StageStep(id: $0.spec.name, stage: $0, selection: .all, isWanted: { _ in true }) },
      checks: [],
      writes: writes ?? [
        .files(in: sandbox, [.field(.issueID), .text("/"), .field(.articleID), .text(".txt")]),
        .records(in: sandbox, [.text("all.txt")]),
      ],
      run: RunPolicy(folder: "\(sandbox.path)/run"), tests: [])
    change(&pipeline)
    return pipeline
  }

  static func stage<S: Stage>(_: S.Type) -> AnyStage {
    var registry = Registry()
    switch S.self {
    case let type as any ArticleSegmenting.Type: registry.register(type)
    case let type as any ColumnReflowing.Type: registry.register(type)
    case let type as any LineNormalising.Type: registry.register(type)
    default: fatalError("no such kind of fake stage")
    }
    guard let made = try? registry.stages[S.spec.name]?.make([:]) else { fatalError("a fake stage takes no settings") }
    return made
  }

  func run(jobs: Int = 2) -> RunRecord { Engine(self, options: RunOptions(jobs: jobs)).run() }
}

extension WriteStep {
  static func files(in sandbox: Sandbox, id: String = "files", _ pieces: [OutputPath.Piece]) -> WriteStep {
    WriteStep(
      id: id, format: "fake-files", writer: FakeFiles(NoSettings()), spec: FakeFiles.spec,
      to: OutputPath(pieces: [.text("\(sandbox.path)/out/")] + pieces))
  }

  static func pages(in sandbox: Sandbox, id: String = "pages", _ pieces: [OutputPath.Piece]) -> WriteStep {
    WriteStep(
      id: id, format: "fake-pages", writer: FakePages(NoSettings()), spec: FakePages.spec,
      to: OutputPath(pieces: [.text("\(sandbox.path)/out/")] + pieces))
  }

  static func records(in sandbox: Sandbox, id: String = "records", _ pieces: [OutputPath.Piece]) -> WriteStep {
    WriteStep(
      id: id, format: "fake-records", writer: FakeRecords(NoSettings()), spec: FakeRecords.spec,
      to: OutputPath(pieces: [.text("\(sandbox.path)/out/")] + pieces))
  }
}
