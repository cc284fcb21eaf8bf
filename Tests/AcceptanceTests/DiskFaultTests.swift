import Foundation
import Testing

/// A small file system in memory, where a test may mount one; full, read-only or gone at will.
private final class SmallDisk {
  let folder: URL
  private let scratch: Scratch

  /// Nil where this process may not mount.
  init?(kilobytes: Int) throws {
    scratch = try Scratch()
    folder = scratch.folder.appending(path: "disk")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let done = try Command.run(
      URL(filePath: "/usr/bin/env"), ["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path])
    guard done.status == 0 else { return nil }
  }

  func remount(_ options: String) throws {
    _ = try Command.run(URL(filePath: "/usr/bin/env"), ["mount", "-o", "remount,\(options)", folder.path])
  }

  func takeOff() throws { _ = try Command.run(URL(filePath: "/usr/bin/env"), ["umount", "-l", folder.path]) }

  deinit { try? takeOff() }
}

@Suite("A disk that fails", .serialized)
struct DiskFaultTests {
  private func disk(_ kilobytes: Int) throws -> SmallDisk? {
    let disk = try SmallDisk(kilobytes: kilobytes)
    if disk == nil { print("skipped: no file system can be mounted here, so none can be filled") }
    return disk
  }

  @Test("is full: the run says so and ends, and goes on when there is room")
  func full() throws {
    guard let disk = try disk(400) else { return }
    let paper = try TextPaper(issues: 100)
    let out = disk.folder.appending(path: "out")
    let run = try paper.run(into: out)
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("OP401") && run.errors.contains("No space left on device"))
    #expect(run.errors.contains("next: make room"))
    try disk.remount("size=20m")
    let again = try paper.run(into: out)
    #expect(again.status == 0, "\(again.errors)")
    let calm = paper.scratch.folder.appending(path: "calm")
    _ = try paper.run(into: calm)
    #expect(try outputs(of: out) == outputs(of: calm))
  }

  @Test("is full where the journal is: what it could not note is not counted, and done by the next run")
  func fullJournal() throws {
    guard let disk = try disk(16) else { return }
    let paper = try TextPaper(issues: 60)
    let pipeline = try String(contentsOfFile: paper.pipeline, encoding: .utf8)
    let changed = pipeline.replacing("folder: \"${out}\"", with: "folder: \"\(disk.folder.path)\"")
    _ = try paper.scratch.write(changed, to: "p.yaml")
    let out = paper.scratch.folder.appending(path: "out")
    let run = try paper.run(into: out)
    #expect(run.status == 73, "\(run.errors)")
    let journal = try String(contentsOf: disk.folder.appending(path: "journal.jsonl"), encoding: .utf8)
    let noted = journal.split(separator: "\n").count { $0.hasPrefix("{\"document\"") }
    #expect(noted > 0 && run.errors.contains("documents: \(noted) done, 1 failed, "), "\(noted): \(run.errors)")
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("error[OP401]") } == 1)
    try disk.remount("size=20m")
    #expect(try paper.run(into: out).status == 0)
    let calm = paper.scratch.folder.appending(path: "calm")
    _ = try TextPaper(issues: 60).run(into: calm)
    #expect(try outputs(of: out) == outputs(of: calm))
  }

  @Test("is read-only: the run says so before it begins")
  func readOnly() throws {
    guard let disk = try disk(400) else { return }
    try disk.remount("ro")
    let paper = try TextPaper(issues: 3)
    let run = try paper.run(into: disk.folder.appending(path: "out"))
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("Read-only file system"))
    #expect(run.errors.contains("write to another folder: this one can only be read"))
    // The record of the run cannot be written either, which is not news.
    #expect(!run.errors.contains("run.json"))
  }

  @Test(
    "has no room for what is told beside the outputs: the record says what the command ends with",
    arguments: ["--trace all > /dev/full", "--events /dev/full"])
  func told(where words: String) throws {
    let paper = try TextPaper(issues: 2)
    let out = paper.scratch.folder.appending(path: "out")
    let run = try Command.run(
      URL(filePath: "/usr/bin/env"),
      ["sh", "-c", "\"$0\" run \"$1\" --var \"out=$2\" \(words)", Command.executable.path, paper.pipeline, out.path],
      in: paper.scratch.folder)
    #expect(run.status == 73, "\(run.errors)")
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: out.appending(path: "run.json"))) as? [String: Any])
    #expect(record["exit_code"] as? Int == 73)
    #expect(record["ending"] as? String == "completed")
    let messages = try #require(record["diagnostics"] as? [[String: Any]])
    #expect(messages.compactMap { $0["code"] as? String } == ["OP401"])
    #expect(run.errors.contains("next: see what could not be written and why (OP401), then run again"))
    #expect(run.errors.components(separatedBy: "error[OP401]").count == 2)
  }

  @Test("is taken off: what is written afterwards is nowhere, and the run ends")
  func vanished() throws {
    guard let disk = try disk(20_000) else { return }
    let paper = try TextPaper(issues: 3000)
    let out = disk.folder.appending(path: "out")
    let run = try paper.start(into: out)
    run.wait { ((try? contents(of: out).count) ?? 0) > 20 }
    try disk.takeOff()
    #expect(run.wait() == 73, "\(run.errors.suffix(2000))")
    #expect(run.errors.contains("OP401"))
    let left = try contents(of: disk.folder).keys.sorted()
    #expect(left.isEmpty, "\(left)")
  }
}
