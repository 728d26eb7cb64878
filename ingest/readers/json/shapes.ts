import { commonFields } from './common-fields.ts'
import type { Shape } from './shape.ts'

/** Every shape of a JSON object that is a paper; the first that matches reads it. */
export const shapes: Shape[] = [commonFields]
