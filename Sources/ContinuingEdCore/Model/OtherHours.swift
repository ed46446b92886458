/// How somebody stands with a requirement of the notice's own.
package struct OtherHours: Sendable, Equatable {
  /// The requirement, as an index into ``RuleSet/Requirements/others``.
  package var requirement: Int
  /// What is required after confirmed leave.
  package var required: Hours
  /// What is required after confirmed and pending leave.
  package var requiredIfApproved: Hours
  /// Confirmed hours.
  package var credited = Hours.zero
  /// Confirmed and pending hours.
  package var ifApproved = Hours.zero

  /// What is credited lacks of what is required.
  package var shortfall: Hours { required.missing(from: credited) }
  /// What would be credited lacks of what would be required.
  package var shortfallIfApproved: Hours { requiredIfApproved.missing(from: ifApproved) }
}

extension SubjectHours {
  /// The same figures with their total, in the form of what is required.
  var asRequired: RequiredHours {
    var hours = RequiredHours()
    hours.public = `public`
    hours.professional = professional
    hours.total = total
    hours.publicCompulsory = publicCompulsory
    hours.publicElective = publicElective
    return hours
  }
}
