import { describeUpdateFailure } from '@core/knowledge/update/describe-update-failure'
import type { UpdateProposal } from '@core/knowledge/update/propose-update'
import { maxUpdateBytes } from '@core/knowledge/update/propose-update'
import { useEffect, useState } from 'react'
import { useDesk } from '../../components/desk-services'
import type { DeskServices } from '../../components/desk-services'
import type { DroppedKnowledge } from '../../state/knowledge-drop'

export type ProposalState =
  | { readonly type: 'none' }
  | { readonly type: 'checking'; readonly name: string }
  | { readonly type: 'refused'; readonly sentence: string }
  | { readonly type: 'proposed'; readonly name: string; readonly proposal: UpdateProposal }

/** What a dropped file would change, worked out beside the window. */
export function useProposal(file: DroppedKnowledge | undefined): ProposalState {
  const desk = useDesk()
  const [state, setState] = useState<{ file: DroppedKnowledge; result: ProposalState }>()
  useEffect(() => {
    if (!file) return
    const task = new AbortController()
    void propose(desk, file, task.signal).then((result) => {
      if (!task.signal.aborted) setState({ file, result })
    })
    return () => task.abort()
  }, [desk, file])
  if (!file) return { type: 'none' }
  return state?.file === file ? state.result : { type: 'checking', name: file.name }
}

async function propose(
  desk: DeskServices,
  { name, open }: DroppedKnowledge,
  signal: AbortSignal,
): Promise<ProposalState> {
  const refused = (why: string): ProposalState => ({
    type: 'refused',
    sentence: `${name} was not used: ${why}. What Gnomon knows is as it was.`,
  })
  try {
    const blob = await open()
    if (blob.size > maxUpdateBytes)
      return refused(
        describeUpdateFailure({ code: 'too-large', byteLength: blob.size, limit: maxUpdateBytes }),
      )
    const result = await desk.proposeUpdate(await blob.arrayBuffer(), signal)
    if (!result.ok) return refused('the worker stopped while it looked through it')
    return result.value.ok
      ? { type: 'proposed', name, proposal: result.value.value }
      : refused(describeUpdateFailure(result.value.failure))
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error))
  }
}
