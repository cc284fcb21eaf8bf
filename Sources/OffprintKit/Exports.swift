// A plugin needs one import: the page model and the diagnostics are part of the seam that the protocols speak of.
@_exported import OffprintDiagnostics
@_exported import OffprintModel
