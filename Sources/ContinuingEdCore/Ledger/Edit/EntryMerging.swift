/// Makes the row that takes the place of an entry when a file changes what the entry, or an earlier form of it, says.
///
/// What was corrected since that form stays: only what the file's row says otherwise than that form is changed.
struct EntryMerging {
  /// The cells of entries that are not the forms that rows were compared with.
  private let entries: [LedgerEntryID: [Field: String]]

  /// A merging of rows with these entries, or with none.
  init(_ entries: [LedgerEntryID: [Field: String]] = [:]) { self.entries = entries }

  /// What takes the place of an entry.
  struct Merged {
    enum Row {
      /// The row as the file has it.
      case asRead
      case stored(StoredRow)
    }

    var row: Row
    /// The status of an approval that covers it still.
    var approved: ReviewStatus?
    /// The approval that does not cover it.
    var lost: (hours: String, was: ReviewStatus, now: ReviewStatus?)?
  }

  /// What becomes of an entry by a row that changes a form of it; nil if the entry says so already.
  func merge(
    _ form: ImportMatching.Form, _ differs: FieldSet, _ file: ImportedFile, _ row: Int
  ) -> Merged? {
    file.withText(of: file.rows[row]) { line in
      let new = LedgerLineCells(line)
      if form.id == form.entry {
        let old = LedgerLineCells(form.text.bytes(form.range))
        return merged(
          .asRead, differs.fields, before: old.texts, after: new.texts, approved: form.approved)
      }
      guard let before = entries[form.entry] else { return Merged(row: .asRead) }
      var after = before
      for field in differs.fields {
        let text = new.text(field)
        after[field] = text.isEmpty ? nil : text
      }
      let changed = Field.kept.filter { field in
        let old = field == .status ? form.approved?.code ?? before[field] : before[field]
        return differs.fields.contains(field) && after[field] != old
      }
      if changed.isEmpty { return nil }
      // What can't be used together is taken as the file has it.
      guard let stored = try? EntryDraft(after.mapValues(StoredRow.guarded)).stored() else {
        return merged(.asRead, differs.fields, before: before, after: new.texts, approved: form.approved)
      }
      return merged(.stored(stored), changed, before: before, after: after, approved: form.approved)
    }
  }

  private func merged(
    _ row: Merged.Row, _ changed: [Field], before: [Field: String], after: [Field: String],
    approved: ReviewStatus?
  ) -> Merged {
    var merged = Merged(row: row)
    let holds = ApprovalScope.holds(changed) { (before[$0] ?? "", after[$0] ?? "") }
    if holds, !changed.contains(.status) { merged.approved = approved }
    let was = approved ?? before[.status].flatMap(ReviewStatus.init(code:))
    let now = merged.approved ?? after[.status].flatMap(ReviewStatus.init(code:))
    if let was, was != .rejected, was != .declared, now?.hasReached(was) != true {
      merged.lost = (after[.hours] ?? "", was, now)
    }
    return merged
  }
}
