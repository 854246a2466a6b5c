import { Tooltip } from '@mantine/core'
import { Keyboard, Moon, Sun } from 'lucide-react'
import type { DeskView } from '../components/desk-view'
import { IconButton } from '../components/icon-button'
import { useDeskStore } from './desk-store'
import classes from './frame.module.css'
import { useThemeSwitch } from './use-theme'

export interface RailProps {
  readonly views: readonly DeskView[]
  readonly active: string
  readonly onShow: (id: string) => void
}

export function Rail({ views, active, onShow }: RailProps) {
  const open = useDeskStore((state) => state.open)
  const { isNight, switchTheme } = useThemeSwitch()
  return (
    <nav aria-label="Views" className={classes.rail}>
      <h1 className="visually-hidden">Gnomon</h1>
      {views.map(({ id, title, icon: Icon }, index) => (
        <Tooltip key={id} label={index < 9 ? `${title}  ${index + 1}` : title} position="right">
          <button
            type="button"
            className={classes.railButton}
            aria-current={id === active ? 'page' : undefined}
            {...(index < 9 ? { 'aria-keyshortcuts': String(index + 1) } : {})}
            onClick={() => onShow(id)}
          >
            <Icon size={18} strokeWidth={1.6} aria-hidden />
            {title}
          </button>
        </Tooltip>
      ))}
      <span className={classes.railGap} />
      <span style={{ display: 'grid', justifyItems: 'center', gap: 2 }}>
        <IconButton
          icon={isNight ? Sun : Moon}
          label={isNight ? 'Switch to the paper theme' : 'Switch to the night theme'}
          side="right"
          onClick={switchTheme}
        />
        <IconButton
          icon={Keyboard}
          label="Show keyboard shortcuts"
          keys="?"
          side="right"
          onClick={() => open('shortcuts')}
        />
      </span>
    </nav>
  )
}
