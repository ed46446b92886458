/// Every name that a column or a value of a closed list may have (RecordsFiles: Columns; Rosters: Columns), in folded
/// form: NFKC, lower case.
///
/// This is the place to add a further name. The first Chinese word of a value is the contract's own.
package enum WordLists {
  /// The headings of a records file.
  static let recordHeadings: [(Field, [String])] = [
    (
      .personID,
      ["身份证号", "person_id", "身份证", "身份证号码", "公民身份号码", "身份号码", "证件号码", "证件号", "人员编号", "工号"]
    ),
    (.name, ["姓名", "name", "教师姓名", "人员姓名", "专业技术人员姓名"]),
    (.unit, ["单位", "unit", "工作单位", "所在单位", "单位名称"]),
    (.year, ["年度", "year", "所属年度", "学年"]),
    (.subject, ["科目", "subject", "科目类别", "学习科目", "课程类型", "学时类型"]),
    (.category, ["类别", "category", "培训类别", "学习类别", "项目类别"]),
    (.kind, ["种类", "kind", "成果种类", "自学种类", "成果/论文著作种类"]),
    (
      .title,
      [
        "名称", "title", "课程名称", "培训课程", "培训项目名称", "项目名称", "培训项目", "培训内容", "学习内容", "自学内容",
        "活动内容", "成果/论文著作名称",
      ]
    ),
    (.organizer, ["主办单位", "organizer", "举办单位"]),
    (.mode, ["形式", "mode", "培训方式", "学习形式"]),
    (.platform, ["平台", "platform", "学习平台", "平台名称"]),
    (.start, ["开始日期", "start", "开始时间", "起始日期", "学习起始时间", "学习开始时间", "培训开始时间"]),
    (
      .end,
      ["结束日期", "end", "结束时间", "终止日期", "完成时间", "学习结束时间", "培训结束时间", "获奖/发表时间"]
    ),
    (.period, ["培训时间", "period", "学习时间", "活动时间", "日期", "起止时间", "起止日期"]),
    (.hours, ["学时", "hours", "学时数", "培训学时", "申报学时", "折算学时", "课时", "课时数"]),
    (.count, ["数量", "count", "项数"]),
    (.level, ["级别", "level", "等级"]),
    (.module, ["修读", "module", "必修选修", "课程性质"]),
    (.filing, ["备案号", "filing", "备案编号", "备案文号", "批文号"]),
    (.filedOn, ["备案日期", "filed_on", "备案时间"]),
    (
      .result,
      [
        "考核结果", "result", "考核", "结果", "是否合格", "是否通过", "完成状态", "学习状态", "是否完成", "结业情况", "结业状态",
      ]
    ),
    (.exam, ["考核方式", "exam"]),
    (.place, ["地点", "place", "培训地点", "活动地点"]),
    (.grade, ["获奖等级", "grade", "获奖/发表等级", "发表等级"]),
    (.registeredOn, ["登记时间", "registered_on", "登记日期"]),
    (.evidence, ["证明材料", "evidence", "佐证材料", "证书编号"]),
    (.status, ["审核状态", "status", "状态", "审核", "审核结果"]),
    (.note, ["备注", "note"]),
  ]

  /// The headings that only a roster has; person, name and unit are those of a records file.
  static let rosterHeadings: [(Field, [String])] = [
    (.employer, ["单位性质", "employer"]),
    (.series, ["职称系列", "series"]),
    (.county, ["区县", "county"]),
    (.group, ["培训对象", "group"]),
    (.reviewDate, ["申报日期", "review_date"]),
    (.from, ["入职日期", "from", "到岗时间", "调入日期"]),
    (.to, ["离职日期", "to", "退休日期", "调出日期"]),
    (.titleFrom, ["起算年份", "title_from"]),
    (.city, ["城市", "city"]),
  ]

  /// What a cell may hold and still be blank.
  static let blankWords = ["无", "暂无", "/", "-", "--", "—", "——", "n/a", "none"]

  /// What the first cell of a total row holds.
  static let totalWords = ["合计", "总计", "小计", "共计", "平均", "累计"]

  /// What a person cell holds besides these where nobody is named.
  static let nobodyWords = ["null", "nan", "0", "同上", "〃"]

  /// What a filing or evidence cell holds where there is none; blank words among them say so themselves.
  static let placeholderWords = [
    "未备案", "没有", "否", "无备案号", "未提供", "待补", "待定", "空", "null", "na", "?", "×", "0",
  ]

  /// What a spreadsheet shows for a formula that fails; three and more `#` are what it shows in a narrow column.
  static let errorValues = ["#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!"]

  /// What an unread column says of somebody whose hours may not count.
  static let suspectWords = [
    "未完成", "未通过", "不合格", "未结业", "学习中", "缺考", "退学", "作废", "取消", "撤销",
  ]

  /// How a row ends that a spreadsheet put below a group.
  static let groupTotalEnds = ["汇总", "小计", "合计", "计数", "平均值", "total"]

  /// How a line at the foot of a form begins.
  static let footWords = [
    "备注", "注", "说明", "附注", "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "主管领导",
    "联系人", "联系电话", "填表日期", "填报日期", "制表日期", "盖章", "单位盖章", "单位(盖章)",
  ]

  /// Who a row of a template is about that shows how to fill it in.
  static let sampleWords = ["示例", "sample"]

  /// What an empty formula leaves in a cell.
  static let leftOverWords = ["0", "0.00", "1900/1/0", "1900-01-00"]

  static let categoryWords: [(Category, [String])] = [
    (.online, ["网络平台学习", "online", "网上学习", "线上学习", "平台学习"]),
    (
      .training,
      [
        "培训进修", "training", "培训", "进修", "培训进修类", "培训进修类(含网上学习)", "面授", "面授培训", "讲座", "学术交流",
        "远程教育",
      ]
    ),
    (.workshop, ["高级研修班", "workshop", "高研班", "高级研修"]),
    (.education, ["学历教育", "education", "自学考试", "在职学历教育"]),
    (.qualification, ["资格考试", "qualification", "职业资格考试", "技能等级认定"]),
    (
      .achievement,
      ["成果论著", "achievement", "论文", "著作", "专利", "软著", "成果论文著作类", "成果、论文著作类", "科研成果"]
    ),
    (.grassroots, ["服务基层", "grassroots", "服务基层活动"]),
    (.expert, ["专家活动", "expert", "评审活动"]),
    (.assignment, ["援派支教", "assignment", "援派", "支教", "支农", "支医", "扶贫"]),
    (.competition, ["技能竞赛", "competition", "竞赛", "技能比赛", "技术比武", "行业性比赛"]),
    (.selfStudy, ["自学", "self-study", "自学类"]),
    (.registered, ["注册类职业资格", "registered"]),
    (.transfer, ["外地转入", "transfer", "外地调入"]),
    (.other, ["其他", "other", "其他类"]),
    (.leave, ["特殊情形", "leave"]),
    (.annual, ["年度学时", "annual", "往年学时"]),
  ]

  static let subjectWords: [(Subject, [String])] = [
    (.public, ["公需科目", "public", "公需课", "公需"]),
    (.professional, ["专业科目", "professional", "专业课", "专业"]),
  ]

  static let kindWords: [(LeaveKind, [String])] = [
    (.abroad, ["因公出境", "abroad"]), (.sick, ["病假", "sick"]), (.maternity, ["产假", "maternity"]),
    (.other, ["其他", "other"]),
  ]

  static let levelWords: [(Level, [String])] = [
    (.national, ["国家级", "national"]), (.provincial, ["省级", "provincial"]),
    (.municipal, ["市级", "municipal"]), (.county, ["县级", "county"]),
  ]

  static let moduleWords: [(Module, [String])] = [
    (.compulsory, ["必修", "compulsory"]), (.elective, ["选修", "elective"]),
  ]

  static let resultWords: [(ExamResult, [String])] = [
    (
      .passed,
      [
        "合格", "passed", "通过", "已通过", "及格", "良好", "优秀", "已完成", "完成", "已结业", "结业", "是", "√",
      ]
    ),
    (
      .failed,
      ["不合格", "failed", "不及格", "未通过", "未完成", "学习中", "未结业", "缺考", "否", "×"]
    ),
  ]

  static let statusWords: [(ReviewStatus, [String])] = [
    (.verified, ["已审验", "verified", "审验通过", "通过"]),
    (.declared, ["待审", "declared", "已申报", "审核中"]), (.unit, ["单位已审核", "unit"]),
    (.department, ["主管部门已审查", "department"]), (.rejected, ["驳回", "rejected", "不通过", "退回"]),
  ]

  static let employerWords: [(Employer, [String])] = [
    (.publicInstitution, ["事业单位", "public-institution"]), (.enterprise, ["企业", "enterprise"]),
    (.freelance, ["自由职业", "freelance"]),
  ]

  static let blank = WordTable(blankWords.map { ($0, WordTable.blankCode) })
  static let nobody = list(blankWords + nobodyWords)
  static let placeholder = list(placeholderWords)
  /// In brackets the words for nothing are placeholders too.
  static let bracketed = list(
    ["(", "[", "【", "〔"].enumerated().flatMap { place, opening in
      (["无", "暂无"] + placeholderWords).map { opening + $0 + [")", "]", "】", "〕"][place] }
    })
  static let errors = list(errorValues)
  static let suspect = list(suspectWords)
  static let sample = list(sampleWords)
  static let leftOvers = list(leftOverWords)
  static let category = table(categoryWords)
  static let subject = table(subjectWords)
  static let kind = table(kindWords)
  static let level = table(levelWords)
  static let module = table(moduleWords)
  static let result = table(resultWords)
  static let status = table(statusWords)
  static let employer = table(employerWords)

  private static func list(_ words: [String]) -> WordTable { WordTable(words.map { ($0, 1) }) }

  private static func table<Word: CodedWord & StoredWord>(_ words: [(Word, [String])]) -> WordTable {
    var pairs: [(String, UInt8)] = []
    pairs.reserveCapacity(words.reduce(blankWords.count) { $0 + $1.1.count })
    for name in blankWords { pairs.append((name, WordTable.blankCode)) }
    for (word, names) in words {
      for name in names { pairs.append((name, word.rawValue)) }
    }
    return WordTable(pairs)
  }
}
