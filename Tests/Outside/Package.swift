// swift-tools-version: 6.2
import PackageDescription

// The library as somebody else's program has it: only what is public. `.ci/outside` builds and runs it.
let package = Package(
  name: "outside",
  dependencies: [.package(name: "cecredit", path: "../..")],
  targets: [
    .executableTarget(
      name: "outside", dependencies: [.product(name: "ContinuingEdCore", package: "cecredit")])
  ]
)
