import { useEffect, useState } from 'react'
import { expandDrop } from '../data/expand-drop'
import type { ImportCandidate } from '../data/import-candidate'
import classes from './drop-zone.module.css'
import { toast } from './toast'

export interface DropZoneProps {
  readonly onFiles: (files: readonly ImportCandidate[]) => void
}

/** ms. While something is held over the window, browsers say so every 350 ms at least; silence means that it is gone. */
const patience = 1200

/** The whole window takes files and folders; the overlay says what will happen. */
export function DropZone({ onFiles }: DropZoneProps) {
  const [count, setCount] = useState<number | undefined>(undefined)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const isStillOver = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setCount(undefined), patience)
    }
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setCount(event.dataTransfer?.items.length ?? 0)
      isStillOver()
    }
    const onOver = (event: DragEvent) => {
      // Without this, the browser would open the file instead of handing it over.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      isStillOver()
    }
    const onLeave = (event: DragEvent) => {
      // Without a related target the pointer has left the window, or the drag was called off.
      if (event.relatedTarget === null) setCount(undefined)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setCount(undefined)
      if (!event.dataTransfer) return
      expandDrop(event.dataTransfer.items).then(
        (files) => {
          if (files.length > 0) onFiles(files)
          else toast('Nothing was imported: there was no file in what was dropped.')
        },
        (error: unknown) => {
          const why = error instanceof Error ? error.message : String(error)
          toast(`The drop was not read: ${why}. Nothing was changed; use “Import files…” instead.`)
        },
      )
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  if (count === undefined) return null
  return (
    <div className={classes.overlay} role="status">
      <div className={classes.card}>
        <p className={classes.title}>
          {count <= 1 ? 'Read this into the case' : `Read these ${count} items into the case`}
        </p>
        <p>PDF, Word, web pages, mail, text, tables, STIX and MISP; folders and archives, too.</p>
        <p>The originals stay where they are. A report that is already here is not read twice.</p>
      </div>
    </div>
  )
}
