/** The API as typed functions. */
import { compareCalls } from './compare.ts'
import { cypherCalls } from './cypher.ts'
import { detailsCalls } from './details.ts'
import { evidenceCalls } from './evidence.ts'
import { exportCalls } from './export.ts'
import { facetsCalls } from './facets.ts'
import { foresightCalls } from './foresight.ts'
import { papersCalls } from './papers.ts'
import { pathsCalls } from './paths.ts'
import { pictureCalls } from './picture.ts'
import { placesCalls } from './places.ts'
import { searchCalls } from './search.ts'
import { statsCalls } from './stats.ts'
import { viewCalls } from './view.ts'

export const api = {
  ...statsCalls,
  ...pictureCalls,
  ...viewCalls,
  ...foresightCalls,
  ...searchCalls,
  ...detailsCalls,
  ...evidenceCalls,
  ...papersCalls,
  ...pathsCalls,
  ...placesCalls,
  ...compareCalls,
  ...cypherCalls,
  ...exportCalls,
  ...facetsCalls,
}

export type Api = typeof api
