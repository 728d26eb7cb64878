/**
 * How papers write citations, as sources of regular expressions (flag "u"): in running text, and in text that a corpus
 * has cut into tokens ("( Och , 2 0 0 3 )"). Every repetition is bounded, so that no text makes matching slow.
 */

/** White space that may be missing. */
export const gap = '\\s{0,2}'
const particle = '(?:(?:van|von|de|der|den|di|del|la|le)\\s){0,2}'
/** A capital with small letters; capitals inside only where family names have them (LeCun, McCallum, O'Brien). */
const familyName =
  "(?:(?:Mc|Mac|Le|La|De|Du|Van|Di|Fitz)(?=\\p{Lu})|\\p{Lu}['’](?=\\p{Lu}))?\\p{Lu}[\\p{Ll}\\p{M}’']{1,30}(?:[-‐]\\p{L}[\\p{Ll}\\p{M}]{0,30}){0,2}(?![\\p{L}\\p{N}])"
/** What looks like a family name and is none. */
const noName =
  '(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Section|Sec|Figure|Fig|Table|Chapter|Task|Track|Challenge|Version|Release|Since|Until|Before|After|From|During|Between|Around|In|By|On|At|The|We|Our|This|See|For|As|Also|Following|Unlike|However|While|Both|Although|Recently|Like|With|Given|Here|Then|When|Using|Inspired|Compared|Based|Contrary|Similar|Similarly)(?![\\p{L}]))'
const author = `${particle}${noName}${familyName}(?:\\s${noName}${familyName})?`
const others = `et${gap}\\.?${gap}al(?![\\p{L}])${gap}\\.?|and\\s(?:colleagues|others)`
/** "Devlin", "Kipf and Welling", "Devlin et al.", "Bird, Klein & Loper". */
export const authors = `${author}(?:${gap}(?:,|,?\\s(?:and|&))\\s${author}){0,6}(?:${gap},?\\s(?:${others}))?`
/** A year, perhaps cut into digits, with the letter that tells two of a year apart. */
export const year = `(?:1\\s?[6789]|2\\s?0)\\s?\\d\\s?\\d(?!\\d)(?:\\s?[a-z](?![\\p{L}\\p{N}]))?`
export const years = `${year}(?:${gap}[,;/&]${gap}(?:${year}|[a-z](?!\\p{L}))){0,6}`
/** "3", "3, 7", "12–15"; references are counted from 1. */
export const numbers = `[1-9]\\d{0,2}(?:${gap}[,;–—-]${gap}[1-9]\\d{0,2}){0,30}`
