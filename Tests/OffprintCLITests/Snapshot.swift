import OffprintTesting
import Testing

/// Compares a text with the file `Snapshots/NAME.txt`.
func expectSnapshot(_ text: String, _ name: String, source: SourceLocation = #_sourceLocation) {
  let failure = Snapshot.failure(of: text, named: name)
  #expect(failure == nil, sourceLocation: source)
}
