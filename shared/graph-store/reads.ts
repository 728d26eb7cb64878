/** Reads that every store answers alike, for the command line, the exports and the API. */
export { findConcepts } from './find-concepts.ts'
export { neighbourhood } from './neighbourhood.ts'
export { withEndNodes } from './result-graph.ts'
export { graphViews, scanGraph } from './scan.ts'
export { shortestPaths } from './shortest-paths.ts'
export { stats } from './stats.ts'
