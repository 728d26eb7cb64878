/** Words that compare, as patterns over masked text, and who comes out ahead. */

/** subject: what stands before the cue wins; object: what stands after it; none: no winner is named. */
export type Winner = 'subject' | 'object' | 'none'

export interface ComparisonCue {
  rule: string
  winner: Winner
  pattern: RegExp
}

/** Verbs that take the loser as their object; the stem before its ending. */
const beating =
  'outperform|surpass|outdo|outclass|outrank|outscor|out-perform|exceed|trump|eclips|outstrip|outcompet|supersed'
const beaten =
  'outperformed|surpassed|outdone|outclassed|outscored|exceeded|beaten|bested|trumped|eclipsed|outcompeted|dominated|defeated|out-performed'
const gain =
  'improv(?:ements?|ing)|gains?|advantages?|boosts?|benefits?|superiority|speed-?ups?|increases?|edge|margins?|reductions?|savings?|win'
/** Up to so many words that are no masks; a comparison never leaps over a clause. */
const words = (count: number) => `(?:[^\\s,;:.()\\uE000-\\uE003]+\\s+){0,${count}}?`
const wordsAndNames = (count: number) => `(?:[^\\s,;:.()]+\\s+){0,${count}}?`
/** Quantities of which less is better, and those of which more is. */
const cost =
  '(?:errors?|loss(?:es)?|costs?|latency|complexity|perplexity|variance|bias|regret|memory|parameters?|time|runtime|overhead|rank|distortion|risk|uncertainty|flops|distance|divergence|wer|cer|fid|kid|ppl|mae|mse|rmse|mape|nll|ece|eer|epe|lpips|energy|consumption|samples|iterations|steps|emissions?|failures?|size|storage|bandwidth|budget|computation\\w*|forgetting)'
const merit =
  '(?:accuracy|performance|quality|scores?|precision|recall|bleu|f1|map|miou|auc|throughput|robustness|efficiency|fidelity|diversity|success)'
export const costs = new RegExp(`\\b${cost}\\b`, 'i')
export const merits = new RegExp(`\\b${merit}\\b`, 'i')

export const comparisonCues: readonly ComparisonCue[] = [
  {
    rule: 'outperforms/passive',
    winner: 'object',
    pattern: new RegExp(
      `\\b(?:${beaten})\\s+(?:\\w+ly\\s+)?by\\s+(?!\\d|up to|more than|about|a (?:large|wide|significant))`,
      'g',
    ),
  },
  {
    rule: 'outperforms/active',
    winner: 'subject',
    pattern: new RegExp(
      `\\b(?:(?:${beating})(?:e?s|e?d|ing|e)?|bested|beats?|beating|win(?:s|ning)? (?:over|against))\\b(?!\\s+(?:\\w+ly\\s+)?by\\s+[\\uE000a-z]|-|\\s+(?:performing|performance|results?|accuracy|known|practices?|of|suited|when|possible)\\b)`,
      'g',
    ),
  },
  {
    rule: 'outperforms/superior',
    winner: 'subject',
    pattern: new RegExp(
      `\\b(?:(?:superior|favou?rabl[ey]|preferable|advantageous)\\s+${words(4)}|superiority\\s+${wordsAndNames(6)})(?:to|over|against|compared (?:to|with))\\b`,
      'g',
    ),
  },
  {
    rule: 'outperforms/worse',
    winner: 'object',
    pattern: new RegExp(
      `\\b(?:inferior\\s+to|(?:worse|poorer|weaker|slower|less (?:accurate|effective|efficient|robust|stable|scalable|reliable|precise|diverse|expressive|powerful|consistent|compact|flexible|realistic|interpretable|faithful|coherent|general|informative|competitive|satisfactory|suitable)(?:ly)?)\\s+${wordsAndNames(4)}than|higher\\s+${words(1)}${cost}\\s+${words(2)}than|lower\\s+${words(1)}${merit}\\s+${words(2)}than|underperform(?:s|ed|ing)?|lag(?:s|ged|ging)?\\s+behind|fall(?:s|ing)?\\s+(?:short\\s+of|behind)|los(?:es|ing)\\s+to)\\b`,
      'g',
    ),
  },
  {
    rule: 'outperforms/better',
    winner: 'subject',
    pattern: new RegExp(
      `\\b(?:better|higher|faster|greater|lower|smaller|cheaper|fewer|less|stronger|quicker|lighter|shorter|cleaner|sharper|easier|simpler|tighter|(?:more|much more|significantly more)\\s+(?:accurate|accurately|efficient|efficiently|effective|effectively|robust|stable|scalable|reliable|reliably|precise|diverse|expressive|powerful|consistent|compact|flexible|realistic|sample-efficient|data-efficient|interpretable|faithful|coherent|generalizable|parameter-efficient|informative|competitive))\\b\\s*${wordsAndNames(8)}than\\b`,
      'g',
    ),
  },
  {
    rule: 'outperforms/times',
    winner: 'subject',
    pattern:
      /\b\d+(?:\.\d+)?\s?(?:x|×|times|-fold)\s+(?:faster|smaller|cheaper|better|fewer|less|more efficient|speed-?up)\s+(?:[^\s,;:.()]+\s+){0,4}?(?:than|over|compared (?:to|with))\b/g,
  },
  {
    rule: 'outperforms/improves-over',
    winner: 'subject',
    pattern: new RegExp(
      `\\b(?:improv(?:e|es|ed)\\s+(?:\\w+ly\\s+)?(?:over|upon|on)|(?:${gain})\\s+${wordsAndNames(6)}(?:over|against|relative to|compared (?:to|with)|with respect to))\\b`,
      'g',
    ),
  },
  {
    rule: 'compared/on-par',
    winner: 'none',
    pattern: new RegExp(
      `\\b(?:(?:comparabl[ey]|competitiv(?:e|ely)|on (?:a )?par|favou?rably|similar(?:ly)?|parity|(?:performance|accuracy|results?) (?:\\w+ )?(?:close|equal|equivalent))\\s+${words(4)}(?:to|with|as)|(?:match(?:es|ed|ing)?|approach(?:es|ed|ing)|rival(?:s|ed|ing)?|reach(?:es|ed|ing)?)\\s+(?:or (?:even )?\\w+\\s+)?(?:the\\s+)?${words(2)}(?:performance|accuracy|quality|results?|level)\\s+of|rival(?:s|ing)|(?:perform\\w*|works?|is|are|just|almost|nearly) as (?:well|good|accurate|fast|effective|strong|efficient)(?:ly)? as)\\b`,
      'g',
    ),
  },
  {
    rule: 'compared/compared',
    winner: 'none',
    pattern:
      /\b(?:compar(?:ed|able)|in comparison|in contrast|relative)\s+(?:to|with|against)\b|\bcompar(?:e[sd]?|ing)\b[^.;,]{0,60}?\b(?:with|to|against)\b|\bcomparisons?\s+(?:\w+\s+){0,2}(?:with|to|against)\b|\bversus\b|\bvs\.?(?=\s)/g,
  },
]

/** Beside "compared to B", words that say that A came out ahead, whatever is measured. */
export const winning =
  /\b(?:better|faster|superior|stronger|outperform\w*|surpass\w*|improv(?:e|es|ed|ing|ements?)|gains?|speed-?ups?|boost\w*|sav(?:es|ing|ings)|state-of-the-art|advantages?|effectiveness|more (?:accurate|efficient|robust|stable|effective))\b/
/** Words that say that it fell behind, or that take back what was said. */
export const losing =
  /\b(?:worse\w*|drops?|dropp\w+|degrad\w*|inferior|poorer|weaker|slower|declin\w*|deteriorat\w*|not|cannot|never|no|fail\w*|less (?:accurate|efficient|robust|stable|effective))\b|n['’]t\b/
/** Words that say which way a quantity moved. */
export const upward = /\b(?:higher|greater|larger|increas\w*|more)\b/g
export const downward = /\b(?:lower|less|fewer|smaller|reduc\w*|decreas\w*|shorter)\b/g
/** Words that call it even; they outweigh the winning ones. */
export const levelling =
  /\b(?:comparabl[ey]|competitive(?:ly)?|on (?:a )?par|similar(?:ly)?|equivalent|match(?:es|ed|ing)?|parity|without (?:loss|sacrificing|degrading|compromising))\b/
/** "comparable or better than": no clear winner. */
export const evenOr =
  /\b(?:comparabl[ey]|competitive(?:ly)?|on (?:a )?par|similar(?:ly)?|equivalent|equal|match(?:es|ed|ing)?|as good as|same)\b[^,;.]{0,25}\b(?:or|and|if not|to)\s+(?:even\s+|often\s+|sometimes\s+|slightly\s+|\w+ly\s+)?$/
