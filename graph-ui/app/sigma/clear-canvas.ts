/** Empties a canvas and gives it a size; everything is then drawn in CSS pixels. */
export function clearCanvas(
  canvas: HTMLCanvasElement,
  { width, height }: { width: number; height: number },
  ratio: number,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas to draw on.')
  const [pixelsWide, pixelsHigh] = [Math.floor(width * ratio), Math.floor(height * ratio)]
  if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) {
    canvas.width = pixelsWide
    canvas.height = pixelsHigh
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, pixelsWide, pixelsHigh)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context
}
