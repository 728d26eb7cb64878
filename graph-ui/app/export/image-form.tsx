/** What is to be seen, as an image file. */
import { useMemo, useState } from 'react'
import { Choice } from '../frame/choice.tsx'
import { nextFrame } from '../frame/next-frame.ts'
import type { Theme } from '../palette.ts'
import { type Image, type ImageScene, layOutImage } from '../sigma/image.ts'
import { isTooLarge, pixelsOf, toPng } from '../sigma/png.ts'
import { toSvg } from '../sigma/svg.ts'
import { communitiesOf } from '../state/communities.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { captionOf } from './caption.ts'
import type { ExportChoices } from './choices.ts'
import { download, fileName } from './download.ts'
import { ExportForm } from './export-form.tsx'
import { useSaving } from './use-saving.ts'

interface ImageFormProps {
  exploration: Exploration
  theme: Theme
  /** What is drawn now; null where the browser cannot draw. */
  scene(): ImageScene | null
  choices: ExportChoices
  choose(change: Partial<ExportChoices>): void
  /** Is told the name of the file. */
  saved(name: string): void
}

const scales: Record<ExportChoices['scale'], string> = { 1: '1×', 2: '2×', 3: '3×', 4: '4×' }

export function ImageForm({ exploration, theme, scene, choices, choose, saved }: ImageFormProps) {
  const { picture, view, found } = exploration
  const saving = useSaving(saved)
  const [title, setTitle] = useState(picture.title)
  const [measure] = useState(() => document.createElement('canvas').getContext('2d'))
  const { image: format, area, legend, background } = choices
  const scale = Number(choices.scale)

  function layOut(written: string): Image | null {
    const shown = scene()
    if (shown === null || measure === null) return null
    const caption = captionOf({ ...shown, view, communities: communitiesOf(picture, found) }, written, legend)
    return layOutImage(shown, { area, theme: background === 'white' ? 'white' : theme, caption }, measure)
  }
  const hasTitle = title.trim() !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else changes its size
  const size = useMemo(() => layOut(title.trim()), [area, legend, title, view])

  const save = () =>
    saving.save(async () => {
      const image = layOut(title.trim())
      if (image === null || measure === null)
        throw new Error('There is no image, as this browser cannot draw here.')
      const name = fileName(hasTitle ? title : picture.title, format)
      // The sign of work is shown before drawing holds up the page.
      await nextFrame()
      if (format === 'png') download(await toPng(image, scale), name)
      else {
        const svg = toSvg(image, hasTitle ? title.trim() : picture.title, measure)
        download(new Blob([svg], { type: 'image/svg+xml' }), name)
      }
      return name
    })

  return (
    <ExportForm name="Save image" doing="Drawing the image" saving={saving} save={save}>
      <Choice
        name="Format"
        options={{ png: 'PNG (pixels)', svg: 'SVG (shapes and text)' }}
        value={format}
        choose={(image) => choose({ image })}
      />
      <Choice
        name="What"
        options={{ window: 'The window', whole: 'The whole picture' }}
        value={area}
        choose={(chosen) => choose({ area: chosen })}
      />
      {format === 'png' && (
        <Choice
          name="Scale"
          options={scales}
          value={choices.scale}
          choose={(chosen) => choose({ scale: chosen })}
        />
      )}
      <Choice
        name="Background"
        options={{ page: 'As on the page', white: 'White' }}
        value={background}
        choose={(chosen) => choose({ background: chosen })}
      />
      <label className="field">
        Title
        <input
          type="text"
          value={title}
          placeholder="None"
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={legend}
          onChange={({ currentTarget }) => choose({ legend: currentTarget.checked })}
        />
        Legend
      </label>
      {size !== null && <Size image={size} scale={format === 'png' ? scale : null} />}
    </ExportForm>
  )
}

/** @param scale null where the image has no pixels of its own */
function Size({ image, scale }: { image: Image; scale: number | null }) {
  const { width, height } = pixelsOf(image, scale ?? 1)
  const words = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`
  if (scale === null) return <p className="note">{words}, sharp at any size</p>
  if (!isTooLarge({ width, height })) return <p className="note">{words}</p>
  return <p className="failed">{words}: more than browsers can draw</p>
}
