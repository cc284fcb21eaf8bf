import Foundation
import Testing

/// What becomes of a plugin that hangs when the command that started it is ended from outside.
@Suite("Plugins that hang", .enabled(if: PluginCommandTests.hasPython))
struct PluginEndTests {
  /// A plugin that hangs at its first document, in a program that it has started; it notes both processes in `pids`.
  private func hanging() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(#"{"offprint": 1, "command": ["python3", "wild.py"]}"#, to: "wild/wild.plugin.json")
    _ = try scratch.write(
      """
      import json, os, struct, subprocess, sys
      stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
      while len(head := stdin.read(4)) == 4:
          request = json.loads(stdin.read(struct.unpack(">I", head)[0]))
          if request.get("do") == "process":
              child = subprocess.Popen(["sleep", "1000"])
              open("pids.new", "w").write(f"{os.getpid()} {child.pid}")
              os.rename("pids.new", "pids")
              child.wait()
          body = json.dumps({"offprint": 1, "request": request.get("request", 0), "name": "wild", "version": "1",
            "summary": "Hangs", "stages": [{"name": "wild-stage", "kind": "normalising", "summary": "Hangs"}]}).encode()
          stdout.write(struct.pack(">I", len(body)) + body)
          stdout.flush()
      """, to: "wild/wild.py")
    _ = try scratch.write("one\ntwo\n", to: "in/a.txt")
    _ = try scratch.write(
      """
      offprint: 1
      name: p
      read: { format: text-pages, from: in }
      run: { folder: out }
      stages: [wild-stage]
      """, to: "p.yaml")
    return scratch
  }

  /// Gone, or dead and not yet collected by whoever has it now.
  private func isAlive(_ pid: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
      return kill(pid, 0) == 0
    }
    return !status.contains(") Z ")
  }

  @Test(
    "end with the command, and all that they have started, however it is ended",
    arguments: [["plugins", "verify", "wild"], ["run", "p.yaml"]], [SIGKILL, SIGTERM, SIGHUP])
  func ended(verb: [String], signal: Int32) throws {
    let scratch = try hanging()
    let note = scratch.folder.appending(path: "wild/pids")
    let command = try RunningCommand(verb + ["--plugins", "wild"], in: scratch.folder)
    command.wait { FileManager.default.fileExists(atPath: note.path) }
    let pids = try String(contentsOf: note, encoding: .utf8).split(separator: " ").compactMap { pid_t($0) }
    #expect(pids.count == 2 && pids.allSatisfy(isAlive))
    command.send(signal)
    _ = command.wait()
    for _ in 0..<200 where pids.contains(where: isAlive) { usleep(20000) }
    #expect(!pids.contains(where: isAlive), "\(command.errors)")
    pids.forEach { kill($0, SIGKILL) }
  }
}
