import Foundation
import Testing

/// What operators, machines and networks do to a run. Whatever happens, the outputs in the end are those of one run
/// that nobody disturbed.
@Suite("A run that is disturbed", .serialized)
struct ChaosTests {
  private static func hidden(in folder: URL) throws -> [String] {
    try contents(of: folder).keys.filter { $0.split(separator: "/").contains { $0.hasPrefix(".") } }
  }

  @Test("is killed at fifty instants, goes on, and nothing tells afterwards")
  func kills() throws {
    let paper = try TextPaper(issues: 150)
    let calm = paper.scratch.folder.appending(path: "calm")
    #expect(try paper.run(into: calm).status == 0)
    let wanted = try outputs(of: calm)
    #expect(wanted.count > 300)
    let out = paper.scratch.folder.appending(path: "out")
    var random = SplitMix(state: 7)
    var kills = 0
    var longest = 60_000.0
    while kills < 50 {
      let run = try paper.start(["--jobs", "\(1 + kills % 3)"], into: out)
      usleep(UInt32(random.next(below: Int(longest))))
      if run.isRunning {
        run.send(SIGKILL)
        if run.wait() == SIGKILL { kills += 1 }
      } else {
        // It came to its end: what is there must be right, and the game begins anew with a shorter wait.
        #expect(run.wait() == 0)
        #expect(try outputs(of: out) == wanted)
        try FileManager.default.removeItem(at: out)
        longest = max(10_000, longest * 0.8)
      }
    }
    let last = try paper.run(into: out)
    #expect(last.status == 0, "\(last.errors)")
    #expect(last.errors.contains("150 done"))
    #expect(try outputs(of: out) == wanted)
    #expect(try Self.hidden(in: out).isEmpty)
  }

  @Test("ends within two seconds of an interrupt, leaves no half file, and goes on", arguments: [SIGINT, SIGTERM])
  func interrupt(signal: Int32) throws {
    let paper = try TextPaper(issues: 1500)
    let calm = paper.scratch.folder.appending(path: "calm")
    #expect(try paper.run(into: calm).status == 0)
    let out = paper.scratch.folder.appending(path: "out")
    let run = try paper.start(into: out)
    run.wait { ((try? contents(of: out).count) ?? 0) > 20 }
    let start = ContinuousClock.now
    run.send(signal)
    #expect(run.wait() == 130, "\(run.errors)")
    #expect(start.duration(to: .now) < .seconds(2))
    #expect(run.errors.contains("next: run the same command again: it goes on from here"))
    // What issues share waits in hidden files, one each, so that nobody takes it for the whole.
    let hidden = try Self.hidden(in: out)
    #expect(hidden.allSatisfy { $0.hasSuffix(".part") && !$0.contains("newsml") })
    let shared = try contents(of: out).keys.filter { $0 == "all.jsonl" || $0.hasPrefix("years/") }
    #expect(Set(shared) == Set(hidden.filter { $0.hasPrefix("years/") }))
    #expect(try outputs(of: out).count < outputs(of: calm).count)
    let again = try paper.run(into: out)
    #expect(again.status == 0)
    #expect(again.errors.contains("going on with \(out.path)/journal.jsonl"))
    #expect(try outputs(of: out) == outputs(of: calm))
  }

  @Test("has an input that changes, one that goes and one that comes between two runs")
  func changes() throws {
    let paper = try TextPaper(issues: 30)
    let out = paper.scratch.folder.appending(path: "out")
    _ = try paper.run(into: out)
    _ = try paper.scratch.write(TextPaper.page(77), to: TextPaper.name(5))
    _ = try paper.scratch.write(TextPaper.page(31), to: TextPaper.name(31))
    let plan = try Command.run(["plan", paper.pipeline, "--var", "out=\(out.path)"], in: paper.scratch.folder)
    #expect(plan.output.hasPrefix("31 documents: 2 to be done, 29 to be left as they are\n"))
    #expect(plan.output.contains("changed: gazette-5_"))
    #expect(plan.output.contains("\ndo 1, it is new: gazette-31_"))
    #expect(try paper.run(into: out).status == 0)
    let calm = paper.scratch.folder.appending(path: "calm")
    _ = try paper.run(into: calm)
    #expect(try outputs(of: out) == outputs(of: calm))
  }

  @Test("is told to retry what failed, from anywhere")
  func retry() throws {
    let paper = try TextPaper(issues: 10)
    try Data([0x3C, 0x3F, 0x78, 0x6D, 0x6C, 0x00]).write(to: paper.scratch.folder.appending(path: TextPaper.name(4)))
    let broken = try paper.scratch.write("", to: TextPaper.name(4))
    let out = paper.scratch.folder.appending(path: "out")
    let first = try paper.run(into: out)
    #expect(first.status == 1, "\(first.errors)")
    #expect(first.errors.contains("then offprint retry \(out.path)"))
    let aside = try contents(of: out.appending(path: "quarantine"))
    #expect(aside.keys.map { $0.split(separator: "/").last } == ["record.json"])
    let link = try #require(aside.keys.first).replacing("record.json", with: "input/\(broken.lastPathComponent)")
    let target = out.appending(path: "quarantine/\(link)").resolvingSymlinksInPath()
    #expect(target == broken.resolvingSymlinksInPath())
    let record = String(decoding: try #require(aside.first { $0.key.hasSuffix("record.json") }).value, as: UTF8.self)
    #expect(record.contains("\"stage\":\"read\""))
    #expect(try Command.run(["retry", out.path]).status == 1)
    try Data(TextPaper.page(4).utf8).write(to: broken)
    let retried = try Command.run(["retry", "\(out.path)/run.json"])
    #expect(retried.status == 0, "\(retried.errors)")
    let calm = paper.scratch.folder.appending(path: "calm")
    _ = try paper.run(into: calm)
    #expect(try outputs(of: out) == outputs(of: calm))
    #expect(try Command.run(["retry", paper.scratch.folder.path]).status == 66)
  }

  @Test("writes events that a program can follow")
  func events() throws {
    let paper = try TextPaper(issues: 5)
    let out = paper.scratch.folder.appending(path: "out")
    let file = paper.scratch.folder.appending(path: "log/events.jsonl")
    _ = try paper.run(["--events", file.path], into: out)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let events = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(events.allSatisfy { $0["version"] as? Int == 1 && $0["at"] is NSNumber })
    #expect(events.first?["event"] as? String == "found")
    #expect(events.last?["event"] as? String == "ended")
    #expect(events.count { $0["event"] as? String == "finished" } == 5)
  }
}

/// Numbers that look random and are the same each time (Steele, Lea, Flood: splitmix64).
private struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
