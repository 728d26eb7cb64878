/** Trains the two passes of the models of mention pairs. */
import type { ClusterOf } from '../../relations/mention-pairs/clusters.ts'
import type { MentionDocument } from '../../relations/mention-pairs/mention-relation.ts'
import { firstOpinions, type KindParts, passOf, priorOf } from '../../relations/mention-pairs/model.ts'
import type { MentionPairParts } from '../../relations/mention-pairs/model-file.ts'
import { neighbourFeatures } from '../../relations/mention-pairs/neighbour-features.ts'
import { classOf, noRelation, type Opinion, type PairClass } from '../../relations/mention-pairs/opinions.ts'
import { type PairedDocument, type PairKind, pairMentions } from '../../relations/mention-pairs/pairs.ts'
import type { Report } from '../report.ts'
import type { ScierPaper } from '../scier-papers.ts'
import { type SoftmaxOptions, trainSoftmax } from './softmax-regression.ts'

export interface MentionPairOptions {
  first: SoftmaxOptions
  second: SoftmaxOptions
  threshold: number
  /** Parts of the papers, each judged by a first pass that is trained on the others. */
  folds: number
}

/** Fewer relations of a label and direction between two types are taken for slips of the annotators. */
const leastRelations = 3

interface Sample {
  kind: PairKind
  features: number[]
  answer: PairClass
  before: Opinion | null
}

/** A paper with its pairs and what they are by its annotation. */
interface PairedPaper {
  id: string
  paired: PairedDocument
  answers: PairClass[]
}

/** Deterministic. Papers with the same id (with other mentions) are in the same fold. */
export function trainMentionPairs(
  papers: ScierPaper[],
  clusterOf: ClusterOf,
  options: MentionPairOptions,
  report: Report,
): MentionPairParts {
  const all = papers.map(({ id, document, relations }): PairedPaper => {
    const paired = pairMentions(document, clusterOf)
    return { id, paired, answers: answersOf(document, paired, relations) }
  })
  const ids = [...new Set(papers.map(({ id }) => id))]
  const foldOf = new Map(ids.map((id, index) => [id, index % options.folds]))
  const second: Sample[] = []
  for (let fold = 0; fold < options.folds; fold++) {
    report(fold / (options.folds + 1), `fold ${fold + 1} of ${options.folds}`)
    const rest = all.filter(({ id }) => foldOf.get(id) !== fold)
    const pass = passOf(trainPass(rest.flatMap(firstSamples), options.first))
    for (const { id, paired, answers } of all) {
      if (foldOf.get(id) !== fold) continue
      const before = firstOpinions(pass, paired.pairs)
      const features = neighbourFeatures(paired, before)
      paired.pairs.forEach(({ kind }, index) => {
        second.push({ kind, features: features[index]!, answer: answers[index]!, before: before[index]! })
      })
    }
  }
  report(options.folds / (options.folds + 1), 'all papers')
  return {
    first: trainPass(all.flatMap(firstSamples), options.first),
    second: trainPass(second, options.second),
    threshold: options.threshold,
  }
}

function firstSamples({ paired, answers }: PairedPaper): Sample[] {
  return paired.pairs.map(({ kind, features }, index) => {
    return { kind, features, answer: answers[index]!, before: null }
  })
}

function answersOf(
  document: MentionDocument,
  { pairs }: PairedDocument,
  relations: ScierPaper['relations'],
): PairClass[] {
  const stated = new Map<number, PairClass>()
  for (const { head, tail, label } of relations) {
    const key = Math.min(head, tail) * document.mentions.length + Math.max(head, tail)
    stated.set(key, classOf(label, head < tail))
  }
  return pairs.map(({ left, right }) => stated.get(left * document.mentions.length + right) ?? noRelation)
}

function trainPass(samples: Sample[], options: SoftmaxOptions): KindParts[] {
  const byKind = new Map<PairKind, Sample[]>()
  for (const sample of samples) {
    const own = byKind.get(sample.kind)
    if (own) own.push(sample)
    else byKind.set(sample.kind, [sample])
  }
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, own]) => {
      const classes = classesOf(own)
      const examples = own.map(({ features, answer, before }) => ({
        features,
        answer: Math.max(0, classes.indexOf(answer)),
        prior: before ? Float64Array.from(classes, (one) => priorOf(one, before)) : null,
      }))
      return { kind, classes, ...trainSoftmax(classes.length, examples, options) }
    })
}

/** No relation, then those that the annotators have often enough. */
function classesOf(samples: Sample[]): PairClass[] {
  const counts = new Map<PairClass, number>()
  for (const { answer } of samples) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  const frequent = [...counts].filter(([one, count]) => one !== noRelation && count >= leastRelations)
  return [noRelation, ...frequent.map(([one]) => one).sort((a, b) => a - b)]
}
