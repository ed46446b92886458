import Foundation
import Testing

/// `plan` and `explain`, run as a user runs them.
@Suite struct PlanCommandTests {
  private static let header = "身份证号,姓名,科目,类别,名称,平台,开始日期,学时,备案号\n"

  @Test func theOldFileAndThePlanTogetherAreCompliant() throws {
    let outcome = try BuiltProgram.shell(
      """
      folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
      printf '\(Self.header)E1,王芳,专业,online,护理,菏泽学院,2022-07-01,20,\\n' > "$folder/old.csv"
      "$CECREDIT" plan "$folder/old.csv" --rules heze-2022 --as-of 2022-10-01 --format entries -o "$folder/plan.csv"
      "$CECREDIT" check "$folder/old.csv" "$folder/plan.csv" --rules heze-2022 --format csv
      """)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("E1,王芳,,compliant,30,60,90"))
  }

  @Test func withoutADayThePlanSaysThatItTookToday() throws {
    let outcome = try BuiltProgram.shell(
      "printf '\(Self.header)E1,王芳,专业,online,护理,菏泽学院,2022-07-01,20,\\n' | \"$CECREDIT\" plan - --rules heze-2022 --lang en"
    )
    #expect(outcome.status == 1)
    #expect(outcome.err.contains("no --as-of was given"))
    #expect(outcome.text.contains("can no longer be made up"))
  }

  @Test func anUnknownPersonOrADayFarFromTheYearIsAUsageError() throws {
    let rows = "printf '\(Self.header)E1,王芳,专业,online,护理,菏泽学院,2022-07-01,20,\\n' | \"$CECREDIT\""
    for command in [
      "plan - --rules heze-2022 --as-of 1999-01-01",
      "plan - --rules heze-2022 --as-of 2022-10-01 --person 王方",
      "explain - --rules heze-2022 --person 王方", "explain - --rules heze-2022",
    ] {
      let outcome = try BuiltProgram.shell("\(rows) \(command)")
      #expect(outcome.status == 2, "\(command)")
      #expect(!outcome.err.isEmpty)
    }
  }

  @Test func explainAsJSONIsATreeWhoseNodesHaveHoursCodeAndClause() throws {
    let outcome = try BuiltProgram.shell(
      "printf '\(Self.header)E1,王芳,专业,online,护理,菏泽学院,2022-07-01,20,\\n' | \"$CECREDIT\" explain - --rules heze-2022 --person 王芳 --format json"
    )
    #expect(outcome.status == 1)
    let parsed = try JSONSerialization.jsonObject(with: outcome.out)
    let json = try #require(parsed as? [String: Any])
    #expect(json["schema"] as? String == "cecredit.explain/1")
    var nodes = [try #require(json["tree"] as? [String: Any])]
    var count = 0
    while let node = nodes.popLast() {
      count += 1
      #expect(node["hours"] is NSNumber && node["code"] is String)
      #expect((node["clause"] as? String)?.isEmpty == false)
      nodes += node["children"] as? [[String: Any]] ?? []
    }
    #expect(count == 5)
  }
}
