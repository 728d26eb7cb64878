/** Icons as strokes on a grid of 16. Beside them always stands a name for those who do not see them. */
const paths = {
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.5a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M12.6 3.4l-.7.7M4.1 11.9l-.7.7',
  moon: 'M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z',
  link: 'M6.5 3.5h-3v9h9v-3M9.5 2.5h4v4M13 3 7.5 8.5',
  home: 'M2.5 7.5 8 2.5l5.5 5M4 6.5v7h8v-7',
  query: 'M5 4 1.5 8 5 12M11 4l3.5 4-3.5 4',
  export: 'M8 10V2M4.8 5 8 1.8 11.2 5M2.5 10v3.5h11V10',
  hide: 'M2 8s2.3-4 6-4 6 4 6 4-2.3 4-6 4-6-4-6-4ZM3 13 13 3',
  expand: 'M8 5v6M5 8h6M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  filters: 'M2 4h12M4.5 8h7M6.5 12h3',
  play: 'M4.5 2.8v10.4L13 8 4.5 2.8Z',
  stop: 'M4 4h8v8H4z',
  pause: 'M5 3v10M11 3v10',
  trail: 'M8 4v4l2.5 1.5M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  pin: 'M8 10v4.5M4.5 10h7L10 7V3.2l1-1.7H5l1 1.7V7l-1.5 3Z',
  focus: 'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 1.5V4M8 12v2.5M1.5 8H4M12 8h2.5',
  more: 'M3.2 8h.6M7.7 8h.6M12.2 8h.6',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  share:
    'M6.5 9.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2L8 3.8M9.5 6.5a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2l.9-.9',
  lasso:
    'M8 10.5c3.6 0 6-1.8 6-4s-2.4-4-6-4-6 1.8-6 4c0 1.2.7 2.2 1.8 3M5.5 11.5a1.6 1.6 0 1 1-3.2 0 1.6 1.6 0 0 1 3.2 0ZM4 13c0 1 .5 1.5 1.500 1.500',
  clock: 'M8 4v4l2.500 1.500M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Z',
  collapse: 'M5 8h6M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Z',
  help: 'M6 6a2 2 0 1 1 2.700 1.900c-.5.2-.7.6-.7 1.100v.5M8 11.800v.01M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Z',
  compare: 'M6.500 2.500h-4v11h4zM13.500 2.500h-4v11h4z',
  path: 'M3.500 14a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM12.500 5a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM5 12.500h5a2.250 2.250 0 0 0 0-4.500H6a2.250 2.250 0 0 1 0-4.500h5',
  left: 'M13 8H3M7 4 3 8l4 4',
  right: 'M3 8h10M9 4l4 4-4 4',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  swap: 'M2.5 5.500h11M10.500 2.500l3 3-3 3M13.500 10.500h-11M5.500 7.500l-3 3 3 3',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
