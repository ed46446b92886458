// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "cecredit",
  products: [
    .library(name: "ContinuingEdCore", targets: ["ContinuingEdCore"]),
    .executable(name: "cecredit", targets: ["cecredit"]),
  ],
  targets: [
    .target(
      name: "CityRules",
      path: "rules",
      resources: [
        .embedInCode("cecredit-rules-2.schema.json"),
        .embedInCode("cecredit-cases-1.schema.json"),
        .embedInCode("heze-2022.json"),
        .embedInCode("jinan-2021.json"),
        .embedInCode("jining-2020.json"),
        .embedInCode("yantai-2023.json"),
        .embedInCode("zaozhuang-2023.json"),
        .embedInCode("workdays.csv"),
        .embedInCode("forms/notice.json"),
        .embedInCode("forms/statement.json"),
        .embedInCode("forms/yantai-registration.json"),
        .embedInCode("forms/zaozhuang-plan.json"),
      ]),
    // The one system library: workbooks are ZIP files, and ledgers have checksums. Imported by Bytes alone.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "ContinuingEdCore", dependencies: ["CityRules", "CZlib"]),
    .executableTarget(name: "cecredit", dependencies: ["ContinuingEdCore"]),
    .testTarget(
      name: "ContinuingEdCoreTests",
      dependencies: ["ContinuingEdCore"],
      exclude: ["Cases"]),
    .testTarget(name: "cecreditTests", dependencies: ["ContinuingEdCore", "cecredit"]),
  ]
)
