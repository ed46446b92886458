/// The data beside this file, embedded in the binary.
public enum CityRules {
  /// The rule files, in order of city and year; the bytes are fetched when asked for. A further file is listed here
  /// and in Package.swift.
  public static var files: [(name: String, bytes: @Sendable () -> [UInt8])] {
    [
      ("heze-2022", { PackageResources.heze_2022_json }),
      ("jinan-2021", { PackageResources.jinan_2021_json }),
      ("jining-2020", { PackageResources.jining_2020_json }),
      ("yantai-2023", { PackageResources.yantai_2023_json }),
      ("zaozhuang-2023", { PackageResources.zaozhuang_2023_json }),
    ]
  }

  /// Public holidays and the weekend days worked in exchange: `date,kind` with kind `off` or `work`, from the State
  /// Council's yearly notices.
  public static var workdays: [UInt8] { PackageResources.workdays_csv }

  /// The JSON Schema of the rule files.
  public static var schema: [UInt8] { PackageResources.cecredit_rules_2_schema_json }

  /// The JSON Schema of the case files.
  public static var casesSchema: [UInt8] { PackageResources.cecredit_cases_1_schema_json }

  /// The forms that can be printed, by name; a further file is listed here and in Package.swift.
  public static var forms: [(name: String, bytes: @Sendable () -> [UInt8])] {
    [
      ("notice", { PackageResources.notice_json }),
      ("statement", { PackageResources.statement_json }),
      ("yantai-registration", { PackageResources.yantai_registration_json }),
      ("zaozhuang-plan", { PackageResources.zaozhuang_plan_json }),
    ]
  }
}
