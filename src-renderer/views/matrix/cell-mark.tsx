import type { MatrixCell } from '@core/matrix/matrix-model'
import classes from './matrix.module.css'

/** How far it got as a fill, hedged striped, denied barred; the number counts origins where there is more than one. */
export function CellMark({ cell }: { readonly cell: MatrixCell }) {
  return (
    <span
      className={classes.mark}
      data-outcome={cell.denied ? 'denied' : cell.outcome}
      data-hedged={cell.hedged && !cell.denied}
      data-person={cell.byPerson}
      aria-hidden
    >
      {cell.origins > 1 && <b>{cell.origins > 99 ? '99+' : cell.origins}</b>}
      {cell.byPerson && (
        <svg width={8} height={8} viewBox="0 0 8 8" className={classes.tick}>
          <path d="M1,4l2,2.4l4,-5.4" />
        </svg>
      )}
    </span>
  )
}

/** "Flax Typhoon, Taiwan: ~ targeted; 3 links, 2 documents, 1 origin". */
export function cellWords(cell: MatrixCell, actor: string, victim: string): string {
  const word = `${cell.denied ? 'denied: ' : ''}${cell.hedged ? '~ ' : ''}${cell.outcome}`
  const counts = [
    counted(cell.links.length, 'link'),
    counted(cell.documents, 'document'),
    counted(cell.origins, 'origin'),
  ]
  return `${actor}, ${victim}: ${word}; ${counts.join(', ')}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
