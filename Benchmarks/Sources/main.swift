import Foundation

// `swift run -c release benchmark [--rounds N] FOLDER…`: CPU time a page of each step of the main job, and its ratio
// to a bare parse of the same files in the same run; then the time that a document takes through plugins and back.
var arguments = Array(CommandLine.arguments.dropFirst())
var rounds = 5
if let flag = arguments.firstIndex(of: "--rounds"), flag + 1 < arguments.count {
  rounds = Int(arguments[flag + 1]) ?? rounds
  arguments.removeSubrange(flag...(flag + 1))
}
if arguments.isEmpty { arguments = ["pipelines/samples/alto/hill-valley-courier_1899-10-07"] }
let (pages, rows) = try PageBenchmark(folders: arguments, rounds: rounds).run()
print("\(pages) pages, least of \(rounds) rounds")
let reference = rows.first?.seconds ?? 1
for row in rows {
  let milliseconds = row.seconds * 1000 / Double(max(1, pages))
  print(
    row.step.padding(toLength: 18, withPad: " ", startingAt: 0),
    String(format: "%8.3f ms a page  %6.2f of a bare parse", milliseconds, row.seconds / reference))
}
print("")
PluginBenchmark(rounds: rounds).run().forEach { print($0) }
