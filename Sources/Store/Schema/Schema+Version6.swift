/// Totes belong to a warehouse, "" for any; lines say what they were ordered in; codes of units are found.
extension Schema {
    static let version6 = """
        ALTER TABLE tote ADD COLUMN warehouse TEXT NOT NULL DEFAULT '';
        ALTER TABLE line ADD COLUMN unit TEXT NOT NULL DEFAULT 'each';
        ALTER TABLE line ADD COLUMN unit_quantity INTEGER;
        CREATE INDEX order_number ON orders (order_id);
        CREATE INDEX order_open_short ON orders (id) WHERE is_short = 1;
        CREATE INDEX sku_number ON sku (sku);
        CREATE INDEX pick_open_tote ON pick (tote) WHERE state = 'picked';
        INSERT OR IGNORE INTO barcode (barcode, client, sku, unit)
            SELECT code.value, sku.client, sku.sku, json_extract(unit.value, '$.unit')
            FROM sku, json_each(sku.units) AS unit, json_each(unit.value, '$.barcodes') AS code;
        INSERT OR IGNORE INTO barcode (barcode, client, sku, unit)
            SELECT substr('000000' || code.value, -14), sku.client, sku.sku, json_extract(unit.value, '$.unit')
            FROM sku, json_each(sku.units) AS unit, json_each(unit.value, '$.barcodes') AS code
            WHERE length(code.value) IN (8, 12, 13) AND code.value NOT GLOB '*[^0-9]*';
        """
}
