/** The page: search above, filters to the left, the picture, details to the right, Cypher below. */
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { DetailsPanel } from './details/details-panel.tsx'
import { ExportMenu } from './export/export-menu.tsx'
import { FiltersPanel } from './filters/filters-panel.tsx'
import { InView } from './filters/in-view.tsx'
import { CanvasStatus } from './frame/canvas-status.tsx'
import { NewsLine } from './frame/news-line.tsx'
import { Toolbar } from './frame/toolbar.tsx'
import { useShortcuts } from './frame/use-shortcuts.ts'
import { useTheme } from './frame/use-theme.ts'
import { ZoomButtons } from './frame/zoom-buttons.tsx'
import { SearchBox } from './search/search-box.tsx'
import { Canvas } from './sigma/canvas.tsx'
import type { GraphCanvas } from './sigma/graph-canvas.ts'
import { selectionOf, toggleSelected } from './state/selection.ts'
import { useExplorer } from './state/use-explorer.ts'
import './frame/layout.css'

const CypherPanel = lazy(() => import('./cypher/cypher-panel.tsx'))

export function Explorer() {
  const exploration = useExplorer()
  const [theme, toggleTheme] = useTheme()
  const [queryOpen, setQueryOpen] = useState(false)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [lasso, setLasso] = useState(false)
  const canvas = useRef<GraphCanvas | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)

  const { picture, view, selection, select, expand, open } = exploration
  const goToNode = useCallback(
    (key: string) => {
      select({ kind: 'node', key })
      canvas.current?.reveal(key)
    },
    [select],
  )
  const expandNode = (key: string) => expand(key, picture.nodes.get(key)?.name ?? key)
  useShortcuts({
    focusSearch: () => searchInput.current?.focus(),
    undo: exploration.undo,
    redo: exploration.redo,
    escape: () => select(null),
    fit: () => canvas.current?.fit(),
  })

  return (
    <div className={queryOpen ? 'explorer with-query' : 'explorer'}>
      <Toolbar
        exploration={exploration}
        theme={theme}
        toggleTheme={toggleTheme}
        queryOpen={queryOpen}
        toggleQuery={() => setQueryOpen(!queryOpen)}
        toggleFilters={() => setFiltersOpen(!filtersOpen)}
        search={<SearchBox input={searchInput} choose={open} />}
        exporting={<ExportMenu view={view} title={picture.title} canvas={canvas} />}
      />
      <nav className={filtersOpen ? 'sidebar sidebar-open' : 'sidebar'} aria-label="Picture">
        <FiltersPanel picture={picture} act={exploration.do} />
        <InView view={view} selection={selection} goToNode={goToNode} expandNode={expandNode} />
      </nav>
      <main className="stage" aria-label={picture.title === '' ? 'Picture' : `Picture: ${picture.title}`}>
        <Canvas
          picture={picture}
          view={view}
          sizes={null}
          selection={selection}
          theme={theme}
          lasso={lasso}
          canvas={canvas}
          events={{
            selectNode: (key) => select({ kind: 'node', key }),
            toggleNode: (key) => select(toggleSelected(selection, key)),
            selectNodes: (keys) => select(selectionOf(keys)),
            selectEdge: (key) => select({ kind: 'edge', key }),
            selectNothing: () => select(null),
            expandNode,
            hoverNode: () => {},
            openMenu: (key) => select({ kind: 'node', key }),
            moveNode: (key, x, y) =>
              exploration.do({ kind: 'move', key, name: picture.nodes.get(key)?.name ?? key, x, y }),
          }}
        />
        <CanvasStatus exploration={exploration} />
        <NewsLine exploration={exploration} />
        <ZoomButtons canvas={canvas} lasso={lasso} setLasso={setLasso} />
      </main>
      <DetailsPanel exploration={exploration} goToNode={goToNode} />
      {queryOpen && (
        <Suspense fallback={<section className="query-panel" aria-label="Cypher" aria-busy="true" />}>
          <CypherPanel
            show={(title, shown, cypher) =>
              exploration.show(title, { kind: 'query', cypher, params: {} }, shown)
            }
            close={() => setQueryOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
