import OffprintDiagnostics

extension Diagnostic {
  static func unreadable(_ path: String, _ refusal: SystemRefusal) -> Diagnostic {
    Diagnostic(
      .inputUnreadable, "'\(path)' cannot be read: \(refusal.words)", at: SourcePlace(file: path),
      fix: refusal.stepToRead,
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }

  /// What is packed is damaged, cut off, or something else than it seems.
  static func damaged(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .archiveBroken, "'\(path)' cannot be unpacked: \(reason)", at: SourcePlace(file: path),
      fix: "ask the deliverer for the file again", notes: [.init("kept", "nothing of it is exported")])
  }

  static func encrypted(_ path: String) -> Diagnostic {
    Diagnostic(
      .archiveBroken, "'\(path)' is encrypted", at: SourcePlace(file: path),
      fix: "unpack it with its password, and read the folder",
      notes: [.init("kept", "nothing of it is exported")])
  }

  /// Refused before it fills the machine.
  static func unpacksToTooMuch(_ path: String, _ what: String) -> Diagnostic {
    Diagnostic(
      .unpacksToTooMuch, "'\(path)' \(what)", at: SourcePlace(file: path),
      fix: "if it is in order, unpack it and read the folder", notes: [.init("kept", "nothing of it is exported")])
  }

  static func tooLarge(_ path: String) -> Diagnostic {
    unpacksToTooMuch(path, "has more than \(UnpackLimits.largestMember >> 20) MB when it is unpacked")
  }

  static func ratio(_ path: String) -> Diagnostic {
    unpacksToTooMuch(path, "unpacks to more than \(UnpackLimits.greatestRatio) times its size")
  }

  /// A member that is not read because of its name or kind.
  static func refused(_ member: String, in archive: String, _ why: String) -> Diagnostic {
    Diagnostic(
      .pathEscapes, "'\(member)' in '\(archive)' \(why) and is not read", severity: .warning,
      at: SourcePlace(file: archive), fix: "ask the deliverer what it is for",
      notes: [.init("kept", "the other files of the archive")])
  }

  static func twice(_ member: String, in archive: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      .inputTwice, "'\(member)' is \(count) times in '\(archive)'; the last one counts", severity: .warning,
      at: SourcePlace(file: archive), fix: "ask the deliverer which one is meant",
      notes: [.init("kept", "the last one, as programs that unpack do")])
  }
}
