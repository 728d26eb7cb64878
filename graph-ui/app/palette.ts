/** Colours, once: for the canvas as values, for style sheets as custom properties. */
import type { ViewNodeType } from '../api/contract.ts'

export type Theme = 'light' | 'dark'

/** Hues after Okabe and Ito (2008), told apart with every common form of colour blindness. */
const types: Record<Theme, Record<ViewNodeType, string>> = {
  light: {
    Method: '#2f6db5',
    Dataset: '#c9770a',
    Task: '#0f8a72',
    Metric: '#a8528f',
    Paper: '#7a7f8c',
    Claim: '#9b8f6a',
    Other: '#9aa0ab',
  },
  dark: {
    Method: '#6ea8ec',
    Dataset: '#eda63f',
    Task: '#43c0a2',
    Metric: '#d68fc2',
    Paper: '#8d96a6',
    Claim: '#b5a878',
    Other: '#7b8494',
  },
}

/**
 * Communities in the order of their numbers. Found by search: under simulated protanopia, deuteranopia and tritanopia
 * any two of them stay apart, and each stands out from the background at 3 to 1. There are no more such colours.
 */
const communities: Record<Theme, readonly string[]> = {
  light: ['#2f6db5', '#df6c32', '#055959', '#b2819c', '#735a00', '#8a81ef', '#632500', '#4a177f'],
  dark: ['#6ea8ec', '#b94a00', '#f5ea5c', '#8156c0', '#008474', '#f7a597', '#aef2fe', '#b79420'],
}
/** Nodes of further communities, and of none. */
const otherCommunity: Record<Theme, string> = { light: '#8b8f99', dark: '#7b8494' }

const surfaces = {
  light: {
    canvas: '#faf9f6',
    panel: '#ffffff',
    ink: '#1c2230',
    muted: '#626a7a',
    line: '#e5e2da',
    field: '#f0eee7',
    fieldName: '#8b8d95',
  },
  dark: {
    canvas: '#12151b',
    panel: '#191d25',
    ink: '#e9ebf0',
    muted: '#9aa3b3',
    line: '#2b313c',
    field: '#1a1f28',
    fieldName: '#7f8899',
  },
} as const

/** Relations in families: a colour says what sort of statement it is. */
const families = {
  light: { rivalry: '#b5432f', lineage: '#4a63c0', use: '#147566', evaluation: '#95600c', paper: '#6c6775' },
  dark: { rivalry: '#ee8a78', lineage: '#93a8f5', use: '#52c5ae', evaluation: '#e5ab52', paper: '#a09cab' },
} as const

const familyOf: Record<string, keyof (typeof families)['light']> = {
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

/** The custom property that holds the colour of a community. */
export function communityProperty(community: number): string {
  return `--community-${community < communities.light.length ? community : 'other'}`
}

export function relationColour(theme: Theme, relation: string): string {
  return families[theme][familyOf[relation] ?? 'paper']
}

export function surface(theme: Theme): (typeof surfaces)[Theme] {
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
  style.setProperty(communityProperty(communities[theme].length), otherCommunity[theme])
}
