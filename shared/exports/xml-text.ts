/** Text for XML 1.0, whatever a paper holds. */

/** What XML 1.0 allows in no form (section 2.2): controls but three, two code points, halves of surrogate pairs. */
const illegal = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // As they stand, these would be turned into spaces in attributes.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Good for attributes in either quotes and for element content. */
export function xmlText(value: string | number | boolean): string {
  return String(value)
    .replace(illegal, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (character) => entities[character]!)
}
