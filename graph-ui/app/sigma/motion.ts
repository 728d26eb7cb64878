/** Whether the camera moves: from its first change until it has rested for a moment. */
import type Sigma from 'sigma'

const restMs = 140

/** @returns asked at every frame */
export function watchMotion(camera: ReturnType<Sigma['getCamera']>, rested: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null
  camera.on('updated', () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      rested()
    }, restMs)
  })
  return {
    isMoving: () => timer !== null,
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
