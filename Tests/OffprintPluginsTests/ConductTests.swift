import OffprintKit
import Testing

@testable import OffprintPlugins

@Suite("Requests that no plugin understands", .enabled(if: hasPython, "python3 is not there"))
struct ConductTests {
  @Test("are asked no more after the first that hangs, and what was not tried is named")
  func hangs() throws {
    let folder = try PluginFolder()
    let file = try folder.python(
      process: "if request['do'] == 'dance': time.sleep(1000)\nreturn empty(request)")
    let faults = PluginConduct.faults(of: file, within: .seconds(3))
    #expect(faults.map(\.code) == [.pluginSilent])
    let words = #"the request '{"offprint":1,"request":2,"do":"dance"}' was not answered"#
    #expect(faults.first?.summary == words + "\nnot tried after that: several documents at once")
  }

  @Test("cost nothing more than a process where it ends at them")
  func ends() throws {
    let folder = try PluginFolder()
    #expect(PluginConduct.faults(of: try folder.python(process: "return empty(request)")) == [])
  }
}
