@testable import OffprintCLI
import OffprintModel

/// Swift Testing has types of these names too; here the words mean ours.
typealias Issue = OffprintModel.Issue
typealias ExitStatus = OffprintCLI.ExitStatus
