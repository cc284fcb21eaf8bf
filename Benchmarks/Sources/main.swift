import Foundation

// `swift run -c release benchmark`: what Offprint costs beside a bare parse of the same files. See README.md.
do {
  let options = try Options(CommandLine.arguments.dropFirst())
  let report = try Report(options)
  if options.checks { exit(try report.check() ? 0 : 1) }
  print(try report.table())
  if options.isOfFormats { exit(0) }
  try PluginBenchmark(rounds: options.rounds).run().forEach { print($0) }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(64)
}
