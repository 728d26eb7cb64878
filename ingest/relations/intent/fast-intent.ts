/** The fast classifier of citation intent: linear, over hashed features; `ingest/models/README.md` says on what trained. */
import { clusterLevels, noCluster } from '../../entities/fast/lexicon.ts'
import { loadKnowledge } from '../../entities/fast/load-knowledge.ts'
import { modelFile } from '../../model-files.ts'
import { feature, hashText } from '../../weights/feature-hash.ts'
import { readCitingSentence } from './citing-sentence.ts'
import type { IntentClassifier, IntentScheme, LabelProbability } from './intent-classifier.ts'
import { intentFeatures, type WordClusters } from './intent-features.ts'
import { type IntentHead, logProbabilities, readIntentModel } from './intent-model.ts'

export const intentModelFile = 'intent.bin'

/**
 * @param folder of models
 * @throws where a model file is missing or damaged: the installation is broken
 */
export function loadFastIntent(folder: string): IntentClassifier {
  return intentClassifierOf(readIntentModel(modelFile(folder, intentModelFile)), readWordClusters(folder))
}

/**
 * @param folder of models
 * @throws where the file of what the models know of words is missing or damaged: the installation is broken
 */
export function readWordClusters(folder: string): WordClusters {
  const { rows, clusters } = loadKnowledge(folder).words
  return (word) => {
    const row = rows.get(word)
    if (row === undefined) return null
    const [coarse, fine] = [clusters[row * clusterLevels]!, clusters[row * clusterLevels + 1]!]
    return coarse === noCluster || fine === noCluster ? null : [coarse, fine]
  }
}

/** @param heads that of SciCite first: the others hear what it says */
export function intentClassifierOf(heads: IntentHead[], clusters: WordClusters): IntentClassifier {
  return {
    async classify(sentences, scheme) {
      return sentences.map((sentence) =>
        classifySentence(heads, featuresOfSentence(sentence, clusters), scheme),
      )
    },
  }
}

export function featuresOfSentence(sentence: string, clusters: WordClusters): Set<number> {
  return new Set(intentFeatures(readCitingSentence(sentence), clusters))
}

function classifySentence(
  heads: IntentHead[],
  features: Set<number>,
  scheme: IntentScheme,
): LabelProbability[] {
  const head = heads.find((candidate) => candidate.scheme === scheme)
  if (!head) throw new Error(`the model of intents has no head for ${scheme}; install Skein anew`)
  if (head !== heads[0]) addOpinion(features, heads[0]!)
  return logProbabilities(head, features)
    .map((log, index) => ({ label: head.labels[index]!, probability: Math.exp(log) }))
    .sort((a, b) => b.probability - a.probability || (a.label < b.label ? -1 : 1))
}

const opinion = hashText('opinion')

/** What a head says becomes features of another: each label with its probability, in tenths. */
export function addOpinion(features: Set<number>, head: IntentHead): void {
  logProbabilities(head, features).forEach((log, label) => {
    const tenths = Math.round(Math.exp(log) * 10)
    for (let level = 1; level <= tenths; level++) features.add(feature(opinion, label, level))
  })
}
