import { resolve } from 'node:path'
import type { Result } from '@core/lib/result'
import { runBrowser } from './run-browser'

/** Prints a page to PDF by a browser without a window, with a profile that is thrown away. */
export function printPdf(
  browser: string,
  page: string,
  out: string,
): Promise<Result<null, string>> {
  return runBrowser(browser, page, out, [
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${resolve(out)}`,
  ])
}
