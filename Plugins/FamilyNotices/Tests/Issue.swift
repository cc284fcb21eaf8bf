import OffprintKit

/// Swift Testing has an `Issue` of its own; here the word means ours.
typealias Issue = OffprintKit.Issue
