import { useEffect } from 'react'
import { backUp } from '../../data/case-file/backups'
import { useCaseSession } from '../../data/case-session'
import type { Host } from '../../host/host'
import { toast } from '../toast'
import { version } from '../version'

/** ms between looks whether anything was decided since the last backup. */
const pace = 20 * 60 * 1000
/** ms after the start: the window comes first. */
const firstLook = 60 * 1000

/** Backs up by itself while the window is open, wherever a folder is at hand; only one window of a case does so at a time. */
export function useRollingBackups(host: Host): void {
  const { database } = useCaseSession()
  useEffect(() => {
    const { backups } = host
    if (!backups) return undefined
    let lastKey: number | undefined
    const look = () =>
      navigator.locks.request(`backup ${database.name}`, { ifAvailable: true }, async (lock) => {
        if (!lock || (await backups.list()) === undefined) return
        const key = (await database.decisions.orderBy('sequence').lastKey()) as number | undefined
        if (key === undefined || key === lastKey) return
        const at = new Date().toISOString()
        const result = await backUp(database, backups, {
          name: 'Gnomon case',
          writtenBy: version,
          at,
        })
        if (result.ok) lastKey = key
        else
          toast(
            `No backup was made: ${result.failure.detail}. The case is as it was; free some space or choose another folder.`,
          )
      })
    const ignoreClosed = () => void look().catch(() => undefined)
    const first = setTimeout(ignoreClosed, firstLook)
    const timer = setInterval(ignoreClosed, pace)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [host, database])
}
