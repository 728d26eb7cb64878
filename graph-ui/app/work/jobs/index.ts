/** Every job of the worker; adding one means a file, and a line here. */
import { betweenness } from './betweenness.ts'
import { communities } from './communities.ts'
import { pagerank } from './pagerank.ts'

export const jobs = { pagerank, betweenness, communities }

export type JobName = keyof typeof jobs
export type Question<N extends JobName> = Parameters<(typeof jobs)[N]>[0]
export type Answer<N extends JobName> = ReturnType<(typeof jobs)[N]>
