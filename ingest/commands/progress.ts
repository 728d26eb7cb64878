/** Progress on standard error: a bar with rate and ETA on a terminal, plain lines elsewhere. */
const widestBar = 24
const narrowestBar = 8
const terminalIntervalMs = 100
const plainIntervalMs = 5000

export interface Progress {
  /** @param fraction 0..1, or null where the total is not known (standard input) */
  update(papers: number, fraction: number | null): void
  /** Writes a line above the bar. */
  say(line: string): void
  /** Takes the bar away. */
  finish(): void
}

/** @param what what the command does, in one word: "reading" */
export function startProgress(what: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now()
  const { show, say, finish } = startBar(stream)
  return {
    update: (papers, fraction) =>
      show(fraction, () => describe(what, papers, fraction, (performance.now() - started) / 1000)),
    say,
    finish,
  }
}

export interface Bar extends Pick<Progress, 'say' | 'finish'> {
  /** @param describe the line beside the bar, asked for only where it is shown */
  show(fraction: number | null, describe: () => string): void
}

export function startBar(stream: NodeJS.WriteStream = process.stderr): Bar {
  const started = performance.now()
  const interval = stream.isTTY ? terminalIntervalMs : plainIntervalMs
  let shown = stream.isTTY ? Number.NEGATIVE_INFINITY : started
  let bar = ''
  const clear = () => {
    if (bar) stream.write(`\r${' '.repeat(bar.length)}\r`)
  }
  return {
    show(fraction, describe) {
      const now = performance.now()
      // However soon it comes, the end is drawn.
      const isEnd = stream.isTTY && fraction === 1
      if (now - shown < interval && !isEnd) return
      shown = now
      const line = describe()
      if (!stream.isTTY) {
        stream.write(`${line}\n`)
        return
      }
      clear()
      const columns = (stream.columns || 80) - 1
      bar = `${drawBar(fraction, columns - line.length - 3)}${line}`.slice(0, columns)
      stream.write(bar)
    },
    say(line) {
      clear()
      stream.write(`${line}\n`)
      if (stream.isTTY && bar) stream.write(bar)
    },
    finish() {
      clear()
      bar = ''
    },
  }
}

function drawBar(fraction: number | null, room: number): string {
  const width = Math.min(widestBar, room)
  if (fraction === null || width < narrowestBar) return ''
  const filled = Math.round(Math.min(1, fraction) * width)
  return `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] `
}

/** "reading 1,200 papers, 310 a second, 40 %, 12 s to go" */
export function describe(what: string, papers: number, fraction: number | null, seconds: number): string {
  const parts = [`${what} ${papers.toLocaleString('en')} papers`]
  // Before that neither means anything.
  const isSettled = papers > 0 && seconds >= 1
  if (isSettled) parts.push(`${Math.round(papers / seconds).toLocaleString('en')} a second`)
  if (fraction !== null && fraction > 0) {
    parts.push(`${Math.floor(fraction * 100)} %`)
    if (isSettled && fraction < 1) parts.push(`${duration((seconds * (1 - fraction)) / fraction)} to go`)
  }
  return parts.join(', ')
}

/** "45 s", "3 min", "2 h 5 min" */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
