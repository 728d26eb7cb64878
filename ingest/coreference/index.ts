/** Coreference within a document: entities that are one under different names. */
import type { EntityDocument, RecognisedEntity } from '../documents.ts'
import { wordCount } from '../entities/forms.ts'
import { renownOf } from '../entities/known-names.ts'
import { modelFile } from '../model-files.ts'
import { type LoadedModel, loadModel, probabilities, readLinearModels } from '../weights/linear-model.ts'
import { entityPairs } from './pair-features.ts'

/** The model of pairs of entities: one label, that both are the same. */
export type CoreferenceModel = LoadedModel

export const coreferenceFile = 'coreference.bin'
export const coreferenceLabel = 'same'

/**
 * @param folder of models
 * @throws where the file is missing or damaged: the installation is broken
 */
export function loadCoreference(folder: string): CoreferenceModel {
  return loadModel(readLinearModels(modelFile(folder, coreferenceFile))[coreferenceLabel]!)
}

/**
 * Joins entities of one type that are likely the same ("Federated Dynamic Pruning" and "federated pruning"): average-link
 * clustering, the likeliest pair first. What grouping joins by its rules (`entities/grouping.ts`) is taken as it is.
 * @returns the document with its entities in the order of their first mention
 */
export function joinCoreferent(document: EntityDocument, model: CoreferenceModel): EntityDocument {
  const pairs = entityPairs(document).map(({ first, second, features }): LikelyPair => {
    return { first, second, probability: probabilities(model, features)[0]! }
  })
  const least = model.thresholds[0]!
  if (!pairs.some(({ probability }) => probability >= least)) return document
  const clusters = averageLink(document.entities.length, pairs, least)
  return {
    ...document,
    entities: clusters.map((members) => joined(members.map((at) => document.entities[at]!))),
  }
}

interface LikelyPair {
  /** The one that comes first in the document, then the other. */
  first: number
  second: number
  probability: number
}

/**
 * Two clusters are joined where the mean probability of the pairs between them reaches `least`; what is no pair counts 0.
 * @returns the members of each cluster, ascending, by their first
 */
function averageLink(count: number, pairs: LikelyPair[], least: number): number[][] {
  const probabilityOf = new Map(
    pairs.map(({ first, second, probability }) => [first * count + second, probability]),
  )
  const clusterOf = Array.from({ length: count }, (_, index) => [index])
  const likely = pairs.filter(({ probability }) => probability >= least)
  likely.sort((a, b) => b.probability - a.probability || a.first - b.first || a.second - b.second)
  for (const { first, second } of likely) {
    const [one, other] = [clusterOf[first]!, clusterOf[second]!]
    if (one === other) continue
    let sum = 0
    for (const a of one)
      for (const b of other) sum += probabilityOf.get(Math.min(a, b) * count + Math.max(a, b)) ?? 0
    if (sum < least * one.length * other.length) continue
    const both = [...one, ...other].sort((a, b) => a - b)
    for (const member of both) clusterOf[member] = both
  }
  return clusterOf.filter((members, index) => members[0] === index)
}

/**
 * The name is that of the entity whose short form the text defines, so that no short form gets an expansion which no
 * text gave; else one under which other papers know it, the most frequent, the fullest.
 */
function joined(group: RecognisedEntity[]): RecognisedEntity {
  const [leading, ...others] = [...group].sort(
    (a, b) =>
      Number(b.acronyms.length > 0) - Number(a.acronyms.length > 0) ||
      Number(isListed(b)) - Number(isListed(a)) ||
      b.mentions.length - a.mentions.length ||
      wordCount(b.name) - wordCount(a.name) ||
      group.indexOf(a) - group.indexOf(b),
  ) as [RecognisedEntity, ...RecognisedEntity[]]
  const forms = [...leading.aliases, ...others.flatMap(({ name, aliases }) => [name, ...aliases])]
  return {
    ...leading,
    aliases: [...new Set(forms)].filter((form) => form !== leading.name),
    mentions: group.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start),
    confidence: Math.max(...group.map(({ confidence }) => confidence)),
  }
}

function isListed({ name }: RecognisedEntity): boolean {
  return renownOf(name).list > 0
}
