// TitleApplications: A cell, Verdict.

extension TitleYear {
  /// The worst cell of the subjects; the total, and the modules of the public subject, are cells of their own.
  func verdict(of asked: SubjectSet, hasProblem: Bool) -> Verdict {
    func held(_ required: RequiredHours) -> RequiredHours {
      var held = RequiredHours()
      if asked.contains(.public) {
        held.public = required.public
        held.publicCompulsory = required.publicCompulsory
        held.publicElective = required.publicElective
      }
      if asked.contains(.professional) { held.professional = required.professional }
      if asked == .both { held.total = required.total }
      return held
    }
    return Verdict(
      isReached: held(required).shortfall(of: credited).isZero,
      isReachedIfApproved: held(requiredIfApproved).shortfall(of: ifApproved).isZero, hasProblem: hasProblem)
  }
}

extension Verdict {
  /// The verdict of a cell or an average.
  init(isReached: Bool, isReachedIfApproved: Bool, hasProblem: Bool) {
    self = isReached ? .compliant : isReachedIfApproved ? .pending : hasProblem ? .undetermined : .short
  }

  /// The worst in the order short, undetermined, pending, compliant; nil of none.
  static func worst(of verdicts: [Verdict]) -> Verdict? {
    [.short, .undetermined, .pending, .compliant].first(where: verdicts.contains)
  }
}

extension RequiredHours {
  /// The same without modules, which a year without a rule set does not have.
  var withoutModules: RequiredHours {
    var hours = self
    hours.publicCompulsory = .zero
    hours.publicElective = .zero
    return hours
  }
}
