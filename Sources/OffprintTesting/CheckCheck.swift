import OffprintKit

/// Checks what every check promises: it measures any document without an error, and the same each time.
///
/// - Returns: what is wrong; empty if all is as it must be.
public func checkCheck(_ entry: CheckEntry) -> [Failure] {
  let spec = entry.spec
  var found = SpecCheck.failures(name: spec.name, summary: spec.summary)
  found += SpecCheck.failures(settings: entry.settings) { _ = try entry.make($0) }
  if spec.unit.isEmpty { found.append(Failure("a check has a unit, the word after its figure", "'\(spec.name)'")) }
  guard let check = try? entry.make([:]) else { return found }
  for (name, issue) in NastyDocuments.all {
    let issue = issue.prepared(for: spec.needs)
    let place = "'\(spec.name)' on '\(name)'"
    do {
      let figure = try check.measure(issue)
      if !figure.isFinite { found.append(Failure("a check gives a number", "\(place): \(figure)")) }
      if try check.measure(issue) != figure { found.append(Failure("a second measure gives the same", place)) }
    } catch {
      found.append(Failure("a check measures any document", "\(place): \(SpecCheck.words(for: error))"))
    }
  }
  return found
}
