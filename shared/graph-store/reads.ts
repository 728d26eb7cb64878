/** Reads that every store answers alike, for the command line, the exports and the API. */
export { type FoundConcept, findConcepts } from './find-concepts.ts'
export { type NeighbourhoodOptions, neighbourhood } from './neighbourhood.ts'
export { type GraphScan, type GraphView, graphViews, scanGraph } from './scan.ts'
export { shortestPaths } from './shortest-paths.ts'
export { type GraphStats, stats } from './stats.ts'
