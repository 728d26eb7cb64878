/** Tables as text that spreadsheets take. */

/** Cells between tabs, the names of the columns in the first row. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(tsvCell).join('\t')).join('\n')
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; papers are written by strangers. */
function tsvCell(text: string): string {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text))
  const safe = !isNumber && /^\s*[=+\-@]/.test(text) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
