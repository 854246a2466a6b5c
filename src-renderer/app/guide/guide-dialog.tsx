import { parseGuide } from '@core/guide/parse-guide'
import type { GuideBlock, GuideRun } from '@core/guide/parse-guide'
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { guidePages } from '../../../resources/guide'
import { useWorkspace } from '../../state/workspace'
import { useDeskStore } from '../desk-store'
import classes from './guide-dialog.module.css'

/** The user guide, offline, open at the page of the view in front. */
export function GuideDialog() {
  const isOpen = useDeskStore((state) => state.overlay === 'guide')
  const close = useDeskStore((state) => state.closeOverlay)
  return (
    <Modal opened={isOpen} onClose={close} title="Guide" size={880}>
      {isOpen && <Pages />}
    </Modal>
  )
}

function Pages() {
  const activeView = useWorkspace((state) => state.activeView)
  const pages = useMemo(() => guidePages.map(({ id, text }) => ({ id, ...parseGuide(text) })), [])
  const [chosen, setChosen] = useState(activeView)
  const page = pages.find(({ id }) => id === chosen) ?? pages[0]
  if (!page) return null
  return (
    <div className={classes.guide}>
      <nav aria-label="Pages of the guide" className={classes.pages}>
        {pages.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className={classes.page}
            aria-current={id === page.id ? 'page' : undefined}
            onClick={() => setChosen(id)}
          >
            {title}
          </button>
        ))}
      </nav>
      <article className={classes.text} key={page.id} tabIndex={0} aria-label={page.title}>
        <h3>{page.title}</h3>
        {page.blocks.map((block, i) => (
          <Block key={i} block={block} />
        ))}
      </article>
    </div>
  )
}

function Block({ block }: { readonly block: GuideBlock }) {
  if (block.type === 'heading')
    return (
      <h4>
        <Runs runs={block.runs} />
      </h4>
    )
  if (block.type === 'paragraph')
    return (
      <p>
        <Runs runs={block.runs} />
      </p>
    )
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((cell, i) => (
            <th key={i} scope="col">
              <Runs runs={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, n) => (
              <td key={n}>
                <Runs runs={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Runs({ runs }: { readonly runs: readonly GuideRun[] }) {
  return runs.map(({ style, text }, i) =>
    style === 'key' ? <kbd key={i}>{text}</kbd> : style === 'strong' ? <b key={i}>{text}</b> : text,
  )
}
