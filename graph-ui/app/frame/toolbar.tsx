/** The bar on top: name, search, and what concerns the whole picture. */
import type { ReactNode } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { copyLink, exportPicture, help, redo, undo } from '../actions/page-actions.ts'
import type { Theme } from '../palette.ts'
import { ActionButton } from './action-button.tsx'
import { Icon } from './icons.tsx'
import './toolbar.css'

interface ToolbarProps {
  context: ActionContext
  theme: Theme
  toggleTheme(): void
  toggleQuery(): void
  queryOpen: boolean
  toggleFilters(): void
  search: ReactNode
}

export function Toolbar(props: ToolbarProps) {
  const { context, theme, toggleTheme, toggleQuery, queryOpen, toggleFilters, search } = props
  return (
    <header className="toolbar">
      <button
        type="button"
        className="wordmark"
        onClick={context.exploration.openLandscape}
        aria-label="Skein: landscape"
      >
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M5 9c8 0 14 14 22 14" className="strand-a" />
          <path d="M5 16c8 0 14 0 22 0" className="strand-b" />
          <path d="M5 23c8 0 14-14 22-14" className="strand-c" />
        </svg>
        <span>Skein</span>
      </button>
      {search}
      <div className="toolbar-actions">
        <button
          type="button"
          className="icon-button only-narrow"
          aria-label="Filters"
          onClick={toggleFilters}
        >
          <Icon name="filters" />
        </button>
        <ActionButton action={undo} context={context} icon="undo" className="icon-button" />
        <ActionButton action={redo} context={context} icon="redo" className="icon-button" />
        <button
          type="button"
          className="text-button wide-only"
          aria-pressed={queryOpen}
          onClick={toggleQuery}
          title="Ask the graph in Cypher"
        >
          <Icon name="query" /> Cypher
        </button>
        <ActionButton action={copyLink} context={context} icon="share" className="icon-button wide-only" />
        <ActionButton
          action={exportPicture}
          context={context}
          icon="export"
          className="icon-button wide-only"
          aria-haspopup="dialog"
        />
        <button
          type="button"
          className="icon-button"
          aria-label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
          onClick={toggleTheme}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <ActionButton
          action={help}
          context={context}
          icon="help"
          className="icon-button wide-only"
          aria-haspopup="dialog"
        />
      </div>
    </header>
  )
}
