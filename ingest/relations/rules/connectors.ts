/** Rules for two names and the words that connect them. */
import type { ConceptType, Predicate } from '../../../shared/schema.ts'
import { noDetails } from '../claim-draft.ts'
import { polarity } from '../polarity.ts'
import type { Place } from '../reading.ts'
import { maskedBetween, type Scene } from '../scenes.ts'
import type { RuleMatch } from './rule.ts'

interface Connector {
  rule: string
  predicate: Predicate
  left: ConceptType
  right: ConceptType
  /** The subject is the left name, or the right one. */
  subject: 'left' | 'right'
  /** All of the masked text between the names; group 1 is the cue. */
  between: RegExp
  /** What must not follow the right name. */
  notAfter?: RegExp
}

const aside = '(?:\\s*\\([^()]{0,40}\\))?'
const article =
  '(?:the |an? |our |existing |standard |pre-?trained |large |deep |new |novel |recent |popular |well-known )*'
const link = (cue: string) => new RegExp(`^${aside}['’]?s?,?\\s*(${cue})\\s+${article}$`)

const connectors: readonly Connector[] = [
  {
    rule: 'based-on/based-on',
    predicate: 'BASED_ON',
    left: 'Method',
    right: 'Method',
    subject: 'left',
    between: link(
      '(?:(?:is|are|which is|that is|which are) )?(?:based|built|build|builds|founded|relying|relies) (?:up)?on(?: top of)?',
    ),
  },
  {
    rule: 'based-on/extends',
    predicate: 'BASED_ON',
    left: 'Method',
    right: 'Method',
    subject: 'left',
    between: link(
      '(?:which |that )?(?:extends?|generali[sz]es?|modifies|augments?|adapts?|fine-?tunes?|builds? (?:up)?on|integrates?|incorporates?|combines?|employs?|leverages?|adopts?|utili[sz]es?|uses?)',
    ),
  },
  {
    rule: 'based-on/variant',
    predicate: 'BASED_ON',
    left: 'Method',
    right: 'Method',
    subject: 'left',
    between: link(
      '(?:(?:is|are|which is) )?(?:an? |the )?(?:\\S+ )?(?:extension|generali[sz]ation|modification|variant|adaptation|version|combination) of',
    ),
  },
  {
    rule: 'based-on/inspired',
    predicate: 'BASED_ON',
    left: 'Method',
    right: 'Method',
    subject: 'left',
    between: link(
      '(?:(?:is|are|which is) )?(?:inspired by|derived from|motivated by|equipped with|powered by|enhanced with|implemented (?:with|using|via)|initiali[sz]ed (?:with|from)|trained (?:with|using|via|by))',
    ),
  },
  {
    rule: 'subclass-of/is-a',
    predicate: 'SUBCLASS_OF',
    left: 'Method',
    right: 'Method',
    subject: 'left',
    notAfter: /^(?:-|,? (?:and|or) (?:an?|the) |, (?:an?|the) |\s*\w+ed\b)/,
    between:
      /^(?:\s*\([^()]{0,40}\))?\s*(is an?|are|is the|, which is an?|, which are|, an?)\s+(?:(?:new|novel|kind of|type of|class of|form of|popular|powerful|simple|efficient|general|generic|special case of|family of|scalable|fast|recently proposed) ?)*$/,
  },
  {
    rule: 'subclass-of/such-as',
    predicate: 'SUBCLASS_OF',
    left: 'Method',
    right: 'Method',
    subject: 'right',
    between:
      /^(?:\s*\([^()]{0,40}\))?(?:(?:\s+(?:methods|models|algorithms|approaches|techniques|architectures|networks|systems))?,?\s*(?:\(\s*)?(?=such|incl|e\.g|for|esp|in p|namely)|(?:\s+(?:methods|models|algorithms|approaches|techniques|architectures|networks|systems))?\s+(?=like))(such as|including|like|e\.g\.,?|for example,?|especially|in particular,?|namely)\s+(?:the |an? )?$/,
  },
  {
    rule: 'subtask-of/such-as',
    predicate: 'SUBTASK_OF',
    left: 'Task',
    right: 'Task',
    subject: 'right',
    between:
      /^(?:\s*\([^()]{0,40}\))?(?:\s+(?:tasks|problems|applications|benchmarks))?,?\s*(?:\(\s*)?(such as|including|like|e\.g\.,?|for example,?|namely|i\.e\.,?)\s+(?:the )?$/,
  },
  {
    rule: 'subtask-of/is-a',
    predicate: 'SUBTASK_OF',
    left: 'Task',
    right: 'Task',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?\s*(is an? (?:\S+ ){0,3}?(?:sub-?task|task|problem|step|part|component) (?:of|in|for)|, an? (?:\S+ ){0,3}?(?:sub-?task|task|problem|step|part|component) (?:of|in|for))\s+(?:the )?$/,
  },
  {
    rule: 'part-of/consists',
    predicate: 'PART_OF',
    left: 'Method',
    right: 'Method',
    subject: 'right',
    between: link(
      '(?:which |that )?(?:consists? of|comprises?|contains?|includes?|consisting of|comprising|is composed of|composed of|features?)',
    ),
  },
  {
    rule: 'part-of/in',
    predicate: 'PART_OF',
    left: 'Method',
    right: 'Method',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?\s*(?:(?:modules?|layers?|blocks?|components?|mechanisms?)\s+)?(within|inside|is (?:a |an )?(?:\S+ )?(?:part|component|module|building block) of)\s+(?:the |an? )?$/,
  },
  {
    rule: 'trained-on/trained-on',
    predicate: 'TRAINED_ON',
    left: 'Method',
    right: 'Dataset',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?(?:\s+(?:models?|networks?|backbones?))?,?\s*((?:is |are |was |were |which is |that is )?(?:pre-?|fine-?)?(?:trained|tuned|learned|learnt) (?:only |solely |entirely |jointly )?(?:on|from|with|using))\s+(?:the |a )?(?:\S+ ){0,2}?$/,
  },
  {
    rule: 'evaluated-on/evaluated-on',
    predicate: 'EVALUATED_ON',
    left: 'Method',
    right: 'Dataset',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?\s*(?:(?:is|are|was|were|has been) )?(?:\w+ly )?((?:evaluated|tested|validated|benchmarked|assessed|applied|verified|experimented) (?:on|in|over|with|against|using)|on|achieves (?:[^\s,;]+ ){1,6}on)\s+(?:the |a )?(?:\S+ ){0,2}?$/,
  },
  {
    rule: 'benchmark-for/for',
    predicate: 'BENCHMARK_FOR',
    left: 'Dataset',
    right: 'Task',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?(?:\s+(?:datasets?|benchmarks?|corpus|corpora|challenge))?,?\s*((?:is |are )?(?:an? |the )?(?:\S+ ){0,3}?(?:datasets?|benchmarks?|corpus|testbed|challenge)? ?for)\s+(?:the |evaluating |training )?(?:\S+ )?$/,
  },
  {
    rule: 'used-for/for',
    predicate: 'USED_FOR',
    left: 'Method',
    right: 'Task',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?,?\s*((?:(?:is|are|was|were|has been|have been) )?(?:(?:\w+ly )?(?:used|applied|proposed|designed|developed|employed|introduced|tailored) )?(?:for|to))\s+(?:the |performing |solving |improving |tackling |addressing |efficient |robust )*$/,
  },
  {
    rule: 'used-for/solves',
    predicate: 'USED_FOR',
    left: 'Method',
    right: 'Task',
    subject: 'left',
    between:
      /^(?:\s*\([^()]{0,40}\))?\s*(?:which |that )?((?:(?:can|to|effectively|jointly) )?(?:solves?|tackles?|addresses|address|performs?|handles?|targets?|improves?|supports?|enables?))\s+(?:the |an? )?(?:problem of |task of |challenging |problems? )*$/,
  },
  {
    rule: 'measured-by/in-terms-of',
    predicate: 'MEASURED_BY',
    left: 'Method',
    right: 'Metric',
    subject: 'left',
    between:
      /^[^;:.\uE000]{0,80}?\b(in terms of|measured by|as measured by|with respect to)\s+(?:the |both |average )*$/,
  },
]

/** Names further apart than this many places are not looked at. */
const reach = 3

export function connected(scene: Scene): RuleMatch[] {
  const { places, types, sentence } = scene
  const matches: RuleMatch[] = []
  places.forEach((left, index) => {
    for (const right of places.slice(index + 1, index + 1 + reach)) {
      if (left.entity === right.entity || right.implicit) continue
      const between = maskedBetween(scene, left.end, right.start)
      if (between.length > 120) break
      for (const connector of connectors) {
        if (types[left.entity] !== connector.left || types[right.entity] !== connector.right) continue
        const found = connector.between.exec(between)
        if (!found || connector.notAfter?.test(maskedBetween(scene, right.end, sentence.end))) continue
        const start = left.end + between.indexOf(found[1]!, found[0].indexOf(found[1]!))
        const cue = { start, end: start + found[1]!.length }
        const joined = coordinated(scene, right, connector.right)
        for (const other of joined) {
          const [subject, object] = connector.subject === 'left' ? [left, other] : [other, left]
          const isKnown = matches.some(
            (match) => match.rule === connector.rule && match.subject === subject && match.object === object,
          )
          if (subject.entity === object.entity || isKnown) continue
          const { rule, predicate } = connector
          matches.push({ rule, predicate, subject, object, cue, ...polarity(sentence, cue), ...noDetails })
        }
      }
    }
  })
  return matches
}

const joint =
  /^(?:\s*\([^()]{0,40}\))?\s*(?:,\s*(?:and|or|as well as)?|and|or|&|as well as)\s*(?:the |an? )?$/

/** A place and the ones of its type that a list joins to it. */
function coordinated(scene: Scene, first: Place, type: ConceptType): Place[] {
  const { places, types } = scene
  const list = [first]
  for (const place of places.slice(places.indexOf(first) + 1)) {
    const last = list.at(-1)!
    const gap = maskedBetween(scene, last.end, place.start)
    if (types[place.entity] !== type || !joint.test(gap) || place.implicit) break
    list.push(place)
  }
  return list
}
