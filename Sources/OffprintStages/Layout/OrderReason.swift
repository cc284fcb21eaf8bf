/// Why an element is read where it is: the cut of the page that made it the first of its part.
enum OrderReason: Sendable {
  case runningHead
  /// What is left of it is read first.
  case column
  /// White space runs across all columns above it.
  case band
  /// It reaches over several columns: what stands above is read first.
  case spanning
  /// It stands under something that reaches over several columns.
  case underSpanning

  /// The stage's word for it.
  var choice: String {
    switch self {
    case .runningHead: "running-head"
    case .column: "next-column"
    case .band, .underSpanning: "next-band"
    case .spanning: "spanning"
    }
  }

  var sentence: String {
    switch self {
    case .runningHead: "it stands at the top of the page with nothing beside it but what is as low"
    case .column: "white space runs down between it and what is read before it"
    case .band: "white space runs across all the columns above it"
    case .spanning: "it reaches over the white space between columns, so all that stands above is read first"
    case .underSpanning: "something that reaches over several columns parts it from what stands above"
    }
  }
}
