/** The page: search above, filters to the left, the picture, details to the right, the desk below. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { DetailsPanel } from './details/details-panel.tsx'
import { ExportMenu } from './export/export-menu.tsx'
import { FiltersPanel } from './filters/filters-panel.tsx'
import { InView } from './filters/in-view.tsx'
import { CanvasStatus } from './frame/canvas-status.tsx'
import { Desk } from './frame/desk.tsx'
import type { DeskPanelId } from './frame/desk-panels.ts'
import { FailureBoundary, whyNoPicture } from './frame/failure-boundary.tsx'
import { NewsLine } from './frame/news-line.tsx'
import { Toolbar } from './frame/toolbar.tsx'
import { useShortcuts } from './frame/use-shortcuts.ts'
import { useTheme } from './frame/use-theme.ts'
import { ZoomButtons } from './frame/zoom-buttons.tsx'
import { SearchBox } from './search/search-box.tsx'
import { Canvas } from './sigma/canvas.tsx'
import type { GraphCanvas } from './sigma/graph-canvas.ts'
import { pictureOf } from './state/command-log.ts'
import { filteredView } from './state/filtered.ts'
import { useExploration } from './state/use-exploration.ts'
import './frame/layout.css'

export function Explorer() {
  const exploration = useExploration()
  const [theme, toggleTheme] = useTheme()
  const [desk, setDesk] = useState<DeskPanelId | null>(null)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const canvas = useRef<GraphCanvas | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)

  const { log, selection, select, expand, open } = exploration
  const picture = pictureOf(log)
  const view = useMemo(() => filteredView(picture), [picture])
  const name = useMemo(() => pictureName(log), [log])

  const goToNode = useCallback(
    (key: string) => {
      select({ kind: 'node', key })
      canvas.current?.reveal(key)
    },
    [select],
  )
  const expandNode = (key: string) => expand(key, picture.nodes.get(key)?.name ?? key, null)
  useShortcuts({
    focusSearch: () => searchInput.current?.focus(),
    undo: () => exploration.goTo(log.at - 1),
    redo: () => exploration.goTo(log.at + 1),
    escape: () => select(null),
    fit: () => canvas.current?.fit(),
  })

  return (
    <div className="explorer">
      <Toolbar
        exploration={exploration}
        theme={theme}
        toggleTheme={toggleTheme}
        queryOpen={desk === 'cypher'}
        toggleQuery={() => setDesk(desk === 'cypher' ? null : 'cypher')}
        toggleFilters={() => setFiltersOpen(!filtersOpen)}
        search={<SearchBox input={searchInput} choose={open} />}
        exporting={<ExportMenu view={view} title={picture.title} canvas={canvas} />}
      />
      <nav className={filtersOpen ? 'sidebar sidebar-open' : 'sidebar'} aria-label="Picture">
        <FiltersPanel picture={picture} act={exploration.do} />
        <InView view={view} selection={selection} goToNode={goToNode} expandNode={expandNode} />
      </nav>
      <main className="stage" aria-label={picture.title === '' ? 'Picture' : `Picture: ${picture.title}`}>
        <FailureBoundary name="The picture" close={null} reason={whyNoPicture}>
          <Canvas
            view={view}
            communities={picture.communities}
            pictureName={name}
            selection={selection}
            theme={theme}
            canvas={canvas}
            events={{
              selectNode: (key) => select({ kind: 'node', key }),
              selectEdge: (key) => select({ kind: 'edge', key }),
              selectNothing: () => select(null),
              expandNode,
              moveNode: (key, x, y) =>
                exploration.do({ kind: 'move', key, name: picture.nodes.get(key)?.name ?? key, x, y }),
            }}
          />
        </FailureBoundary>
        <CanvasStatus exploration={exploration} view={view} />
        <NewsLine exploration={exploration} />
        <ZoomButtons canvas={canvas} />
      </main>
      <DetailsPanel exploration={exploration} view={view} goToNode={goToNode} />
      <Desk
        open={desk}
        onOpen={setDesk}
        panelProps={{
          show: (title, shown) => {
            exploration.do({ kind: 'show', title, view: shown, communities: [], scope: null })
            select(null)
          },
        }}
      />
    </div>
  )
}

/** Another `show` in effect is another picture; expanding and filtering keep the camera. */
function pictureName({ steps, at }: ReturnType<typeof useExploration>['log']): string {
  for (let i = at - 1; i >= 0; i--) if (steps[i]?.command.kind === 'show') return String(i)
  return ''
}
