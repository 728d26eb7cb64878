/** The page: search above, filters to the left, the picture, details to the right, the desk below. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionContext } from './actions/action.ts'
import { useSingleKeys } from './actions/use-single-keys.ts'
import { AppearancePanel } from './appearance/appearance-panel.tsx'
import { useSizes } from './appearance/use-sizes.ts'
import { ArrangementPanel } from './arrange/arrangement.tsx'
import { DetailsPanel } from './details/details-panel.tsx'
import { EdgeCard, type EdgeCardHandle } from './details/edge-card.tsx'
import { useExport } from './export/use-export.tsx'
import { FiltersPanel } from './filters/filters-panel.tsx'
import { HiddenNodes } from './filters/hidden-nodes.tsx'
import { Announcer } from './frame/announcer.tsx'
import { CanvasStatus } from './frame/canvas-status.tsx'
import { Desk } from './frame/desk.tsx'
import { FailureBoundary, whyNoPicture } from './frame/failure-boundary.tsx'
import { HelpDialog } from './frame/help-dialog.tsx'
import { NewsLine } from './frame/news-line.tsx'
import { NoticeLine } from './frame/notice-line.tsx'
import { Toolbar } from './frame/toolbar.tsx'
import { Trail } from './frame/trail.tsx'
import { useKeptFocus } from './frame/use-kept-focus.ts'
import { useReadFromDesk } from './frame/use-read-from-desk.ts'
import { useShortcuts } from './frame/use-shortcuts.ts'
import { useTheme } from './frame/use-theme.ts'
import { ZoomButtons } from './frame/zoom-buttons.tsx'
import { InView, type InViewHandle } from './in-view/in-view.tsx'
import { useCopyLink } from './link/use-copy-link.tsx'
import { MoveBar } from './move/move-bar.tsx'
import { useMove } from './move/use-move.ts'
import { HoverCard, type HoverCardHandle } from './node-menu/hover-card.tsx'
import { NodeMenu } from './node-menu/node-menu.tsx'
import { useNodeMenu } from './node-menu/use-node-menu.ts'
import { DropTarget } from './papers/drop-target.tsx'
import { KeepLayout } from './places/keep-layout.tsx'
import { SearchBox } from './search/search-box.tsx'
import { Canvas } from './sigma/canvas.tsx'
import type { GraphCanvas } from './sigma/graph-canvas.ts'
import type { Explorer as ExplorerStore } from './state/explorer.ts'
import { selectedNodes, selectionOf, toggleSelected } from './state/selection.ts'
import { useExplorer } from './state/use-explorer.ts'
import { TimePanel } from './time/time.tsx'
import './frame/layout.css'

const nothing: readonly string[] = []

export function Explorer({ explorer }: { explorer: ExplorerStore }) {
  const exploration = useExplorer(explorer)
  const [theme, toggleTheme] = useTheme()
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [lasso, setLasso] = useState(false)
  const [isDrawing, setDrawing] = useState(false)
  const canvas = useRef<GraphCanvas | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const hoverCard = useRef<HoverCardHandle>(null)
  const edgeCard = useRef<EdgeCardHandle>(null)
  const list = useRef<InViewHandle>(null)
  const nodeMenu = useNodeMenu()
  const move = useMove(nodeMenu)
  const [helpOpen, setHelpOpen] = useState(false)
  const [singleKeys, setSingleKeys] = useSingleKeys()

  const { picture, view, selection, select, expand, open, desk, openDesk, closeDesk } = exploration
  const isReadFromDesk = useReadFromDesk(exploration)
  const sizes = useSizes(exploration)
  const { copyLink, linkDialog } = useCopyLink(exploration, canvas)
  const { openExport, exportDialog } = useExport({ exploration, canvas, theme })
  // After the canvas has shown the picture of the link.
  useEffect(() => {
    if (exploration.camera !== null) canvas.current?.setCamera(exploration.camera)
  }, [exploration.camera])
  const goToNode = useCallback(
    (key: string) => {
      select({ kind: 'node', key })
      canvas.current?.reveal(key)
    },
    [select],
  )
  const expandNode = (key: string) => expand(key, picture.nodes.get(key)?.name ?? key)
  const toggleNode = (key: string) => select(toggleSelected(selection, key))
  const moveNode = (key: string, x: number, y: number) =>
    exploration.do({ kind: 'move', key, name: picture.nodes.get(key)?.name ?? key, x, y })
  const openPapers = useCallback(() => openDesk('papers'), [openDesk])
  const context: ActionContext = {
    exploration,
    nodes: selectedNodes(selection),
    focusSearch: () => searchInput.current?.focus(),
    fitPicture: () => canvas.current?.fit(),
    copyLink,
    openExport,
    openMenu(key) {
      const at = canvas.current?.nodePosition(key)
      if (at) nodeMenu.open(key, at)
    },
    moveNode: move.start,
    openHelp: () => setHelpOpen(true),
  }
  useShortcuts(context, singleKeys)
  useKeptFocus()

  return (
    <div className="explorer">
      <Toolbar
        context={context}
        theme={theme}
        toggleTheme={toggleTheme}
        queryOpen={desk?.panel === 'cypher'}
        toggleQuery={() => (desk?.panel === 'cypher' ? closeDesk() : openDesk('cypher'))}
        toggleFilters={() => setFiltersOpen(!filtersOpen)}
        search={<SearchBox input={searchInput} choose={open} />}
      />
      <nav className={filtersOpen ? 'sidebar sidebar-open' : 'sidebar'} aria-label="Picture">
        <FiltersPanel exploration={exploration} />
        <HiddenNodes picture={picture} act={exploration.do} />
        <AppearancePanel picture={picture} act={exploration.do} />
        <ArrangementPanel exploration={exploration} canvas={canvas}>
          <KeepLayout exploration={exploration} />
        </ArrangementPanel>
        <TimePanel exploration={exploration} />
        <InView
          view={view}
          picture={picture}
          selection={selection}
          foundCommunities={exploration.found.communityOf}
          lettersFind={!singleKeys}
          goToNode={goToNode}
          toggleNode={toggleNode}
          expandNode={expandNode}
          openMenu={nodeMenu.open}
          point={(key) => canvas.current?.point(key)}
          ref={list}
        />
      </nav>
      <main
        className="stage"
        // The focus comes here when what had it is gone.
        tabIndex={-1}
        aria-label={picture.title === '' ? 'Picture' : `Picture: ${picture.title}`}
      >
        <FailureBoundary name="The picture" close={null} reason={whyNoPicture}>
          <Canvas
            explorer={explorer}
            picture={picture}
            view={view}
            sizes={sizes}
            selection={selection}
            theme={theme}
            lasso={lasso}
            tellDrawing={setDrawing}
            canvas={canvas}
            events={{
              selectNode: (key) => select({ kind: 'node', key }),
              toggleNode,
              selectNodes: (keys) => select(selectionOf(keys)),
              selectEdge: (key) => select({ kind: 'edge', key }),
              selectNothing: () => select(null),
              expandNode,
              moveNode,
              openMenu: nodeMenu.open,
              hoverNode(key) {
                hoverCard.current?.hover(key)
                list.current?.hover(key)
              },
              hoverEdge: (edge) => edgeCard.current?.hover(edge),
            }}
          />
        </FailureBoundary>
        <CanvasStatus exploration={exploration} isDrawing={isDrawing} />
        <NewsLine exploration={exploration} />
        {move.key !== null && (
          <MoveBar
            key={move.key}
            nodeKey={move.key}
            picture={picture}
            canvas={canvas}
            keep={({ x, y }) => moveNode(move.key!, x, y)}
            close={move.close}
          />
        )}
        <Announcer exploration={exploration} />
        <NoticeLine notice={exploration.notice} tell={exploration.tell} />
        <ZoomButtons context={context} canvas={canvas} lasso={lasso} setLasso={setLasso} />
      </main>
      <Trail
        log={exploration.log}
        goTo={exploration.goTo}
        showQueries={() => openDesk('cypher', [], 'steps')}
      />
      <DetailsPanel
        context={context}
        isAboveDesk={isReadFromDesk}
        goToNode={goToNode}
        openMenu={nodeMenu.open}
      />
      <Desk
        open={desk?.panel ?? null}
        onOpen={(panel) => (panel === null ? closeDesk() : openDesk(panel))}
        panelProps={{ exploration, goToNode, about: desk?.about ?? nothing }}
      />
      {exploration.stats?.canIngest && <DropTarget onDrop={openPapers} />}
      {nodeMenu.menu === null ? (
        <>
          <HoverCard ref={hoverCard} picture={picture} canvas={canvas} />
          <EdgeCard ref={edgeCard} view={view} version={exploration.stats} />
        </>
      ) : (
        <section aria-label="What can be done with a node">
          <NodeMenu menu={nodeMenu.menu} context={context} close={nodeMenu.close} />
        </section>
      )}
      {linkDialog}
      {exportDialog}
      {helpOpen && (
        <HelpDialog singleKeys={singleKeys} setSingleKeys={setSingleKeys} close={() => setHelpOpen(false)} />
      )}
    </div>
  )
}
