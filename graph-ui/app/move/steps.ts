import type { Place } from '../state/picture.ts'

const step = 10
const wideStep = 50

/** How far an arrow key moves a node on the plane, whose y grows upwards; null for other keys. */
export function stepOf(key: string, isWide: boolean): Place | null {
  const by = isWide ? wideStep : step
  const steps: Record<string, Place> = {
    ArrowLeft: { x: -by, y: 0 },
    ArrowRight: { x: by, y: 0 },
    ArrowUp: { x: 0, y: by },
    ArrowDown: { x: 0, y: -by },
  }
  return steps[key] ?? null
}

/** "30 right, 10 down" */
export function stepWords({ x, y }: Place): string {
  const parts = [
    x !== 0 && `${Math.abs(x)} ${x > 0 ? 'right' : 'left'}`,
    y !== 0 && `${Math.abs(y)} ${y > 0 ? 'up' : 'down'}`,
  ]
  return parts.filter(Boolean).join(', ') || 'where it was'
}
