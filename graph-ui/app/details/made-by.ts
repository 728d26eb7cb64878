/** What read a statement, in words: "a rule for scores", "the trained model over the passage". */
const scores = 'a rule for scores'
const differences = 'a rule for differences between scores'
const ratios = 'a rule for ratios of scores'

/** By the names that `ingest/relations` gives its rules and models. */
const makers: Readonly<Record<string, string>> = {
  'model/pair': 'the trained model over both concepts',
  'model/passage': 'the trained model over the passage',
  'model/mention-pair': 'the trained model over both mentions',
  'score/reaches': scores,
  'score/metric': scores,
  'difference/reaches': differences,
  'difference/metric': differences,
  'ratio/reaches': ratios,
  'ratio/metric': ratios,
  'outperforms/active': 'a rule for “A outperforms B”',
  'outperforms/passive': 'a rule for “A is outperformed by B”',
  'outperforms/better': 'a rule for “A is better than B”',
  'outperforms/worse': 'a rule for “A is worse than B”',
  'outperforms/superior': 'a rule for “A is superior to B”',
  'outperforms/improves-over': 'a rule for “A improves over B”',
  'outperforms/compared-to': 'a rule for “better, compared to B”',
  'outperforms/times': 'a rule for “so many times better than B”',
  'compared/compared': 'a rule for “A is compared with B”',
  'compared/on-par': 'a rule for “A is on par with B”',
  'compared/even-or-better': 'a rule for “A is as good as B or better”',
  'based-on/based-on': 'a rule for “A is based on B”',
  'based-on/extends': 'a rule for “A extends B”',
  'based-on/inspired': 'a rule for “A is inspired by B”',
  'based-on/variant': 'a rule for “A is a variant of B”',
  'subclass-of/is-a': 'a rule for “A is a kind of B”',
  'subclass-of/such-as': 'a rule for “methods such as A”',
  'subtask-of/is-a': 'a rule for “A is a kind of B”',
  'subtask-of/such-as': 'a rule for “tasks such as A”',
  'part-of/consists': 'a rule for “B consists of A”',
  'part-of/in': 'a rule for “A in B”',
  'trained-on/trained-on': 'a rule for “A is trained on B”',
  'evaluated-on/evaluated-on': 'a rule for “A is evaluated on B”',
  'benchmark-for/for': 'a rule for “A is a benchmark for B”',
  'used-for/for': 'a rule for “A for B”',
  'used-for/solves': 'a rule for “A solves B”',
  'measured-by/in-terms-of': 'a rule for “measured in terms of B”',
}

/**
 * @param rule of a claim; several with commas between them
 * @param version of what has read the paper, as the store keeps it: "3 accurate 0123abcd"
 * @returns null where neither says anything
 */
export function madeBy(rule: string | null, version: string | null): string | null {
  if (rule) return [...new Set(rule.split(', ').map(wordsFor))].join(' and ')
  const [, models] = /^\d+ (\S+)/.exec(version ?? '') ?? []
  return models === undefined ? null : `the ${models} models`
}

/** Null where it is not known here: another version of Skein wrote the store. */
export function knownMaker(rule: string): string | null {
  return Object.hasOwn(makers, rule) ? makers[rule]! : null
}

function wordsFor(rule: string): string {
  return knownMaker(rule) ?? `the rule “${rule}”`
}
