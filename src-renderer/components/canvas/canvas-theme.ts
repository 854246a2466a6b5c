/** The theme's colours as a canvas needs them, read from the tokens of design/tokens.css on the host. */
export interface CanvasTheme {
  readonly ground: string
  readonly land: string
  readonly ink: string
  readonly soft: string
  readonly faint: string
  readonly hairline: string
  readonly amber: string
  readonly amberLine: string
  readonly font: string
  readonly isDark: boolean
}

export function readCanvasTheme(host: HTMLElement): CanvasTheme {
  const styles = host.ownerDocument.defaultView?.getComputedStyle(host)
  const token = (name: string, fallback: string): string =>
    styles?.getPropertyValue(name).trim() || fallback
  const ground = token('--ground', '#fbf9f4')
  return {
    ground,
    land: token('--map-land', mixed(ground, token('--ink', '#1b2733'), 0.1)),
    ink: token('--ink', '#1b2733'),
    soft: token('--ink-soft', '#47535f'),
    faint: token('--ink-faint', '#5d6872'),
    hairline: token('--hairline', 'rgb(27 39 51 / 12%)'),
    amber: token('--amber', '#f0b022'),
    amberLine: token('--amber-line', '#9a6700'),
    font: token('--font-interface', 'Inter, system-ui, sans-serif'),
    isDark: lightness(ground) < 0.4,
  }
}

/** Calls back when the theme may have changed; returns its own end. */
export function onThemeChange(host: HTMLElement, changed: () => void): () => void {
  const { documentElement, defaultView, fonts } = host.ownerDocument
  const observer = new MutationObserver(changed)
  observer.observe(documentElement, { attributes: true })
  const scheme = defaultView?.matchMedia('(prefers-color-scheme: dark)')
  scheme?.addEventListener('change', changed)
  fonts.addEventListener('loadingdone', changed)
  return () => {
    observer.disconnect()
    scheme?.removeEventListener('change', changed)
    fonts.removeEventListener('loadingdone', changed)
  }
}

/** `share` of the second colour in the first; both as #rrggbb, anything else gives the first. */
export function mixed(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)]
  if (!a || !b) return first
  const parts = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * share))
  return `rgb(${parts.join(' ')})`
}

function lightness(colour: string): number {
  const parts = channels(colour)
  return parts ? parts.reduce((sum, part) => sum + part, 0) / 765 : 1
}

function channels(colour: string): readonly number[] | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  return hex?.slice(1).map((part) => parseInt(part, 16))
}
