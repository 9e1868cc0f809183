public import Domain
public import GRDB

extension Identifier: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { text.databaseValue }
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Identifier? {
        String.fromDatabaseValue(value).map { (text: String) in Identifier(text) }
    }
}

extension RowID: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { number.databaseValue }
    public static func fromDatabaseValue(_ value: DatabaseValue) -> RowID? {
        Int.fromDatabaseValue(value).map { RowID($0) }
    }
}
