/// py3dbp from PyPI, on every tenth of the same orders: it fills the boxes that it is given, so it is given
/// the smallest that takes all, else the one that takes most.
struct Py3dbpPeer {
    let data: String

    func report() -> String {
        PeerProcess.run("python3", script: Self.script, suffix: "py", arguments: [data], name: "py3dbp")
    }

    private static let script = #"""
        import json, sys, time
        from py3dbp import Packer, Bin, Item
        data = sys.argv[1]
        boxes = json.load(open(data + '/boxes.json'))['boxes']
        boxes.sort(key=lambda b: b['inner_mm'][0] * b['inner_mm'][1] * b['inner_mm'][2])
        times, parcels, volume = [], 0, 0
        for line in open(data + '/orders.ndjson').readlines()[::10]:
            left = [(i['sku'] + '/' + str(k), i) for i in json.loads(line)['items'] for k in range(i['qty'])]
            start = time.perf_counter()
            while left:
                best = None
                for b in boxes:
                    packer = Packer()
                    packer.add_bin(Bin(b['id'], b['inner_mm'][0], b['inner_mm'][2], b['inner_mm'][1], b['max_weight_g'] - b['tare_g']))
                    for name, i in left:
                        packer.add_item(Item(name, i['size_mm'][0], i['size_mm'][2], i['size_mm'][1], i['weight_g']))
                    packer.pack(bigger_first=True, number_of_decimals=0)
                    names = {x.name for x in packer.bins[0].items}
                    if best is None or len(names) > len(best[0]):
                        best = (names, b)
                    if len(names) == len(left):
                        break
                if not best[0]:
                    break
                left = [x for x in left if x[0] not in best[0]]
                parcels += 1
                m = best[1]['inner_mm']
                volume += m[0] * m[1] * m[2]
            times.append((time.perf_counter() - start) * 1e6)
        times.sort()
        print('py3dbp, any, %d orders: %d parcels, %d L; µs: mean %d, p50 %d, p99 %d, max %d' % (len(times), parcels,
            volume / 1e6, sum(times) / len(times), times[len(times) // 2], times[int(len(times) * 0.99)], times[-1]))
        """#
}
