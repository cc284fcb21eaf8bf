import OffprintJSON
import OffprintKit

/// Whole answers of plugins.
extension Form {
  /// An answer as it came.
  ///
  /// - Parameter number: that of the request, which the answer repeats.
  /// - Throws: a `Diagnostic` if it is no JSON, answers another request, or says that the request failed as a whole.
  public static func answer(
    _ bytes: [UInt8], to number: Int, of plugin: String, code: DiagnosticCode
  ) throws -> Form {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Diagnostic(code, "plugin '\(plugin)': its answer is not UTF-8")
    }
    let form: Form
    do {
      form = Form(try JSONValue(bytes), of: plugin, code: code)
    } catch let fault as JSONScanner.Fault {
      throw Diagnostic(
        code, "plugin '\(plugin)': its answer is no JSON: \(fault.reason)",
        notes: [.init("it begins", String(decoding: bytes.prefix(80), as: UTF8.self))])
    }
    guard case .object = form.value else { throw form.wrongKind("an object") }
    let version = try form.required("offprint").integer()
    guard version == 1 else {
      throw form.fault("is in version \(version) of the protocol, and this Offprint speaks version 1")
    }
    let answered = try form.required("request").integer()
    guard answered == number else {
      throw form.fault("is to request \(answered), and request \(number) was asked")
    }
    if let error = form["error"] {
      try form.only(["offprint", "request", "error"])
      try error.only(["summary", "fix"])
      throw Diagnostic(
        .pluginFault, "plugin '\(plugin)': \(try error.required("summary").text())", fix: try error["fix"]?.text())
    }
    return form
  }

  /// The answers for each document, in their order.
  public func results(_ count: Int) throws -> [Form] {
    try only(["offprint", "request", "results"])
    let results = try required("results").list()
    guard results.count == count else {
      throw try required("results").fault("has \(results.count) for \(count) \(count == 1 ? "document" : "documents")")
    }
    return results
  }
}
