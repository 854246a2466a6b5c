import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Section } from '../../components/section'
import { useKnowledge } from '../../data/use-knowledge'
import classes from './knowledge-view.module.css'

/** Whose packs are trusted on this machine: public keys, each with a name that the analyst gave it. */
export function TrustedKeys() {
  const { keys, trust, distrust } = useKnowledge()
  const [key, setKey] = useState('')
  const [owner, setOwner] = useState('')
  const isKey = /^[0-9a-f]{64}$/i.test(key.trim())
  const add = async () => {
    if (!isKey || owner.trim() === '') return
    await trust({ key: key.trim().toLowerCase(), owner: owner.trim() })
    setKey('')
    setOwner('')
  }
  return (
    <Section title="Trusted keys" count={keys.length}>
      <p className={classes.soft}>
        Packs made by “gnomon knowledge pack --key” carry a signature. Whose they are is yours to
        say.
      </p>
      <ul className={classes.applied}>
        {keys.map((one) => (
          <li key={one.key}>
            <span>
              <strong>{one.owner}</strong> <code>{one.key}</code>
            </span>
            <Button variant="default" onClick={() => void distrust(one.key)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={classes.newKey}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextInput
          label="Whose key"
          value={owner}
          maxLength={80}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TextInput
          label="Public key, 64 hexadecimal digits"
          value={key}
          error={key !== '' && !isKey ? 'Not 64 hexadecimal digits' : undefined}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isKey || owner.trim() === ''}>
          Trust key
        </Button>
      </form>
    </Section>
  )
}
