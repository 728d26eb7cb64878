/** How the editor looks, in the page's own colours. */
import type { TagStyle } from '@codemirror/language'
import { tags } from '@lezer/highlight'

export const editorTheme = {
  '&': { fontSize: '13px', height: '100%', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { padding: '10px 12px', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'var(--selection) !important',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--selection) !important' },
  '.cm-wrong': { textDecoration: 'underline wavy var(--danger) 1.5px', textUnderlineOffset: '4px' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: '8px',
    backgroundColor: 'var(--panel)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14em' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--selection) !important',
    color: 'var(--ink) !important',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal', marginLeft: '1em' },
}

export const cypherStyle: TagStyle[] = [
  { tag: tags.keyword, color: 'var(--family-lineage)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--type-Task)' },
  { tag: tags.number, color: 'var(--type-Dataset)' },
  { tag: [tags.atom, tags.standard(tags.name)], color: 'var(--type-Metric)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.variableName, color: 'var(--ink)' },
]
