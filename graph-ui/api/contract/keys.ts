/** Names of nodes and relations in requests, and their bounds. */
import { z } from 'zod'
import { predicates } from '../../../shared/schema.ts'

/** Relationship types that the picture shows; those around claims are read as evidence instead. */
export const drawnTypes = ['INTRODUCES', 'ADDRESSES', 'CITES', ...predicates] as const
export const drawnTypeSchema = z.enum(drawnTypes)
export type DrawnType = (typeof drawnTypes)[number]

/** Whether a relation leaves (`out`) or reaches (`in`) a node. */
export const directions = ['out', 'in'] as const
export type Direction = (typeof directions)[number]
export const directionSchema = z.enum([...directions, 'both'])
export type Directions = z.infer<typeof directionSchema>

/** `Concept/Method:lora`, `Paper/doi:10.1/x`: the label and key of a node, good across results and stores. */
export const nodeKeySchema = z
  .string()
  .regex(/^(Paper|Concept|Claim|Other)\/./s, 'expected Concept/ID or Paper/ID')

/** The nodes of a picture. */
export const nodeKeysSchema = z.array(nodeKeySchema).max(100_000)

export const wholeNumber = (fallback: number, maximum: number) =>
  z.coerce.number().int().min(1).max(maximum).default(fallback)

export const keyRequest = z.object({ key: nodeKeySchema })
