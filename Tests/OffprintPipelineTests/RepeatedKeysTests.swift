import Foundation
import Testing

@testable import OffprintPipeline

@Suite("Keys that stand twice, and what else is wrong with the file.")
struct RepeatedKeysTests {
  @Test("All of them are told, each at its own place, and the other mistakes with them")
  func allAtOnce() {
    expect(
      messages(of: "offprint: 1\n'name': a\nread: { format: pages, from: in, from: out }\nname: b\nstages: [mend]\n"),
      #"""
      error[OP113]: the key 'from' stands twice
        --> DIR/p.yaml:3:34
         |
       3 | read: { format: pages, from: in, from: out }
         |                                  ^^^^ keep one of them
         |
         = first: DIR/p.yaml:3:24

      error[OP113]: the key 'name' stands twice
        --> DIR/p.yaml:4:1
         |
       4 | name: b
         | ^^^^ keep one of them
         |
         = first: DIR/p.yaml:2:1

      error[OP102]: there is no stage 'mend'
        --> DIR/p.yaml:5:10
         |
       5 | stages: [mend]
         |          ^^^^
         |
         = stages: dehyphenate, label-articles, reflow-columns, segment-articles
         = plugins: none was named; what a plugin brings is there with --plugins FOLDER
         = more: offprint list stages
      """#)
  }

  @Test("A key that stands three times is told twice")
  func threeTimes() {
    let told = messages(of: pipeline("name: a\nname: b\nname: c"))
    #expect(told.components(separatedBy: "the key 'name' stands twice").count == 3)
    #expect(told.contains("p.yaml:4:1\n"))
    #expect(told.contains("p.yaml:5:1\n"))
  }
}
