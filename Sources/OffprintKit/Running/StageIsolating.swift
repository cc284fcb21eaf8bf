import OffprintModel

/// Makes stages run in a process of their own, so that a crash, a hang or a growth of memory costs one document.
public protocol StageIsolating: Sendable {
  /// The stage with these settings, to be run elsewhere. Settings that do not suit are refused as by the stage itself.
  func isolated(_ stage: StageEntry, _ settings: [String: SettingInput]) throws -> AnyStage
}
