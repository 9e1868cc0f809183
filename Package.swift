// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Tests are not optimized, not even where what they test is: it would take as long as all the rest of the build.
let strictTests = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
    name: "wmsd",
    products: [
        .executable(name: "wmsd", targets: ["wmsd"]),
        .executable(name: "wms", targets: ["wms"]),
        .executable(name: "wms-bench", targets: ["wms-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Floor 0: system libraries and what every floor shares.
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .target(name: "Common", swiftSettings: strict),
        .target(name: "JSON", swiftSettings: strict),
        .target(name: "Drawing", dependencies: ["CPangoCairo"], swiftSettings: strict),

        // Floor 1: engines that know one thing each.
        .target(
            name: "WarehouseLayout",
            dependencies: ["Common", "Drawing", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Cartonization", dependencies: ["Common", "Drawing", "JSON"], swiftSettings: strict),
        .target(
            name: "Labels",
            dependencies: [
                "Common", "CZint", "CZlib", "CPangoCairo", "JSON", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),

        .target(name: "LabelSpool", dependencies: ["CLinux"], swiftSettings: strict),

        // Floor 2: walks over a layout.
        .target(
            name: "PickRouting", dependencies: ["Common", "WarehouseLayout", "JSON"], swiftSettings: strict),

        // Floor 3: the rules and the wire.
        .target(
            name: "Fulfillment",
            dependencies: [
                "Store", "Operations", "LineProtocol", "Domain", "WarehouseLayout", "PickRouting", "Cartonization",
                "Labels", "JSON", .product(name: "DequeModule", package: "swift-collections"),
            ],
            swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: [
                "Common", "Domain", "JSON", "CSQLite", "CZlib", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "Operations", dependencies: ["Common", "LineProtocol", "Domain", "JSON"], swiftSettings: strict),
        .target(name: "LineProtocol", dependencies: ["Common", "Domain", "JSON"], swiftSettings: strict),
        .target(name: "Domain", dependencies: ["Common", "JSON"], swiftSettings: strict),

        // Floor 4: programs, and the demonstration that `wmsd demo` plays over the daemon's socket.
        .target(
            name: "Demo",
            dependencies: [
                "Common", "Operations", "LineProtocol", "Domain", "WarehouseLayout", "LabelSpool", "JSON",
            ],
            resources: [.process("Resources")],
            swiftSettings: strict),
        .executableTarget(
            name: "wmsd",
            dependencies: [
                "Demo", "Fulfillment", "Store", "Common", "Operations", "LineProtocol", "Domain", "Cartonization",
                "Labels", "LabelSpool", "JSON",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.process("Resources")],
            swiftSettings: strict),
        .executableTarget(
            name: "wms",
            dependencies: [
                "Common", "Operations", "LineProtocol", "Domain", "WarehouseLayout", "PickRouting", "Cartonization",
                "Labels", "LabelSpool", "Drawing", "JSON", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "wms-bench",
            dependencies: [
                "Common", "WarehouseLayout", "PickRouting", "Cartonization", "Labels", "LabelSpool", "JSON", "CLinux",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),

        .target(name: "MomentTexts", path: "Tests/MomentTexts", swiftSettings: strict),
        .testTarget(name: "CommonTests", dependencies: ["Common", "MomentTexts"], swiftSettings: strictTests),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "Common"], swiftSettings: strictTests),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strictTests),
        .testTarget(
            name: "WarehouseLayoutTests", dependencies: ["WarehouseLayout", "Common", "Drawing", "JSON"],
            swiftSettings: strictTests),
        .testTarget(
            name: "PickRoutingTests",
            dependencies: ["PickRouting", "WarehouseLayout", "MomentTexts", "Common", "JSON"],
            swiftSettings: strictTests),
        .testTarget(
            name: "CartonizationTests", dependencies: ["Cartonization", "Common", "JSON"], swiftSettings: strictTests),
        .target(name: "PrintedLabel", dependencies: ["CZlib"], path: "Tests/PrintedLabel", swiftSettings: strict),
        .testTarget(
            name: "LabelsTests", dependencies: ["Labels", "PrintedLabel", "Common", "JSON", "CPangoCairo"],
            swiftSettings: strictTests),
        .target(name: "SteppedDisk", dependencies: ["LabelSpool"], path: "Tests/SteppedDisk", swiftSettings: strict),
        .testTarget(name: "LabelSpoolTests", dependencies: ["LabelSpool", "SteppedDisk"], swiftSettings: strictTests),
        .testTarget(
            name: "DomainTests", dependencies: ["Domain", "MomentTexts", "Common", "JSON"], swiftSettings: strictTests),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Domain", "Common", "JSON", .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strictTests),
        .testTarget(
            name: "LineProtocolTests", dependencies: ["LineProtocol", "Domain", "Common", "JSON"],
            swiftSettings: strictTests),
        .testTarget(
            name: "OperationsTests", dependencies: ["Operations", "LineProtocol", "Domain", "Common", "JSON"],
            swiftSettings: strictTests),
        .target(
            name: "TestOperations", dependencies: ["Operations", "Domain", "JSON"], path: "Tests/TestOperations",
            swiftSettings: strict),
        .target(
            name: "ShiftScript", dependencies: ["Common", "JSON"], path: "Tests/ShiftScript", swiftSettings: strict),
        .testTarget(
            name: "FulfillmentTests",
            dependencies: [
                "Fulfillment", "Store", "Operations", "LineProtocol", "Domain", "WarehouseLayout", "PickRouting",
                "Labels", "ShiftScript", "TestOperations", "Common", "JSON",
            ],
            swiftSettings: strictTests),
        .testTarget(
            name: "DemoTests",
            dependencies: ["Demo", "wmsd", "Operations", "LineProtocol", "PrintedLabel", "Common", "JSON"],
            swiftSettings: strictTests),
        .testTarget(
            name: "wmsdTests",
            dependencies: [
                "wmsd", "wms", "Fulfillment", "Store", "Operations", "LineProtocol", "Domain", "LabelSpool", "SteppedDisk",
                "ShiftScript", "TestOperations", "Common", "JSON",
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: strictTests),
        .testTarget(
            name: "wmsTests",
            dependencies: [
                "wms", "Operations", "LineProtocol", "Domain", "WarehouseLayout", "Cartonization", "LabelSpool",
                "MomentTexts", "Common", "JSON",
            ],
            swiftSettings: strictTests),
        .testTarget(name: "wms-benchTests", dependencies: ["wms-bench", "WarehouseLayout", "Common", "JSON"], swiftSettings: strictTests),
    ]
)

// The seeded suites, which are played in release, need no other tests and no benches: a third of the build less.
if Context.environment["WMS_SEEDED_SUITES"] != nil {
    let others = [
        "CommonTests", "JSONTests", "DrawingTests", "LabelSpoolTests", "DomainTests", "StoreTests",
        "LineProtocolTests", "OperationsTests", "DemoTests", "wmsTests", "wms-bench", "wms-benchTests",
    ]
    package.targets.removeAll { others.contains($0.name) }
    package.products.removeAll { others.contains($0.name) }
}
