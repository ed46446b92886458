/// What a column takes, in a sentence for whoever fills it in (RecordsFiles, Rosters).
enum ColumnGuide {
  /// The sentence of a column.
  static func text(of field: Field, in language: Language) -> String {
    switch field {
    case .personID:
      language.pick(
        "必填。身份证号或工号，同一个人各行相同；按文本填写，不要让它变成数字",
        "Needed. The ID or staff number, the same in all rows of a person; as text, so that no digit is lost")
    case .name: language.pick("姓名", "The person's name")
    case .unit: language.pick("所在单位全称", "The full name of the unit")
    case .year:
      language.pick(
        "学时计入的年度，如 2023；不填时按结束日期", "The year that it counts for, as 2023; blank: that of the end date")
    case .subject:
      language.pick(
        "公需或专业；不填为专业，网络平台学习、外地转入、年度学时必须填",
        "public or professional; blank is professional; online, transfer and annual need it")
    case .category: language.pick("必填。活动的类别，从列表中选", "Needed. The category of the activity, from the list")
    case .kind:
      language.pick(
        "成果、自学的种类；特殊情形填因公出境、病假、产假或其他",
        "The kind of an achievement or of self-study; for leave: abroad, sick, maternity or other")
    case .title: language.pick("课程、培训、成果或活动的名称", "The title of the course, training, achievement or activity")
    case .organizer: language.pick("主办或举办单位", "Who held it")
    case .mode: language.pick("线上或线下；可不填", "online or offline, or blank")
    case .platform: language.pick("网络学习的平台名称或网址", "The name or host of the platform of online study")
    case .start: language.pick("开始那天，如 2023-07-01", "The first day, as 2023-07-01")
    case .end: language.pick("结束那天；只有一天的可不填", "The last day; blank where it is the first")
    case .period:
      language.pick("一个日期，或用“至”连起来的两个；没有开始日期时用", "A date, or two joined by ~; used where start is blank")
    case .hours:
      language.pick(
        "学时数，如 8 或 2.5，最多两位小数；不是分钟", "Credit hours, as 8 or 2.5, with at most two decimals; no minutes")
    case .count: language.pick("项数，1 到 1000 的整数；不填为 1", "How many items, 1 to 1000; blank is 1")
    case .level: language.pick("国家级、省级、市级或县级", "national, provincial, municipal or county")
    case .module: language.pick("公需科目的必修或选修；可不填", "compulsory or elective, of public hours; may be blank")
    case .filing: language.pick("备案或批准的编号；没有备案的不填", "The number of the filing or approval; blank: not filed")
    case .filedOn: language.pick("备案那天，如 2023-06-20", "The day of filing, as 2023-06-20")
    case .result: language.pick("合格或不合格；没有考核的不填", "passed or failed; blank where there was no examination")
    case .exam: language.pick("考核方式，如 笔试；表格上用", "How it was examined; for forms")
    case .place: language.pick("活动地点；表格上用", "Where it took place; for forms")
    case .grade: language.pick("获奖或发表的等级，如 一等奖；表格上用", "The grade of a prize or publication; for forms")
    case .registeredOn:
      language.pick("登记那天，如 2023-12-01；表格上用", "The day of registration, as 2023-12-01; for forms")
    case .evidence: language.pick("证书编号或证明材料的名称", "The number of the certificate, or what else proves it")
    case .status: language.pick("审核到哪一步；没有送审的不填", "The step of review; blank where it was not handed in")
    case .note: language.pick("随便写什么；不影响核算", "Anything; it changes nothing")
    case .employer: language.pick("事业单位、企业或自由职业", "public-institution, enterprise or freelance")
    case .series: language.pick("职称系列，如 卫生技术、工程技术", "The series of the title, as 卫生技术")
    case .county: language.pick("所在区县", "The county")
    case .group: language.pick("培训对象的类别，如 乡村振兴", "The group that training is for, as 乡村振兴")
    case .reviewDate: language.pick("申报职称、交材料或受理的那天", "The day on which the title application is handed in")
    case .from:
      language.pick("入职、到岗或调入的那天；不填为一直在", "The day on which the person came; blank: was always there")
    case .to: language.pick("离职、退休或调出的那天；不填为仍在", "The day on which the person left; blank: is still there")
    case .titleFrom:
      language.pick("申报职称从哪一年起算，如 2019", "The year from which on hours are asked for a title, as 2019")
    case .city: language.pick("适用哪个城市的通知；不填的按命令中的", "The city whose notice holds; blank: that of the command")
    }
  }
}
