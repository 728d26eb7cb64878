/** What can be done with the page as a whole. */
import type { Action } from './action.ts'

export const openMenu: Action = {
  id: 'open-menu',
  name: 'Open the menu of a node',
  keys: 'ContextMenu Shift+F10',
  isPossible: ({ exploration: { picture }, nodes: [key, ...others] }) =>
    key !== undefined && others.length === 0 && picture.nodes.has(key),
  run: ({ nodes: [key], openMenu }) => {
    if (key !== undefined) openMenu(key)
  },
}

export const pageActions: readonly Action[] = [
  {
    id: 'search',
    name: 'Search',
    keys: '/',
    isPossible: () => true,
    run: ({ focusSearch }) => focusSearch(),
  },
  {
    id: 'undo',
    name: 'Undo',
    keys: 'Control+Z',
    isPossible: ({ exploration: { log } }) => log.at > 1,
    run: ({ exploration }) => exploration.undo(),
  },
  {
    id: 'redo',
    name: 'Redo',
    keys: 'Control+Shift+Z Control+Y',
    isPossible: ({ exploration: { log } }) => log.at < log.steps.length,
    run: ({ exploration }) => exploration.redo(),
  },
  {
    id: 'fit',
    name: 'Fit the picture into the window',
    keys: 'F',
    isPossible: () => true,
    run: ({ fitPicture }) => fitPicture(),
  },
  {
    id: 'copy-link',
    name: 'Copy a link to this view',
    keys: 'L Control+Shift+L',
    isPossible: ({ exploration: { log } }) => log.steps.length > 0,
    run: ({ copyLink }) => copyLink(),
  },
  {
    id: 'export',
    name: 'Export an image or data',
    keys: 'X',
    isPossible: ({ exploration: { view } }) => view.nodes.length > 0,
    run: ({ openExport }) => openExport(),
  },
  openMenu,
  {
    id: 'clear-selection',
    name: 'Select nothing',
    keys: 'Escape',
    isPossible: ({ exploration: { selection } }) => selection !== null,
    run: ({ exploration }) => exploration.select(null),
  },
  {
    id: 'help',
    name: 'Show this help',
    keys: '?',
    isPossible: () => true,
    run: ({ openHelp }) => openHelp(),
  },
]
