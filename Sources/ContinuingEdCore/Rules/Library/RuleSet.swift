/// A city's yearly notice as data (规则集): everything its article says of it, nothing else.
///
///     let rules = try RuleSet(city: "heze", year: 2022)
///     print(rules.id, rules.text(in: .chinese))
///     print(rules["三"]?.text ?? "")
///
/// Values only. Decoding is in RuleDecoder, looking up while judging in Evaluation. The parts are declared in the
/// files RuleSet+….swift beside this one, each named after what it holds.
public struct RuleSet: Sendable, Equatable, Identifiable {
  /// `CITY-YEAR`, as in the name of its file.
  public package(set) var id: String
  /// Whose notice it is.
  package var city: City
  /// The credit year that it judges.
  public package(set) var year: Int
  /// The days of the credit year where it is no calendar year, or more than one; nil is the calendar year.
  package var period: DayRange?
  /// The document, as reports and explanations name it.
  package var notice: Notice
  /// Every clause of the notice, also those that this tool does not judge.
  public package(set) var clauses: [Clause]
  /// What each person must reach, before leave lowers it.
  package var requirements: Requirements
  /// What to cite where no rule of its own rejects an entry or keeps it waiting.
  package var grounds: Grounds
  /// The series that rules single out; activities, study and other schemes refer to them by index.
  package var seriesGroups: [SeriesGroup]
  /// The days that the notice gives to some of its activities, which refer to them by index.
  package var windows: [Window]
  /// The limits of a day. Activities that refer to the same one share its hours.
  package var dayLimits: [DayLimit]
  /// The limits of the year. Activities that refer to the same one draw on one pool.
  package var yearLimits: [YearLimit]
  /// The platforms that count as listed, in the notice's order: text that names two is taken for the first of them
  /// (Judging: Platforms).
  package var platforms: [Platform]
  /// The clause that wants one platform a year; nil where none does.
  package var onePlatformAYear: ClauseID?
  /// What counts at all. Of several that fit an entry, the one that names more judges it, else the first; a category
  /// without any is not recognized.
  package var activities: [Activity]
  /// The step of review at which hours are approved.
  package var finalReview: FinalReview
  /// By when an activity is to be filed, where it has to be.
  package var filingTerm: FilingTerm
  /// The categories that the filing term binds, besides filed study.
  package var filingTermCategories: [Category]
  /// By when study must end to count for a title application.
  package var reviewCutoff: ReviewCutoff
  /// Whether the year's hours can be made up for later.
  package var makeUpStudy: MakeUpStudy
  /// Who is not judged by this notice at all.
  package var otherSchemes: [OtherScheme]
  /// How leave lowers the requirements; nil where the notice recognizes no leave.
  package var leave: LeaveRule?
  /// What an application for a title has to show of which years; nil where the notice says nothing of applications.
  /// A check judges the rule set's own year alone.
  package var titleApplications: TitleApplications?
  /// By when units, departments and others have to do something.
  package var deadlines: [Deadline] = []

  /// A city's names.
  package struct City: Sendable, Equatable {
    /// The name used in identifiers and options.
    package var english: String
    /// The name and its longer form.
    package var chinese: [String]
  }

  /// The document that the rules come from.
  package struct Notice: Sendable, Equatable {
    /// Its heading, without the issuer's name in front.
    package var title: String
    /// 文号; nil where the notice bears none.
    package var number: String?
    /// The day under the notice; nil where it bears none.
    package var date: Day?
    /// The office that signed it, by its Chinese name.
    package var issuer: String
  }

  /// One place in the notice (条款) and what it says, in our words, with its figures.
  public struct Clause: Sendable, Hashable, Codable, Identifiable {
    /// The place, as in `附件1第1条`.
    public package(set) var locator: String
    /// The paraphrase. Each number and date of a rule that cites the clause has to be in it.
    package var says: String
    /// Why this tool does not judge it; nil where it does.
    package var notJudged: String?

    /// The place, which is the clause's name within its notice.
    public var id: String { locator }
    /// What the notice says there, paraphrased, with its figures; in Chinese.
    public var text: String { says }
  }
}
