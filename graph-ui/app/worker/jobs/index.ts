/** Every job of the worker; adding one means a file, and a line here. */
import { arrangement } from './arrangement.ts'
import { betweenness } from './betweenness.ts'
import { communities } from './communities.ts'
import { force } from './force.ts'
import { noOverlap } from './no-overlap.ts'
import { pagerank } from './pagerank.ts'

export const jobs = { pagerank, betweenness, communities, arrangement, force, 'no-overlap': noOverlap }

export type JobName = keyof typeof jobs
export type Question<N extends JobName> = Parameters<(typeof jobs)[N]>[0]
export type Answer<N extends JobName> = ReturnType<(typeof jobs)[N]>
