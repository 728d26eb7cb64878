/** Every view that is looked at: by axe, and in pictures. */
import { compareViews } from './compare.ts'
import { deskViews } from './desk.ts'
import { detailsViews } from './details.ts'
import { filtersViews } from './filters.ts'
import { frameViews } from './frame.ts'
import { nodeViews } from './node.ts'
import { papersViews } from './papers.ts'
import type { View } from './view.ts'

export { offersPapers } from './papers.ts'
export { type Size, sizes } from './view.ts'

export const views: readonly View[] = [
  ...frameViews,
  ...filtersViews,
  ...detailsViews,
  ...nodeViews,
  ...deskViews,
  ...compareViews,
  ...papersViews,
]
