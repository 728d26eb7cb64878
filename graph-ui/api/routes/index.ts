/** Every family of routes: each checks its requests and hands over to the function that does the work. */
import type { Hono } from 'hono'
import { compareRoutes } from './compare.ts'
import { cypherRoutes } from './cypher.ts'
import { detailsRoutes } from './details.ts'
import { everythingRoutes } from './everything.ts'
import { evidenceRoutes } from './evidence.ts'
import { exportRoutes } from './export.ts'
import { facetsRoutes } from './facets.ts'
import { foresightRoutes } from './foresight.ts'
import { pathsRoutes } from './paths.ts'
import { pictureRoutes } from './picture.ts'
import { placesRoutes } from './places.ts'
import { searchRoutes } from './search.ts'
import type { Served } from './served.ts'
import { statsRoutes } from './stats.ts'
import { viewRoutes } from './view.ts'

export const routes: readonly ((served: Served) => Hono)[] = [
  statsRoutes,
  searchRoutes,
  pictureRoutes,
  placesRoutes,
  everythingRoutes,
  viewRoutes,
  foresightRoutes,
  detailsRoutes,
  evidenceRoutes,
  pathsRoutes,
  compareRoutes,
  cypherRoutes,
  exportRoutes,
  facetsRoutes,
]
