import Testing

@testable import OffprintXML

@Suite struct ReadingValueTests {
  private func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { XMLBytes($0).double }
  }

  @Test(arguments: [
    ("12", 12.0), (" 0.93 ", 0.93), ("-4.5", -4.5), ("1e3", 1000), ("2.5E-1", 0.25), (".5", 0.5), ("7.", 7),
    ("0012", 12), ("123456789012345", 123_456_789_012_345), ("0.123456789012345", 0.123456789012345),
    ("12345678901234567", 1.2345678901234568e16), ("3.14159265", 3.14159265),
  ])
  func numbersAreRead(text: String, value: Double) { #expect(number(text) == value) }

  @Test(arguments: [("0", 0), ("007", 7), ("99999999", 99_999_999)])
  func digitsAreRead(text: String, value: Int) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { XMLBytes($0).digits } == value)
  }

  @Test(arguments: ["", " 1", "1.0", "-1", "123456789", "1e3"])
  func noDigitsAreNot(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { XMLBytes($0).digits } == nil)
  }

  @Test(arguments: ["", " ", "NaN", "INF", "1,5", "12px", "-", ".", "1e", "0x10", "1e999"])
  func othersAreNot(text: String) { #expect(number(text) == nil) }

  @Test(arguments: [
    ("<alto>", "alto"), ("<?xml version='1.0'?>\n<!-- <mets> -->\n<a:alto x='1'>", "alto"), ("\u{FEFF}<mets/>", "mets"),
    ("<!DOCTYPE html [<!ENTITY a 'b'>]><html lang='x'>", "html"),
  ])
  func rootElementsAreSeen(head: String, name: String) { #expect(XMLSniff.rootElement(head.utf8) == name) }

  @Test(arguments: ["", "plain text", "{\"a\":1}", "<", "<alt", "<!-- open"])
  func otherFilesHaveNone(head: String) { #expect(XMLSniff.rootElement(head.utf8) == nil) }
}
