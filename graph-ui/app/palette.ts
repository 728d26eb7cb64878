/** Colours, once: for the canvas as values, for style sheets as custom properties. */
import type { ViewNodeType } from '../api/contract.ts'

/** `white` is for images on paper: the light colours on plain white. */
export type Theme = 'light' | 'dark' | 'white'

/** Hues after Okabe and Ito (2008), told apart with every common form of colour blindness. */
const lightTypes: Record<ViewNodeType, string> = {
  Method: '#2f6db5',
  Dataset: '#c9770a',
  Task: '#0f8a72',
  Metric: '#a8528f',
  Paper: '#7a7f8c',
  Claim: '#9b8f6a',
  Other: '#9aa0ab',
}

const types: Record<Theme, Record<ViewNodeType, string>> = {
  light: lightTypes,
  dark: {
    Method: '#6ea8ec',
    Dataset: '#eda63f',
    Task: '#43c0a2',
    Metric: '#d68fc2',
    Paper: '#8d96a6',
    Claim: '#b5a878',
    Other: '#7b8494',
  },
  white: lightTypes,
}

/**
 * Communities in the order of their numbers. Found by search: under simulated protanopia, deuteranopia and tritanopia
 * any two of them stay apart, and each stands out from the background at 3 to 1. There are no more such colours.
 */
const lightCommunities = [
  '#2f6db5',
  '#df6c32',
  '#055959',
  '#b2819c',
  '#735a00',
  '#8a81ef',
  '#632500',
  '#4a177f',
] as const

const communities: Record<Theme, readonly string[]> = {
  light: lightCommunities,
  dark: ['#6ea8ec', '#b94a00', '#f5ea5c', '#8156c0', '#008474', '#f7a597', '#aef2fe', '#b79420'],
  white: lightCommunities,
}
/** Nodes of further communities, and of none. */
const otherCommunity: Record<Theme, string> = { light: '#8b8f99', dark: '#7b8494', white: '#8b8f99' }

const lightSurfaces = {
  canvas: '#faf9f6',
  panel: '#ffffff',
  ink: '#1c2230',
  muted: '#626a7a',
  line: '#e5e2da',
  field: '#f0eee7',
  fieldName: '#8b8d95',
}

const surfaces: Record<Theme, typeof lightSurfaces> = {
  light: lightSurfaces,
  dark: {
    canvas: '#12151b',
    panel: '#191d25',
    ink: '#e9ebf0',
    muted: '#9aa3b3',
    line: '#2b313c',
    field: '#1a1f28',
    fieldName: '#7f8899',
  },
  white: { ...lightSurfaces, canvas: '#ffffff' },
}

/** Relations in families: a colour says what sort of statement it is. */
const lightFamilies = {
  rivalry: '#b5432f',
  lineage: '#4a63c0',
  use: '#147566',
  evaluation: '#95600c',
  paper: '#6c6775',
}

const families: Record<Theme, typeof lightFamilies> = {
  light: lightFamilies,
  dark: { rivalry: '#ee8a78', lineage: '#93a8f5', use: '#52c5ae', evaluation: '#e5ab52', paper: '#a09cab' },
  white: lightFamilies,
}

const familyOf: Record<string, keyof typeof lightFamilies> = {
  OUTPERFORMS: 'rivalry',
  COMPARED_WITH: 'rivalry',
  BASED_ON: 'lineage',
  SUBCLASS_OF: 'lineage',
  SUBTASK_OF: 'lineage',
  PART_OF: 'lineage',
  USED_FOR: 'use',
  TRAINED_ON: 'evaluation',
  EVALUATED_ON: 'evaluation',
  BENCHMARK_FOR: 'evaluation',
  MEASURED_BY: 'evaluation',
}

export function typeColour(theme: Theme, type: ViewNodeType): string {
  return types[theme][type]
}

/** @param community its number; those beyond the palette, and what is in none, are grey */
export function communityColour(theme: Theme, community: number | null): string {
  return (community === null ? undefined : communities[theme][community]) ?? otherCommunity[theme]
}

/** Whether a community has a colour that no other has. */
export function hasOwnColour(community: number | null): community is number {
  return community !== null && community < lightCommunities.length
}

/** The custom property that holds the colour of a community. */
export function communityProperty(community: number | null): string {
  return `--community-${hasOwnColour(community) ? community : 'other'}`
}

export function relationColour(theme: Theme, relation: string): string {
  return families[theme][familyOf[relation] ?? 'paper']
}

export function surface(theme: Theme): typeof lightSurfaces {
  return surfaces[theme]
}

/** Sets the custom properties that style sheets use: `--ink`, `--type-Method` and so on. */
export function applyTheme(theme: Theme): void {
  const { style, dataset } = document.documentElement
  dataset.theme = theme
  style.colorScheme = theme
  for (const [name, colour] of Object.entries(surfaces[theme])) style.setProperty(`--${name}`, colour)
  for (const [type, colour] of Object.entries(types[theme])) style.setProperty(`--type-${type}`, colour)
  for (const [family, colour] of Object.entries(families[theme]))
    style.setProperty(`--family-${family}`, colour)
  communities[theme].forEach((colour, i) => {
    style.setProperty(communityProperty(i), colour)
  })
  style.setProperty(communityProperty(lightCommunities.length), otherCommunity[theme])
}
