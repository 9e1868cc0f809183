import Foundation

/// What answers and events are made of, which short texts refer to instead of repeating it.
///
/// What was compressed with a dictionary can only be read with the same one: a better one gets the next number, and
/// none is ever changed.
enum TextDictionary {
    /// Of texts that were deflated, by versions before this one.
    static let deflateNumber: UInt8 = 1
    static let forDeflate = Array(one.utf8)

    /// Of answers and events that are compressed by Zstandard: ``ZstdFrame/Numbers/answers``.
    static let forZstd = bytes(ofBase64: trained)

    /// Of documents that are: ``ZstdFrame/Numbers/documents``. How often which byte comes is taken from the trained one.
    static let forDocuments = Array(forZstd.prefix(trainedTablesBytes)) + Array(documents.utf8)
    /// The trained dictionary begins with its tables.
    private static let trainedTablesBytes = 139

    /// Labels, then orders, whose members are sorted. The commonest stand last.
    private static let documents = #"""
        {"sscc":"","order_id":"","ship_from":{"name":"","warehouse":"WH-NY"},"ship_to":{"name":"","lines":["","city":"",\#
        "state":"","postcode":"1","country":"US"},"driver":"","sla":"STANDARD","box":"M","weight_g":1,"parcel":1,\#
        "parcels":1}{"client":"","delivery_sla":"SAME_DAY","items":[{"capacity":1,"lot":"","min_life_days":,"qty":2,\#
        "sku":"","unit":"case","notes":"","not_before":"","on_short":"ship","order_id":"","plan":{"driver":"",\#
        "estimated_delivery":"2026-0T15:30:00.000Z","estimated_pickup":"2026-0T14:00:00.000Z","warehouse":"WH-NY"},\#
        "priority":80,"ship_to":{"city":"","country":"US","email":"","lat":40.,"lines":["","12 Main Street"],"lng":-7,\#
        "name":"","phone":"+1 ","postcode":"10","state":"NY"},"total_capacity":1{"delivery_sla":"NEXT_DAY","items":[{\#
        "capacity":3,"qty":3,"sku":"},{"capacity":1,"qty":1,"sku":"
        """#

    private static func bytes(ofBase64 text: String) -> [UInt8] {
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
            preconditionFailure("the dictionary is no base 64")
        }
        return Array(data)
    }

    /// The commonest stand last, where references to them are shortest.
    private static let one = #"""
        "faults":[],"hazard":"","storage":"ambient","rotation":"FEFO","track":[],"packing":{},"units":[],"barcodes":["\#
        "inner_mm":["outer_mm":["tare_g":"imports":"rows":500}"import":"documents":["gift":"notes":"ship_to":{"name":"\#
        "street":"","city":"","postal_code":"","country":"US"},"delivery_sla":"STANDARD","capacity":"min_life_days":\#
        "undoes":"","missing":"waiting","is_new":false"is_new":true"on_short":"wait","priority":50"flags":[]"lines":[{\#
        "received","returned","adjusted","reason":"receipt"},"reason":"count","moved","undo":"cancelled","delivered",\#
        "order.accepted","order.released","order.picked","order.packed","order.in_transit","parcel.labelled",\#
        "pickup_at":"20","accepted_at":"20","released_at":"20T00:00:00.000Z","stage":"accepted","released":["revision":1\#
        "stage":"picking","stage":"picked","stage":"packing","stage":"packed","stage":"in_transit","put_back":0\#
        "promised":[{"line":"1","sku":"","qty":1},{"line":"2","sku":"","qty":2},{"line":"3","client":"","warehouse":"\#
        "left":0,"driver":"UPS","manifest":"tour":1,"picks":["session":1"copy":0"label":1"parcels":[{"sscc":"00\#
        "state":"closed","state":"labelled","expected_weight_g":"parcels":1,"box":"","weight_g":1"tolerance_g":\#
        "where":["1: in the left back corner, on the floor; each  across,  deep,  mm high","and at the wall, at the \#
        left wall, right of , in front of , on top of ; mm from the back"]"choices":["yes","no"]}"say":"Close the \#
        parcel?","say":"Scan the label on the box","expect":"label","expect":"yes_no","expect":"weight","expect":"cart",\#
        "expect":"station","say":"Take box ","expect":"box","number":1,"plan":[{"places":[{"sku":"","at_mm":[0,0,0],\#
        "size_mm":[100,100,100]},{"qty_left":1,"place":{"sku":"","at_mm":[0,0,0],"size_mm":[\#
        "bin":"","change":-1,"on_hand":10,"status":"available","reason":"picked","client":"","lot":"","expiry":"2027-\#
        "by":"","device":"h01"},"totes":[{"tote":"T-000","order_id":"ORD-20"}]"totes":["T-000"],"walk_m":1"area":"\#
        "station":"PACK-1","beep":"done"}"beep":"error"}"unit":"case","expect":"bin","expect":"tote","expect":"quantity",\#
        "expect":"item","say":"2 × ","show":{"order_id":"","parcel":1{"step":2,"expect":"item","say":"1 × ","show":{\#
        "tour":1,"done":1,"of":2,"order_id":"ORD-2026-","bin":"A-01-","printed":"A 01 ","sku":"SKU-0","name":"","barcode":\#
        "0","qty":1,"counted":0,"tote":"T-0"},"beep":"ok"}{"step":1{"order_id":"ORD-2026-
        """#
}
