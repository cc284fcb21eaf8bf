import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    "", "run", "plan", "retry", "check", "test", "eval", "eval lines", "eval articles", "why", "identify", "list",
    "explain", "new",
    "new pipeline", "new plugin", "schema", "vocabulary", "train", "train articles", "plugins", "plugins list",
    "plugins info", "plugins verify",
  ])
  func `every verb has its help, with examples`(verb: String) {
    let run = CommandRun(verb.split(separator: " ").map(String.init) + ["--help"])
    #expect(run.status == 0)
    #expect(run.err.isEmpty)
    #expect(verb.isEmpty || run.out.contains("  offprint \(verb)"))
    expectSnapshot(run.out, "help" + (verb.isEmpty ? "" : "-" + verb.replacing(" ", with: "-")))
  }

  @Test func `the version is one line`() {
    #expect(CommandRun("--version").out == "offprint 0.1.0\n")
  }

  @Test func `no verb at all shows the help`() {
    let run = CommandRun()
    #expect(run.status == 0)
    #expect(run.out.contains("USAGE: offprint"))
  }

  @Test(arguments: [
    ["rnu", "x"], ["run"], ["run", "x", "--jobs", "0"], ["run", "x", "--jobs", "many"], ["run", "x", "--var", "a"],
    ["run", "x", "--var", "a=1", "--var", "a=2"], ["run", "x", "--trace", "some"], ["check"], ["identify"],
    ["list", "things"],
    ["new", "pipeline", "My Paper"], ["new", "plugin", "x"], ["new", "plugin", "My Plugin", "--kind", "c"],
    ["new", "plugin", "x", "--kind", "rust"], ["plugins", "info"], ["eval", "words"],
    ["eval", "lines", "x"], ["eval", "lines", "x", "--truth", "=y"],
    ["eval", "lines", "x", "--truth", "y", "--blind", "all"],
    ["eval", "lines", "x", "--truth", "y", "--worst", "-1"],
    ["train", "articles"], ["train", "articles", "--out", "m.json"], ["train", "articles", "--truth", "x"],
    ["train", "words"], ["train", "articles", "--truth", "=y", "--out", "m.json"],
    ["why", "x", "y"], ["why", " ", "y", "z"], ["why", "x", "y", "z", "--format", "table"],
    ["check", "x", "--color", "blue"], ["explain"],
  ])
  func `what cannot be understood ends with 64`(arguments: [String]) {
    let run = CommandRun(arguments)
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.err.contains("Error:") && run.err.contains("Usage:") || run.err.contains("USAGE:"))
  }
}
