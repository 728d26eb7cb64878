/** The picture as an image file. */

import { toBlob } from '@sigma/export-image'
import type Sigma from 'sigma'
import { surface, type Theme } from '../palette.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** @param scale 2 gives twice the pixels of the screen */
export async function pictureAsPng(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  theme: Theme,
  scale: number,
): Promise<Blob> {
  const { width, height } = sigma.getDimensions()
  // The package's types know only graphs without attribute types.
  return toBlob(sigma as unknown as Sigma, {
    format: 'png',
    width: width * scale,
    height: height * scale,
    backgroundColor: surface(theme).canvas,
  })
}
