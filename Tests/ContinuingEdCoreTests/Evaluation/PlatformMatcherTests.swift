import Testing

@testable import ContinuingEdCore

@Suite struct PlatformMatcherTests {
  private static func named(_ text: String, hosts: [String], shortNames: [String] = []) -> Bool {
    var platform = RuleSet.Platform(
      name: "某市继续教育平台", otherNames: [], hosts: hosts, shortNames: shortNames, isChoice: false,
      closedToGroups: [], clause: 0)
    platform.otherNames = ["某市学习网"]
    var text = text
    return text.withUTF8 {
      PlatformMatcher([platform]).platform(namedBy: UnsafeRawBufferPointer($0)) == 0
    }
  }

  @Test(arguments: [
    ("sdld.yxlearning.com", true), ("HTTPS://SDLD.YXLEARNING.COM:8080/index", true),
    ("在sdld.yxlearning.com学习", true), ("sdld．yxlearning．com", true), ("sdld.gxk.yxlearning.com", true),
    ("sdld-zyk.yxlearning.com", true), ("www.sdld.yxlearning.com", true), ("sdld.yxlearning.com。", true),
    ("sdld.yxlearning.com.", true), ("sdld-a.b.yxlearning.com/x", true), ("xsdld.yxlearning.com", false),
    ("my-sdld.yxlearning.com", false), ("sdldx.yxlearning.com", false), ("sdld.yxlearning.com.cn", false),
    ("sdld.yxlearning.community", false), ("sdld.xyxlearning.com", false), ("yxlearning.com", false),
    ("gxk.yxlearning.com", false), ("sdld.example.com", false), ("sdld", false),
  ])
  func hostsOfOneFamily(text: String, isNamed: Bool) {
    #expect(Self.named(text, hosts: ["sdld.yxlearning.com"]) == isNamed, "\(text)")
  }

  @Test(arguments: [
    ("hn.jxjy.com.cn", true), ("hn.gxk.jxjy.com.cn", true), ("hn-a.jxjy.com.cn", true),
    ("hn.other.com.cn", false), ("jxjy.com.cn", false),
  ])
  func threeLabelsTellUnderComCn(text: String, isNamed: Bool) {
    #expect(Self.named(text, hosts: ["hn.jxjy.com.cn"]) == isNamed, "\(text)")
  }

  @Test(arguments: [
    ("http://221.214.69.254:9090/", true), ("221.214.69.254", true), ("221.214.69.2541", false),
    ("1221.214.69.254", false), ("221.214.70.69.254", false), ("221.214.69.254.9", false),
  ])
  func numbersStandForThemselves(text: String, isNamed: Bool) {
    #expect(Self.named(text, hosts: ["221.214.69.254"]) == isNamed, "\(text)")
  }

  @Test func namesAreContainedAndShortNamesEqual() {
    #expect(Self.named("登录 某市继续 教育平台（网页）", hosts: []))
    #expect(Self.named("某市学习网", hosts: []))
    #expect(Self.named(" 市平台 ", hosts: [], shortNames: ["市平台"]))
    #expect(!Self.named("市平台二期", hosts: [], shortNames: ["市平台"]))
    #expect(!Self.named("", hosts: [], shortNames: ["市平台"]))
  }
}
