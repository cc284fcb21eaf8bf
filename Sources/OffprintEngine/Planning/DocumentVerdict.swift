/// What is to be done with a document, in the light of what the journal knows of it.
enum DocumentVerdict: Sendable {
  /// Nothing is known of it.
  case new
  /// It is done, and neither its files nor the pipeline have changed. The bytes are its parts of shared files, in the
  /// order of the entry's ranges.
  case asBefore(JournalEntry, shared: [[UInt8]])
  /// It was set aside, and nothing has changed since.
  case stillQuarantined(JournalEntry)
  /// To be done again, for this reason.
  case again(JournalEntry, Reason)

  enum Reason: Sendable {
    /// It failed, and what failed may be well by now.
    case failed
    /// It is quarantined, and somebody asked for another attempt.
    case quarantined
    /// It is done without stages that failed, and somebody asked for another attempt.
    case passedOver(stages: [String])
    /// Somebody wants to see it done, as with --trace.
    case askedFor
    /// The key of the settings it was done with.
    case settings(key: String)
    /// An input changed or is gone.
    case input(path: String, FileStamp.Verdict)
    /// An input is there that was not.
    case newInput(path: String)
    /// An output changed or is gone.
    case output(path: String, FileStamp.Verdict)
    /// Its part of a shared file is not there as it was.
    case range(path: String)
  }

  /// The entry of an earlier run, if there is one.
  var entry: JournalEntry? {
    switch self {
    case .new: nil
    case .asBefore(let entry, _), .stillQuarantined(let entry), .again(let entry, _): entry
    }
  }
}
