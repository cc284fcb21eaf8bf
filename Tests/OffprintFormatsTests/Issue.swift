import OffprintModel

/// Swift Testing has an `Issue` of its own; here the word means ours.
typealias Issue = OffprintModel.Issue
