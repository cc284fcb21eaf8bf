import Foundation
import OffprintDiagnostics
import Testing

@Suite struct SystemRefusalTests {
  @Test func `each reason has a step of its own, and only a full disk needs room`() {
    let codes = [ENOSPC, EACCES, EROFS, ENOENT, ENOTDIR, EISDIR, EFBIG, EBUSY, EPIPE, EIO, ETIMEDOUT, EMFILE, ENOMEM]
    let steps = codes.map { SystemRefusal($0).stepToWrite }
    #expect(Set(steps).count == codes.count)
    #expect(steps.filter { $0.contains("room") } == ["make room on the disk"])
    #expect(SystemRefusal(EDQUOT).stepToWrite == steps[0])
    #expect(SystemRefusal(EACCES).words == "Permission denied")
  }

  @Test func `what cannot be read is not to be written elsewhere`() {
    for code in 1...133 {
      let step = SystemRefusal(Int32(code)).stepToRead
      #expect(!step.isEmpty && !step.contains("write") && !step.contains("room"), "\(code)")
    }
  }
}
