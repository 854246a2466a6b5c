import type { Locator, Page } from 'playwright-core'

/** One line of the import panel, by the file's name. */
export function importItem(page: Page, name: string): Locator {
  return page.getByTestId('import-item').filter({ hasText: name })
}

/** Waits for a file's verdict and returns its state and words. */
export async function verdictOf(
  page: Page,
  name: string,
): Promise<{ readonly state: string; readonly words: string }> {
  const item = importItem(page, name)
  await item
    .and(
      page.locator(
        '[data-state=read],[data-state=already-here],[data-state=failed],[data-state=cancelled]',
      ),
    )
    .waitFor({ timeout: 45_000 })
  return {
    state: (await item.getAttribute('data-state')) ?? '',
    words: ((await item.textContent()) ?? '').replace(/\s+/g, ' ').trim(),
  }
}
