import CityRules

/// The forms that can be printed: those in the binary, and files of one's own.
package enum FormLibrary {
  /// The names of those in the binary, sorted.
  package static var ids: [String] { CityRules.forms.map(\.name).sorted() }

  /// Why a form could not be had.
  package enum Failure: Error, Sendable, Equatable {
    /// No such form; a near match and all there are.
    case unknown(String, suggestion: String?, known: [String])
    /// The file has faults.
    case faulty([RuleFault])
  }

  /// The form of this name.
  package static func form(id: String) throws(Failure) -> Form {
    guard let file = CityRules.forms.first(where: { $0.name == id }) else {
      throw .unknown(id, suggestion: NearMatch.nearest(to: id, in: ids), known: ids)
    }
    return try form(bytes: file.bytes(), file: id + ".json")
  }

  /// A form file of one's own; `file` is what faults call it.
  package static func form(bytes: [UInt8], file: String) throws(Failure) -> Form {
    let decoding = FormDecoder.decode(bytes, file: file)
    guard let form = decoding.form else { throw .faulty(decoding.faults) }
    return form
  }
}
