/** An image in pixels. */
import type { Image, Surface } from './image.ts'

/** What every browser of today can draw: pixels a side, and in all. */
const most = { side: 16_384, area: 268_000_000 }

export interface Pixels {
  width: number
  height: number
}

/** @param scale pixels of the image for one of the page */
export function pixelsOf({ width, height }: Pixels, scale: number): Pixels {
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

export function isTooLarge({ width, height }: Pixels): boolean {
  return Math.max(width, height) > most.side || width * height > most.area
}

/** @throws Error in words, where the browser cannot draw that much */
export async function toPng(image: Image, scale: number): Promise<Blob> {
  const pixels = pixelsOf(image, scale)
  if (isTooLarge(pixels)) throw tooLarge(pixels)
  const canvas = Object.assign(document.createElement('canvas'), pixels)
  const context = canvas.getContext('2d')
  if (context === null) throw tooLarge(pixels)
  context.scale(pixels.width / image.width, pixels.height / image.height)
  image.draw(surfaceOf(context))
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw tooLarge(pixels)
  return blob
}

function surfaceOf(context: CanvasRenderingContext2D): Surface {
  const alone = (draw: () => void) => {
    context.save()
    draw()
    context.restore()
  }
  return {
    brush: context,
    layer: (_, draw) => alone(draw),
    part: ({ x, y, width, height }, draw) =>
      alone(() => {
        context.translate(x, y)
        context.beginPath()
        context.rect(0, 0, width, height)
        context.clip()
        draw()
      }),
  }
}

function tooLarge({ width, height }: Pixels): Error {
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`
  return new Error(`${size} are more than this browser can draw. Choose a smaller scale, or SVG.`)
}
