import { MantineProvider } from '@mantine/core'
import { cssVariablesResolver, theme } from '../design/theme'
import classes from './view-boundary.module.css'

export interface StartFailureProps {
  readonly sentence: string
}

/** The case could not be opened: nothing else may run, so that nothing is harmed. */
export function StartFailure({ sentence }: StartFailureProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
    >
      <main role="alert" className={classes.failure}>
        <p style={{ maxWidth: '60ch' }}>{sentence}</p>
      </main>
    </MantineProvider>
  )
}
