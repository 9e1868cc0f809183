internal import CPangoCairo

/// The font families that this machine has.
enum FontFamilies {
    /// Whether one of the families in `names`, parted by commas, is installed.
    static func hasOne(of names: String) -> Bool {
        names.split(separator: ",").contains { installed.contains($0.trimmingSpaces.lowercased()) }
    }

    private static let installed: Set<String> = {
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count)
        defer { g_free(families) }
        return Set(
            (0..<Int(count)).compactMap { index in
                guard let family = families?[index], let name = pango_font_family_get_name(family) else {
                    return nil
                }
                return String(cString: name).lowercased()
            })
    }()
}
