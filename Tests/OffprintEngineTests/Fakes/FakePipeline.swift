import OffprintDiagnostics
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

  func run(jobs: Int = 2, _ change: (inout RunOptions) -> Void = { _ in }) -> FakeRun {
    var options = RunOptions(jobs: jobs)
    // A test runs many pipelines over one sandbox, and each for itself.
    options.earlier = .forget
    change(&options)
    return FakeRun(self, options)
  }

  /// Goes on with what an earlier run has left.
  func goOn(jobs: Int = 2, _ change: (inout RunOptions) -> Void = { _ in }) -> FakeRun {
    run(jobs: jobs) {
      $0.earlier = .goOn
      change(&$0)
    }
  }
}

/// A run and the documents that it told of.
@dynamicMemberLookup
struct FakeRun {
  let record: RunRecord
  let documents: [DocumentRecord]

  init(_ pipeline: Pipeline, _ options: RunOptions) {
    let told = Guarded<[DocumentRecord]>([])
    record = Engine(pipeline, options: options).run { event in
      if case .finished(let document, _) = event { told.withLock { $0.append(document) } }
    }
    documents = told.withLock { $0 }
  }

  subscript<Value>(dynamicMember path: KeyPath<RunRecord, Value>) -> Value { record[keyPath: path] }
  func has(_ code: DiagnosticCode) -> Bool { record.has(code) }
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
