/// The version of Offprint, as outputs and run records name it.
public let offprintVersion = "0.1.0"
