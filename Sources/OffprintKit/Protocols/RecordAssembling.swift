/// Makes a file out of the records of all documents.
///
/// Some formats cannot grow piece by piece and hold the same bytes however often a run was broken off: a database does
/// not. Their writers give records, which the engine keeps in a file beside the one to be, named `FILE.records`, as it
/// keeps any other file of records; when a run has reached every document, the file is made of them.
public protocol RecordAssembling: Sendable {
  /// - Parameters:
  ///   - records: the file with the records, in the order of the documents.
  ///   - path: the file to be, which is not there.
  /// - Throws: a `Diagnostic` if it cannot be written.
  func assemble(_ records: String, into path: String) throws
}
