import OffprintKit

/// What readers do with an issue that has a page file which is missing or broken.
public enum BrokenPages: String, SettingChoice {
  case fail
  case leaveOut = "leave-out"
}
