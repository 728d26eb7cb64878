/** From LaTeX, or text with remnants of it, to plain text. */
import { latex2unicode } from 'unicode2latex'

/** Commands with what they stand for, in text and in formulas where these differ. */
const symbols: Record<string, string | { text?: string; math?: string } | undefined> = latex2unicode

/** Combining characters of the accents. */
const accents: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}
/** Accents of one letter's name apply only where no command name goes on ("\c{c}", "\v s", not "\cite"). */
const accent =
  /\\(?:([`'^~=".])\s*|([uvHcdbrk])(?![a-zA-Z])\s*)(?:\{\s*(\\[ij]\b|\p{L})\s*\}|\{\s*\{?(\\[ij]\b|\p{L})\}?\s*\}|(\\[ij]\b\s?|\p{L}))/gu
/** Commands whose argument is no text of the paper. */
const dropped =
  /\\(?:cite[a-z]*|ref|eqref|autoref|label|footnote|thanks|index|vspace|hspace|includegraphics|nocite|protect|[vh]?phantom|centering|noindent|bibliographystyle|input)\*?(?:\s*\[[^[\]]*\])*(?:\s*\{[^{}]*\})?/g
const link = /\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}/g
/** A formula between dollars, by Pandoc's rule, so that "$5 and $10" is none. */
const formula = /(?<![\\$])\$(\$?)(?!\s|\d+(?:\.\d+)?\s)((?:[^$\\]|\\[\s\S]){1,400}?)(?<!\s)\$\1(\d?)/g
const command = /\\([a-zA-Z]+)\*?(\{\}|\s*)/g
const escaped = /\\([%&#_{}$ ,;:!/@-])/g
/** Commands that only change how things look, or how much space there is. */
const silent = new Set(
  'textit textbf texttt textsc textsf textrm textmd textnormal textup textsl textsuperscript textsubscript emph em it bf tt sc sf rm sl bfseries itshape ttfamily scshape mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm text mbox hbox operatorname url href uppercase lowercase MakeUppercase underline uline textcolor color small large Large footnotesize tiny normalsize displaystyle left right big Big bigl bigr Bigl Bigr limits nolimits mathop mathord item par newline linebreak begin end ensuremath xspace relax bibinfo natexlab noopsort hat bar tilde vec widehat widetilde overline dot ddot mathbin quad qquad hskip hfill nonumber'.split(
    ' ',
  ),
)
/** Signs that were written as commands mean themselves: they are held apart until all markup is read. */
const signs = '\\{}~^'
/** Noncharacters: no text has them. */
const firstHeld = 0xfdd0
const heldSign = /[\ufdd0-\ufdd4]/g
function held(sign: string): string {
  return String.fromCharCode(firstHeld + signs.indexOf(sign))
}
const words: Record<string, string> = {
  textasciitilde: held('~'),
  backslash: held('\\'),
  textbackslash: held('\\'),
  textbraceleft: held('{'),
  textbraceright: held('}'),
  textasciicircum: held('^'),
  frac: '',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  ldots: '…',
  dots: '…',
  cdots: '…',
  i: 'ı',
  j: 'ȷ',
  to: '→',
  sim: '∼',
  And: '&',
  cdot: '·',
  quotesinglbase: '‚',
  textquotesingle: "'",
  textdegree: '°',
  lbrace: held('{'),
  rbrace: held('}'),
}
const blanks = new Set(['item', 'par', 'newline', 'linebreak', 'quad', 'qquad', 'hskip', 'hfill'])

/**
 * Reads LaTeX as text: accents composed, symbols as characters, markup without its commands, citations gone. Braces
 * go where they belong to a command or a formula.
 * @param allBraces whether every other brace goes too, as in BibTeX, where braces keep capitals
 */
export function latexToText(text: string, allBraces = false): string {
  if (!/[\\${}~]|--|``|''/.test(text)) return text
  let result = text
    .replace(/\\\\(?:\[[^\]]*\])?/g, ' ')
    .replace(/\\(?:begin|end)\s*\{[a-zA-Z*]+\}/g, ' ')
    .replace(accent, (_, mark, letterMark, a, b, c) => {
      const base = String(a ?? b ?? c)
        .trim()
        .replace('\\', '')
      return (base + accents[mark ?? letterMark]!).normalize('NFC')
    })
    .replace(dropped, '')
    .replace(link, '$1')
    .replace(/\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(formula, (whole, _double, inner: string, digit: string) => {
      return digit && !/[\\^_{]/.test(inner) ? whole : formulaText(inner) + digit
    })
    .replace(/\\[([]([\s\S]{1,400}?)\\[)\]]/g, (_whole, inner: string) => formulaText(inner))
  result = commandsToText(result)
  result = result
    .replace(/``|''/g, (quote) => (quote === '``' ? '“' : '”'))
    .replace(/(?<=\S)---(?=\S)|\s---\s/g, (dash) => dash.replace('---', '—'))
    .replace(/(?<=[\p{L}\d}])--(?=[\p{L}\d{])/gu, '–')
    .replace(/(?<!\\)~/g, allBraces ? ' ' : '~')
  // Braces that held an accent or a symbol together go always.
  result = result.replace(allBraces ? /(?<!\\)[{}]/g : /\{(?=[^\p{ASCII}]\})|(?<=\{[^\p{ASCII}])\}/gu, '')
  return result
    .replace(/\\-/g, '')
    .replace(escaped, (_, character: string) => (/[ ,;:!/@]/.test(character) ? ' ' : character))
    .replace(heldSign, (sign) => signs[sign.charCodeAt(0) - firstHeld]!)
}

function formulaText(inner: string): string {
  return commandsToText(inner)
    .replace(/(?<!\\)[{}]/g, '')
    .replace(/~|\\[,;:! ]/g, ' ')
}

function commandsToText(text: string): string {
  // Symbols first: the argument of a command may be glued to the symbol before it ("\to\mathbb{R}").
  let result = text.replace(command, (whole, name: string, space: string) => {
    const symbol = silent.has(name) ? null : symbolOf(name)
    // TeX eats the space after a command; after a symbol that is no letter of a word it was meant.
    return symbol === null
      ? whole
      : symbol + (space === '{}' || /^\p{Script=Latin}$/u.test(symbol) ? '' : space)
  })
  // An innermost group after a command loses its braces with it; outer ones follow in the next pass.
  for (let pass = 0; pass < 4 && /\\[a-zA-Z]+\*?\s*\{[^{}]*\}/.test(result); pass++) {
    result = result.replace(/\\([a-zA-Z]+)\*?\s*\{([^{}]*)\}/g, (_, name: string, argument: string) => {
      return silent.has(name) || argument !== '' ? argument : name
    })
  }
  return result
    .replace(/\{\s*\\(?:em|it|bf|tt|sc|sf|rm|sl|bfseries|itshape)\b\s*([^{}]*)\}/g, '$1')
    .replace(command, (_, name: string, space: string) => {
      if (blanks.has(name)) return ' '
      return silent.has(name) ? '' : name + space.replace('{}', '')
    })
}

function symbolOf(name: string): string | null {
  // An accent that found no letter.
  if (name in accents) return ''
  const word = words[name]
  if (word !== undefined) return word
  const found = symbols[`\\${name}`]
  if (typeof found === 'string') return found.normalize('NFC')
  return typeof found === 'object' ? (found.text ?? found.math ?? null) : null
}
