/** How a person last exported; the browser keeps it. */
import { z } from 'zod'
import { kept } from '../frame/kept.ts'

const choicesSchema = z.object({
  kind: z.enum(['image', 'data']).catch('image'),
  image: z.enum(['png', 'svg']).catch('png'),
  area: z.enum(['window', 'whole']).catch('window'),
  /** Pixels of the image for one of the page. */
  scale: z.enum(['1', '2', '3', '4']).catch('2'),
  legend: z.boolean().catch(true),
  background: z.enum(['page', 'white']).catch('page'),
  /** The name of a format of data. */
  format: z.string().catch('graphml'),
})

export type ExportChoices = z.infer<typeof choicesSchema>

const stored = 'skein-export'

/** What is missing, or no longer understood, is as at first. */
export function readChoices(): ExportChoices {
  return choicesSchema.parse(parsed(kept.read(stored) ?? '{}'))
}

export function keepChoices(choices: ExportChoices): void {
  kept.write(stored, JSON.stringify(choices))
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
