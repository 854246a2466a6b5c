import type { NetworkReport } from '@core/contracts/bridge'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useDesk } from '../../components/desk-services'
import { Section } from '../../components/section'
import classes from './air-gap.module.css'
import { policyDirectives } from './policy'
import { readStorage } from './storage'
import type { StorageState } from './storage'

const roads: Readonly<Record<keyof NetworkReport['refused'], string>> = {
  requests: 'Network requests',
  navigations: 'Navigations away from Gnomon',
  windows: 'New windows',
  permissions: 'Permissions (camera, location, notifications …)',
  downloads: 'Downloads from elsewhere',
}

/** For an accreditor: what the wall refused, what rules stand, where the case is kept. */
export function AirGapView() {
  const { networkReport, policyRefusals, edition, version } = useDesk()
  const [report, setReport] = useState<NetworkReport>()
  const [storage, setStorage] = useState<StorageState>()
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void networkReport().then((found) => isCurrent && setReport(found))
    void readStorage().then((found) => isCurrent && setStorage(found))
    return () => {
      isCurrent = false
    }
  }, [networkReport, asked])
  return (
    <div
      className={classes.view}
      tabIndex={0}
      role="region"
      aria-label="What was refused, and by which rules"
    >
      <p className={classes.lead}>
        Gnomon has no address to talk to: no update check, no fonts, tiles or scripts from
        elsewhere. What tries anyway is refused and counted here.
      </p>
      <Section title="Refused since the start">
        <table className={classes.table}>
          <tbody>
            {report ? (
              Object.entries(roads).map(([road, label]) => (
                <tr key={road}>
                  <th scope="row">{label}</th>
                  <td>{new Map(Object.entries(report.refused)).get(road) ?? 0}</td>
                </tr>
              ))
            ) : (
              <tr>
                <th scope="row">By the shell</th>
                <td>
                  {edition === 'portable'
                    ? 'the browser keeps no count for a page; the policy below holds'
                    : 'asking'}
                </td>
              </tr>
            )}
            <tr>
              <th scope="row">By the page’s own policy</th>
              <td>{policyRefusals()}</td>
            </tr>
          </tbody>
        </table>
        <Button variant="default" onClick={() => setAsked(asked + 1)}>
          Count again
        </Button>
      </Section>
      <Section title="Policy in force">
        <table className={classes.table}>
          <tbody>
            {policyDirectives(document).map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <code>{value}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title="Storage">
        <table className={classes.table}>
          <tbody>
            <tr>
              <th scope="row">The case is kept in</th>
              <td>
                {edition === 'desktop'
                  ? 'this user’s Gnomon profile'
                  : 'the browser profile of the launcher'}
              </td>
            </tr>
            <tr>
              <th scope="row">In use</th>
              <td>{storage?.used ?? 'not known'}</td>
            </tr>
            <tr>
              <th scope="row">Protected from being cleared</th>
              <td>{storage?.persisted === true ? 'yes' : 'not promised by this browser'}</td>
            </tr>
            <tr>
              <th scope="row">Edition and version</th>
              <td>{`${edition}, ${version}`}</td>
            </tr>
          </tbody>
        </table>
      </Section>
    </div>
  )
}
