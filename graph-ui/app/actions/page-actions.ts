/** What can be done with the page as a whole. */
import type { Action } from './action.ts'

export const search: Action = {
  id: 'search',
  name: 'Search',
  keys: '/',
  isPossible: () => true,
  run: ({ focusSearch }) => focusSearch(),
}

export const undo: Action = {
  id: 'undo',
  name: 'Undo',
  keys: 'Control+Z',
  isPossible: ({ exploration: { log } }) => log.at > 1,
  run: ({ exploration }) => exploration.undo(),
}

export const redo: Action = {
  id: 'redo',
  name: 'Redo',
  keys: 'Control+Shift+Z Control+Y',
  isPossible: ({ exploration: { log } }) => log.at < log.steps.length,
  run: ({ exploration }) => exploration.redo(),
}

export const fit: Action = {
  id: 'fit',
  name: 'Fit the picture into the window',
  keys: 'F',
  isPossible: () => true,
  run: ({ fitPicture }) => fitPicture(),
}

export const copyLink: Action = {
  id: 'copy-link',
  name: 'Copy link to this view',
  keys: 'L Control+Shift+L',
  isPossible: ({ exploration: { log } }) => log.steps.length > 0,
  run: ({ copyLink }) => copyLink(),
}

export const exportPicture: Action = {
  id: 'export',
  name: 'Export an image or data',
  keys: 'X',
  isPossible: ({ exploration: { view } }) => view.nodes.length > 0,
  run: ({ openExport }) => openExport(),
}

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

const clearSelection: Action = {
  id: 'clear-selection',
  name: 'Select nothing',
  keys: 'Escape',
  isPossible: ({ exploration: { selection } }) => selection !== null,
  run: ({ exploration }) => exploration.select(null),
}

export const help: Action = {
  id: 'help',
  name: 'Help',
  keys: '?',
  isPossible: () => true,
  run: ({ openHelp }) => openHelp(),
}

export const pageActions: readonly Action[] = [
  search,
  undo,
  redo,
  fit,
  copyLink,
  exportPicture,
  openMenu,
  clearSelection,
  help,
]
