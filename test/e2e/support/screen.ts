import { spawn } from 'node:child_process'

/** A display to open real windows on, and how to give it back. */
export interface Screen {
  readonly display: string
  close(): void
}

/**
 * The user's own display, else a virtual one (Xvfb) on Linux; windows and macs need none.
 * @throws where Linux has neither.
 */
export async function openScreen(): Promise<Screen> {
  const own = process.env['DISPLAY']
  if (own !== undefined || process.platform !== 'linux')
    return { display: own ?? '', close: () => undefined }
  // Xvfb chooses a free number itself and writes it to this descriptor once it serves.
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`Xvfb ended with ${String(code)}`))
    })
    child.stdio[3]?.once('data', (bytes: Buffer) => {
      resolve(bytes.toString().trim())
    })
  })
  return { display: `:${number}`, close: () => void child.kill() }
}
