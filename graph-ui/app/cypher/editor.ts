/** The query editor: CodeMirror with Cypher's colours, completion, and a mark where a query is wrong. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { cypher } from '@codemirror/legacy-modes/mode/cypher'
import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view'
import { type CompletionSources, completeCypher } from './completion.ts'
import { cypherStyle, editorTheme } from './editor-style.ts'

export interface QueryEditor {
  setText(text: string): void
  /** Marks the word at an offset as wrong, or takes the mark away. */
  markError(position: number | null): void
  focus(): void
  destroy(): void
}

const setError = StateEffect.define<number | null>()

const errorMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setError)) return markAt(transaction.state, effect.value)
    }
    return transaction.docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

function markAt(state: EditorState, position: number | null): DecorationSet {
  if (position === null || state.doc.length === 0) return Decoration.none
  const start = Math.min(position, state.doc.length - 1)
  const word = /^\w+/.exec(state.sliceDoc(start, start + 80))?.[0] ?? ' '
  const mark = Decoration.mark({ class: 'cm-wrong', attributes: { title: 'The query is wrong here' } })
  return Decoration.set(mark.range(start, start + word.length))
}

/** Escape closes what the editor has opened; what is selected in the picture stays selected. */
const keepEscape = EditorView.domEventObservers({
  keydown(event) {
    if (event.key === 'Escape') event.stopPropagation()
  },
})

/**
 * Typing over a selection, left to the browser, keeps the colours of what was there as inline styles, which the
 * content security policy refuses. Brackets and quotes are left alone: they close around the selection.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data } = event
    if (inputType !== 'insertText' || !data || view.composing || view.state.selection.main.empty) return false
    if (/^[()[\]{}'"`]$/.test(data)) return false
    event.preventDefault()
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})

interface EditorOptions {
  sources: CompletionSources
  run(): void
  /** Goes back (1) or forth (-1) in the history. */
  recall(step: 1 | -1): void
  changed(text: string): void
}

export function createEditor(
  parent: HTMLElement,
  { sources, run, recall, changed }: EditorOptions,
): QueryEditor {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''
  const key = (name: string, act: () => void) => ({
    key: name,
    run: () => {
      act()
      return true
    },
  })
  const ownKeys = [
    key('Mod-Enter', run),
    key('Alt-ArrowUp', () => recall(1)),
    key('Alt-ArrowDown', () => recall(-1)),
  ]
  const view = new EditorView({
    parent,
    extensions: [
      EditorView.cspNonce.of(nonce),
      keymap.of([
        ...ownKeys,
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      history(),
      bracketMatching(),
      closeBrackets(),
      StreamLanguage.define(cypher),
      syntaxHighlighting(HighlightStyle.define(cypherStyle)),
      autocompletion({ override: [completeCypher(sources)], icons: false }),
      errorMark,
      typeOverSelection,
      keepEscape,
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) changed(state.doc.toString())
      }),
      placeholder('MATCH (a:Method)-[r:OUTPERFORMS]->(b:Method) RETURN a, r, b LIMIT 25'),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'Cypher query' }),
      EditorView.theme(editorTheme),
    ],
  })
  return {
    setText: (next) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: next.length },
      }),
    markError: (position) => view.dispatch({ effects: setError.of(position) }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}
