import JSON

@testable import Fulfillment

extension ListedRows {
    /// The lists that have filters.
    static let all: [ListedRows] = [
        totes, skus, stock, orders, sessions, tours, tasks, parcels, labels, events,
    ]

    private static let unknownWarehouse: (value: JSONValue, kind: String) = ("WH-XX", "unknown_warehouse")
    private static let noWord: (value: JSONValue, kind: String) = ("moon", "bad_params")
    private static let noID: (value: JSONValue, kind: String) = ("", "bad_params")
    private static let noClient: (value: JSONValue, kind: String) = ("NOBODY", "bad_params")

    private static let totes = ListedRows(
        method: "tote.list", rows: "totes", key: member("tote"),
        filters: [
            same("state", "put_back", noWord), same("warehouse", "WH-NY", unknownWarehouse),
            Filter(param: "client", value: "", impossible: noClient) { row, _ in
                row["order_id"] != nil && row["client"]?.string ?? "" == ""
            },
        ])

    private static let skus = ListedRows(
        method: "sku.list", rows: "skus", key: member("sku"), scopes: ["client": ["", "ACME"]])

    private static let stock = ListedRows(
        method: "stock.list", rows: "stock", base: ["warehouse": "WH-NY"], key: member("stock"),
        filters: [
            same("bin", "A-1-01", ("Z-9-09", "unknown_bin")), same("sku", "PEN", noID), client(""),
        ], scopes: ["warehouse": ["WH-NY", "WH-OH"]])

    private static let orders = ListedRows(
        method: "order.list", rows: "orders", key: { _, answer in answer["after"] },
        filters: [
            same("order_id", "O-2", noID), same("stage", "packed", noWord),
            Filter(param: "sku", value: "BRICK", impossible: noID, ordersRows: true) { row, site in
                let order = try site.read(
                    "order.get", ["order_id": row["order_id"] ?? "", "client": row["client"] ?? ""])
                return order["lines"]?.array?.contains { $0["sku"] == "BRICK" } ?? false
            },
            same("driver", "D-8", noID), same("warehouse", "WH-NY", unknownWarehouse), client(""),
            Filter(param: "flag", value: "short", impossible: ("late", "bad_params")) { row, _ in
                row["flags"]?.array?.contains("short") ?? false
            },
        ])

    private static let sessions = ListedRows(
        method: "session.list", rows: "sessions", base: ["all": true], key: member("session"),
        filters: [
            Filter(param: "all", value: false, impossible: noWord) { row, _ in row["open"] == true },
            same("warehouse", "WH-NY", unknownWarehouse),
        ])

    private static let tours = ListedRows(
        method: "tour.list", rows: "tours", key: member("tour"),
        filters: [same("state", "finished", noWord), same("warehouse", "WH-NY", unknownWarehouse)])

    private static let tasks = ListedRows(
        method: "task.list", rows: "tasks", key: member("task"),
        filters: [
            same("kind", "count", noWord), same("state", "open", noWord),
            same("bin", "A-1-01", ("Z-9-09", "unknown_bin"), needs: "warehouse"),
            same("warehouse", "WH-NY", unknownWarehouse), client(""),
        ])

    private static let parcels = ListedRows(
        method: "parcel.list", rows: "parcels", key: member("parcel"),
        filters: [
            same("order_id", "O-2", ("NIX", "unknown_order")), client(""), same("state", "labelled", noWord),
            same("driver", "D-8", noID), same("warehouse", "WH-NY", unknownWarehouse),
        ])

    private static let labels = ListedRows(
        method: "label.list", rows: "labels", key: member("job"),
        filters: [
            same("parcel", 1, (99, "unknown_parcel")), same("printer", "zebra-1", noID),
            same("state", "printed", noWord),
        ])

    private static let events = ListedRows(
        method: "event.list", rows: "events", key: { _, answer in answer["next"] },
        filters: [
            Filter(
                param: "types", value: ["order.accepted", "tour.started"],
                impossible: (["order.nosuch"], "bad_params")
            ) { row, _ in row["type"] == "order.accepted" || row["type"] == "tour.started" }
        ])

    /// The rows whose member of the param's name has the value.
    private static func same(
        _ param: String, _ value: JSONValue, _ impossible: (value: JSONValue, kind: String),
        needs: String? = nil
    ) -> Filter {
        Filter(param: param, value: value, impossible: impossible, needs: needs) { row, _ in
            row[param] == value
        }
    }

    /// "" is not written in rows.
    private static func client(_ client: String) -> Filter {
        Filter(param: "client", value: .string(client), impossible: noClient) { row, _ in
            row["client"]?.string ?? "" == client
        }
    }

    private static func member(_ name: String) -> @Sendable (JSONValue, JSONValue) -> JSONValue? {
        { row, _ in
            guard let value = row[name] else { return nil }
            return value.int.map { JSONValue.string(String($0)) } ?? value
        }
    }
}
