/** What a citing sentence cites for, in the words of the sets that classifiers are trained on. */
import type { Intent } from '../../../shared/schema.ts'

/**
 * The labels of SciCite (Cohan et al., NAACL 2019) and ACL-ARC (Jurgens et al., TACL 2018), as their files write them,
 * and what each says of a cited technique in the graph.
 */
export const intentSchemes = {
  scicite: { background: 'background', method: 'uses', result: 'compares' },
  'acl-arc': {
    Background: 'background',
    CompareOrContrast: 'compares',
    Extends: 'extends',
    Future: 'background',
    Motivation: 'background',
    Uses: 'uses',
  },
} as const satisfies Record<string, Record<string, Intent>>

export type IntentScheme = keyof typeof intentSchemes

export interface LabelProbability {
  label: string
  probability: number
}

export interface IntentClassifier {
  /**
   * @param sentences citing sentences, as running text or as tokens joined by spaces
   * @returns for each sentence every label of the scheme with its probability, the one to take first
   */
  classify(sentences: string[], scheme: IntentScheme): Promise<LabelProbability[][]>
}
