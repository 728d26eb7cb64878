/** The named ways to read texts that `--tagger` chooses among. */
import { UsageError } from '../shared/errors.ts'
import { loadFastTagger } from './entities/fast/index.ts'
import type { Tagger } from './entities/tagger.ts'
import { loadRelationModels, type RelationModels } from './relations/relation-models.ts'

/** What reads texts: a tagger and the models of relations that suit it. */
export interface ReadingModels {
  /** Of the tier. */
  readonly name: string
  readonly tagger: Tagger
  readonly relations: RelationModels
}

export interface Tier {
  readonly name: string
  /** What a person reads in the help. */
  readonly label: string
  /** Whose idea of an entity and of a relation it follows. */
  readonly guidelines: 'abstracts' | 'scier'
  /** @throws where a model file is missing or damaged: the installation is broken */
  load(): Promise<ReadingModels>
}

/** The first is the default. */
export const tiers: readonly Tier[] = [
  {
    name: 'fast',
    label: 'a conditional random field of a few MB: hundreds of abstracts a second',
    guidelines: 'abstracts',
    async load() {
      return { name: 'fast', tagger: await loadFastTagger('abstracts'), relations: loadRelationModels() }
    },
  },
  {
    name: 'fast-scier',
    label: 'the same, for full texts annotated as the SciER benchmark does (no metrics, every mention)',
    guidelines: 'scier',
    async load() {
      return { name: 'fast-scier', tagger: await loadFastTagger('scier'), relations: loadRelationModels() }
    },
  },
]

/** @throws UsageError for a name that {@link tiers} lacks */
export async function loadTier(name: string): Promise<ReadingModels> {
  const tier = tiers.find((candidate) => candidate.name === name)
  if (tier) return tier.load()
  const known = tiers.map((candidate) => candidate.name).join(', ')
  throw new UsageError(`unknown tagger "${name}"; use one of: ${known}`)
}
