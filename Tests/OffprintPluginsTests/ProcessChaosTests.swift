import Foundation
import OffprintKit
import OffprintPlugins
import Testing

/// What a plugin can do to a document, and what must come of it: the document fails with the plugin's name, the others
/// are done.
@Suite("Plugins that misbehave", .serialized, .enabled(if: hasPython, "python3 is not there"))
struct ProcessChaosTests {
  struct Misdeed: Sendable, CustomTestStringConvertible {
    var name: String
    /// Python, when a document with `boom` comes.
    var deed: String
    var code: DiagnosticCode
    var words: String
    var timeLimit = "20s"
    var memory: Int?
    var testDescription: String { name }
  }

  static let misdeeds: [Misdeed] = [
    Misdeed(
      name: "crashes", deed: "os.abort()", code: .pluginEnded, words: "before it answered: it was ended by a signal"),
    Misdeed(name: "exits", deed: "os._exit(0)", code: .pluginEnded, words: "before it answered: it exited with 0"),
    Misdeed(
      name: "raises", deed: "raise Exception('no such luck')", code: .pluginEnded, words: "it exited with 1"),
    Misdeed(
      name: "crashes in the middle of a frame",
      deed: "stdout.write(struct.pack('>I', 1000) + b'{\"offpr'); stdout.flush(); os._exit(3)", code: .pluginEnded,
      words: "in the middle of an answer: it exited with 3"),
    Misdeed(
      name: "ends after two bytes", deed: "stdout.write(b'ab'); stdout.flush(); os._exit(3)", code: .pluginAnswer,
      words: "no answer: 'ab'"),
    Misdeed(
      name: "hangs", deed: "time.sleep(1000)", code: .pluginSilent, words: "did not answer in time", timeLimit: "6s"),
    Misdeed(
      name: "hangs in the middle of a frame",
      deed: "stdout.write(struct.pack('>I', 1000) + b'{'); stdout.flush(); time.sleep(1000)", code: .pluginSilent,
      words: "did not answer in time", timeLimit: "6s"),
    Misdeed(
      name: "starts another program and hangs", deed: "os.system('sleep 1000')", code: .pluginSilent,
      words: "did not answer in time", timeLimit: "6s"),
    Misdeed(
      name: "closes its output and goes on", deed: "os.close(1); time.sleep(1000)", code: .pluginEnded,
      words: "it closed its standard output"),
    Misdeed(
      name: "floods standard output", deed: "while True: stdout.write(b'x' * 65536)", code: .pluginAnswer,
      words: "wrote something to standard output that is no answer: 'xxxxx"),
    Misdeed(
      name: "floods standard output with zeros", deed: "while True: stdout.write(bytes(65536))", code: .pluginAnswer,
      words: "wrote something to standard output that is no answer: "),
    Misdeed(
      name: "prints before its answer", deed: "print('loading the model', flush=True)\nreturn empty(request)",
      code: .pluginAnswer, words: "no answer: 'loading the model"),
    Misdeed(
      name: "answers another request", deed: "request['request'] += 1\nreturn empty(request)", code: .pluginAnswer,
      words: "its answer is to request 4, and request 3 was asked"),
    Misdeed(
      name: "answers without JSON",
      deed: "stdout.write(struct.pack('>I', 3) + b'{a}'); stdout.flush(); time.sleep(1000)", code: .pluginAnswer,
      words: "its answer is no JSON"),
    Misdeed(
      name: "answers without UTF-8",
      deed: "stdout.write(struct.pack('>I', 3) + b'\"\\xff\"'); stdout.flush(); time.sleep(1000)", code: .pluginAnswer,
      words: "its answer is not UTF-8"),
    Misdeed(
      name: "answers with an endless list",
      deed: "stdout.write(struct.pack('>I', 100000) + b'[' * 100000); stdout.flush(); time.sleep(1000)",
      code: .pluginAnswer, words: "stand more than 100 deep"),
    Misdeed(
      name: "speaks another version", deed: "return {'offprint': 2, 'results': []}", code: .pluginAnswer,
      words: "is in version 2 of the protocol"),
    Misdeed(
      name: "answers too little", deed: "return {'results': []}", code: .pluginAnswer,
      words: "'results' has 0 for 1 document"),
    Misdeed(
      name: "names a line that is not there",
      deed: "return {'results': [{'lines': [{'page': 0, 'line': 7, 'text': 'x'}]}]}", code: .pluginAnswer,
      words: "'results[0].lines[0].line' is line 7, and page 0 has 2, counted from 0"),
    Misdeed(
      name: "gives what another kind gives", deed: "return {'results': [{'labels': []}]}", code: .pluginAnswer,
      words: "'results[0]' has no member 'labels'"),
    Misdeed(
      name: "decides in a word of its own",
      deed: "return {'results': [{'decisions': [{'choice': 'kapt', 'reason': 'why not'}]}]}", code: .pluginAnswer,
      words: "'results[0].decisions[0].choice' is one of kept, not 'kapt'"),
    Misdeed(
      name: "says that it cannot", deed: "return {'results': [{'error': {'summary': 'no such dialect'}}]}",
      code: .pluginFault, words: "plugin 'wild': no such dialect"),
    Misdeed(
      name: "grows", deed: "big = [bytearray(1 << 20) for i in range(4000)]\nreturn empty(request)", code: .pluginEnded,
      words: "it exited with 1", memory: 300),
  ]

  @Test("ends with the process of its stage, if that is isolated")
  func endsWithItsStage() throws {
    let folder = try PluginFolder()
    let note = "\(folder.path)/pid"
    let file = try folder.python(
      process: """
        if 'boom' in texts(request):
          open('\(note)', 'w').write(str(os.getpid()))
          time.sleep(1000)
        return empty(request)
        """)
    let isolation = ProcessIsolation(command: [IsolationTests.command, "serve-stages", "--plugins", file])
    let run = try ChaosRun(
      folder, stage: "wild-stage", plugin: PluginLoader.attach(file), timeLimit: "4s", isolation: isolation,
      key: ", isolate: process")
    #expect(run.outcomes == ["done", "quarantined", "done"])
    let pid = try #require(pid_t(String(contentsOfFile: note, encoding: .utf8)))
    // Gone, or dead and not yet collected by whoever has it now.
    func isAlive() -> Bool {
      guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
        return kill(pid, 0) == 0
      }
      return !status.contains(") Z ")
    }
    for _ in 0..<100 where isAlive() { usleep(20000) }
    #expect(!isAlive())
  }

  @Test("cost one document, and are named", arguments: misdeeds)
  func contained(misdeed: Misdeed) throws {
    let folder = try PluginFolder()
    let deed = misdeed.deed.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let file = try folder.python(
      process: "if 'boom' in texts(request):\n\(deed)\nreturn empty(request)", memory: misdeed.memory)
    let start = ContinuousClock.now
    let run = try ChaosRun(
      folder, stage: "wild-stage", plugin: PluginLoader.attach(file), timeLimit: misdeed.timeLimit)
    #expect(run.outcomes == ["done", "quarantined", "done"])
    #expect(run.messages.map(\.code) == [misdeed.code])
    let message = try #require(run.messages.first)
    #expect(message.summary.contains(misdeed.words), "\(message.summary)")
    #expect(message.summary.contains("'wild'"))
    #expect(start.duration(to: .now) < .seconds(40))
  }

  @Test("a flood on standard error is of no consequence")
  func floodOfErrors() throws {
    let folder = try PluginFolder()
    let file = try folder.python(
      process: "for i in range(400): sys.stderr.write('y' * 65536)\nreturn empty(request)")
    let run = try ChaosRun(folder, stage: "wild-stage", plugin: PluginLoader.attach(file), jobs: 2)
    #expect(run.outcomes == ["done", "done", "done"])
  }

  @Test(
    "one that prints or ends between two documents fails neither",
    arguments: ["print('bye', flush=True)", "os._exit(0)"])
  func between(deed: String) throws {
    let folder = try PluginFolder()
    let file = try folder.python(
      process:
        "send({'offprint': 1, 'request': request['request'], **empty(request)})\ntime.sleep(0.05)\n\(deed)\nos._exit(0)"
    )
    let plugin = try PluginLoader.attach(file)
    for _ in 0..<3 {
      var issue = ExampleRun.document(.text("one"), language: nil)
      try plugin.stages[0].make([:]).run(on: &issue)
      usleep(300_000)
    }
  }

  @Test(
    "a reading order that loses a line, or has one twice, is found by the account of lines",
    arguments: [("[[0]]", "lost 1 line"), ("[[0, 1], [1]]", "put 1 line in more than one place")])
  func lines(paragraphs: String, words: String) throws {
    let folder = try PluginFolder()
    let file = try folder.python(
      kind: "reflowing",
      process: """
        wild = \(paragraphs) if 'boom' in texts(request) else [[0, 1]]
        flow = [{'page': 0, 'paragraphs': [{'lines': lines} for lines in wild]}]
        return {'results': [{'flow': flow}]}
        """)
    let run = try ChaosRun(folder, stage: "wild-stage", plugin: PluginLoader.attach(file))
    #expect(run.outcomes == ["done", "quarantined", "done"])
    #expect(run.messages.map(\.code) == [.linesLost])
    #expect(run.messages.first?.summary == "stage 'wild-stage' \(words)")
  }
}
