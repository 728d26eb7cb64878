import { clusterLevels, noCluster } from '../../entities/fast/lexicon.ts'
import { loadKnowledge } from '../../entities/fast/load-knowledge.ts'

/** The distributional cluster of a word in lower case; undefined for a rare one. */
export type ClusterOf = (word: string) => number | undefined

/** The coarse clusters. @param folder of models */
export function loadClusters(folder: string): ClusterOf {
  const { rows, clusters } = loadKnowledge(folder).words
  return (word) => {
    const row = rows.get(word)
    const cluster = row === undefined ? noCluster : clusters[row * clusterLevels]!
    return cluster === noCluster ? undefined : cluster
  }
}
