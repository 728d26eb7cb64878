/** The bar on top: name, search, and what concerns the whole picture. */
import type { ReactNode } from 'react'
import type { Theme } from '../palette.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { Icon } from './icons.tsx'
import './toolbar.css'

interface ToolbarProps {
  exploration: Exploration
  theme: Theme
  toggleTheme(): void
  toggleQuery(): void
  queryOpen: boolean
  toggleFilters(): void
  openHelp(): void
  copyLink(): void
  openExport(): void
  search: ReactNode
}

export function Toolbar(props: ToolbarProps) {
  const {
    exploration,
    theme,
    toggleTheme,
    toggleQuery,
    queryOpen,
    toggleFilters,
    openHelp,
    copyLink,
    openExport,
    search,
  } = props
  const { log } = exploration
  return (
    <header className="toolbar">
      <button
        type="button"
        className="wordmark"
        onClick={exploration.openLandscape}
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
        <button
          type="button"
          className="icon-button"
          aria-label="Undo"
          title="Undo (Ctrl-Z)"
          disabled={log.at <= 1}
          onClick={exploration.undo}
        >
          <Icon name="undo" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Redo"
          title="Redo (Ctrl-Shift-Z)"
          disabled={log.at >= log.steps.length}
          onClick={exploration.redo}
        >
          <Icon name="redo" />
        </button>
        <button
          type="button"
          className="text-button wide-only"
          aria-pressed={queryOpen}
          onClick={toggleQuery}
          title="Ask the graph in Cypher"
        >
          <Icon name="query" /> Cypher
        </button>
        <button
          type="button"
          className="icon-button wide-only"
          aria-label="Copy link"
          title="Copy link to this view (L)"
          onClick={copyLink}
        >
          <Icon name="share" />
        </button>
        <button
          type="button"
          className="icon-button wide-only"
          aria-label="Export"
          title="Export an image or data (X)"
          aria-haspopup="dialog"
          disabled={exploration.view.nodes.length === 0}
          onClick={openExport}
        >
          <Icon name="export" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
          onClick={toggleTheme}
        >
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
        <button
          type="button"
          className="icon-button wide-only"
          aria-label="Help"
          title="Help (?)"
          aria-haspopup="dialog"
          onClick={openHelp}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  )
}
