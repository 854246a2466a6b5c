import { Button, Menu } from '@mantine/core'
import { ChevronDown, FileDown } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '../../components/desk-services'
import classes from './brief-view.module.css'
import { saveWords } from './save-words'

export interface SaveButtonsProps {
  readonly html: string | undefined
  readonly markdown: () => string | undefined
  readonly name: string
  /** Freezes what goes out as an issue of the case. */
  readonly issue: () => Promise<void>
}

/** Leaves the machine only where the analyst says so, and says where it went. */
export function SaveButtons({ html, markdown, name, issue }: SaveButtonsProps) {
  const { saveBriefAsPdf, saveText, commands } = useDesk()
  const [isSaving, setSaving] = useState(false)
  const save = async (format: 'pdf' | 'html' | 'md') => {
    const text = format === 'md' ? markdown() : html
    if (text === undefined) return
    setSaving(true)
    const file = `${name}.${format}`
    const outcome = format === 'pdf' ? await saveBriefAsPdf(file, text) : await saveText(file, text)
    setSaving(false)
    const words = saveWords(outcome, file)
    if (words !== undefined) commands.say(words)
  }
  const isOff = html === undefined || isSaving
  return (
    <div className={classes.buttons}>
      <Button
        size="compact-md"
        leftSection={<FileDown size={15} />}
        disabled={isOff}
        onClick={() => void save('pdf')}
      >
        Save PDF…
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-md"
            variant="default"
            disabled={isOff}
            rightSection={<ChevronDown size={14} />}
          >
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('html')}>Save as one HTML file…</Menu.Item>
          <Menu.Item onClick={() => void save('md')}>Save as Markdown…</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void issue()}>Freeze as issued</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
