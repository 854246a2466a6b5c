import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import type { Theme } from '../state/workspace'
import { useWorkspace } from '../state/workspace'

const schemes = { paper: 'light', night: 'dark', system: 'auto' } as const satisfies Record<
  Theme,
  string
>

/** Keeps Mantine's scheme, and with it our tokens, at the theme that the workspace remembers. */
export function useRememberedTheme(): void {
  const theme = useWorkspace((state) => state.theme)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(schemes[theme]), [theme, setColorScheme])
}

export function useThemeSwitch(): {
  readonly isNight: boolean
  readonly switchTheme: () => void
} {
  const setTheme = useWorkspace((state) => state.setTheme)
  const isNight = useComputedColorScheme('light') === 'dark'
  return { isNight, switchTheme: () => setTheme(isNight ? 'paper' : 'night') }
}
