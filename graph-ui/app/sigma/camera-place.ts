import type { Bounds } from './bounds.ts'

/** What of the plane the window shows: good in another window too. */
export interface CameraPlace {
  /** The middle of the window, from 0 to 1 across the frame. */
  x: number
  y: number
  /** How much of the frame fits into the window. */
  ratio: number
  /** The part of the plane that the picture fills. */
  frame: Bounds
}
