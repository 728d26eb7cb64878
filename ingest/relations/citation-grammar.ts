/**
 * How papers write citations, as sources of regular expressions: in running text, and in text that a corpus has cut
 * into tokens ("( Och , 2 0 0 3 )"). Every repetition is bounded, so that no text makes matching slow. They are for
 * text folded by {@link foldLetters}: with the classes of Unicode in their places they take a quarter of a second to
 * compile.
 */

/** What stands for a letter of each kind, a mark and a number outside of ASCII. */
const folded = { upper: 'À', lower: 'à', letter: 'ª', mark: '\u0300', number: '²' } as const
/** What stands inside of the brackets of a class. */
const upper = `A-Z${folded.upper}`
const lower = `a-z${folded.lower}`
const mark = folded.mark
export const letter = `${upper}${lower}${folded.letter}`
export const letterOrNumber = `${letter}0-9${folded.number}`

const outsideAscii = /[^\0-\x7f]/
const foldable = /[^\0-\x7f]/gu

/** The text, as long as before, in which letters, marks and numbers outside of ASCII are one of their kind. */
export function foldLetters(text: string): string {
  return outsideAscii.test(text) ? text.replace(foldable, foldedCharacter) : text
}

function foldedCharacter(character: string): string {
  const kind = kinds.find(([pattern]) => pattern.test(character))
  return kind ? kind[1].repeat(character.length) : character
}
const kinds: [RegExp, string][] = [
  [/\p{Lu}/u, folded.upper],
  [/\p{Ll}/u, folded.lower],
  [/\p{L}/u, folded.letter],
  [/\p{M}/u, folded.mark],
  [/\p{N}/u, folded.number],
]

/** White space that may be missing. */
export const gap = '\\s{0,2}'
const particle = '(?:(?:van|von|de|der|den|di|del|la|le)\\s){0,2}'
/** A capital with small letters; capitals inside only where family names have them (LeCun, McCallum, O'Brien). */
const familyName = `(?:(?:Mc|Mac|Le|La|De|Du|Van|Di|Fitz)(?=[${upper}])|[${upper}]['’](?=[${upper}]))?[${upper}][${lower}${mark}’']{1,30}(?:[-‐][${letter}][${lower}${mark}]{0,30}){0,2}(?![${letterOrNumber}])`
/** What looks like a family name and is none. */
const noName = `(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Section|Sec|Figure|Fig|Table|Chapter|Task|Track|Challenge|Version|Release|Since|Until|Before|After|From|During|Between|Around|In|By|On|At|The|We|Our|This|See|For|As|Also|Following|Unlike|However|While|Both|Although|Recently|Like|With|Given|Here|Then|When|Using|Inspired|Compared|Based|Contrary|Similar|Similarly)(?![${letter}]))`
const author = `${particle}${noName}${familyName}(?:\\s${noName}${familyName})?`
const others = `et${gap}\\.?${gap}al(?![${letter}])${gap}\\.?|and\\s(?:colleagues|others)`
/** "Devlin", "Kipf and Welling", "Devlin et al.", "Bird, Klein & Loper". */
export const authors = `${author}(?:${gap}(?:,|,?\\s(?:and|&))\\s${author}){0,6}(?:${gap},?\\s(?:${others}))?`
/** A year, perhaps cut into digits, with the letter that tells two of a year apart. */
export const year = `(?:1\\s?[6789]|2\\s?0)\\s?\\d\\s?\\d(?!\\d)(?:\\s?[a-z](?![${letterOrNumber}]))?`
export const years = `${year}(?:${gap}[,;/&]${gap}(?:${year}|[a-z](?![${letter}]))){0,6}`
/** "3", "3, 7", "12–15"; references are counted from 1. */
export const numbers = `[1-9]\\d{0,2}(?:${gap}[,;–—-]${gap}[1-9]\\d{0,2}){0,30}`
