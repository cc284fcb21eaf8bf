import OffprintKit
import Testing

@testable import OffprintPipeline

@Suite("Limits, and what becomes of a run.")
struct PoliciesTests {
  private func limit(_ text: String, of check: any Check.Type = FakeLoss.self) -> Limit? {
    Limits.limit(text, for: check.spec)
  }

  @Test("A limit is a number with or without a side, a unit or a per cent sign")
  func limits() throws {
    #expect(limit("0 lost") == Limit(bound: .atMost, value: 0, written: "0 lost"))
    #expect(limit("2%") == Limit(bound: .atMost, value: 0.02, written: "2%"))
    #expect(limit("at least 0.90", of: FakeHeadlines.self)?.value == 0.9)
    #expect(limit("90% of articles", of: FakeHeadlines.self)?.bound == .atLeast)
    #expect(limit("at most 0.5", of: FakeHeadlines.self)?.bound == .atMost)
    for wrong in ["", "lost", "1 found", "at least", "1.2.3", "-1", "1 lost lost", "at  least 1"] {
      #expect(limit(wrong) == nil, "'\(wrong)'")
    }
  }

  @Test("What a limit lets pass")
  func holds() throws {
    let most = try #require(limit("2 lost"))
    #expect(most.holds(2) && !most.holds(2.1))
    let least = try #require(limit("at least 2 lost"))
    #expect(least.holds(2) && !least.holds(1.9))
  }

  @Test("When a run stops")
  func stopAfter() {
    #expect(Limits.stopAfter("2%") == .share(0.02))
    #expect(Limits.stopAfter("100%") == .share(1))
    #expect(Limits.stopAfter("50 issues") == .issues(50))
    #expect(Limits.stopAfter("1 issue") == .issues(1))
    for wrong in ["101%", "0 issues", "1.5 issues", "2", "2% issues", "many"] {
      #expect(Limits.stopAfter(wrong) == nil, "'\(wrong)'")
    }
  }

  @Test("A run goes on after an error unless told, and its folder is the one written to")
  func defaults() throws {
    let folder = PipelineFolder([
      "p.yaml": pipeline("write: { r: { format: jsonl, to: \"out/${issue.date}/r.jsonl\" } }")
    ])
    let run = try folder.load().run
    #expect(run.onError == .skip)
    #expect(run.stopAfter == nil)
    #expect(run.timeLimit == nil)
    #expect(run.folder == "\(folder.path)/out")
  }

  @Test("Where nothing is written, the run's folder is the pipeline's")
  func noWriter() throws {
    let folder = PipelineFolder(["p.yaml": pipeline("stages: [dehyphenate]")])
    #expect(try folder.load().run.folder == folder.path)
  }

  @Test("What stands under run")
  func stated() throws {
    let folder = PipelineFolder([
      "p.yaml": pipeline("run: { on_error: quarantine, stop_after: 5%, time_limit: 2m, retry: 2, folder: ./runs }")
    ])
    let run = try folder.load().run
    #expect(run.onError == .quarantine)
    #expect(run.stopAfter == .share(0.05))
    #expect(run.timeLimit == 120)
    #expect(run.retry == 2)
    #expect(run.folder == "\(folder.path)/runs")
  }

  @Test("A check without a limit lets nothing be lost and all be found, and fails the document")
  func checks() throws {
    let checks = try loaded(
      pipeline(
        """
        stages: [reflow-columns, segment-articles]
        checks: [lines-accounted-for, { check: headlines-found, id: h, limit: 80%, else: warn }]
        """)
    ).checks
    #expect(checks.map(\.id) == ["lines-accounted-for", "h"])
    #expect(checks.map(\.limit.value) == [0, 0.8])
    #expect(checks.map(\.consequence) == [.fail, .warn])
  }

  @Test("keep-input for the whole run passes over the stages that nothing needs, unless they say otherwise")
  func keepInput() throws {
    let stages = try loaded(
      pipeline(
        """
        run: { on_error: keep-input }
        stages:
          - reflow-columns
          - segment-articles
          - label-articles
          - { stage: label-articles, id: again, on_error: quarantine }
        """)
    ).stages
    #expect(stages.map(\.onError) == [.skip, .skip, .keepInput, .quarantine])
  }

  @Test("What a stage means is every setting in one form, however it is written")
  func meaning() throws {
    func meaning(_ with: String) throws -> PartMeaning {
      let text = pipeline("stages: [reflow-columns, { stage: dehyphenate\(with) }]")
      return try #require(try loaded(text).stages.last).meaning
    }
    let plain = try meaning("")
    #expect(plain.settings["min_evidence"] != nil)
    #expect(try meaning(", with: { min_evidence: 07 }").settings["min_evidence"] == "7")
    let evidence = plain.settings["min_evidence"] ?? ""
    #expect(try meaning(", with: { min_evidence: \(evidence) }") == plain)
    #expect(try meaning(", when: page.number > 1").condition == "page.number > 1")
  }
}
