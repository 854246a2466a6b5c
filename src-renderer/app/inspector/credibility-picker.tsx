import { NativeSelect } from '@mantine/core'
import type { CaseLink } from '@core/case/case-view'
import { credibilities } from '@core/model/decision'
import type { Credibility } from '@core/model/decision'
import { useDeciding } from '../deciding/use-deciding'

const words: Readonly<Record<Credibility, string>> = {
  1: '1 confirmed by other sources',
  2: '2 probably true',
  3: '3 possibly true',
  4: '4 doubtful',
  5: '5 improbable',
  6: '6 cannot be judged',
}

/** The Admiralty grade of the information; that of the source stands with the report. */
export function CredibilityPicker({ link }: { readonly link: CaseLink }) {
  const { take } = useDeciding()
  return (
    <NativeSelect
      aria-label="Credibility of the information"
      size="xs"
      value={String(link.credibility ?? '')}
      onChange={(event) => {
        const credibility = credibilities.find((one) => String(one) === event.currentTarget.value)
        if (credibility !== undefined)
          void take(
            [{ type: 'grade-link', link: link.id, credibility }],
            `Graded ${words[credibility]}`,
          )
      }}
      data={[
        { value: '', label: 'not graded', disabled: link.credibility !== undefined },
        ...credibilities.map((one) => ({ value: String(one), label: words[one] })),
      ]}
    />
  )
}
