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
  found += NastyDocuments.failures { failures(of: check, "'\(spec.name)' on '\($0)'", $1.prepared(for: spec.needs)) }
  return found
}

private func failures(of check: any Measuring, _ place: String, _ issue: Issue) -> [Failure] {
  do {
    var found: [Failure] = []
    let figure = try check.measure(issue)
    if !figure.isFinite { found.append(Failure("a check gives a number", "\(place): \(figure)")) }
    if try check.measure(issue) != figure { found.append(Failure("a second measure gives the same", place)) }
    return found
  } catch {
    return [SpecCheck.failure("a check measures any document", place, threw: error)]
  }
}
