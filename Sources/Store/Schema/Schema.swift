/// The tables, version by version; a file is brought up to date by running those that it lacks, in order.
///
/// Empty text stands for "none" in keys (client, lot, expiry, plate), because a key part may not be NULL. What a
/// release had is never changed: data folders of every release are opened.
enum Schema {
    static let versions = [
        SchemaVersion(.sql(version1)), SchemaVersion(.sql(version2)), SchemaVersion(.sql(version3)),
        SchemaVersion(.sql(version4)), SchemaVersion(.sql(version5)),
        SchemaVersion(.sql(version6)), version7, version8, version9, version10,
    ]

    /// The version of a file that is up to date.
    static var current: Int { versions.count }

    /// The first version in which events name their run.
    static let versionWithRuns = 7
}
