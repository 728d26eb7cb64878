/** From what a field holds to plain text. Each format says which kinds of markup its fields carry. */
import { decodeHTML } from 'entities'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const loneSurrogates = /\p{Surrogate}/gu
const invisible = /[\u00ad\u200b\u2060\ufeff]/g

/**
 * The text as it stands, so that offsets into it are offsets into the source's own text: only control characters
 * (which stores and XML refuse) become spaces, and halves of surrogate pairs the replacement character.
 */
export function exactText(text: string): string {
  return text.replace(controls, ' ').replace(loneSurrogates, '\ufffd')
}

/** One line of text: white space collapsed, invisible characters gone, accents composed. */
export function collapsed(text: string): string {
  return exactText(text)
    .replace(invisible, '')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Elements of HTML, JATS and MathML that occur within titles and abstracts. Others, as `<script>`, stay text. */
const inlineTags =
  'a|abbr|b|bold|cite|code|del|em|emph|fixed-case|font|i|inf|ins|italic|monospace|nobr|roman|sans-serif|s|sc|scp|small|span|strike|strong|styled-content|sub|sup|tt|u|underline|ext-link|xref|named-content|inline-formula|math|semantics|m[a-z]+'
const blockTags =
  'abstract|article-title|blockquote|br|div|disp-formula|h[1-6]|hr|label|li|list|list-item|ol|p|para|sec|section|td|title|tr|ul'
const attributes = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*`
const inline = new RegExp(String.raw`</?(?:[\w-]+:)?(?:${inlineTags})${attributes}/?>`, 'gi')
const block = new RegExp(String.raw`</?(?:[\w-]+:)?(?:${blockTags})${attributes}/?>`, 'gi')
const heading = /<((?:jats:)?(?:title|label))>\s*([^<>]{1,60}?)\s*:?\s*<\/\1>/gi
/** The same formula in another notation, beside the one that is kept. */
const otherNotation = /<((?:[\w-]+:)?(?:tex-math|annotation))\b[^<>]*>[\s\S]*?<\/\1>/gi
const comments = /<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>/g

/** Takes known tags out of HTML or JATS and decodes entities; "a < b and c > d" stays as it is. */
export function htmlToText(text: string): string {
  let result = text
  // Many sources escape twice, so that the first decoding brings up tags or entities again.
  for (let pass = 0; pass < 2 && /[<&]/.test(result); pass++) {
    result = result
      .replace(comments, '')
      .replace(otherNotation, '')
      .replace(heading, (_, _tag, words: string) => (/^abstract$/i.test(words) ? ' ' : ` ${words}: `))
      .replace(block, ' ')
      .replace(inline, '')
    result = decodeHTML(result)
  }
  return result
}

/** {@link htmlToText}, then one line of text. */
export function cleanHtml(text: string): string {
  return collapsed(htmlToText(text))
}
