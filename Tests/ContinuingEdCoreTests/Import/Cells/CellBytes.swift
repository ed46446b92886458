@testable import ContinuingEdCore

/// Calls `body` with the bytes of a text, trimmed as the reader trims a cell.
func withCell<R>(_ text: String, _ body: (UnsafeRawBufferPointer) -> R) -> R {
  var text = text
  return text.withUTF8 { body(CellText.trimmed(UnsafeRawBufferPointer($0))) }
}

/// A day as `YYYY-MM-DD`, `blank` or `invalid`.
func dayText(_ text: String) -> String {
  switch withCell(text, CellParser.day) {
  case .blank: "blank"
  case .value(let day): day.description
  case .invalid: "invalid"
  }
}

/// A period as `first` or `first…last`, `blank` or `invalid`.
func periodText(_ text: String) -> String {
  switch withCell(text, CellParser.period) {
  case .blank: "blank"
  case .value((let first, let last)): first.description + (last.map { "…" + $0.description } ?? "")
  case .invalid: "invalid"
  }
}

/// Any other value as text, `blank` or `invalid`.
func text<Value>(_ value: CellValue<Value>, _ describe: (Value) -> String = { "\($0)" }) -> String {
  switch value {
  case .blank: "blank"
  case .value(let value): describe(value)
  case .invalid: "invalid"
  }
}
