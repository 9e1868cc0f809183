import Foundation
import JSON

/// Other solvers, run by Python on the same matrices in the same run.
struct PeerSolvers {
    struct Answer {
        let peer: String
        let lengths: [Int]
        let meanMilliseconds: Double
    }

    let python: String

    /// Closed tours from index 0; an empty list and a word why where Python or a solver is missing.
    func solve(_ matrices: [[[Int]]]) -> (answers: [Answer], skipped: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "wms-bench-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let script = folder.appending(path: "peers.py")
            let input = folder.appending(path: "matrices.json")
            try Self.script.write(to: script, atomically: true, encoding: .utf8)
            try matrices.description.write(to: input, atomically: true, encoding: .utf8)
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [python, script.path, input.path]
            process.standardOutput = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return read(String(decoding: output, as: UTF8.self))
        } catch {
            return ([], ["LKH, OR-Tools, VROOM skipped: \(error)"])
        }
    }

    private func read(_ output: String) -> (answers: [Answer], skipped: [String]) {
        var answers: [Answer] = []
        var skipped: [String] = []
        for line in output.split(separator: "\n") {
            guard let json = try? JSONValue(parsing: String(line)), let peer = json["peer"]?.string else {
                continue
            }
            if let why = json["skipped"]?.string {
                skipped.append("\(peer) skipped: \(why)")
            } else {
                answers.append(
                    Answer(
                        peer: peer, lengths: (json["lengths"]?.array ?? []).compactMap(\.int),
                        meanMilliseconds: json["ms"]?.double ?? .nan))
            }
        }
        return (answers, output.isEmpty ? ["LKH, OR-Tools, VROOM skipped: \(python) said nothing"] : skipped)
    }

    private static let script = """
        import json, sys, time
        matrices = json.load(open(sys.argv[1]))

        def closed(matrix, order):
            return sum(matrix[a][b] for a, b in zip(order, order[1:] + order[:1]))

        def elkai(runs):
            import elkai
            return lambda m: elkai.DistanceMatrix(m).solve_tsp(runs=runs)[:-1]

        def ortools():
            from ortools.constraint_solver import pywrapcp, routing_enums_pb2
            def solve(m):
                manager = pywrapcp.RoutingIndexManager(len(m), 1, 0)
                model = pywrapcp.RoutingModel(manager)
                cost = model.RegisterTransitMatrix(m)
                model.SetArcCostEvaluatorOfAllVehicles(cost)
                search = pywrapcp.DefaultRoutingSearchParameters()
                search.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PATH_CHEAPEST_ARC
                answer = model.SolveWithParameters(search)
                order, index = [], model.Start(0)
                while not model.IsEnd(index):
                    order.append(manager.IndexToNode(index))
                    index = answer.Value(model.NextVar(index))
                return order
            return solve

        def vroom():
            import numpy, vroom
            def solve(m):
                problem = vroom.Input()
                problem.set_durations_matrix("car", numpy.array(m, dtype=numpy.uint32))
                problem.add_vehicle(vroom.Vehicle(1, start=0, end=0))
                problem.add_job([vroom.Job(i, location=i) for i in range(1, len(m))])
                routes = problem.solve(exploration_level=1, nb_threads=1).routes
                return [0] + [int(i) for i, kind in zip(routes["location_index"], routes["type"]) if kind == "job"]
            return solve

        for name, make in [("LKH (elkai, 10 runs)", lambda: elkai(10)), ("LKH (elkai, 1 run)", lambda: elkai(1)),
                           ("OR-Tools", ortools), ("VROOM (pyvroom)", vroom)]:
            try:
                solve = make()
                lengths, spent = [], 0.0
                for matrix in matrices:
                    began = time.perf_counter()
                    order = solve(matrix)
                    spent += time.perf_counter() - began
                    lengths.append(closed(matrix, order))
                print(json.dumps({"peer": name, "lengths": lengths, "ms": spent * 1000 / len(matrices)}), flush=True)
            except Exception as why:
                print(json.dumps({"peer": name, "skipped": f"{type(why).__name__}: {why}"}), flush=True)
        """
}
