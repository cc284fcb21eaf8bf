import OffprintDiagnostics

/// What happens in a run, told as it happens. The receiver is called by one thread at a time.
public enum RunEvent: Sendable {
  /// The reader has looked through the input: how many documents there are, the files of each, and what the reader
  /// has to say of files that belong to none.
  case found(documents: Int, files: [Int], messages: [Diagnostic])
  /// The folder has a journal of earlier runs, in which so many documents are known; so many of its lines are damaged
  /// and do not count.
  case goesOn(journal: String, documents: Int, damaged: Int)
  /// A first pass, for what a stage wants to know of the whole batch (its name, such as `vocabulary`), is so far.
  case surveyed(String, documents: Int, of: Int)
  /// A first pass is over; the messages say which documents it could not count.
  case surveyEnded(RunRecord.Survey, messages: [Diagnostic])
  /// A worker begins a document. Comes in no fixed order.
  case started(index: Int, name: String)
  /// A document is finished: written, failed or quarantined. Comes in the order of the documents.
  case finished(DocumentRecord, trace: [TraceLine])
  /// The run is over; all files have their names.
  case ended(RunRecord)
}
