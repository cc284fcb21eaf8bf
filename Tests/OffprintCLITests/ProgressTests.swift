import Testing

@testable import OffprintCLI

@Suite struct ProgressTests {
  @Test(arguments: [
    (1, 10, 4, 36.0, 2.0, "1 of 10 documents, 4 pages, 2.0 pages/s, 18 s left"),
    (5, 10, 100, 1000, 10, "5 of 10 documents, 100 pages, 10.0 pages/s, 1:40 min left"),
    (5, 10, 100, 100_000, 10, "5 of 10 documents, 100 pages, 10.0 pages/s, 2:46 h left"),
    (10, 10, 40, 0, 16, "10 of 10 documents, 40 pages, 2.5 pages/s"),
    (3, 10, 0, 0, 16, "3 of 10 documents, 0 pages"),
  ])
  func `the line says how far and how long`(
    documents: Int, all: Int, pages: Int, open: Double, seconds: Double, expected: String
  ) {
    let line = Progress.line(
      documents: documents, of: all, notDone: 0, pages: pages, freshPages: pages, pagesOpen: open, seconds: seconds)
    #expect(line == expected)
  }

  @Test func `what an earlier run has done tells nothing of the speed, and what is not done is named`() {
    let line = Progress.line(
      documents: 50, of: 100, notDone: 2, pages: 400, freshPages: 20, pagesOpen: 400, seconds: 10)
    #expect(line == "50 of 100 documents (2 not done), 400 pages, 2.0 pages/s, 3:20 min left")
  }
}
