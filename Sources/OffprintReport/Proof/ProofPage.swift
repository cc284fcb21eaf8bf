/// A file of HTML that stands alone: nothing is loaded, nothing is run.
public enum ProofPage {
  /// What each begins with, and no other file.
  public static let beginning = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="Offprint">
    """

  /// - Parameters:
  ///   - title: as plain text.
  ///   - body: as HTML.
  static func html(title: String, body: String) -> String {
    """
    \(beginning)
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(ProofStyle.css)
    </style>
    </head>
    <body>
    \(ProofStyle.patterns)
    <h1>\(HTMLText.escaped(title))</h1>
    \(body)</body>
    </html>

    """
  }
}
