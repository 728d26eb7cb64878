import type { PlacesAnswer } from '../../api/contract.ts'
import { post } from './request.ts'

export const placesCalls = {
  keepPlaces: (places: { key: string; x: number; y: number }[], signal: AbortSignal) =>
    post<PlacesAnswer>('places', { places }, signal),
}
