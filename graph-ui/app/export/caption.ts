/** The title and legend of an image: what is in the view, the most frequent first. */
import type { Community, View } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { hasOwnColour } from '../palette.ts'
import type { Look } from '../sigma/appearance.ts'
import type { Figure } from '../sigma/emphasis.ts'
import type { Caption } from '../sigma/picture-caption.ts'
import { tally } from '../state/tally.ts'

interface Shown {
  view: View
  communities: readonly Community[]
  look: Look
  figure: Figure | null
}

/** The legend explains what the picture shows: colours and shapes that it does not have are left out. */
export function captionOf(shown: Shown, title: string, hasLegend: boolean): Caption {
  const { view, look } = shown
  const { colour, shapes } = look.appearance
  const facts = `${countOf(view.nodes.length, 'node')}, ${countOf(view.edges.length, 'edge')} · Skein`
  if (!hasLegend) return { title, facts, types: [], communities: [], relations: [] }
  return {
    title,
    facts,
    types: colour === 'type' || shapes ? valuesOf(view.nodes.map(({ type }) => type)) : [],
    communities: colour === 'community' ? colouredCommunities(shown) : [],
    relations: valuesOf(colouredEdges(shown).map(({ type }) => type)),
  }
}

function colouredCommunities({ view, communities }: Shown): Caption['communities'] {
  const numbers = view.nodes.map(({ community }) => community)
  const own = valuesOf(numbers.filter(hasOwnColour).map(String)).map(Number)
  const named = own.map((id) => ({
    id,
    name: communities.find((community) => community.id === id)?.name ?? `Community ${id + 1}`,
  }))
  const hasOthers = !numbers.every(hasOwnColour)
  return hasOthers && named.length > 0 ? [...named, { id: null, name: 'Others' }] : named
}

/** Where there are many edges, those alone have colours that stand out. */
function colouredEdges({ view, look, figure }: Shown): View['edges'] {
  if (!look.crowded && !look.large) return view.edges
  const strong = new Set(figure?.edges.map(({ key }) => key))
  return view.edges.filter(({ key }) => strong.has(key))
}

function valuesOf<T extends string>(all: readonly T[]): T[] {
  return tally(all).map(({ value }) => value)
}
