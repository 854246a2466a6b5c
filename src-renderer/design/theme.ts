import { Button, Checkbox, createTheme } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

/** Ink from pale to full; Mantine picks shade 8 on paper and 2 at night. */
const ink: MantineColorsTuple = [
  '#f2f4f6',
  '#e1e7ec',
  '#dbe2e8',
  '#b2bec9',
  '#94a2b0',
  '#6f7d8a',
  '#47535f',
  '#2c3a47',
  '#1b2733',
  '#0f1822',
]

/** Mantine's own greys, warmed for paper and blued for night, for what it draws without asking our tokens. */
const gray: MantineColorsTuple = [
  '#fbf9f4',
  '#f4f0e7',
  '#e9e4d8',
  '#dcd6c8',
  '#c9c3b5',
  '#8e8a80',
  '#6b6a64',
  '#47535f',
  '#2c3a47',
  '#1b2733',
]
const dark: MantineColorsTuple = [
  '#e1e7ec',
  '#b2bec9',
  '#94a2b0',
  '#6f7d8a',
  '#33424f',
  '#24323f',
  '#16222e',
  '#0f1822',
  '#0b131b',
  '#070c11',
]

export const theme = createTheme({
  colors: { ink, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: 'var(--font-interface)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '11.5px', sm: '13px', md: '13px', lg: '17px', xl: '17px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  headings: { fontFamily: 'var(--font-interface)', fontWeight: '600' },
  cursorType: 'pointer',
  components: {
    SegmentedControl: {
      defaultProps: { size: 'xs' },
      styles: {
        root: { background: 'var(--ground-sunk)' },
        label: { fontWeight: 400, padding: '2px 10px' },
        indicator: { background: 'var(--ground-raised)' },
      },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'xs' },
      vars: () => ({
        root: { '--checkbox-color': 'var(--ink)', '--checkbox-icon-color': 'var(--ground)' },
      }),
    }),
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 80 } } },
    Button: Button.extend({
      defaultProps: { size: 'compact-sm' },
      vars: (_theme, { variant }) => ({
        root:
          variant === undefined || variant === 'filled'
            ? {
                '--button-bg': 'var(--ink)',
                '--button-hover': 'var(--ink-soft)',
                '--button-color': 'var(--ground)',
              }
            : {},
      }),
    }),
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120 },
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        // The dialog's head is not the page's banner.
        attributes: { header: { role: 'none' } },
      },
      styles: {
        content: { background: 'var(--ground-raised)', boxShadow: 'var(--float)' },
        header: { background: 'var(--ground-raised)' },
        title: { fontWeight: 600 },
        overlay: { background: 'var(--veil)' },
      },
    },
  },
})

/** Mantine draws with our tokens, so both themes are defined once, in tokens.css. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-faint)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--ground-raised)',
    '--mantine-color-default-hover': 'var(--ground-sunk)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--hairline-strong)',
    '--mantine-color-anchor': 'var(--ink)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-shadow-sm': 'var(--float)',
    '--mantine-shadow-md': 'var(--float)',
    '--mantine-shadow-lg': 'var(--float)',
    '--mantine-shadow-xl': 'var(--float)',
  }
  return { variables: {}, light: tokens, dark: tokens }
}
